"""The law of formats that are read and written: what is written comes back, but for what is declared as lost."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any

from sco_quiz.core.bank import Bank
from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Choice, TextEntry
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.markup.parse import Markup
from sco_quiz.core.nodes import Image, Paragraph, Plain
from sco_quiz.core.parts import Role
from sco_quiz.core.place import KeyPath
from sco_quiz.core.problem import Severity
from sco_quiz.formats import format_named
from sco_quiz.formats.draft import UNSTATED_LEVEL, Draft
from sco_quiz.formats.package import Loss

IN_PLAIN_WORDS = {"lost-markup", "lost-picture"}
# what says how another program reads a file, and changes nothing here: in Aiken, a statement is a choice
OF_OTHERS = {"aiken": {"doubtful-key"}}
# what a file cannot know, and what is compared in another way
NOT_COMPARED = {"id", "beyond", "partial"}

Text = tuple[str, str, object]
"""The field of some text, its role, and its content in a form that can be compared."""


def assert_round_trip(name: str, bank: Bank) -> None:
    """Write a bank in a format and read it again: every question must be the same but for declared losses.

    A question without a draft must have a loss with an empty path, or be retired with a loss of `status`. A loss of a
    path covers all below it; `note` after the path of an option is its note, `left` that of a pair its left side. A
    loss of markup or of a picture covers these alone: the words must be the same.
    """
    form = format_named(name)
    assert form is not None
    package = form.write(bank)
    lost: dict[str, list[Loss]] = {}
    for loss in package.losses:
        lost.setdefault(loss.question, []).append(loss)
    written = [question for question in bank.questions if not _is_left_out(lost.get(question.id, []))]
    readings = [form.read(data, file) for file, data in package.files.items()]
    problems = [problem for reading in readings for problem in reading.problems]
    assert not [problem for problem in problems if problem.severity is Severity.ERROR]
    undeclared = {problem.name for problem in problems} - {loss.name for loss in package.losses}
    undeclared -= OF_OTHERS.get(name, set())
    assert not undeclared, [problem for problem in problems if problem.name in undeclared]
    drafts = [draft for reading in readings for draft in reading.drafts]
    assert len(drafts) == len(written), [question.id for question in written]
    if len(by_id := {draft.idnumber: draft for draft in drafts if draft.idnumber}) == len(drafts):
        drafts = [by_id[question.id] for question in written]
    for question, draft in zip(written, drafts, strict=True):
        assert_same(bank, question, draft, lost.get(question.id, []))


def _is_left_out(losses: list[Loss]) -> bool:
    return any(loss.path in ((), ("status",)) for loss in losses)


def assert_same(bank: Bank, question: AnyQuestion, draft: Draft, losses: list[Loss]) -> None:
    """A draft must say what a question says, but for the losses."""
    level = {} if "level" in draft.values else {"level": UNSTATED_LEVEL}
    read = made(draft, level)
    assert read.type == question.type
    if draft.idnumber:
        assert draft.idnumber == question.id
    if draft.category:
        topic = bank.topic_of(question.id)
        assert draft.category.split("/")[-1] in (topic.id, topic.title)
    pictures = {file: picture.read() for file, picture in bank.pictures.items()}
    by_index = [replace(loss, path=_by_index(question, loss.path)) for loss in losses]
    meant = list(_texts(question, by_index, pictures))
    assert list(_texts(read, by_index, dict(draft.media))) == meant, question.id
    assert _values(read, losses) == _values(question, losses), question.id


def made(draft: Draft, more: dict[str, Any]) -> AnyQuestion:
    """Return the question that a draft becomes."""
    markup: Markup = "markdown"
    values = {"id": draft.idnumber or "a", **draft.values, **more}
    return KINDS[values["type"]].model_validate(values, context={"markup": markup})


def _texts(question: AnyQuestion, losses: list[Loss], pictures: dict[str, bytes]) -> Iterator[Text]:
    """Yield the texts that are not lost, each with its field and role, in the order of the file."""
    for part in question.parts():
        if question.type == "numeric" and part.path == ("answer",):
            continue  # its number and unit are compared as values: either may be lost
        below = {Role.NOTE: ("note",), Role.ROW: ("left",)}.get(part.role, ())
        path = _by_index(question, (*part.path, *below))
        names = {loss.name for loss in losses if _covers(loss.path, path)}
        if not names - IN_PLAIN_WORDS:
            content = " ".join(part.content.plain.split()) if names else normal(part.content, pictures)
            yield str(part.path[0]), part.role, content


def _by_index(question: AnyQuestion, path: KeyPath) -> KeyPath:
    """Return a path with the position of a pair instead of its left side, which may be written in another way."""
    pairs = getattr(question, str(path[0]), None) if len(path) > 1 else None
    return (path[0], [*pairs].index(path[1]), *path[2:]) if isinstance(pairs, dict) and path[1] in pairs else path


def _covers(lost: KeyPath, path: KeyPath) -> bool:
    return path[: len(lost)] == lost


def _values(question: AnyQuestion, losses: list[Loss]) -> dict[str, object]:
    """Return the fields that are no text and not lost."""
    lost = {loss.path[0] for loss in losses}
    texts = {part.path[0] for part in question.parts()} - {"answer" if question.type == "numeric" else ""}
    names = {*type(question).model_fields} - texts - lost - NOT_COMPARED
    values = {name: getattr(question, name) for name in sorted(names)}
    if "partial" not in lost:  # by the position of the option, whose text may be escaped in another way
        values["partial"] = _shares(question)
    return {name: value for name, value in values.items() if value not in ("", (), {}, None)}


def _shares(question: AnyQuestion) -> tuple[str, ...]:
    match question.interaction():
        case Choice(options):
            shares = [option.partial for option in options]
        case TextEntry(gaps):
            shares = [option.partial for gap in gaps for option in gap.partial]
        case _:
            shares = []
    return tuple(str(share.share) if share else "" for share in shares) if any(shares) else ()


def normal(content: Content, pictures: dict[str, bytes]) -> object:
    """Return content in a form that is equal for equal text, however it is escaped and wherever its pictures are."""
    return _normal(content.blocks, pictures)


def _normal(node: object, pictures: dict[str, bytes]) -> Any:
    match node:
        case Image(file, alt):
            return ("Image", pictures.get(file), alt)
        case tuple():
            return _joined([each for part in node for each in _nodes(part, pictures)])
    if is_dataclass(node):
        values = (getattr(node, each.name) for each in fields(node) if each.compare)
        return (type(node).__name__, *(_normal(value, pictures) for value in values))
    return node


def _nodes(node: object, pictures: dict[str, bytes]) -> list[Any]:
    """Return a node as one or more: without markup, line feeds are in plain text."""
    match node:
        case Paragraph(inlines):
            return [("Paragraph", paragraph) for paragraph in _paragraphs(_normal(inlines, pictures)) if paragraph]
        case Plain(text):
            lines = [("Plain", line) for line in text.split("\n")]
            return [each for line in lines for each in (("LineBreak",), line)][1:]
    return [_normal(node, pictures)]


def _paragraphs(nodes: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Divide nodes at two ends of lines, and drop those at either end."""
    start = 0
    for index, pair in enumerate(pairwise(nodes)):
        if pair == (("LineBreak",), ("LineBreak",)):
            yield _stripped(nodes[start:index])
            start = index + 1
    yield _stripped(nodes[start:])


def _stripped(nodes: tuple[Any, ...]) -> tuple[Any, ...]:
    while nodes[-1:] == (("LineBreak",),):
        nodes = nodes[:-1]
    while nodes[:1] == (("LineBreak",),):
        nodes = nodes[1:]
    return nodes


def _joined(nodes: list[Any]) -> tuple[Any, ...]:
    """Return nodes without empty text, and with texts that are side by side as one."""
    joined: list[Any] = []
    for node in nodes:
        match joined, node:
            case _, ("Plain", ""):
                pass
            case [*_, ("Plain", before)], ("Plain", text):
                joined[-1] = ("Plain", f"{before}{text}")
            case _:
                joined.append(node)
    return tuple(joined)
