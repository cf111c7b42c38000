"""Most questions ask for recall alone.

Quizzes of facts do not lift understanding; mixed ones lift both. In reading assessments half of the items are of the
two lower levels. With at least ten questions, more than seven in ten of the level `remember` are reported.

Instead: ask why, compare, put in order, weigh who says so; set `level` to what the question asks of the learner.

Measured: exact by construction, as far as the levels are declared rightly. On the 137 questions that come along it
reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "mostly-recall"
SEVERITY = Severity.INFO

LEAST, MOST_SHARE = 10, 0.7


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Count the level `remember`."""
    count = len(facts.questions)
    recall = sum(item.question.level == "remember" for item in facts.questions)
    if count >= LEAST and recall > MOST_SHARE * count:
        yield Finding(f"{recall} of {count} questions ask for recall alone", ("topics",), "ask why, compare, weigh")
