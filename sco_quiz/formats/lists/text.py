"""Lines of a file or document, with the formats of their characters."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from textwrap import dedent

from sco_quiz.core.place import Place
from sco_quiz.formats.exchange.item import RichText, TextForm
from sco_quiz.formats.rich_text.formulas import Formula, split_formulas

_INDENT = re.compile("^ +", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters with the HTML elements around them, or a picture by its name.

    `alt` is the alternative text of the picture. `key` says that they are bold, underlined or colored, as teachers mark
    the right option, `style` names the style of characters in a document.
    """

    text: str
    elements: tuple[str, ...] = ()
    picture: str = ""
    key: bool = False
    style: str = ""
    alt: str = ""

    @property
    def html(self) -> str:
        """The run as HTML."""
        inside = (
            f'<img src="{escape(self.picture)}" alt="{escape(self.alt)}">'
            if self.picture
            else escape(self.text, quote=False)
        )
        for element in reversed(self.elements):
            inside = f"<{element}>{inside}</{element}>"
        return inside


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph; `files` are its pictures by their name, `style` is that of a paragraph it begins.

    `form` is that of its text if no characters have formats.
    """

    runs: tuple[Run, ...]
    place: Place
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    style: str = ""
    form: TextForm = "plain"

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(run.text for run in self.runs)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is in it."""
        return not self.text.strip() and not self.files

    @property
    def is_key(self) -> bool:
        """Whether all of its characters are emphasized."""
        words = [run for run in self.runs if run.text.strip()]
        return bool(words) and all(run.key for run in words)

    def cut(self, start: int, end: int | None = None) -> "Line":
        """Return a part of it by the offsets of its characters, without space around it."""
        text = self.text[start:end]
        begin = start + len(text) - len(text.lstrip())
        return replace(self, runs=tuple(_cut(self.runs, begin, start + len(text.rstrip()))))

    @property
    def html(self) -> str:
        """It as HTML; what emphasizes all of it says nothing about its words."""
        runs = self.runs
        if self.is_key:
            runs = tuple(replace(run, elements=tuple(each for each in run.elements if each != "b")) for run in runs)
        return "".join(run.html for run in runs)


def _cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        inside = run.text[max(start - at, 0) : max(end - at, 0)]
        if inside or run.picture:
            yield replace(run, text=inside)
        at += len(run.text)


def rich(lines: Iterable[Line]) -> RichText:
    """Return lines as one text: plain text, or HTML where characters have formats or there are formulas."""
    lines = tuple(lines)
    if not any(run.elements or run.picture for line in lines for run in line.runs):
        return _without_formats([line.text for line in lines], lines[0].form if lines else "plain")
    files = {name: data for line in lines for name, data in line.files.items()}
    return RichText("<br>".join(line.html for line in lines), "html", files)


def _without_formats(lines: Sequence[str], form: TextForm) -> RichText:
    """Return text whose lines, such as those of code, keep what they are indented more than others below the first."""
    text = "\n".join([*(line.strip() for line in lines[:1]), *dedent("\n".join(lines[1:])).split("\n")]).rstrip()
    if form != "plain" or not any(isinstance(piece, Formula) for piece in split_formulas(text)):
        return RichText(text, form)
    indented = _INDENT.sub(lambda found: "&nbsp;" * len(found[0]), escape(text, quote=False))
    return RichText(indented.replace("\n", "<br>"), "html")
