"""A retired question has no reason.

A retired question stays in the deck for one more release, under a banner that shows the reason. Without a reason
students do not know whether the question was wrong, out of date or only replaced, and whether to delete their card.

Example:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Almaty
      status: retired

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Almaty
      status: retired
      reason: It is asked in a question about the day, too.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "missing-reason"
SEVERITY = Severity.WARNING


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report retired questions without a reason."""
    # `facts.questions` has only the active ones
    for question in facts.bank.questions:
        if question.status == "retired" and not question.reason:
            message, hint = "the retired question has no reason", "add `reason`; students read it on the card"
            yield Finding(message, ("status",), hint, question.id)
