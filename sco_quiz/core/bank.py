"""A bank: topics of questions about one article, immutable, ids unique by construction."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from sco_quiz.core.enemies.graph import Enemies
from sco_quiz.core.kinds import AnyQuestion, Question
from sco_quiz.core.lazy_field import LazyField, held
from sco_quiz.core.markup.parse import Markup
from sco_quiz.core.outline import Counts, Derive, Outline, find_now, outlines_of
from sco_quiz.core.picture import Picture
from sco_quiz.core.typed import Vocabulary, words_of
from sco_quiz.core.typed.word_list import EMPTY, WordList, group_words

if TYPE_CHECKING:  # records that most questions are asked without
    from sco_quiz.core.blueprint.model import Blueprint
    from sco_quiz.core.reference import Reference
    from sco_quiz.core.source import Fact, Source


@dataclass(frozen=True)
class Topic:
    """A part of the bank; `id` is the name of its file, `setting` that of questions without their own.

    `deck` is the name of its Anki deck, if a teacher chose one.
    """

    id: str
    title: str
    questions: Sequence[AnyQuestion]
    description: str = ""
    setting: str = ""
    deck: str = ""

    @property
    def outlines(self) -> Sequence[Outline]:
        """The outlines of its questions."""
        return outlines_of(self.questions)


@dataclass(frozen=True)
class Bank:
    """All questions about one article, in study order; `allow` maps rules about the bank as a whole to reasons.

    `common_words` are never taken for typos; `lang` is the tag of its language, such as `pt-BR`, empty if unknown;
    `deck` is the name of the Anki deck, if a teacher chose one; `pictures` are those that are shown, by file; `markup`
    is that of new topics; `exam` is the blueprint of its exams, if it has one.
    Raises ValueError when two questions share an id.
    """

    id: str
    title: str
    topics: tuple[Topic, ...]
    description: str = ""
    source: LazyField["Source"] = LazyField()  # noqa: RUF009 (a descriptor)
    allow: Mapping[str, str] = field(default_factory=dict)
    common_words: WordList = field(default=EMPTY, repr=False, compare=False)
    lang: str = ""
    deck: str = ""
    pictures: Mapping[str, Picture] = field(default_factory=dict, repr=False)
    markup: Markup = "plain"
    exam: LazyField["Blueprint"] = LazyField()  # noqa: RUF009 (a descriptor)
    # not copied by `replace`: from other questions follows something else
    derive: Derive = field(default_factory=lambda: find_now, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # loading reports duplicate ids with their positions; this protects banks built in Python
        if len(self._places) != len(self.outlines):
            raise ValueError("two questions of a bank share an id")

    def remembering(self, derive: Derive) -> "Bank":
        """Return the bank with a memory of what follows from it."""
        bank = copy(self)
        object.__setattr__(bank, "derive", derive)
        return bank

    @cached_property
    def questions(self) -> tuple[AnyQuestion, ...]:
        """The questions of all topics, in study order."""
        return tuple(question for topic in self.topics for question in topic.questions)

    @cached_property
    def outlines(self) -> tuple[Outline, ...]:
        """The outlines of all questions, in study order."""
        return tuple(outline for topic in self.topics for outline in topic.outlines)

    @cached_property
    def _places(self) -> dict[str, tuple[Topic, int]]:
        return {outline.id: (topic, at) for topic in self.topics for at, outline in enumerate(topic.outlines)}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that grading never takes for typos; read at the first typed answer, for a quiz may have none."""
        return Vocabulary(WordList(self._grouped_words), self.common_words)

    def _grouped_words(self) -> str:
        return group_words(self.derive("vocabulary", Counts, self._words))

    def _words(self) -> Counts:
        return Counter(words_of(text for question in self.questions for text in question.texts()))

    @cached_property
    def enemies(self) -> Enemies:
        """Which questions give others away; each pair is compared when it is first asked for."""
        # without the bank, which holds them: two that hold each other are freed late, and slowly
        context, find = partial(_context, held(self, "source")), partial(_question_at, self._places)
        return Enemies(self.outlines, context, self.renamed, find, self.derive)

    @cached_property
    def by_first_id(self) -> dict[str, AnyQuestion]:
        """The questions by the id under which each was first published: that of decks and progress files."""
        return {question.first_id: question for question in self.questions}

    @cached_property
    def renamed(self) -> dict[str, str]:
        """The current id by each previous one."""
        return {former: outline.id for outline in self.outlines for former in outline.formerly}

    def references_of(self, question: Question) -> "tuple[tuple[str, Reference], ...]":
        """Return the references of what a question adds from outside the article, by their ids."""
        known = self.source.references if self.source else {}
        return tuple((name, known[name]) for name in question.references if name in known)

    def without(self, ids: Collection[str]) -> "Bank":
        """Return the bank without some questions."""
        topics = tuple(
            replace(topic, questions=tuple(question for question in topic.questions if question.id not in ids))
            for topic in self.topics
        )
        return replace(self, topics=topics) if ids else self

    def find(self, question_id: str) -> AnyQuestion | None:
        """Return the question that has or had that id, or None."""
        name = question_id if question_id in self._places else self.renamed.get(question_id)
        return None if name is None else self.question(name)

    def question(self, question_id: str) -> AnyQuestion:
        """Return the question of a current id; raise KeyError for an unknown one."""
        return _question_at(self._places, question_id)

    def asking(self, fact: "Fact") -> tuple[AnyQuestion, ...]:
        """Return the active questions that ask a fact."""
        named = (self.find(name) for name in fact.questions)
        return tuple(question for question in named if question and question.status == "active")

    def markup_of(self, topic_id: str) -> Markup:
        """Return how the text of a topic is read; of a new topic, as the bank says."""
        asked = (topic.questions for topic in self.topics if topic.id == topic_id)
        return next((question.markup for questions in asked for question in questions), self.markup)

    def topic_of(self, question_id: str) -> Topic:
        """Return the topic of a question; raise KeyError for an unknown id."""
        return self._places[question_id][0]


def _context(source: "Callable[[], Source | None]") -> tuple[str, ...]:
    known = source()
    return known.context if known else ()


def _question_at(places: Mapping[str, tuple[Topic, int]], question_id: str) -> AnyQuestion:
    topic, at = places[question_id]
    return topic.questions[at]
