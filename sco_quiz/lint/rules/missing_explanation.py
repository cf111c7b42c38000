"""A question has no explanation.

Feedback that explains is where most of the learning of a quiz happens; "right" or "wrong" alone teaches little.

Instead: say in one to three sentences why the key is right and what it is easily confused with.
"""

from collections.abc import Iterator

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.problem import Severity
from sco_quiz.lint.rule import Finding

NAME = "missing-explanation"
SEVERITY = Severity.WARNING


def check(bank: Bank, question: AnyQuestion) -> Iterator[Finding]:
    """Look for the explanation."""
    if not question.explanation:
        yield Finding("there is no explanation", ("id",))
