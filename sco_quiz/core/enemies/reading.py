"""What a question asks for and what it shows, as sets of folded content words."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain
from typing import NamedTuple, assert_never

from sco_quiz.core.enemies.folding import Words, fold_texts, fold_words
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry, show_number
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.parts import Part, Role

_SENTENCE = re.compile(r"(?<=[.;?!])\s+")
# what learners read after their answer; a sentence at a time, for its words belong together
_AFTERWARDS = (Role.EXPLANATION, Role.BEYOND, Role.NOTE)
_ABOVE = (Role.SETTING, Role.PROMPT, Role.HINT)
_OPTIONS = {Role.RIGHT: "option", Role.WRONG: "option", Role.ROW: "row", Role.ITEM: "item"}


class Passage(NamedTuple):
    """Text that a question shows: where, and whether only `after` the answer."""

    where: str
    text: str
    words: Words
    after: bool = False


class Sought(NamedTuple):
    """An answer that may be found elsewhere: its words without those that the question shows itself.

    `context` is what the question says about it; `rivals` are other answers, which a clue must exclude. `typed` says
    that learners must recall it; `close` that its context must be in the same passage.
    """

    answer: str
    words: Words
    context: Words
    rivals: tuple[Words, ...] = ()
    typed: bool = False
    close: bool = False

    @property
    def name(self) -> bool:
        """Whether it is a name of several words that must be recalled."""
        return self.typed and len(self.words) > 1


class Item(NamedTuple):
    """An answer as learners see it, and its words."""

    text: str
    words: Words


class Fact(NamedTuple):
    """Something that a question asks, in full, and the words of it that are the answer."""

    text: str
    words: Words
    answer: Words


class Reading:
    """A question as sets of words. Those that `common` returns, which the whole bank is about, count as no context."""

    def __init__(
        self, name: str, find: Callable[[str], AnyQuestion], common: Callable[[], Words] = frozenset[str]
    ) -> None:
        self.id = name
        self._find = find
        self._common = common

    def knowing(self, parts: tuple[Part, ...], interaction: Interaction) -> "Reading":
        """Return the same with what was read before of the question."""
        self._parts, self._interaction = parts, interaction
        return self

    @cached_property
    def _question(self) -> AnyQuestion:
        return self._find(self.id)

    @cached_property
    def _interaction(self) -> Interaction:
        return self._question.interaction()

    @cached_property
    def _parts(self) -> tuple[Part, ...]:
        return tuple(self._question.parts())

    @cached_property
    def _setting(self) -> Words:
        return fold_words(self._plain(self._question.setting))

    @cached_property
    def prompt(self) -> Words:
        """The words of the prompt."""
        return fold_words(self._question.stem.plain)

    @cached_property
    def topic(self) -> Words:
        """What the prompt is about, apart from what its setting and the whole bank are about."""
        return self.prompt - self._setting - self._common()

    @cached_property
    def _known(self) -> Words:
        return self.topic.union(*(fact.words for fact in self.facts))

    def around(self, passage: Passage) -> Words:
        """Return what a passage takes as known: the prompt, and the answer if it explains it."""
        return self._known if passage.where in _AFTERWARDS else self.topic

    @cached_property
    def shown(self) -> Words:
        """All words that learners see before they answer."""
        if "passages" in self.__dict__:
            return frozenset().union(*(passage.words for passage in self.passages if not passage.after))
        # for one session, this is all that most questions of a bank are read for
        listed = (part.content.plain for part in self._parts if self._listed(part) or part.role in _ABOVE)
        return fold_texts(listed)

    @cached_property
    def words(self) -> Words:
        """All words, including those that learners see after their answer."""
        if "passages" in self.__dict__:
            passages = (passage.words for passage in self.passages)
            return frozenset[str]().union(*passages, *map(fold_words, self._answer_texts()))
        # much sooner than the passages, which few questions are asked for
        afterwards = chain(self._solved(), self._answer_texts(), (text for _, text in self._afterwards()))
        return self.shown | fold_texts(afterwards)

    def read(self) -> None:
        """Read all of it now: its strings are folded for several of its sets, and kept only for a while."""
        _ = self.passages, self.words, self.sought, self.facts, self.answers, self.items

    @cached_property
    def sought(self) -> tuple[Sought, ...]:
        """The answers that other questions may give away."""
        return tuple(sought for sought in self._sought() if sought.words)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """What is asked, with its answer."""
        return tuple(self._facts())

    @cached_property
    def options(self) -> tuple[Words, ...]:
        """The options of a choice or a matching."""
        return tuple(passage.words for passage in self.passages if passage.where == "option")

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All text that learners see, in pieces."""
        return tuple(passage for passage in self._passages() if passage.words)

    @property
    def statement(self) -> bool:
        """Whether learners judge a statement."""
        return isinstance(self._interaction, Choice) and self._interaction.by_key

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The events or quantities to put in order, or the right sides to match."""
        listed = isinstance(self._interaction, Order | Match)
        return tuple(Item(text, fold_words(text) - self._common()) for text in self._answer_texts()) if listed else ()

    @property
    def ordering(self) -> bool:
        """Whether `items` are to be put in order."""
        return isinstance(self._interaction, Order)

    @cached_property
    def answers(self) -> tuple[Item, ...]:
        """Each answer that is right by itself; a number has its unit."""
        several = isinstance(self._interaction, Choice) and self._interaction.several
        single = not (self.items or self.statement or several)
        return tuple(Item(text, fold_words(text)) for text in self._answer_texts()) if single else ()

    def _answer_texts(self) -> tuple[str, ...]:
        """Return the right answers as learners see them, or the items in order."""
        match interaction := self._interaction:
            case Choice(options):
                return tuple(option.content.plain for option in options if option.right)
            case TextEntry(gaps):
                return tuple(gap.accepted[0].plain for gap in gaps)
            case NumberEntry():
                return (interaction.shown,)
            case Match():
                return tuple(right.plain for right in interaction.rights)
            case Order(items):
                return tuple(item.plain for item in items)
        assert_never(interaction)

    def _plain(self, text: str) -> str:
        return self._question.content(text).plain

    def _context(self, *texts: str) -> Words:
        return frozenset[str]().union(*map(fold_words, texts)) - self._setting - self._common()

    def _sought(self) -> Iterator[Sought]:
        given = self.prompt | self._setting
        texts = self._answer_texts()
        answers = [fold_words(text) - given for text in texts]
        match interaction := self._interaction:
            case Choice() if self.statement:
                yield from self._corrections()
            case Choice(options):
                rivals = tuple(fold_words(option.content.plain) - given for option in options if not option.right)
                for text, answer in zip(texts, answers, strict=True):
                    yield Sought(text, answer, self.topic, rivals)
            case TextEntry():
                for text, answer in zip(texts, answers, strict=True):
                    yield Sought(text, answer, self.topic, typed=True)
            case NumberEntry(answer=number):
                # the unit is context: a number alone may count anything
                context = self.topic | fold_words(interaction.unit)
                yield Sought(texts[0], fold_words(show_number(number)) - given, context)
            case Match():
                for row, text, answer in zip(interaction.rows, texts, answers, strict=True):
                    rivals = tuple(other for other in answers if other != answer)
                    yield Sought(text, answer, self._context(row.plain), rivals, close=True)
            case Order():
                return
            case _:
                assert_never(interaction)

    @property
    def _corrected(self) -> list[tuple[str, str]]:
        return [(self._plain(wrong), self._plain(right)) for wrong, right in self._question.corrections]

    def _corrections(self) -> Iterator[Sought]:
        prompt = self._question.stem.plain
        for wrong, right in self._corrected:
            rest = self._context(prompt.replace(wrong, " "))
            yield Sought(right, fold_words(right) - rest, rest, (fold_words(wrong),))
        if self._answer_texts() == ("true",):
            # a true statement is its own answer
            yield Sought(prompt, self._context(prompt), frozenset())

    def _facts(self) -> Iterator[Fact]:
        solved = self._context(self._question.statement)
        if isinstance(self._interaction, Match):
            for row, right in self._interaction.pairs:
                answer = self._context(right.plain)
                yield Fact(f"{row.plain}: {right.plain}", self._context(row.plain) | answer, answer)
        elif self.statement:
            corrections = self._context(*(right for _, right in self._corrected))
            yield Fact(self._question.statement, solved, corrections or solved)
        else:
            answer = self._context(*self._answer_texts())
            yield Fact("; ".join(self._answer_texts()), solved | answer, answer)

    def _passages(self) -> Iterator[Passage]:
        question = self._question
        # read together: the speaker belongs to the statement
        yield Passage("prompt", question.stem.plain, self.prompt | self._setting)
        yield from (_passage(part, _OPTIONS[part.role]) for part in self._parts if self._listed(part))
        yield from (_passage(part, "hint") for part in self._parts if part.role is Role.HINT)
        for text in self._solved():
            yield Passage("answer", text, fold_words(text) | self._setting, after=True)
        for role, sentence in self._afterwards():
            yield Passage(role.value, sentence, fold_words(sentence), after=True)

    def _afterwards(self) -> Iterator[tuple[Role, str]]:
        """Yield the sentences that learners read after their answer."""
        for part in self._parts:
            if part.role in _AFTERWARDS:
                yield from ((part.role, sentence) for sentence in _SENTENCE.split(part.content.plain))

    def _listed(self, part: Part) -> bool:
        """Whether a part is an option, row or item that is listed below the prompt."""
        return part.role in _OPTIONS and isinstance(self._interaction, Choice | Match | Order) and not self.statement

    def _solved(self) -> tuple[str, ...]:
        """Return what learners see as soon as they have answered."""
        stem, solved = self._question.stem.plain, self._question.statement
        if isinstance(self._interaction, Match):
            return tuple(f"{row.plain}: {right.plain}" for row, right in self._interaction.pairs)
        if isinstance(self._interaction, Order):
            return ()
        # a statement and a sentence with gaps contain their answers
        return (solved if self.statement or solved != stem else f"{stem} {'; '.join(self._answer_texts())}",)


def _passage(part: Part, where: str) -> Passage:
    return Passage(where, part.content.plain, fold_words(part.content.plain))
