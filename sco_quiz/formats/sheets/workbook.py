"""Read the cells of Excel and OpenDocument files, as text that a teacher sees in them."""

import re
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from sco_quiz.core.errors import ScoQuizError
from sco_quiz.core.packages import install_line
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats.exchange.archive import Archive, is_zip, read_archive
from sco_quiz.formats.sheets.extent import refused
from sco_quiz.formats.sheets.grid import Row, Sheet

_OLD = b"\xd0\xcf\x11\xe0"  # the start of .xls, and of files with a password
_SHEET = re.compile(r"(?i)content\.xml|/?xl/worksheets/[^/]+\.xml")
_TEXTS = re.compile(r"(?i)/?xl/(?:worksheets/[^/]+|sharedStrings)\.xml")
_AGAIN = "open the file in its program and save it again"


def is_workbook(data: bytes) -> bool:
    """Return whether data starts like a file of a spreadsheet program."""
    return is_zip(data) or data.startswith(_OLD)


def is_spreadsheet(data: bytes, name: str) -> bool:
    """Return whether a file is a workbook of Excel or OpenDocument, judged by the names in its archive."""
    archive = read_archive(data, name) if is_zip(data) else None
    return isinstance(archive, Archive) and any(map(_SHEET.fullmatch, archive.members))


def has_words(data: bytes, name: str, *words: bytes) -> bool:
    """Return whether all words are in the cells of a workbook of Excel; no package is needed to tell."""
    archive = read_archive(data, name) if is_zip(data) else None
    if not isinstance(archive, Archive):
        return False
    texts = (archive.read(member) for member in archive.members if _TEXTS.fullmatch(member))
    found = b"".join(text for text in texts if isinstance(text, bytes))
    return all(word in found for word in words)


def read_workbook(data: bytes, name: str) -> list[Sheet] | Problem:
    """Return the sheets of a file that have cells, or why it cannot be read. Raises ScoQuizError."""
    try:
        from python_calamine import CalamineError, PasswordError, load_workbook
    except ImportError as error:
        raise ScoQuizError(
            f"reading a workbook needs the package python_calamine: {install_line('exchange')}"
        ) from error
    if is_zip(data):
        archive = read_archive(data, name)
        if flaw := archive if isinstance(archive, Problem) else refused(archive):
            return flaw
    try:
        book = load_workbook(BytesIO(data))
        sheets = ((each, book.get_sheet_by_name(each)) for each in book.sheet_names)
        values = {each: sheet.to_python(skip_empty_area=False) for each, sheet in sheets}
    except PasswordError:
        return Problem("damaged-file", "this file has a password", Place(name), "save it without a password")
    except BaseException as error:
        # a panic in its Rust code is not an Exception
        if not isinstance(error, CalamineError | OSError | ValueError) and type(error).__module__ != "pyo3_runtime":
            raise
        return Problem("damaged-file", f"this file cannot be read as a workbook: {error}", Place(name), _AGAIN)
    filled = {each: cells for each, cells in values.items() if any(map(any, cells))}
    return [_sheet(f"{name}[{each}]" if len(filled) > 1 else name, cells) for each, cells in filled.items()]


def _sheet(file: str, rows: list[list[Any]]) -> Sheet:
    read = (_row(number, values) for number, values in enumerate(rows, start=1) if any(value != "" for value in values))
    return Sheet(file, tuple(row for row in read if not row.is_empty))


def _row(number: int, values: list[Any]) -> Row:
    dates = frozenset(at for at, value in enumerate(values) if isinstance(value, date | time | timedelta))
    return Row(number, tuple(map(text_of_value, values)), dates)


def text_of_value(value: object) -> str:
    """Return a value as its program shows it: a number without needless decimals, TRUE, a date as 2010-02-03."""
    match value:
        case bool():
            return str(value).upper()
        case float() | int():
            return f"{value:.15g}"
        case datetime() if value.time() == time(0):
            return value.date().isoformat()
        case datetime():
            return value.isoformat(" ", "minutes")
        case time():
            return value.isoformat("minutes")
        case _:
            return str(value)
