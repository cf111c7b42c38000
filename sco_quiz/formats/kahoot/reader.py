"""Read a sheet for Kahoot: its layout is known, its text is plain."""

from collections.abc import Iterator

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import ReadOptions
from sco_quiz.formats.exchange.item import Item, Parsed
from sco_quiz.formats.sheets.columns import Columns, by_headings
from sco_quiz.formats.sheets.grid import Sheet
from sco_quiz.formats.sheets.keys import Style
from sco_quiz.formats.sheets.rows import RowReader
from sco_quiz.formats.sheets.workbook import has_words, read_workbook

_HEADINGS = ("Question - max", "Time limit")  # the starts of two headings
_TOP = 12  # rows in which the headings are


def is_like(data: bytes, name: str) -> bool:
    """Return whether a file is a workbook with Kahoot's headings."""
    return has_words(data, name, *map(str.encode, _HEADINGS))


def parse(data: bytes, name: str, options: ReadOptions) -> Parsed:
    """Return the questions of a sheet; the time for each is not read, since a learner has any time."""
    sheets = read_workbook(data, name)
    if isinstance(sheets, Problem):
        return Parsed((), (sheets,))
    problems: list[Problem] = []
    found = ((sheet, by_headings(sheet)) for sheet in sheets if _has_headings(sheet))
    items = tuple(item for sheet, columns in found if columns for item in _items(sheet, columns, problems))
    if not items and not problems:
        hint = "fill in the template of Kahoot, with its headings in row 8; for any other sheet, use the format `xlsx`"
        problems.append(
            Problem("unknown-columns", "this file has no questions below Kahoot's headings", Place(name), hint)
        )
    return Parsed(items, tuple(problems))


def _has_headings(sheet: Sheet) -> bool:
    return any(
        all(any(cell.startswith(heading) for cell in row.cells) for heading in _HEADINGS) for row in sheet.rows[:_TOP]
    )


def _items(sheet: Sheet, columns: Columns, problems: list[Problem]) -> Iterator[Item]:
    return RowReader(sheet, columns, problems, literal=True, given=Style("number")).items()
