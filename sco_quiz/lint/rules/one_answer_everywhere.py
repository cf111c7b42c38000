"""The same answer is right in many questions.

Learners notice that "China" is usually right. The rule reports an answer (of single choices, typed answers and gaps)
that is right in more than three questions and in more than 10 % of these.

Instead: ask for other things, or reverse some of the questions.
"""

from collections import Counter
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "one-answer-everywhere"
SEVERITY = Severity.INFO

MAXIMUM, SHARE = 3, 0.1


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report the answers of too many questions."""
    count: Counter[str] = Counter()
    asked = 0
    for item in facts.questions:
        # a set: a word that two gaps of a cloze hide counts once
        keys = set(map(fold, item.single_keys))
        asked += bool(keys)
        count.update(keys)
    for key, times in count.most_common():
        if times > MAXIMUM and times > SHARE * asked:
            yield Finding(f"`{key}` is the answer to {times} of {asked} questions", ("topics",), "ask for other things")
