"""Write a bank as a workbook with all fields, which comes back without loss."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from sco_quiz.core.bank import Bank
from sco_quiz.formats.package import Loss, Package
from sco_quiz.formats.sheets.grid import letter_of
from sco_quiz.formats.sheets.own_columns import cells_of, lost_pictures, table_of
from sco_quiz.formats.sheets.safe_cells import protected_in_workbook

MAX_CELL = 32_767  # characters; Excel reports a file with more as damaged
_WIDTHS = dict.fromkeys(("prompt", "explanation", "beyond"), 60)
_OTHERS = 24
# what Excel reads as a character by its number, and what XML cannot have
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|[\ufffe\uffff]")
_TEXT = "@"  # the format of cells in which Excel converts nothing


def write(bank: Bank) -> Package:
    """Return a file with a row for each question."""
    too_long = tuple(_too_long(bank))
    held = bank.without([loss.question for loss in too_long])
    header, *rows = table_of(held)
    widths = [_WIDTHS.get(name, _OTHERS) for name in header]
    return Package({f"{bank.id}.xlsx": workbook([header, *rows], widths)}, (*too_long, *lost_pictures(held)))


def _too_long(bank: Bank) -> Iterable[Loss]:
    for question in bank.questions:
        for name, text in cells_of(bank, question).items():
            if len(_coded(protected_in_workbook(text))) > MAX_CELL:
                what = f"`{name}` has more than {MAX_CELL} characters, which no cell of Excel can hold"
                yield Loss(question.id, (), "text-too-long", what)
                break


def workbook(rows: Iterable[Sequence[str]], widths: Sequence[int], header: int = 1) -> bytes:
    """Return a workbook of text; the rows down to that of the headings stay visible."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Questions")
    sheet.freeze_panes = f"A{header + 1}"
    for at, width in enumerate(widths):
        dimension = sheet.column_dimensions[letter_of(at)]
        dimension.width, dimension.number_format = width, _TEXT
    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for number, row in enumerate(rows, start=1):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, _coded(protected_in_workbook(text)) or None)
            if text:
                cell.data_type, cell.number_format, cell.alignment = "s", _TEXT, wrapped
            if number == header:
                cell.font = bold
            cells.append(cell)
        sheet.append(cells)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _coded(text: str) -> str:
    return _CODED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
