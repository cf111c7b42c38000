"""How far the cells of a workbook reach, measured before they are read: one far away would fill the memory."""

from dataclasses import dataclass
from xml.parsers import expat

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats.exchange.archive import Archive

MAX_ROWS = 300_000
MAX_CELLS = 5_000_000  # far beyond any list of questions; empty ones between two others count, too
_MAX_DIGITS = 9  # of a number of rows or columns
_CONTENT = "content.xml"
_BINARY = "xl/workbook.bin"
_AGAIN = "open the file in its program and save it again"


def refused(archive: Archive) -> Problem | None:
    """Return why it is not safe to read the sheets of a workbook, or None."""
    if _BINARY in archive.members:
        return Problem("unknown-format", "this is a binary workbook", Place(archive.name), "save it as .xlsx")
    return next(filter(None, (_refused_member(archive, member) for member in archive.members)), None)


def _refused_member(archive: Archive, member: str) -> Problem | None:
    text = archive.read(member)
    if isinstance(text, Problem):
        return text if member.endswith(".xml") else None
    # a workbook may name any of its members as a sheet
    if member != _CONTENT and b"sheetData" not in text.replace(b"\0", b""):
        return None
    try:
        extent = _Extent().read(text)
    except _EntityError:
        return Problem("unsafe-file", f"`{member}` declares entities", Place(archive.name), _AGAIN)
    except (expat.ExpatError, LookupError) as error:
        message = f"`{member}` in this archive is damaged: {error}"
        return Problem("damaged-file", message, Place(archive.name), _AGAIN)
    if extent.rows <= MAX_ROWS and extent.rows * extent.columns <= MAX_CELLS:
        return None
    message = f"this sheet has more than {MAX_ROWS} rows or {MAX_CELLS} cells"
    hint = "delete the cells far below or to the right of the questions"
    return Problem("unsafe-file", message, Place(archive.name), hint)


class _EntityError(Exception):
    """The file declares entities."""


@dataclass(slots=True)
class _Extent:
    """The last row and the last column with a cell, read from the tags of a sheet of Excel or OpenDocument."""

    rows: int = 0
    columns: int = 0
    _row: int = 0
    _column: int = 0

    def read(self, text: bytes) -> "_Extent":
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EntityDeclHandler = parser.StartDoctypeDeclHandler = self._declared
        parser.Parse(text, True)
        return self

    def _declared(self, *_about: object) -> None:
        raise _EntityError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "row":
                self._row, self._column = _number(_of(attributes, "r")) or self._row + 1, 0
            case "c":
                row, self._column = _position(_of(attributes, "r"), self._row, self._column + 1)
                self._reach(row)
            case "table":
                self._row = 0
            case "table-row":
                self._row, self._column = self._row + (_number(_of(attributes, "number-rows-repeated")) or 1), 0
            case "table-cell":
                self._column += _number(_of(attributes, "number-columns-repeated")) or 1
                if _of(attributes, "value-type"):
                    self._reach(self._row)

    def _reach(self, rows: int) -> None:
        self.rows, self.columns = max(self.rows, rows), max(self.columns, self._column)


def _of(attributes: dict[str, str], name: str) -> str:
    return next((value for key, value in attributes.items() if key.rpartition(":")[2] == name), "")


def _number(text: str) -> int:
    text = text.strip()
    if not text.isdecimal():
        return 0
    return int(text) if len(text) <= _MAX_DIGITS else 10**_MAX_DIGITS


def _position(reference: str, row: int, column: int) -> tuple[int, int]:
    """Return the row and column that a reference such as `B7` names; `row` and `column` for what it does not have."""
    letters = reference.rstrip("0123456789")
    if not letters.isalpha() or not letters.isascii():
        return row, column
    number = 0
    for letter in letters[:_MAX_DIGITS].upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return _number(reference.removeprefix(letters)) or row, number
