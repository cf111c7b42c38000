"""Write a bank as a workbook with all fields, which comes back without loss."""

from collections.abc import Iterator, Mapping

from sco_quiz.core.bank import Bank
from sco_quiz.formats.package import Loss, Package
from sco_quiz.formats.sheets.excel import MAX_CELL, coded, workbook
from sco_quiz.formats.sheets.own_columns import cells_of, lost_pictures, table_of
from sco_quiz.formats.sheets.safe_cells import protected_in_workbook

_WIDTHS = dict.fromkeys(("prompt", "explanation", "beyond"), 60)
_OTHERS = 24


def write(bank: Bank) -> Package:
    """Return a file with a row for each question."""
    cells = {question.id: cells_of(bank, question) for question in bank.questions}
    too_long = tuple(loss for name, row in cells.items() for loss in _too_long(name, row))
    left_out = {loss.question for loss in too_long}
    header, *rows = table_of([row for name, row in cells.items() if name not in left_out])
    widths = [_WIDTHS.get(name, _OTHERS) for name in header]
    data = workbook([header, *(map(protected_in_workbook, row) for row in rows)], widths)
    return Package({f"{bank.id}.xlsx": data}, (*too_long, *lost_pictures(bank.without(left_out))))


def _too_long(question: str, cells: Mapping[str, str]) -> Iterator[Loss]:
    for name, text in cells.items():
        if len(coded(protected_in_workbook(text))) > MAX_CELL:
            yield Loss(question, (), "text-too-long", f"`{name}` has more than {MAX_CELL} characters, Excel's maximum")
