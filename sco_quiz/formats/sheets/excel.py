"""Write workbooks whose text Excel leaves as it is."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from sco_quiz.formats.sheets.grid import letter_of

Value = str | int
_TEXT = "@"  # the format of cells in which Excel converts nothing
# what Excel reads as a character by its number, and what XML cannot have
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|[\ufffe\uffff]")


def workbook(rows: Iterable[Sequence[Value]], widths: Sequence[int], header: int = 1) -> bytes:
    """Return a workbook of text and whole numbers; the rows down to that of the headings stay visible."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Questions")
    sheet.freeze_panes = f"A{header + 1}"
    for at, width in enumerate(widths):
        dimension = sheet.column_dimensions[letter_of(at)]
        dimension.width, dimension.number_format = width, _TEXT
    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for number, row in enumerate(rows, start=1):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, coded(value) if isinstance(value, str) else value)
            cell.alignment = wrapped
            if isinstance(value, str):
                # by its type, text that starts with an equals sign is not a formula
                cell.data_type, cell.number_format = "s", _TEXT
            if number == header:
                cell.font = bold
            cells.append(cell if value != "" else None)
        sheet.append(cells)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def coded(text: str) -> str:
    """Return text as the XML of a workbook has it."""
    return _CODED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
