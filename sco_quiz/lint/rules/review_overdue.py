"""The `review_by` date of a question has passed.

Facts change: members join, officers leave, numbers are corrected. Authors set `review_by` to remind themselves. Check
whether the question is still right, correct it or retire it (`status: retired`, with a reason), and set a new date or
remove the field. The rule compares the date with the clock of this computer.

Example:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Almaty
      review_by: 2011-02-28

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Almaty
      review_by: 2099-02-28
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "review-overdue"
SEVERITY = Severity.WARNING


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report questions whose date has passed; none without `today`."""
    for item in facts.questions:
        day = item.question.review_by
        # due on the day itself, overdue on the next one
        if day and facts.today and day < facts.today:
            message = f"the question was due for review by {day}"
            hint = "check that it is still right, then set a new date"
            yield Finding(message, ("review_by",), hint, item.question.id)
