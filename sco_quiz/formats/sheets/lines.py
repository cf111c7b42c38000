"""Sheets with one line of a question in each row: 1 before a question, 0 before an option, -1 before the right one."""

import re
from collections.abc import Iterator

from sco_quiz.core.problem import Problem
from sco_quiz.formats.exchange.item import Item
from sco_quiz.formats.sheets.cell_text import rich
from sco_quiz.formats.sheets.grid import Row, Sheet
from sco_quiz.formats.sheets.rows import choice_of

_QUESTION, _RIGHT = "1", "-1"
_MARKS = {_QUESTION, "0", _RIGHT, ""}
_NUMBER = re.compile(r"(?<!\d)\d+\s*[-.)]+\s*")


def has_lines(sheet: Sheet) -> bool:
    """Return whether the first column has these marks in all rows."""
    marks = [row[0] for row in sheet.rows]
    return sheet.width >= 2 and set(marks) <= _MARKS and _QUESTION in marks and _RIGHT in marks


def read_lines(sheet: Sheet, problems: list[Problem]) -> Iterator[Item]:
    """Yield an item for each question."""
    question: list[Row] = []
    for row in sheet.rows:
        if row[0] == _QUESTION and question:
            yield from _item(question, sheet, problems)
            question = []
        question.append(row)
    yield from _item(question, sheet, problems)


def _item(rows: list[Row], sheet: Sheet, problems: list[Problem]) -> Iterator[Item]:
    first, *options = rows
    place = sheet.place(first, 1)
    if first[0] != _QUESTION:
        message = f"row {first.number}: these rows come before the first question"
        problems.append(Problem("unreadable-question", message, place, "write 1 into column A of a question"))
        return
    right = [at for at, row in enumerate(options) if row[0] == _RIGHT]
    if not right:
        message = f"row {first.number}: no option of this question is marked as right"
        problems.append(Problem("no-right-answer", message, place, "write -1 into column A of the right option"))
        return
    texts = [rich(row[1]) for row in options]
    yield Item(place, rich(_NUMBER.sub("", first[1], count=1)), choice_of(texts, right, len(right) == 1))
