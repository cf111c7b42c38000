"""Read decks of Anki: notes with a front and a back become short answers, those with gaps become clozes."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from sco_quiz.core.character_references import decoded
from sco_quiz.core.html_tags import closed_part, without_tags
from sco_quiz.core.place import Place
from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem
from sco_quiz.core.shorten import shorten
from sco_quiz.formats.anki_notes.collection import NAMES, Media, Note, NoteType, read_collection
from sco_quiz.formats.anki_notes.gaps import NestedGap, gaps_of
from sco_quiz.formats.anki_notes.plain_notes import is_plain, read_plain
from sco_quiz.formats.anki_notes.templates import Shape, shape_of
from sco_quiz.formats.draft import ReadOptions
from sco_quiz.formats.exchange.item import Answer, Body, GapsBody, Item, Parsed, RichText, TextBody
from sco_quiz.formats.exchange.reasons import QuestionError, named_problem

MAX_ANSWER = 12
"""How many words a learner can be asked to type."""

_OURS = "sco_quiz "
_SOUND = re.compile(r"\[sound:[^\]]*\]|\[anki:play:[^\]]*\]")
# the mark before a formula, that after it, and what we write instead of them
_FORMULAS = (("[$$]", "[/$$]", r"\[", r"\]"), ("[$]", "[/$]", r"\(", r"\)"), ("[latex]", "[/latex]", r"\(", r"\)"))
# never beyond the next picture: many that are broken stay linear
_PICTURE = re.compile(r"<img(?:(?!<img)[^>])+?src\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_LIST = re.compile(r"<li\b", re.IGNORECASE)
_OCCLUSION = "image-occlusion:"
_PRIVATE = re.compile("[\ue010\ue011]")


def is_like(data: bytes, name: str) -> bool:
    """Return whether a file looks like a deck of Anki, packed or as text."""
    return any(entry.encode() in data for entry in NAMES) if data.startswith(b"PK") else is_plain(data, name)


def parse(data: bytes, name: str, options: ReadOptions) -> Parsed:
    """Return the questions of a deck."""
    if is_plain(data, name):
        notes, problems = read_plain(data, name, options)
        return _Reader(name, Media(None), list(problems)).read(notes)
    read = read_collection(data, name)
    if isinstance(read, Problem):
        return Parsed((), (read,))
    notes, media = read
    if notes and all(note.type.name.startswith(_OURS) for note in notes):
        hint = f"use `sco-quiz history import anki {name}` for its reviews; its questions are in your bank"
        return Parsed((), (Problem("own-deck", "sco-quiz wrote this deck", Place(name), hint),))
    return _Reader(name, media).read(notes)


@dataclass(slots=True)
class _Reader:
    """Reads note after note; in a package, a place has the number of a note as its line."""

    file: str
    media: Media
    problems: list[Problem] = field(default_factory=list)
    unused: Counter[str] = field(default_factory=Counter)
    wordless: dict[NoteType, frozenset[str]] = field(default_factory=dict)

    def read(self, notes: tuple[Note, ...]) -> Parsed:
        items = []
        for note in notes:
            left = self.wordless.get(note.type, frozenset(note.fields))
            self.wordless[note.type] = left - {name for name in left if _says_something(note.fields[name])}
        for at, note in enumerate(notes, 1):
            place = Place(self.file, note.line or at, 1, 1, shorten(_text(next(iter(note.fields.values()), ""))))
            try:
                items.append(self._item(note, place))
            except QuestionError as error:
                self.problems.append(named_problem(error.name, error.message, place, error.hint))
        return Parsed(tuple(items), (*self.problems, *self._about_file()))

    def _item(self, note: Note, place: Place) -> Item:
        if note.type.name.startswith(_OURS):
            raise QuestionError("own-deck", "sco-quiz wrote this note", "its question is in your bank")
        if any(_OCCLUSION in value for value in note.fields.values()):
            raise QuestionError("unsupported-kind", "a picture with hidden parts (image occlusion)")
        shape = shape_of(note.type, self.wordless[note.type])
        front = note.fields.get(shape.front, "")
        prompt, body = self._cloze(front) if note.type.cloze else (front, self._typed(note, shape, place))
        if not _says_something(prompt):
            lack = "has only a sound" if _SOUND.search(prompt) else "is empty"
            raise QuestionError("unreadable-question", f"the field {shape.front} {lack}")
        self._count_unused(note, shape)
        return Item(
            place,
            self._rich(prompt, private=note.type.cloze),
            body,
            category="" if note.deck == "Default" else note.deck.replace("::", "/"),
            feedback=self._rich("<br><br>".join(_filled(note, shape.more))),
            hints=tuple(map(self._rich, _filled(note, shape.hints))),
            tags=note.tags,
        )

    def _cloze(self, front: str) -> tuple[str, Body]:
        try:
            prompt, gaps = gaps_of(_PRIVATE.sub("", front))
        except NestedGap:
            raise QuestionError("unsupported-kind", "a gap inside another gap", "write two questions in Anki") from None
        if not gaps:
            raise QuestionError("unreadable-question", "a cloze without a gap such as {{c1::words}}")
        if len({gap.number for gap in gaps}) < len(gaps):
            self.unused["gaps that Anki hides together are hidden one by one here"] += 1
        bodies = (TextBody((Answer(self._rich(gap.hidden), Fraction(1)),), hint=gap.hint) for gap in gaps)
        return prompt, GapsBody(tuple((body, Fraction(1)) for body in bodies))

    def _typed(self, note: Note, shape: Shape, place: Place) -> Body:
        back = note.fields.get(shape.back, "")
        words = _text(back).split()
        if not _says_something(back):
            raise QuestionError("unreadable-question", f"the field {shape.back or 'for the answer'} is empty")
        if len(words) > MAX_ANSWER or _LIST.search(back):
            message = f"the answer has {counted(len(words), 'word')}; nobody can type it"
            hint = "shorten it and move the rest into the explanation, or offer options"
            self.problems.append(named_problem("long-answer", message, place, hint))
        return TextBody((Answer(self._rich(back), Fraction(1)),))

    def _count_unused(self, note: Note, shape: Shape) -> None:
        if any(not name or _text(note.fields.get(name, "")) for name in shape.further):
            self.unused["further cards of a note, such as the reversed one, have no question here"] += 1
        for name in shape.unused:
            if _text(note.fields.get(name, "")):
                self.unused[f"the field {name}, which no card shows, is skipped"] += 1

    def _about_file(self) -> Iterator[Problem]:
        for what, count in self.unused.items():
            message = f"{counted(count, 'note')}: {what}"
            yield named_problem("lost-field", message, Place(self.file))

    def _rich(self, html: str, private: bool = False) -> RichText:
        """Return a field as text, with the pictures that it shows."""
        html = _without_sounds(html if private else _PRIVATE.sub("", html), "<audio></audio>")
        for formula in _FORMULAS:
            html = _with_formulas(html, *formula)
        names = {decoded("".join(found)) for found in _PICTURE.findall(html)}
        return RichText(html, "html", self.media.named(names) if names else {})


def _with_formulas(html: str, opening: str, closing: str, before: str, after: str) -> str:
    """Return HTML with other marks around its formulas; those of a document of LaTeX have dollars within."""
    if opening not in html:
        return html
    # nothing is open after the last closing mark
    *parts, rest = html.split(closing)
    shown = []
    for part in parts:
        text, mark, tex = part.partition(opening)
        if opening == "[latex]":
            tex = tex.strip().removeprefix("$").removesuffix("$").strip()
        shown.append(f"{text}{before}{tex}{after}" if mark else part + closing)
    return "".join([*shown, rest])


def _filled(note: Note, names: tuple[str, ...]) -> Iterator[str]:
    """Yield the fields of these names that are not empty."""
    values = (note.fields.get(name, "") for name in names)
    return filter(_says_something, values)


def _says_something(html: str) -> bool:
    """Whether a field has words or a picture."""
    return bool(_text(html) or _PICTURE.search(html))


def _without_sounds(html: str, instead: str = "") -> str:
    closed, rest = closed_part(html, "]")
    return _SOUND.sub(instead, closed) + rest


def _text(html: str) -> str:
    """Return the words of a field, in one line."""
    return " ".join(decoded(without_tags(_without_sounds(html))).split())
