"""The enemies in a bank: which questions give which away."""

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import permutations
from typing import NamedTuple

from sco_quiz.core.collector import without_collector
from sco_quiz.core.enemies.clues import (
    FACT_SHARE,
    MAX_SAME,
    MIN_FACT,
    MIN_ITEM,
    Clue,
    best_clue,
    may_give_away,
    may_have_clues,
    same_answers,
    same_fact,
    same_items,
    shown,
    strongest,
)
from sco_quiz.core.enemies.folding import Words, fold_words
from sco_quiz.core.enemies.reading import Fact, Reading
from sco_quiz.core.enemies.wanted import Wanted
from sco_quiz.core.enemies.weights import Weights
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.outline import Derive, Outline, find_now

Pair = tuple[str, str]
Readings = Sequence[Reading]
Lists = Sequence[Readings]
Index = Mapping[str, Readings]

# pairs that can be compared in the time that the index of a bank takes for one question
PAIRS_PER_QUESTION = 20
# questions; to compare all of these takes hardly longer than a session
SMALL = 300


class Enemy(NamedTuple):
    """An enemy of a question, with the clues in that question to its answer, and in it to the question's answer."""

    id: str
    gives: Clue | None
    given: Clue | None

    @property
    def why(self) -> str:
        """The reason of the stronger clue."""
        clues = [clue for clue in (self.given, self.gives) if clue]
        return max(clues, key=lambda clue: clue.strength).why


class Enemies:
    """The clues between the active questions of a bank; each pair is compared when it is first asked for.

    `context` returns what the whole bank is about; `renamed` has the current id of each previous one; `find` returns
    the question of an id.
    """

    def __init__(
        self,
        questions: Iterable[Outline],
        context: Callable[[], Iterable[str]],
        renamed: Mapping[str, str],
        find: Callable[[str], AnyQuestion],
        derive: Derive = find_now,
    ) -> None:
        common = cache(lambda: fold_words(" ".join(context())))
        self._derive = derive
        questions = tuple(question for question in questions if question.status == "active")
        self._readings = {question.id: Reading(question.id, find, common) for question in questions}
        self._written = defaultdict[str, set[str]](set)
        for question in questions:
            for other in (renamed.get(name, name) for name in question.never_with):
                if other in self._readings:
                    self._written[question.id].add(other)
                    self._written[other].add(question.id)
        self._clues: dict[Pair, Clue | None] = {}

    @cached_property
    def _weights(self) -> Weights:
        with without_collector():
            return Weights(self._readings.values(), self._derive)

    def clue(self, giver: str, given: str) -> Clue | None:
        """Return the strongest clue in one question to the answer of another, or None."""
        pair = giver, given
        if "_all" in self.__dict__:
            return self._all.get(pair)
        if pair not in self._clues:
            self._clues[pair] = self._compare(pair)
        return self._clues[pair]

    def may_be_given_away(self, name: str) -> bool:
        """Whether any question can hold a clue to one; most questions of a bank with few words cannot."""
        return bool(self._written.get(name)) or may_have_clues(self._readings[name], self._weights)

    def may_give_away(self, words: Words, answers: Container[Words], name: str) -> bool:
        """Whether a question that shows these words, also after its answer, and has these answers, can give one away.

        It cannot know whether one of them names the other one in `never_with`.
        """
        return may_give_away(words, answers, self._readings[name], self._weights)

    def pair(self, one: str, other: str) -> bool:
        """Whether one of two questions gives the other one away."""
        return bool(self.clue(one, other) or self.clue(other, one))

    def expect(self, comparisons: int) -> None:
        """Compare the whole bank if that is faster than this number of comparisons of two questions.

        A small bank whose clues are remembered is compared at once: the next sessions begin the sooner.
        """
        small = self._derive is not find_now and len(self._readings) <= SMALL
        if small or comparisons > PAIRS_PER_QUESTION * len(self._readings):
            _ = self._near  # from now on, `meets` looks it up

    def meets(self, name: str, others: Collection[str]) -> bool:
        """Whether a question has an enemy among others."""
        if "_near" in self.__dict__:
            return not self._near.get(name, frozenset()).isdisjoint(others)
        return any(self.pair(name, other) for other in others)

    @property
    def clues(self) -> tuple[Clue, ...]:
        """All clues, by the question that they give away, in the order of the bank."""
        return tuple(self._all.values())

    @cached_property
    def _all(self) -> dict[Pair, Clue]:
        with without_collector():
            found = self._derive("clues", list[Clue], self._found)
        return {(clue.giver, clue.given): clue for clue in found}

    def _found(self) -> list[Clue]:
        _ = self._index  # first, since weights are quick to find in what it reads
        return [clue for given in self._readings.values() for clue in self._given_away(given)]

    def of(self, name: str) -> tuple[Enemy, ...]:
        """Return the enemies of a question, in the order of the bank."""
        near = sorted(self._near.get(name, ()), key=self._order.__getitem__)
        return tuple(Enemy(other, self.clue(name, other), self.clue(other, name)) for other in near)

    @cached_property
    def _near(self) -> dict[str, set[str]]:
        """The enemies of each question."""
        near: dict[str, set[str]] = {name: set() for name in self._readings}
        for clue in self.clues:
            near[clue.giver].add(clue.given)
            near[clue.given].add(clue.giver)
        return near

    def among(self, names: Collection[str]) -> Iterator[Clue]:
        """Yield the clues between some questions."""
        self.expect(len(names) ** 2)
        if "_all" in self.__dict__:
            yield from (clue for clue in self.clues if clue.giver in names and clue.given in names)
        else:
            yield from filter(None, (self.clue(*pair) for pair in permutations(names, 2)))

    def _compare(self, pair: Pair) -> Clue | None:
        if any(name not in self._readings for name in pair):
            return None
        giver, given = (self._readings[name] for name in pair)
        found = best_clue(giver, given, self._weights)
        return found or (Clue(*pair, "never-with") if pair[0] in self._written[pair[1]] else None)

    @cached_property
    def _index(self) -> Index:
        """The questions that contain a word."""
        for reading in self._readings.values():
            reading.read()
        return _by_word((reading, reading.words) for reading in self._readings.values())

    @cached_property
    def _listing(self) -> Index:
        """The orderings and matchings with a word in one of their items."""
        listed = ((reading, [item.words for item in reading.items]) for reading in self._readings.values())
        return _by_word((reading, frozenset[str]().union(*items)) for reading, items in listed if items)

    @cached_property
    def _answering(self) -> Mapping[Words, Readings]:
        """The questions with an answer."""
        index = defaultdict[Words, list[Reading]](list)
        for reading in self._readings.values():
            for answer in reading.answers:
                index[answer.words].append(reading)
        return index

    def _given_away(self, given: Reading) -> Iterator[Clue]:
        """Yield the clue to a question in each other one, in the order of the bank."""
        found = defaultdict[str, list[Clue]](list)
        for clue in self._search(given):
            found[clue.giver].append(clue)
        for giver in sorted(found, key=self._order.__getitem__):
            yield from filter(None, [strongest(found[giver])])

    def _search(self, given: Reading) -> Iterator[Clue]:
        """Yield all clues to a question. Each kind is searched only where the index says that it may be."""
        weights = self._weights
        for wanted in map(weights.wanted, given.sought):
            yield from shown(wanted, _others(given, self._may_show(wanted)), given, weights)
        answering = [self._answering[item.words] for item in given.answers if weights.answers[item.words] <= MAX_SAME]
        for giver in _others(given, answering):
            yield from same_answers(giver, given, weights)
        listing = [part for item in given.items for part in self._containing(item.words, MIN_ITEM, self._listing)]
        for giver in _others(given, listing):
            yield from same_items(giver, given, weights)
        for fact in given.facts:
            for giver in _others(given, self._may_ask(fact)):
                yield from same_fact(fact, giver, given, weights)
        yield from (Clue(giver, given.id, "never-with") for giver in self._written[given.id])

    def _may_ask(self, fact: Fact) -> Lists:
        """Return the questions that have enough words of a fact, or of its answer if these are fewer."""
        answers = self._containing(fact.answer, FACT_SHARE * self._weights.total(fact.answer))
        return _fewest(answers, self._containing(fact.words, MIN_FACT))

    def _may_show(self, wanted: Wanted) -> Lists:
        """Return the questions that have enough words of an answer, or of its context if these are fewer."""
        if wanted.hopeless:
            return ()
        answer = self._containing(wanted.words, wanted.least)
        if not wanted.needs_context:
            return answer
        return _fewest(answer, self._containing(wanted.context, wanted.least_context))

    def _containing(self, wanted: Words, least: float, index: Index | None = None) -> Lists:
        """Return the questions with each of the rarest words: one is in every text with this weight of all words."""
        index = self._index if index is None else index
        rest = self._weights.total(wanted)
        lists = []
        for found, word in sorted(((index.get(word, ()), word) for word in wanted), key=lambda pair: len(pair[0])):
            if rest < least:
                break
            lists.append(found)
            rest -= self._weights.of((word,))
        return lists

    @cached_property
    def _order(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self._readings)}


def _by_word(texts: Iterable[tuple[Reading, Words]]) -> Index:
    index = defaultdict[str, list[Reading]](list)
    for reading, found in texts:
        for word in found:
            index[word].append(reading)
    return index


def _others(given: Reading, lists: Lists) -> set[Reading]:
    return set[Reading]().union(*lists) - {given}


def _fewest(*candidates: Lists) -> Lists:
    return min(candidates, key=lambda lists: sum(map(len, lists)))
