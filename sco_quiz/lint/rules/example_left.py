"""An example that `init` wrote is still in the bank.

A new bank holds one question of each kind, about weekdays and months, to copy from. They would be asked, and go into
the deck, with the questions about the article.

Example:

    - id: example-short-answer
      type: short_answer
      prompt: Which season comes between summer and winter?
      answer: autumn

Instead:

    - id: talks-city
      type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Almaty

Measured: exact by construction. On the 137 questions that come along it reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.constants import KIND_NAMES
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "example-left"
SEVERITY = Severity.INFO
EXAMPLES = frozenset(f"example-{kind.replace('_', '-')}" for kind in KIND_NAMES)


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Look for the ids of the examples; all are told together."""
    left = [item.question.id for item in facts.questions if item.question.id in EXAMPLES]
    if left:
        which = f"this and {len(left) - 1} more are examples" if len(left) > 1 else "this is an example"
        hint = "delete the examples when you need them no more"
        yield Finding(f"{which} that `init` wrote", ("id",), hint, left[0])
