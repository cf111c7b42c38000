"""Write workbooks whose text Excel leaves as it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from io import BytesIO
from tempfile import gettempdir
from typing import TYPE_CHECKING, NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font

from sco_quiz.core.errors import ExportError
from sco_quiz.disk.os_errors import os_errors_as
from sco_quiz.formats.sheets.grid import letter_of

try:  # openpyxl writes with it where it is installed
    from lxml.etree import LxmlError

    _LXML_ERRORS: tuple[type[Exception], ...] = (LxmlError,)
except ImportError:
    _LXML_ERRORS = ()

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Value = str | int | float
MAX_CELL = 32_767  # characters; Excel reports a file with more as damaged
_TEXT = "@"  # the format of cells in which Excel converts nothing
# what Excel reads as a character by its number, and what XML cannot have
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Table(NamedTuple):
    """A sheet: its name, its rows of text and numbers, and the widths of its columns."""

    name: str
    rows: Iterable[Iterable[Value]]
    widths: Sequence[int]


def workbook(rows: Iterable[Iterable[Value]], widths: Sequence[int], header: int = 1) -> bytes:
    """Return a workbook of one sheet; the rows down to that of the headings stay visible."""
    return workbook_of([Table("Questions", rows, widths)], header)


def workbook_of(tables: Iterable[Table], header: int = 1) -> bytes:
    """Return a workbook of several sheets, each with headings in that row. Raises ExportError for a full disk."""
    with _temporary_files():
        return _workbook(tables, header)


@contextmanager
def _temporary_files() -> Iterator[None]:
    """Raise ExportError if openpyxl cannot write the files into which it puts each sheet first."""
    with os_errors_as(ExportError, "a temporary file cannot be written"):
        folder = gettempdir()
    with os_errors_as(ExportError, f"{folder}: a temporary file cannot be written"):
        try:
            yield
        except _LXML_ERRORS as error:  # it names those of the system, such as IO_ENOSPC
            raise OSError("no space left on device" if "ENOSPC" in str(error) else str(error)) from error


def _workbook(tables: Iterable[Table], header: int) -> bytes:
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = f"A{header + 1}"
        for at, width in enumerate(table.widths):
            dimension = sheet.column_dimensions[letter_of(at)]
            dimension.width, dimension.number_format = width, _TEXT
        _fill(sheet, table.rows, header)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: "WriteOnlyWorksheet", rows: Iterable[Iterable[Value]], header: int) -> None:
    usual, heading = _Style(sheet, bold=False), _Style(sheet, bold=True)
    for number, row in enumerate(rows, start=1):
        style = heading if number == header else usual
        sheet.append([style.cell(value) if value != "" else None for value in row])


class _Style:
    """Makes cells with a style that is set up once: for each cell, that would take most of the time."""

    def __init__(self, sheet: "WriteOnlyWorksheet", bold: bool) -> None:
        self.sheet = sheet
        self.number = WriteOnlyCell(sheet)
        self.number.alignment, self.number.font = Alignment(wrap_text=True, vertical="top"), Font(bold=bold)
        self.text = copy(self.number)
        self.text.number_format = _TEXT

    def cell(self, value: Value) -> Cell:
        """Return a cell with a value."""
        cell = WriteOnlyCell(self.sheet, coded(value) if isinstance(value, str) else value)
        cell._style = (self.text if isinstance(value, str) else self.number)._style  # type: ignore[attr-defined]
        if isinstance(value, str):
            cell.data_type = "s"  # else text that starts with an equals sign is a formula
        return cell


def coded(text: str) -> str:
    """Return text as the XML of a workbook has it."""
    return _CODED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
