"""From decoded files to one bank: ids unique, topics and paragraphs known."""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import Field

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.kinds.field_types import Frozen, Slug, Text
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.core.source import Source
from sco_quiz.loading.document import Document
from sco_quiz.loading.hints import meant
from sco_quiz.loading.known_words import COMMON_WORDS
from sco_quiz.loading.positions import place_of
from sco_quiz.loading.yaml_tree import Node


class BankFile(Frozen):
    """bank.yaml: what the bank is called, and the order in which its topics are studied."""

    id: Slug = Field(description="Names the bank in decks and progress; stable for ever.")
    title: Text = Field(description="What learners see.")
    description: str = Field(default="", description="One or two sentences about the bank.")
    topics: tuple[Slug, ...] = Field(
        default=(),
        description="The topics in the order of study: names of files without .yaml; others follow by name.",
    )
    allow: dict[str, Text] = Field(
        default={},
        description="Rules about the bank as a whole that it is excused from, each with a reason.",
    )


class TopicFile(Frozen):
    """The head of a file of questions."""

    topic: Text = Field(description="The topic's name as learners see it.")
    description: str = Field(default="", description="One or two sentences about the topic.")


@dataclass(frozen=True)
class Located:
    """A question and where it stands."""

    question: AnyQuestion
    document: Document
    node: Node

    def place(self, *path: str | int) -> Place:
        """The place of one of its values."""
        named = len(path) == 2 and path[0] == "allow"  # about the rule, not about the reason
        return place_of(self.document, self.node, path, at_key=named)


@dataclass(frozen=True)
class DecodedTopic:
    """A file of questions that was read."""

    id: str
    head: TopicFile
    questions: tuple[Located, ...]
    document: Document


def repeated_ids(questions: Iterable[Located]) -> list[Problem]:
    """A problem for each id that was used before."""
    first: dict[str, Place] = {}
    problems = []
    for located in questions:
        name, place = located.question.id, located.place("id")
        if name in first:
            problems.append(_repeated(name, place, first[name]))
        first.setdefault(name, place)
    return problems


def _repeated(name: str, place: Place, first: Place) -> Problem:
    message, hint = f"the id `{name}` is used before, at {first}", "give this question an id of its own"
    if place.file != first.file:
        message = f"both this file and {first} hold the id `{name}`"
        hint = "give one of the two questions another id; if one of the files is a copy, remove it"
    return Problem("duplicate-id", message, place, hint, question=name)


def taken_ids(questions: Iterable[Located]) -> list[Problem]:
    """A problem for each former id that another question has or had, and for each successor that does not exist."""
    located = list(questions)
    owner = {item.question.id: item for item in located}
    problems = []
    for item in located:
        question = item.question
        for index, former in enumerate(question.formerly):
            other = owner.setdefault(former, item)
            if other is not item or former in question.formerly[:index]:
                message = f"the former id `{former}` belongs to `{other.question.id}`, at {other.place('id')}"
                problems.append(
                    Problem("former-id-taken", message, item.place("formerly", index),
                            "each id, present or former, belongs to one question", question=question.id)
                )  # fmt: skip
    for item in located:
        successor = item.question.successor
        if successor is not None and (successor not in owner or successor == item.question.id):
            message = f"the successor `{successor}` is no other question of the bank"
            place, hint = item.place("successor"), meant(successor, sorted(owner.keys() - {item.question.id}))
            problems.append(Problem("unknown-successor", message, place, hint, question=item.question.id))
    return problems


def unknown_paragraphs(questions: Iterable[Located], source: Source) -> list[Problem]:
    """A problem for each citation of a paragraph that the source does not have."""
    highest = len(source.paragraphs)
    return [
        Problem("unknown-paragraph", f"the source has no paragraph {number}", located.place("source", index),
                f"its paragraphs are numbered 1 to {highest}", question=located.question.id)
        for located in questions
        for index, number in enumerate(located.question.source)
        if source.paragraph(number) is None
    ]  # fmt: skip


def misnumbered(source: Source, document: Document, node: Node) -> list[Problem]:
    """A problem for the first paragraph whose number is not its position."""
    for index, paragraph in enumerate(source.paragraphs):
        if paragraph.number != index + 1:
            message = f"paragraph {paragraph.number} stands where paragraph {index + 1} is expected"
            return [Problem("paragraph-order", message, place_of(document, node, ("paragraphs", index, "number")))]
    return []


def unknown_topics(bank: BankFile, known: Iterable[str], document: Document, node: Node) -> list[Problem]:
    """A problem for each topic of bank.yaml that has no file."""
    files = sorted(set(known))
    return [
        Problem("unknown-topic", f"there is no file {topic}.yaml", place_of(document, node, ("topics", index)),
                meant(topic, files) if files else "there is no file of questions yet")
        for index, topic in enumerate(bank.topics)
        if topic not in files
    ]  # fmt: skip


def assemble(head: BankFile, topics: Iterable[DecodedTopic], source: Source | None) -> Bank:
    """Put the topics in the order of bank.yaml, others after them by name; of two equal ids the first stays."""
    rank = {name: position for position, name in enumerate(head.topics)}
    ordered = sorted(topics, key=lambda topic: (rank.get(topic.id, len(rank)), topic.id))
    seen: set[str] = set()
    kept = []
    for topic in ordered:
        questions = []
        for located in topic.questions:
            if located.question.id not in seen:
                seen.add(located.question.id)
                questions.append(located.question)
        kept.append(Topic(topic.id, topic.head.topic, tuple(questions), topic.head.description))
    return Bank(head.id, head.title, tuple(kept), head.description, source, head.allow, COMMON_WORDS)
