"""Sheets made for tests, and what reading gives."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from sco_quiz.core.problem import Severity
from sco_quiz.formats import format_named
from sco_quiz.formats.draft import Draft, Reading, ReadOptions

Cells = Sequence[Any]


def workbook_of(sheets: Mapping[str, Iterable[Cells]]) -> bytes:
    """Return a workbook with the values, as a teacher types them."""
    book = Workbook()
    assert book.active
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def read_rows(rows: Iterable[Cells], columns: str = "") -> Reading:
    """Read a workbook with one sheet."""
    return read(workbook_of({"Sheet1": rows}), "quiz.xlsx", columns)


def read_text(text: str, columns: str = "", encoding: str = "") -> Reading:
    """Read CSV."""
    return read(text.encode(encoding or "utf-8"), "quiz.csv", columns, encoding)


def read(data: bytes, name: str, columns: str = "", encoding: str = "") -> Reading:
    """Read a file by its suffix."""
    form = format_named(name.rpartition(".")[2])
    assert form
    return form.read(data, name, ReadOptions(encoding=encoding, columns=columns))


def answers_of(draft: Draft) -> tuple[list[str], list[str]]:
    """Return what is right and what is wrong in a draft."""
    values = draft.values
    right = values["answers"] if "answers" in values else [values["answer"]]
    wrong = [next(iter(each)) if isinstance(each, dict) else each for each in values.get("distractors", ())]
    return list(map(str, right)), wrong


def errors_of(reading: Reading) -> list[str]:
    """Return the names of what was not read."""
    return [problem.name for problem in reading.problems if problem.severity is Severity.ERROR]


def warnings_of(reading: Reading) -> list[str]:
    """Return the names of what is lost or in doubt."""
    return [problem.name for problem in reading.problems if problem.severity is Severity.WARNING]
