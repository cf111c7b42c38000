"""The results of a class as a workbook: the gradebook, and a sheet with a row for each question."""

from collections.abc import Iterable, Iterator

from sco_quiz.core.class_results import ClassResults
from sco_quiz.formats.results.class_table import Cell, gradebook, questions_table
from sco_quiz.formats.sheets.excel import MAX_CELL, Table, workbook_of

_PUPIL_WIDTHS = (28, 28, *[10] * 5, 28)
_QUESTION_WIDTHS = (24, 60, 10, 10, 40, 10)


def render(results: ClassResults) -> bytes:
    """Return the file; its text stays text, also where it looks like a formula."""
    widths = (*_PUPIL_WIDTHS, *[10 for _ in results.questions])
    pupils = Table("Pupils", _short(gradebook(results)), widths)
    return workbook_of([pupils, Table("Questions", _short(questions_table(results)), _QUESTION_WIDTHS)])


def _short(rows: Iterable[Iterable[Cell]]) -> Iterator[list[Cell]]:
    for row in rows:
        yield [cell[:MAX_CELL] if isinstance(cell, str) else cell for cell in row]
