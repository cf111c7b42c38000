"""The day by which someone should look at a question again is past.

Facts age: members join, officers leave, numbers are corrected. `review_by` is the day on which the author of a
question wants to be reminded. Look whether it still holds, mend it or retire it (`status: retired`, with a reason),
and set a new day or take the field away.

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

Measured: exact by construction; the day is that of the machine on which `check` runs.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "review-overdue"
SEVERITY = Severity.WARNING


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Compare each day with today; without a today nothing is overdue."""
    for item in facts.questions:
        day = item.question.review_by
        if day and facts.today and day < facts.today:
            message = f"it was to be looked at again by {day}"
            yield Finding(message, ("review_by",), "see that it still holds; then set a new day", item.question.id)
