"""Whether a question gives another one away: the clue, and how strong it is."""

from collections.abc import Container, Iterable, Iterator
from itertools import product
from typing import Literal, NamedTuple, assert_never

from sco_quiz.core.enemies.folding import YEAR, Words, counted, numeric, runs
from sco_quiz.core.enemies.reading import Fact, Item, Passage, Reading, Sought
from sco_quiz.core.enemies.wanted import ANSWER_WEIGHT, MAX_ANSWER, MIN_STRENGTH, Wanted
from sco_quiz.core.enemies.weights import ONE, Weights
from sco_quiz.core.shorten import shorten

Reason = Literal["answer", "same-answer", "same-items", "same-fact", "never-with"]

# the share of the left side of a row that must be in the same passage
ROW_SHARE = 0.6
# the share of the context of a number
NUMBER_SHARE = 0.4
# a share is one of the context, or of the passage if that is shorter; but no passage is shorter than this
MIN_PASSAGE = 800
# a name of several words that must be recalled helps without any context
MIN_NAME = 1200
# two questions with the same answer, unless more than this have it: an answer to guess, such as this year
RARE_ANSWER, SAME_CONTEXT, MAX_SAME = 400, 600, 12
# similar items: the share of the shorter one, and how many of two orderings tell their order; right sides of rows
ITEM_SHARE, MIN_ITEMS, MIN_ITEM = 0.6, 2, 600
RIGHT_SHARE, MIN_RIGHT = 0.8, 800
# two facts in nearly the same words, answer included
FACT_SHARE, MIN_FACT, MIN_WORDS = 0.5, 1600, 3

MAX_ANSWER_SHOWN = 60
_PLACES = {"option": "an option", "row": "a left side", "item": "an item", "note": "a note", "beyond": "`beyond`"}
_NAMED = ("prompt", "option", "row", "item", "answer")


class Clue(NamedTuple):
    """That the question `giver` helps to answer the question `given`: where it shows which answer, in what text.

    `after` says that learners see it only after they answered `giver`. `strength` compares the clues of one pair.
    """

    giver: str
    given: str
    reason: Reason
    answer: str = ""
    where: str = ""
    text: str = ""
    strength: int = 0
    after: bool = True

    @property
    def why(self) -> str:
        """The reason as a part of a sentence about `giver`."""
        answer = shorten(" ".join(self.answer.split()), MAX_ANSWER_SHOWN)
        match self.reason:
            case "answer":
                return f'shows "{answer}" in {_PLACES.get(self.where, f"its {self.where}")}'
            case "same-answer":
                return f'has the same answer "{answer}"'
            case "same-items":
                return f'has the same items "{answer}"'
            case "same-fact":
                return f'asks the same as "{answer}"'
            case "never-with":
                return "`never_with` names the pair"
        assert_never(self.reason)


def best_clue(giver: Reading, given: Reading, weights: Weights) -> Clue | None:
    """Return the strongest clue in one question to the answer of another, or None."""
    clues = [clue for sought in given.sought for clue in shown(weights.wanted(sought), [giver], given, weights)]
    return strongest(
        (
            *clues,
            *same_answers(giver, given, weights),
            *same_items(giver, given, weights),
            *(clue for fact in given.facts for clue in same_fact(fact, giver, given, weights)),
        )
    )


def may_have_clues(given: Reading, weights: Weights) -> bool:
    """Whether any question can give one away: not if much of the bank shows all that is asked for."""
    return (
        any(weights.total(sought.words) for sought in given.sought)
        or any(weights.total(item.words) >= MIN_ITEM for item in given.items)
        or any(weights.total(fact.words) >= MIN_FACT for fact in given.facts)
        # last, since the answers of the whole bank are counted for it
        or any(weights.answers[item.words] <= MAX_SAME for item in given.answers)
    )


def may_give_away(giver: Words, answers: Container[Words], given: Reading, weights: Weights) -> bool:
    """Whether a question with these words and answers can hold a clue to another one: few can.

    No passage is read for it.
    """
    return (
        any(weights.wanted(sought).may_be_in(giver, weights.of) for sought in given.sought)
        or any(item.words in answers and weights.answers[item.words] <= MAX_SAME for item in given.answers)
        or any(weights.of(item.words & giver) >= MIN_ITEM for item in given.items)
        or any(_may_ask(fact, giver, weights) for fact in given.facts)
    )


def _may_ask(fact: Fact, giver: Words, weights: Weights) -> bool:
    """Whether a question with these words can ask a fact."""
    shared = fact.words & giver
    return len(shared) >= MIN_WORDS and not fact.answer.isdisjoint(shared) and weights.of(shared) >= MIN_FACT


def strongest(clues: Iterable[Clue]) -> Clue | None:
    """Return the strongest of some clues, the first one of equals."""
    return max(clues, key=lambda clue: clue.strength, default=None)


def shown(wanted: Wanted, givers: Iterable[Reading], given: Reading, weights: Weights) -> Iterator[Clue]:
    """Yield a clue for each passage that shows an answer."""
    for giver in givers:
        if wanted.may_be_in(giver.words, weights.of):
            yield from _passages(wanted, giver, given, weights)


def _passages(wanted: Wanted, giver: Reading, given: Reading, weights: Weights) -> Iterator[Clue]:
    """Yield a clue for each passage of a question that shows an answer."""
    for passage in giver.passages:
        if wanted.words.isdisjoint(passage.words):
            continue
        found = wanted.words & passage.words
        weight = weights.of(found)
        if weight < wanted.least:
            continue
        if weight < wanted.enough:
            if runs(wanted.sought.answer).isdisjoint(runs(passage.text)):
                continue
            found, weight = wanted.words, wanted.weight
        # the 3 of "February 3" is anywhere
        if found != wanted.words and numeric(found):
            continue
        strength = round(_strength(wanted, found == wanted.words, weight, passage, giver, weights))
        if strength >= MIN_STRENGTH:
            where, text, _, after = passage
            yield Clue(giver.id, given.id, "answer", wanted.sought.answer, where, text, strength, after)


def _strength(wanted: Wanted, whole: bool, weight: int, passage: Passage, giver: Reading, weights: Weights) -> float:
    """Return how much a passage with words of an answer helps; 0 if it does not show that they are the answer."""
    sought = wanted.sought
    if not sought.context or (whole and wanted.name and passage.where in _NAMED and weight >= MIN_NAME):
        return weight
    near = wanted.context & passage.words
    if not sought.close:
        near |= wanted.context & giver.around(passage)
    shared, coverage = weights.of(near), weight / wanted.weight
    if shared < wanted.least_context or not _tells_apart(sought, coverage, passage, giver, weights):
        return 0
    shorter = min(weights.total(sought.context), max(MIN_PASSAGE, weights.of(passage.words - sought.words)))
    share = shared / (shorter or ONE)
    if sought.close and share < ROW_SHARE:
        return 0
    if wanted.digits:
        # digits are everywhere: what they count must follow, or most of the context must be there
        if any(pair in counted(passage.text) for pair in product(sought.words, sought.context)):
            return ONE
        if share < NUMBER_SHARE:
            return 0
    # from 0.6 to 1: a context that is shared as a whole counts more than the same words of a longer one
    return coverage * (ANSWER_WEIGHT * min(weight, MAX_ANSWER) + shared) * (0.6 + min(share, 0.4))


def _tells_apart(sought: Sought, coverage: float, passage: Passage, giver: Reading, weights: Weights) -> bool:
    """Whether a passage shows an answer rather than one of its rivals."""
    for rival in filter(None, sought.rivals):
        if weights.of(rival & passage.words) >= coverage * (weights.total(rival) or ONE):
            return False
        # two choices among the same things do not answer each other
        if passage.where == "option" and not sought.close and any(rival <= option for option in giver.options):
            return False
    return True


def same_answers(giver: Reading, given: Reading, weights: Weights) -> Iterator[Clue]:
    """Yield a clue for each answer that two questions have."""
    answers = {answer.words for answer in giver.answers}
    for answer in given.answers:
        if answer.words in answers and _same_answer(answer.words, giver, given, weights):
            yield Clue(giver.id, given.id, "same-answer", answer.text)


def same_items(giver: Reading, given: Reading, weights: Weights) -> Iterator[Clue]:
    """Yield a clue if two orderings, or two matchings, share items."""
    if giver.ordering == given.ordering:
        items = [item.text for item in given.items if any(_alike(item, other, given, weights) for other in giver.items)]
        if len(items) >= (MIN_ITEMS if given.ordering else 1):
            yield Clue(giver.id, given.id, "same-items", "; ".join(items))


def same_fact(fact: Fact, giver: Reading, given: Reading, weights: Weights) -> Iterator[Clue]:
    """Yield a clue if a question asks a fact, too."""
    if any(_same_fact(fact, other, weights) for other in giver.facts):
        yield Clue(giver.id, given.id, "same-fact", fact.text)


def _same_answer(answer: Words, one: Reading, other: Reading, weights: Weights) -> bool:
    """Whether an answer that two questions have is one fact: a year or an amount, or a name in the same context."""
    if weights.answers[answer] > MAX_SAME:
        return False
    numbers = [word for word in answer if word[0].isdigit()]
    if numbers:
        return len(answer) > 1 or len(numbers[0]) == YEAR
    return weights.of(answer) >= RARE_ANSWER and weights.of(one.topic & other.topic) >= SAME_CONTEXT


def _alike(item: Item, other: Item, given: Reading, weights: Weights) -> bool:
    """Whether two items of orderings are the same event, or two right sides of rows the same words."""
    shared = weights.of(item.words & other.words)
    shorter = min(weights.total(item.words), weights.total(other.words))
    share, least = (ITEM_SHARE, MIN_ITEM) if given.ordering else (RIGHT_SHARE, MIN_RIGHT)
    return shared >= max(least, share * shorter)


def _same_fact(fact: Fact, other: Fact, weights: Weights) -> bool:
    """Whether two facts share most of the shorter one, of the first one's answer, and a part of the other one's."""
    shared = fact.words & other.words
    if fact.answer.isdisjoint(shared) or other.answer.isdisjoint(shared):
        return False
    weight, shorter = weights.of(shared), min(weights.total(fact.words), weights.total(other.words))
    enough = len(shared) >= MIN_WORDS and weight >= max(MIN_FACT, FACT_SHARE * shorter)
    return enough and weights.of(fact.answer & shared) >= FACT_SHARE * weights.total(fact.answer)
