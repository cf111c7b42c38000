"""Read what a user says about columns: `question=B, options=C-F, key=G`."""

import re
from collections.abc import Iterable
from typing import get_args

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.core.suggest import suggest
from sco_quiz.formats.sheets.columns import Columns, columns_of
from sco_quiz.formats.sheets.grid import Row, Sheet, letter_of
from sco_quiz.formats.sheets.headings import Heading, Meaning, headings_in, normalized

HOW = (
    'name columns by their letters or headings: `--columns "question=B, options=C-F, key=G, explanation=H"`; '
    "`wrong=D-F` has wrong answers beside a right one in `key`, `first=3` is the row of the first question"
)
_PAIR = re.compile(r"\s*([a-z]+)\s*=\s*([^=]+?)\s*(?:,(?=\s*[a-z]+\s*=)|$)")
_LETTERS = re.compile(r"([A-Z]{1,2})(?:\s*[-:]\s*([A-Z]{1,2}))?")
_TITLES = 12
_MAX_DIGITS = 9  # of the number of a row


def columns_from(spec: str, sheet: Sheet) -> Columns | Problem:
    """Return the columns of a sheet as a user names them, or what is wrong with it."""
    pairs = dict(_PAIR.findall(spec))
    if not pairs or _PAIR.sub("", spec).strip():
        return _wrong(f"`{spec}` does not say which column means what", sheet)
    first = pairs.pop("first", "")
    header = next((row for row in sheet.rows[:_TITLES] if _names_columns(row, pairs.values())), None)
    at = _first_row(sheet, first, header)
    headings: dict[int, Heading] = {}
    for name, value in pairs.items():
        if name not in get_args(Meaning):
            hint = suggest(name, get_args(Meaning), otherwise=HOW)
            return _wrong(f"`{name}` is not a meaning of a column; {hint}", sheet)
        columns = _columns_in(value, header, sheet.width)
        if not columns:
            return _wrong(f"this sheet has no column `{value}`", sheet)
        meaning: Meaning = "option" if name == "options" and len(columns) > 1 else name
        headings.update({column: Heading(meaning) for column in columns})
    found = columns_of(headings, sheet.rows[at:], at, header) if "question" in pairs else None
    return found or _wrong("no column is named as that of the question", sheet)


def _wrong(message: str, sheet: Sheet) -> Problem:
    return Problem("unknown-columns", message, Place(sheet.file), HOW)


def _names_columns(row: Row, names: Iterable[str]) -> bool:
    """Return whether a row has headings: those that the user names, or known ones."""
    wanted = {normalized(part) for name in names for part in name.split(",")}
    cells = {normalized(cell) for cell in row.cells if len(cell.strip()) > 2}
    headings = headings_in([cell for cell in row.cells if len(cell.strip()) > 2]).values()
    return bool(wanted & cells) or len(headings) > 1 or any(heading.meaning == "question" for heading in headings)


def _first_row(sheet: Sheet, first: str, header: Row | None) -> int:
    number = int(first[:_MAX_DIGITS]) if first.isdecimal() else header.number + 1 if header else 1
    return next((at for at, row in enumerate(sheet.rows) if row.number >= number), len(sheet.rows))


def _columns_in(value: str, header: Row | None, width: int) -> list[int]:
    """Return the columns that a value names: letters, a range of letters, or headings with commas between.

    `B` is the second column, also where the heading of an option is `B`.
    """
    named = {normalized(cell): at for at, cell in reversed(list(enumerate(header.cells)))} if header else {}
    letters = {letter_of(at): at for at in range(width)}
    columns: list[int] = []
    for part in value.split(","):
        found = _LETTERS.fullmatch(part.strip().upper())
        is_letters = found and {found[1], found[2] or found[1]} <= set(letters)
        if normalized(part) in named and not (is_letters and part.isupper()):
            columns.append(named[normalized(part)])
        elif found and is_letters:
            columns += range(letters[found[1]], letters[found[2] or found[1]] + 1)
        else:
            return []
    return columns
