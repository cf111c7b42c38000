"""Many prompts repeat the same name or date.

What most prompts of a topic say again, such as the speaker or the month, makes each of them longer, and learners stop
reading it. Write it once, as the `setting` of the file or of bank.yaml: learners see it above each prompt. The rule
searches for names and dates of two or more words, such as "Vladimir Putin" or "February 2010". It reports the most
frequent one if it is in at least five prompts and in more than half of all prompts of the bank, else of one topic.

Instead: set `setting: Muratbek Imanaliev, Secretary General of the SCO, February 2010` at the top of the file, and
remove the phrase from the prompts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from sco_quiz.core.problem import Severity
from sco_quiz.core.stop_words import STOP_WORDS
from sco_quiz.core.text import MONTHS
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "repeated-phrase"
SEVERITY = Severity.INFO

MINIMUM, MAX_SHARE = 5, 0.5

# words that start with a capital or are numbers, one after the other: "3 February 2010"
_WORD = r"(?:[^\W\d_a-z][\w’'-]*|\d+)"
# it starts with the first character, for which `re` searches fast
_RUN = re.compile(rf"(?=[^\W_a-z])(?<!\w){_WORD}(?: {_WORD})+")
_POSSESSIVE = re.compile(r"['’]s?$")


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report the phrase that most prompts repeat, once for the bank or for each topic."""
    said = {item.question.id: (item, _phrases(item.stem)) for item in facts.questions}
    if found := _repeated(list(said.values())):
        yield replace(_finding(*found, len(facts.questions), "bank.yaml"), path=("topics",), question="")
        return
    for topic in facts.bank.topics:
        own = [said[question.id] for question in topic.questions if question.id in said]
        if found := _repeated(own):
            yield _finding(*found, len(own), "this file")


def _finding(phrase: str, holders: Sequence[Facts], count: int, file: str) -> Finding:
    said = all(phrase in item.setting for item in holders)
    hint = "the setting says it: remove it from the prompts" if said else f"write it once, as the `setting` of {file}"
    return Finding(f"{len(holders)} of {count} prompts contain `{phrase}`", ("prompt",), hint, holders[0].question.id)


def _repeated(said: Sequence[tuple[Facts, set[str]]]) -> tuple[str, list[Facts]] | None:
    """Return the phrase in most prompts, of equally frequent ones the longest, and the questions with it."""
    counts = Counter(phrase for _, found in said for phrase in found)
    best = max(counts, key=lambda phrase: (counts[phrase], len(phrase), phrase), default="")
    if counts[best] < MINIMUM or counts[best] <= MAX_SHARE * len(said):
        return None
    return best, [item for item, found in said if best in found]


def _phrases(stem: str) -> set[str]:
    """Return the names and dates of several words, and each two words of them; "In February" is not one."""
    found: set[str] = set()
    for run in _RUN.finditer(stem):
        for named, part in groupby(run[0].split(), _is_name):
            words = list(part) if named else []
            found.update(_phrase(words), *map(_phrase, pairwise(words)))
    return found


def _phrase(words: Sequence[str]) -> tuple[str, ...]:
    if not words[1:] or all(map(str.isdigit, words)):
        return ()
    return (_POSSESSIVE.sub("", " ".join(words)),)


def _is_name(word: str) -> bool:
    # in scripts without capitals, nothing tells a name from other words
    return (word[0].isupper() or word[0].isdigit()) and word.lower() not in STOP_WORDS - MONTHS.keys()
