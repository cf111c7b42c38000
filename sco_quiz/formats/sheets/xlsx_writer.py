"""Write a bank as a workbook with all fields, which comes back without loss."""

from collections.abc import Iterable

from sco_quiz.core.bank import Bank
from sco_quiz.formats.package import Loss, Package
from sco_quiz.formats.sheets.excel import coded, workbook
from sco_quiz.formats.sheets.own_columns import cells_of, lost_pictures, table_of
from sco_quiz.formats.sheets.safe_cells import protected_in_workbook

MAX_CELL = 32_767  # characters; Excel reports a file with more as damaged
_WIDTHS = dict.fromkeys(("prompt", "explanation", "beyond"), 60)
_OTHERS = 24


def write(bank: Bank) -> Package:
    """Return a file with a row for each question."""
    too_long = tuple(_too_long(bank))
    held = bank.without([loss.question for loss in too_long])
    header, *rows = table_of(held)
    widths = [_WIDTHS.get(name, _OTHERS) for name in header]
    return Package(
        {f"{bank.id}.xlsx": workbook([header, *map(_protected, rows)], widths)}, (*too_long, *lost_pictures(held))
    )


def _too_long(bank: Bank) -> Iterable[Loss]:
    for question in bank.questions:
        for name, text in cells_of(bank, question).items():
            if len(coded(protected_in_workbook(text))) > MAX_CELL:
                what = f"`{name}` has more than {MAX_CELL} characters, which no cell of Excel can hold"
                yield Loss(question.id, (), "text-too-long", what)
                break


def _protected(row: list[str]) -> list[str]:
    return list(map(protected_in_workbook, row))
