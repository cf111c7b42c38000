"""Most questions test recall only.

Questions of one level train one skill: learners who only recall facts do not learn to explain, compare or judge them.
The rule reports a bank of at least ten questions if more than 70 % have the level `remember`.

Instead: ask for reasons, comparisons, the order of events, or who says so, and set `level` to what the question demands
of learners.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "mostly-recall"
SEVERITY = Severity.INFO

MINIMUM, MAX_SHARE = 10, 0.7


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report a large share of questions of the level `remember`."""
    count = len(facts.questions)
    recall = sum(item.question.level == "remember" for item in facts.questions)
    if count >= MINIMUM and recall > MAX_SHARE * count:
        yield Finding(f"{recall} of {count} questions test recall only", ("topics",), "ask for reasons and comparisons")
