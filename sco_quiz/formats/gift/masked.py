"""Slices of GIFT text in which escaped characters are masked, so that they are not taken for syntax."""

import re
from dataclasses import dataclass
from typing import Self

from sco_quiz.formats.exchange.item import RichText, TextForm

# Moodle undoes these escapes and leaves any other backslash as it is
_ESCAPE = re.compile(r"\\([:#={}~n\\])")
_FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]")
_FORMS: dict[str, TextForm] = {"html": "html", "moodle": "moodle", "plain": "plain", "markdown": "markdown"}
# white space as PHP trims it: a no-break space stays
_SPACE = " \t\n\r\0\v"


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a block: its text, the same with each escape as two null characters, and its offset in the block."""

    source: str
    masked: str
    start: int = 0

    @classmethod
    def of(cls, source: str) -> Self:
        """Return text as a slice."""
        return cls(source, _ESCAPE.sub("\0\0", source))

    def __bool__(self) -> bool:
        return bool(self.source)

    def cut(self, start: int, end: int | None = None) -> "Slice":
        """Return a part without the white space around it."""
        masked = self.masked[start:end]
        # null characters mask escapes: only here white space is less than in _SPACE
        begin = start + len(masked) - len(masked.lstrip(" \t\n\r\v"))
        stop = start + len(masked.rstrip(" \t\n\r\v"))
        return Slice(self.source[begin:stop], self.masked[begin:stop], self.start + begin)

    def split(self, separator: str) -> list["Slice"]:
        """Return the parts between separators that are not escaped."""
        parts, start = [], 0
        while (end := self.masked.find(separator, start)) >= 0:
            parts.append(self.cut(start, end))
            start = end + len(separator)
        return [*parts, self.cut(start)]

    def partition(self, separator: str) -> tuple["Slice", "Slice"]:
        """Return what is before and after the first separator; nothing is after it without one."""
        at = self.masked.find(separator)
        return (self.cut(0), Slice("", "")) if at < 0 else (self.cut(0, at), self.cut(at + len(separator)))

    @property
    def text(self) -> str:
        """The text without escapes."""
        return unescaped(self.source)

    def rich(self, form: TextForm) -> RichText:
        """Return the text in the form that its tag names, or else in a given one."""
        tag = _FORMAT.match(self.source)
        if tag:
            return RichText(unescaped(self.source[tag.end() :]), _FORMS[tag[1]])
        return RichText(self.text, form)


def unescaped(source: str) -> str:
    """Return text without its escapes, and without white space around it."""
    return _ESCAPE.sub(lambda pair: "\n" if pair[1] == "n" else pair[1], source).strip(_SPACE)
