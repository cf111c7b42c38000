"""Tables of Markdown: rows between upright lines, below headings and a rule."""

import re
from collections.abc import Iterator
from itertools import islice

from sco_quiz.formats.sheets.grid import Row

_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?[ \t]*)?")
# one before an upright line makes it text
_DIVIDER = re.compile(r"(?<!\\)\|")


def is_piped(text: str) -> bool:
    """Return whether text starts with a table, perhaps below titles."""
    lines = (line.strip() for line in text.split("\n"))
    first, second, *_ = *islice((line for line in lines if line and not line.startswith("#")), 2), "", ""
    return "|" in first and _RULE.fullmatch(second) is not None


def piped_rows(text: str) -> Iterator[Row]:
    """Yield the rows of tables; another line is a row with one cell."""
    for number, line in enumerate(text.split("\n"), start=1):
        bare = line.strip()
        if bare and not _RULE.fullmatch(line.rstrip()):
            yield Row(number, tuple(_cells(bare)), line=number)


def _cells(line: str) -> list[str]:
    ended = line.endswith("|") and not line.endswith("\\|")
    inside = line.removeprefix("|")[: -1 if ended else None] if line.startswith("|") else line
    return [cell.strip().replace("\\|", "|") for cell in _DIVIDER.split(inside)]
