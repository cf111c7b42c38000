"""How telling each word is in a bank."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from math import log

from sco_quiz.core.enemies.folding import Words
from sco_quiz.core.enemies.reading import Reading, Sought
from sco_quiz.core.enemies.wanted import Wanted
from sco_quiz.core.outline import Counts, Derive, find_now

# weights and strengths are in thousandths: whole numbers add up to the same sum in any order
ONE = 1000
# a word that this many questions show is not a clue, as one that all questions of a smaller bank show
COMMON = 200
SHOWN, ANSWERS = "shown", "answers"
"""The names under which it is counted how many questions show each word, and how many have an answer."""


class Weights:
    """How telling each word is in a bank: 1000 if one question shows it, 0 if all do."""

    def __init__(self, readings: Iterable[Reading], derive: Derive = find_now) -> None:
        self._readings, self._derive = tuple(readings), derive
        self.counts = derive(SHOWN, Counts, self._count_shown)
        top = min(len(self._readings) + 1, COMMON)
        weights = {word: max(0, round(ONE * log(top / count) / log(top))) for word, count in self.counts.items()}
        self._weight = _Known(weights).__getitem__
        self._totals: dict[Words, int] = {}
        self._wanted: dict[Sought, Wanted] = {}

    @cached_property
    def answers(self) -> Counter[Words]:
        """How many questions have an answer."""
        counts = self._derive(ANSWERS, Counts, self._count_answers)
        return Counter({frozenset(words.split()): count for words, count in counts.items()})

    def _count_shown(self) -> Counter[str]:
        counts = Counter[str]()
        for reading in self._readings:
            counts.update(reading.shown)
        return counts

    def _count_answers(self) -> Counter[str]:
        answers = (answer for reading in self._readings for answer in {item.words for item in reading.answers})
        return Counter(" ".join(sorted(words)) for words in answers)

    def of(self, words: Iterable[str]) -> int:
        """Return the sum of the weights of some words."""
        return sum(map(self._weight, words))

    def total(self, words: Words) -> int:
        """Return the same sum for a set that is asked for again and again."""
        if words not in self._totals:
            self._totals[words] = self.of(words)
        return self._totals[words]

    def wanted(self, sought: Sought) -> Wanted:
        """Return how much of an answer must be found; it is asked for with one question after another."""
        if sought not in self._wanted:
            self._wanted[sought] = Wanted(sought, self.total(sought.words))
        return self._wanted[sought]


class _Known(dict[str, int]):
    """The weights of the words that a bank shows; any other is as telling as one of a single question."""

    def __missing__(self, word: str) -> int:
        return ONE
