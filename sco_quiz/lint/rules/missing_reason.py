"""A question is retired without a reason.

A retired question stays in the deck for one more release, under a banner that gives the reason. Without one, students
who learnt it do not know whether it was wrong, out of date, or merely replaced, and whether to delete their card.

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

Measured: exact by construction. On the 137 questions that come along it reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "missing-reason"
SEVERITY = Severity.WARNING


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Look for the reason of each retired question."""
    for question in facts.bank.questions:
        if question.status == "retired" and not question.reason:
            message, hint = "nothing says why it is retired", "add `reason:`; students read it on the card"
            yield Finding(message, ("status",), hint, question.id)
