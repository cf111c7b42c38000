"""The same answer is right again and again.

Learners notice that "China" is mostly right. Reported is an answer (of choices of one, typed answers and gaps) that
keys more than three questions and more than one in ten.

Instead: ask for other things, or turn some of the questions round.

Measured: exact by construction. On the 137 questions that come along it reported nothing.
"""

from collections import Counter
from collections.abc import Iterator

from sco_quiz.core.kinds import AnyQuestion, Cloze, ShortAnswer, SingleChoice
from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold
from sco_quiz.lint.facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "one-answer-everywhere"
SEVERITY = Severity.INFO

MOST, SHARE = 3, 0.1


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Count the keys."""
    count: Counter[str] = Counter()
    asked = 0
    for item in facts.questions:
        keys = _keys(item.question)
        asked += bool(keys)
        count.update(keys)
    for key, times in count.most_common():
        if times > MOST and times > SHARE * asked:
            yield Finding(f"`{key}` is the answer to {times} of {asked} questions", ("topics",), "ask for other things")


def _keys(question: AnyQuestion) -> set[str]:
    if isinstance(question, SingleChoice | ShortAnswer):
        return {fold(question.answer)}
    return {fold(text) for text in question.key} if isinstance(question, Cloze) else set()
