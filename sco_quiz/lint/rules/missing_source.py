"""A question of a bank with a source record cites no paragraph.

Without a citation neither a learner nor the trace can look the answer up.

Instead: add `source:` with the number of the paragraph, or a list of numbers.
"""

from collections.abc import Iterator

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.problem import Severity
from sco_quiz.lint.rule import Finding

NAME = "missing-source"
SEVERITY = Severity.WARNING


def check(bank: Bank, question: AnyQuestion) -> Iterator[Finding]:
    """Look for a citation."""
    if bank.source is not None and not question.source:
        yield Finding("no paragraph of the source is cited", ("id",))
