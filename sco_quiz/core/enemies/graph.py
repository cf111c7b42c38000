"""The enemies in a bank: which questions give which away."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import permutations

from sco_quiz.core.enemies.clues import COVERAGE, FACT_SHARE, Clue, Weights, best_clue
from sco_quiz.core.enemies.reading import Reading, Words, fold_words
from sco_quiz.core.kinds import AnyQuestion

Pair = tuple[str, str]

# pairs that can be compared in the time that the index of a bank takes for one question
PAIRS_PER_QUESTION = 20


class Enemies:
    """The clues between the active questions of a bank; each pair is compared when it is first asked for.

    `context` is what the whole bank is about; `renamed` has the current id of each previous one.
    """

    def __init__(
        self, questions: Iterable[AnyQuestion], context: Iterable[str] = (), renamed: dict[str, str] | None = None
    ) -> None:
        common = fold_words(" ".join(context))
        questions = tuple(question for question in questions if question.status == "active")
        self._readings = {question.id: Reading(question, common) for question in questions}
        names = renamed or {}
        self._written = {
            pair
            for question in questions
            for other in question.never_with
            for pair in _both(question.id, names.get(other, other))
            if pair[0] in self._readings and pair[1] in self._readings
        }
        self._clues: dict[Pair, Clue | None] = {}

    @cached_property
    def _weights(self) -> Weights:
        return Weights(self._readings.values())

    def clue(self, giver: str, given: str) -> Clue | None:
        """Return the strongest clue in one question to the answer of another, or None."""
        pair = giver, given
        if pair not in self._clues:
            self._clues[pair] = self._compare(pair)
        return self._clues[pair]

    def pair(self, one: str, other: str) -> bool:
        """Whether one of two questions gives the other one away."""
        return bool(self.clue(one, other) or self.clue(other, one))

    @cached_property
    def clues(self) -> tuple[Clue, ...]:
        """All clues, by the question that they give away, in the order of the bank."""
        found = (self.clue(giver, given) for given in self._readings for giver in self._candidates(given))
        return tuple(clue for clue in found if clue)

    def among(self, names: Collection[str]) -> Iterator[Clue]:
        """Yield the clues between some questions."""
        if len(names) ** 2 > PAIRS_PER_QUESTION * len(self._readings):
            yield from (clue for clue in self.clues if clue.giver in names and clue.given in names)
        else:
            yield from filter(None, (self.clue(*pair) for pair in permutations(names, 2)))

    def _compare(self, pair: Pair) -> Clue | None:
        if any(name not in self._readings for name in pair):
            return None
        giver, given = (self._readings[name] for name in pair)
        found = best_clue(giver, given, self._weights)
        return found or (Clue(*pair, "never-with") if pair in self._written else None)

    @cached_property
    def _index(self) -> dict[str, list[str]]:
        """The questions that contain a word, in the order of the bank."""
        index = defaultdict(list)
        for name, reading in self._readings.items():
            for word in reading.words:
                index[word].append(name)
        return index

    @cached_property
    def _listing(self) -> dict[str, list[str]]:
        """The orderings and matchings with a word in one of their items."""
        index = defaultdict(list)
        for name, reading in self._readings.items():
            for word in frozenset[str]().union(*(item.words for item in reading.items)):
                index[word].append(name)
        return index

    @cached_property
    def _answering(self) -> dict[Words, list[str]]:
        """The questions with an answer."""
        index = defaultdict(list)
        for name, reading in self._readings.items():
            for answer in reading.answers:
                index[answer.words].append(name)
        return index

    def _candidates(self, given: str) -> Iterator[str]:
        """Yield the questions that may give one away, in a fixed order; most of the bank cannot."""
        reading = self._readings[given]
        found = {name for pair in self._written if pair[1] == given for name in pair}
        for wanted, share in (
            *((sought.words, COVERAGE) for sought in reading.sought),
            *((fact.answer, FACT_SHARE) for fact in reading.facts),
        ):
            for word in self._rarest(wanted, share):
                found.update(self._index.get(word, ()))
        for item in reading.items:
            for word in item.words:
                found.update(self._listing[word])
        for answer in reading.answers:
            found.update(self._answering[answer.words])
        found.discard(given)
        order = self._order
        yield from sorted(found, key=order.__getitem__)

    @cached_property
    def _order(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self._readings)}

    def _rarest(self, wanted: Words, share: float) -> Iterator[str]:
        """Yield the rarest words: every set with this share of all of them contains at least one."""
        rest = self._weights.of(wanted)
        needed = share * rest
        for word in sorted(wanted, key=lambda word: (self._weights.counts[word], word)):
            if rest < needed:
                return
            yield word
            rest -= self._weights.of((word,))


def _both(one: str, other: str) -> tuple[Pair, Pair]:
    return (one, other), (other, one)
