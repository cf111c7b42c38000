"""A tolerant line scanner, used when libyaml cannot parse the file."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sco_quiz.loading.document import QUESTION_START, Document

# unlike YAML, with spaces and without quotes in almost any form, to find what a person meant as a name
_KEY = r"""[^\s:"'\[\]{}#&*!|>%@`,-][^:]*?|-?[^\s:"'\[\]{}#&*!|>%@`,-][^:]*?|"[^"]*"|'[^']*'"""
_ROW = re.compile(rf"( *)((?:-(?: +|$))*)(?:({_KEY}):(?: +|$))?(.*)")
_COMMENT = re.compile(r"\s*(?:#|$)")


class Row(NamedTuple):
    """One line: where it starts, its dash if it has one, the field it names, and what follows; columns from 0."""

    line: int
    indent: int
    dash: bool
    start: int
    key: str
    value: str

    @property
    def bare(self) -> bool:
        """Whether nothing follows the dash or the name, so that a list or mapping may be below."""
        return (self.dash or bool(self.key)) and not self.value

    @property
    def margin(self) -> int:
        """The column beyond which lines that continue this one start."""
        return self.start if self.key or not self.dash else self.indent

    @property
    def folded(self) -> bool:
        """Whether the text is below a `>` or `|`."""
        return self.value[:1] in (">", "|") and len(self.value) < 4


def is_start(row: Row) -> bool:
    """Return whether a question starts here."""
    return row.dash and row.key in ("id", "type")


def starts(document: Document, end: int) -> list[int]:
    """Return the lines before one in which questions start."""
    return [number for number, text in enumerate(document.lines[:end]) if QUESTION_START.match(text)]


def read_row(document: Document, number: int) -> Row:
    """Return a line by itself."""
    text = document.lines[number]
    found = _ROW.match(text)
    if found is None:  # every line matches; a type checker cannot know
        return Row(number, 0, False, 0, "", text)
    value = "" if found[4].startswith("#") else found[4].rstrip()
    start = found.end(2)
    return Row(number, len(found[1]), bool(found[2]), start, (found[3] or "").strip("\"'"), value)


def read_rows(document: Document, first: int, last: int) -> Iterator[tuple[Row, Row | None]]:
    """Yield the rows from one line to another, each with the previous one, but no text that rightly continues."""
    before: Row | None = None
    number = first
    while number <= min(last, len(document.lines) - 1):
        row = read_row(document, number)
        number += 1
        if _COMMENT.match(document.lines[row.line]) or (before and _continues(before, row)):
            continue
        yield row, before
        before = row
        number = _closing(document, row, number)


def _continues(before: Row, row: Row) -> bool:
    if row.indent <= before.margin or before.bare:
        return False
    return before.folded or not (row.dash or row.key)


def _closing(document: Document, row: Row, number: int) -> int:
    """Return the line after the one in which a quote or bracket closes that opens in this row."""
    # the lines of a quoted or bracketed value are not rows, even when they look like fields
    close = {'"': '"', "'": "'", "[": "]", "{": "}"}.get(row.value[:1])
    if close is None or close in row.value[1:]:
        return number
    while number < len(document.lines) and close not in document.lines[number]:
        number += 1
    return number + 1
