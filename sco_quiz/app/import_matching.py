"""Find the question of the bank that a question of a file is, in an earlier state or the same one."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from sco_quiz.app.import_drafts import Incoming
from sco_quiz.app.import_identity import content_of, pictures_of
from sco_quiz.app.question_ids import LONG
from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.text import fold, words

ALIKE = 0.6  # share of common words of two states of a question that differ in a word
ALIKE_STATEMENTS = 0.8  # of statements, whose answers say nothing about them
_TRUTHS = (("true",), ("false",))
COMMON = 30  # questions with the same word and answer; more would take time and tell little


def matches(incoming: Iterable[Incoming], bank: Bank) -> dict[int, AnyQuestion]:
    """Return the question in the bank for each position of `incoming` that has one; none is matched twice."""
    matching = _Matching(list(incoming), bank)
    matching.by_content()
    matching.by_id()
    matching.by_likeness()
    return matching.found


class _Matching:
    """Pairs found so far, and what is left on both sides."""

    def __init__(self, incoming: list[Incoming], bank: Bank) -> None:
        self._incoming, self._bank = incoming, bank
        self._free = {question.id: question for question in bank.questions}
        self.found: dict[int, AnyQuestion] = {}

    def _left(self) -> Iterator[tuple[int, Incoming]]:
        return ((at, each) for at, each in enumerate(self._incoming) if at not in self.found)

    def _pair(self, at: int, question: AnyQuestion) -> None:
        self.found[at] = self._free.pop(question.id)

    def by_content(self) -> None:
        """Pair questions that are equal."""
        there: dict[Hashable, list[AnyQuestion]] = defaultdict(list)
        for question in reversed(self._free.values()):
            there[content_of(question)].append(question)
        for at, each in list(self._left()):
            if equal := there.get(each.content):
                named = next((one for one in equal if one.id == each.own_id), equal[-1])
                equal.remove(named)
                self._pair(at, named)

    def by_id(self) -> None:
        """Pair a question with the one that has its id, or had it; in another topic only if they are alike."""
        for at, each in list(self._left()):
            question = self._bank.find(each.own_id) if each.own_id else None
            if question is None or question.id not in self._free:
                continue
            if self._bank.topic_of(question.id).id == each.topic.id or _likeness(question, each.question) >= ALIKE / 2:
                self._pair(at, question)

    def by_likeness(self) -> None:
        """Pair questions with the same prompt or the same answer, and most words in common."""
        index: dict[Hashable, list[AnyQuestion]] = defaultdict(list)
        if not self._free:
            return
        for question in self._free.values():
            for trait in _traits(question):
                index[trait].append(question)
        for at, each in list(self._left()):
            rare = (index[trait] for trait in _traits(each.question) if 0 < len(index.get(trait, ())) <= COMMON)
            alike = {one.id: one for group in rare for one in group if one.id in self._free}
            rated = [(_likeness(one, each.question), one) for one in alike.values()]
            best = max(rated, key=lambda pair: pair[0], default=(0.0, None))
            enough = ALIKE_STATEMENTS if each.question.key in _TRUTHS else ALIKE
            if best[1] is not None and best[0] >= enough:
                self._pair(at, best[1])


def _traits(question: AnyQuestion) -> Iterator[Hashable]:
    """Yield what a corrected question still has: its prompt, or its answer and most words of the prompt."""
    prompt = fold(question.stem.solved)
    yield prompt, pictures_of(question)
    key = tuple(map(fold, question.key))
    yield from ((word, key) for word in set(words(prompt)) if len(word) > LONG)


def _likeness(one: AnyQuestion, other: AnyQuestion) -> float:
    """Return the share of words that two questions have in common."""
    first, second = _words_of(one), _words_of(other)
    return len(first & second) / (len(first | second) or 1)


def _words_of(question: AnyQuestion) -> frozenset[str]:
    return frozenset(word for text in (question.stem.solved, *question.texts()) for word in words(text))
