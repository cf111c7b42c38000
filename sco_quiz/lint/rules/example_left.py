"""An example that `init` wrote is still in the bank.

A new bank contains one example of each kind, about weekdays and months. Quizzes and decks show these examples among the
questions about the article.

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
"""

from collections.abc import Iterator

from sco_quiz.core.constants import KIND_NAMES
from sco_quiz.core.problem import Severity
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "example-left"
SEVERITY = Severity.INFO
EXAMPLES = frozenset(f"example-{kind.replace('_', '-')}" for kind in KIND_NAMES)


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report the ids of all examples in one finding."""
    left = [item.question.id for item in facts.questions if item.question.id in EXAMPLES]
    if left:
        which = f"this and {len(left) - 1} more are examples" if len(left) > 1 else "this is an example"
        # one finding for all, because a new bank should not start with eight
        hint = "delete the examples when you no longer need them"
        yield Finding(f"{which} that `init` wrote", ("id",), hint, left[0])
