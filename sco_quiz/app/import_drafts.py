"""Validate drafts as questions of a bank, in the markup of their topics."""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any
from unicodedata import normalize

from sco_quiz.app.import_identity import content_of, id_for, own_id
from sco_quiz.app.import_plain import plain_values
from sco_quiz.app.import_topics import TopicName
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.markup.parse import Markup
from sco_quiz.core.problem import Problem
from sco_quiz.disk.reading import is_inside, read_file
from sco_quiz.formats.draft import UNSTATED_LEVEL, Draft
from sco_quiz.formats.exchange.reasons import named_problem
from sco_quiz.loading.pictures import MAX_BYTES, MEDIA, Flaw, PictureFolder
from sco_quiz.loading.validate_values import Fault, validate_values

_NO_ID = "no-id-yet"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A valid question that was read from a file, with a provisional id; `fields` are those that the file has.

    `content` is what equal questions share, `own_id` the id that the file gives it (empty: none), `wanted_id` the one
    that it should have in a bank.
    """

    draft: Draft
    question: AnyQuestion
    topic: TopicName
    file: str
    fields: tuple[str, ...]
    content: Hashable
    own_id: str
    wanted_id: str
    media: Mapping[str, bytes] = field(default_factory=dict, repr=False)


class Media:
    """The pictures of an import under names that no other picture has, in the bank or in the import."""

    def __init__(self, folder: Path | None) -> None:
        inside = folder and is_inside(folder / MEDIA, folder)
        listed = sorted((folder / MEDIA).rglob("*")) if folder and inside else []
        self._files = {f"{MEDIA}/{path.relative_to(folder / MEDIA).as_posix()}": path for path in listed if folder}
        self._names = {_folded(name): name for name in self._files}
        self.added: dict[str, bytes] = {}

    def name_for(self, file: str, data: bytes) -> str:
        """Return the name under which a picture is written: another one if a different picture has its name."""
        if name := self._taken_by(data, file):
            return name
        # only now: thousands of questions may show the same large picture
        path, mark = PurePosixPath(file), sha256(data).hexdigest()[:8]
        name = self._taken_by(data, str(path.with_stem(f"{path.stem}-{mark}")))
        assert name, "two pictures with one hash"
        return name

    def _taken_by(self, data: bytes, name: str) -> str:
        """Return a name for a picture that is free, or its own already; empty if a different picture has it."""
        there = self._names.get(_folded(name))
        if there is None:
            self._names[_folded(name)] = name
            self.added[name] = data
            return name
        return there if self._data(there) == data else ""

    def _data(self, name: str) -> bytes | None:
        """Return a picture; None for what is not a readable file, such as a folder, or a pipe, which may never end."""
        if name in self.added:
            return self.added[name]
        try:
            return read_file(self._files[name], MAX_BYTES)
        except OSError:
            return None


def _folded(name: str) -> str:
    """Return what names have in common that some systems, or the checks of a bank, take for one."""
    return normalize("NFC", name).casefold()


def validated(
    drafts: Iterable[tuple[Draft, TopicName]],
    file: str,
    markups: Mapping[str, Markup],
    media: Media,
    folder: Path | None,
) -> tuple[list[Incoming], list[Problem]]:
    """Return the valid questions of a file, and the problems of the others. `markups` has the topics that exist."""
    incoming, problems = [], []
    pictures = PictureFolder(folder or Path(), media.added)
    for draft, topic in drafts:
        names = {name: media.name_for(name, data) for name, data in draft.media.items()}
        values = _renamed(draft.values, {old: new for old, new in names.items() if old != new})
        flawed = {name: flaw for name in names.values() if isinstance(flaw := pictures.find(name), Flaw)}
        problems += [_lost(flaw, draft) for flaw in flawed.values()]
        values = {"level": UNSTATED_LEVEL, **_without(values, flawed), "id": _NO_ID}
        question, found = _question(values, markups.get(topic.id, "markdown"), pictures, topic)
        if question:
            fields = tuple(name for name in draft.values if name != "id")
            added = {new: draft.media[old] for old, new in names.items() if new not in flawed}
            # here, where its text has just been parsed
            content, own = content_of(question), own_id(draft, question)
            incoming.append(Incoming(draft, question, topic, file, fields, content, own, id_for(own, question), added))
        problems += [_problem(fault, draft) for fault in found]
    return incoming, problems


def _question(
    values: dict[str, Any], markup: Markup, pictures: PictureFolder, topic: TopicName
) -> tuple[AnyQuestion | None, list[Fault]]:
    question, faults = validate_values(values, "markdown", pictures)
    if markup == "markdown" or question is None:
        return question, faults
    plain = plain_values(values, bool(question.stem.gaps))
    found, faults = validate_values(plain, "plain") if plain else (None, [])
    if found and _texts(found) == _texts(question):
        return found, []
    message = f"the text has markup, and the text of the topic `{topic.id}` is plain"
    hint = f"write `markup: markdown` at the top of {topic.id}.yaml, or choose another topic with `--topic`"
    return None, faults or [Fault("plain-topic", "", message, hint)]


def _texts(question: AnyQuestion) -> list[str]:
    return [part.content.solved for part in question.parts()]


def _problem(fault: Fault, draft: Draft) -> Problem:
    path = (fault.field,) if fault.field else ()
    return Problem(fault.name, fault.message, draft.place, fault.hint, path=path)


def _lost(flaw: Flaw, draft: Draft) -> Problem:
    message = f"{flaw.message}; its description stands for it"
    return named_problem("lost-picture", message, draft.place, flaw.hint)


def _without(value: Any, pictures: Collection[str]) -> Any:
    """Return values whose text has descriptions in brackets instead of some pictures."""
    if not pictures:
        return value
    shown = "|".join(map(re.escape, pictures))
    # brackets in brackets would be a picture again
    return _replaced(value, lambda text: re.sub(rf"!(\[(?:\\.|[^\]\\])*\])\(<?(?:{shown})>?\)", r"\\\1", text))


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    """Return values whose text shows pictures under other names."""

    def renamed(text: str) -> str:
        for old, new in names.items():
            text = text.replace(f"({old})", f"({new})").replace(f"<{old}>", f"<{new}>")
        return text

    return _replaced(value, renamed) if names else value


def _replaced(value: Any, replace_in: Callable[[str], str]) -> Any:
    """Return values with all text replaced, that of keys, too."""
    match value:
        case str():
            return replace_in(value)
        case Mapping():
            return {_replaced(key, replace_in): _replaced(item, replace_in) for key, item in value.items()}
        case list() | tuple():
            return [_replaced(item, replace_in) for item in value]
        case _:
            return value


def with_id(incoming: Incoming, name: str) -> Incoming:
    """Return the question with its id."""
    return replace(incoming, question=incoming.question.model_copy(update={"id": name}))
