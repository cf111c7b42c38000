"""Choose questions from a bank."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from sco_quiz.core.bank import Bank
from sco_quiz.core.enemies.sessions import giver_last, without_enemies
from sco_quiz.core.errors import SelectionError, UnknownTopicError
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.outline import LazyQuestions, Outline
from sco_quiz.core.suggest import suggest
from sco_quiz.core.tag import includes


@dataclass(frozen=True)
class Filter:
    """Which questions to choose; an empty collection allows all. A tag includes those on the levels below it."""

    topics: Collection[str] = ()
    kinds: Collection[str] = ()
    levels: Collection[str] = ()
    tags: Collection[str] = ()
    paragraphs: Collection[int] = ()

    def keeps(self, bank: Bank, question: Outline) -> bool:
        """Whether a question of the bank passes every part of the filter."""
        return (
            (not self.topics or bank.topic_of(question.id).id in self.topics)
            and (not self.kinds or question.type in self.kinds)
            and (not self.levels or question.level in self.levels)
            and (not self.tags or any(includes(wanted, tag) for wanted in self.tags for tag in question.tags))
            and (not self.paragraphs or not set(self.paragraphs).isdisjoint(question.source))
        )


def filter_questions(
    bank: Bank, wanted: Filter, status: Literal["active", "retired"] = "active"
) -> tuple[AnyQuestion, ...]:
    """Return the active (or retired) questions that pass the filter, in study order.

    Raise UnknownTopicError for an unknown topic.
    """
    return tuple(bank.question(outline.id) for outline in filter_outlines(bank, wanted, status))


def filter_outlines(bank: Bank, wanted: Filter, status: Literal["active", "retired"] = "active") -> tuple[Outline, ...]:
    """Return the outlines of the questions that `filter_questions` returns."""
    refuse_unknown_topics(bank, wanted.topics)
    return tuple(outline for outline in bank.outlines if outline.status == status and wanted.keeps(bank, outline))


def refuse_unknown_topics(bank: Bank, topics: Iterable[str]) -> None:
    """Raise UnknownTopicError, which suggests the nearest topic, for one that the bank does not have."""
    known = [topic.id for topic in bank.topics]
    for topic in topics:
        if topic not in known:
            hint = suggest(topic, known, otherwise=f"the topics are {', '.join(known)}.")
            raise UnknownTopicError(f"`{topic}` is not a topic of this bank; {hint}", topic)


def question_of(bank: Bank, question_id: str) -> AnyQuestion:
    """Return the question that has or had that id. Raise SelectionError, which suggests the nearest id."""
    question = bank.find(question_id)
    if question is None:
        raise unknown_question(question_id, (outline.id for outline in bank.outlines))
    return question


def unknown_question(
    question_id: str, known: Iterable[str], where: str = "", otherwise: str = "see `sco-quiz list`."
) -> SelectionError:
    """Return the error for an id that no question has, with the nearest known one; `where` names the bank."""
    found = f"no question has the id `{question_id}`{f' in {where}' if where else ''}"
    return SelectionError(f"{found}; {suggest(question_id, known, otherwise)}")


def select(
    bank: Bank, wanted: Filter, number: int | None, rng: Random, last_asked: Mapping[str, int] | None = None
) -> Sequence[AnyQuestion]:
    """Draw `number` questions (None: all) that pass the filter, in random order, without enemies if possible.

    `last_asked` has the times when questions were last asked, by first id: those never asked are preferred, then those
    asked longest ago. If the draw must contain enemies, the one that gives the other away comes last. Raise
    SelectionError when none passes or a topic is unknown.
    """
    pool = filter_outlines(bank, wanted)
    if not pool:
        raise SelectionError("no question of this bank matches all filters")
    mixed, before = rng.sample(pool, len(pool)), last_asked or {}
    ranked = sorted(mixed, key=lambda question: before.get(question.first_id, 0))
    chosen = {question.id for question in without_enemies(ranked, bank.enemies, number, first=True)}
    ordered = giver_last([question for question in mixed if question.id in chosen], bank.enemies)
    return LazyQuestions(ordered, lambda index: bank.question(ordered[index].id))
