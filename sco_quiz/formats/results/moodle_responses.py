"""Read Moodle's report “Responses” of a quiz: a row for each attempt, a column for each response.

Its headings are in the language of the user, so columns are known by their position: name, email, state, started,
completed, time taken, grade; then for each question, with its number, the question, the response and the right answer,
as far as the teacher chose them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby

from sco_quiz.core.bank import Bank
from sco_quiz.core.interaction import Choice
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.letters import fold
from sco_quiz.core.problem import Problem
from sco_quiz.core.submission import Submission, SubmittedAnswer
from sco_quiz.formats.draft import GUESS
from sco_quiz.formats.results.moodle_response_text import NO_ANSWER, read_response
from sco_quiz.formats.sheets.grid import Row, Sheet
from sco_quiz.formats.sheets.reader import sheets_of

SUFFIXES = (".csv", ".tsv", ".xlsx", ".ods")
_NUMBERED = re.compile(r"(.*\S)\s*?(\d+)")
_DATES = ("%d %B %Y %I:%M %p", "%d %B %Y %H:%M", "%d %B %Y %H:%M:%S", "%Y-%m-%d %H:%M", "%d/%m/%y, %H:%M:%S")
_FIRST_NAME = {"first name", "vorname", "имя", "prenom", "nombre", "名"}
# before the first question: state, started, completed, time taken, grade
_STATE, _STARTED, _COMPLETED = -5, -4, -3
_FEWEST = 7  # columns before the first question, with a name and an email
_HINT = "download the report “Responses” with “question text” and “right answer” chosen"


@dataclass(frozen=True, slots=True)
class _Column:
    """The columns of one question; `asked` and `right` are None if they were not chosen."""

    number: int
    asked: int | None
    response: int
    right: int | None


def is_responses(data: bytes, name: str) -> bool:
    """Return whether a file is such a report."""
    sheets = sheets_of(data, name, GUESS)
    return not isinstance(sheets, Problem) and any(each.rows and _first(each.rows[0]) for each in sheets)


def parse_responses(data: bytes, name: str, bank: Bank) -> Iterator[Submission | Problem]:
    """Yield what each pupil answered, and what cannot be matched with the bank."""
    sheets = sheets_of(data, name, GUESS)
    if isinstance(sheets, Problem):
        yield sheets
        return
    for sheet in (each for each in sheets if each.rows):
        if _first(sheet.rows[0]):
            yield from _read(sheet, bank)
        else:
            message = "this is not a report “Responses” of Moodle"
            yield Problem("not-a-result", message, sheet.place(sheet.rows[0]), _HINT)


def _read(sheet: Sheet, bank: Bank) -> Iterator[Submission | Problem]:
    head, *rows = sheet.rows
    first = _first(head)
    matched: dict[int, AnyQuestion] = {}
    for column in _columns(head, first, rows, bank):
        question = _question(column, rows, bank)
        if question is None or question in matched.values():
            message = f"question {column.number} of this report does not match one question of the bank"
            yield Problem("not-a-result", message, sheet.place(head, column.response), _HINT)
        else:
            matched[column.response] = question
    # a row without a state has averages
    for row in (each for each in rows if each[first + _STATE]):
        name = _name(head, row)
        if row[first + _COMPLETED] in ("", NO_ANSWER):
            message = f"the attempt of {name} is not finished"
            yield Problem("not-a-result", message, sheet.place(row), "wait until it is, or submit it in Moodle")
        else:
            yield _submission(sheet, row, first, name, matched, bank)


def _submission(
    sheet: Sheet, row: Row, first: int, name: str, matched: dict[int, AnyQuestion], bank: Bank
) -> Submission:
    # without a date that can be read, the order of the rows says which attempt was the last
    completed = _date(row[first + _COMPLETED]) or datetime.fromtimestamp(0, UTC) + timedelta(minutes=row.number)
    began = _date(row[first + _STARTED])
    return Submission(
        file=f"{sheet.file} row {row.number}",
        bank=bank.id,
        student=name,
        at=completed,
        answers=tuple(
            SubmittedAnswer(question.id, question.first_id, read_response(question.interaction(), row[at]))
            for at, question in matched.items()
        ),
        began=began,
        used=max(0, round((completed - began).total_seconds())) if began else None,
        email=next((cell for cell in row.cells[:first] if re.fullmatch(r"\S+@\S+", cell.strip())), ""),
    )


def _first(head: Row) -> int:
    """Return where the columns of questions begin; 0 if there are none."""
    found = [at for at, cell in enumerate(head.cells) if (m := _NUMBERED.fullmatch(cell.strip())) and m[2] == "1"]
    return found[0] if found and found[0] >= _FEWEST else 0


def _columns(head: Row, first: int, rows: list[Row], bank: Bank) -> Iterator[_Column]:
    """Yield the columns of each question, in the order that Moodle has them."""
    numbered = [(at, m) for at in range(first, len(head.cells)) if (m := _NUMBERED.fullmatch(head[at]))]
    for number, group in groupby(numbered, key=lambda each: int(each[1][2])):
        match [at for at, _ in group]:
            case [response]:
                yield _Column(number, None, response, None)
            case [left, right]:
                asked = any(_by_prompt(row[left], bank) for row in rows)
                yield _Column(number, left, right, None) if asked else _Column(number, None, left, right)
            case [asked_at, response, right, *_]:
                yield _Column(number, asked_at, response, right)


def _question(column: _Column, rows: Iterable[Row], bank: Bank) -> AnyQuestion | None:
    """Return the one question of all rows; None if there is none, or several."""
    found: dict[str, AnyQuestion] = {}
    for row in rows:
        by_prompt = _by_prompt(row[column.asked], bank) if column.asked is not None else []
        for question in by_prompt or (_by_key(row[column.right], bank) if column.right is not None else []):
            found[question.id] = question
    return next(iter(found.values())) if len(found) == 1 else None


def _by_prompt(cell: str, bank: Bank) -> list[AnyQuestion]:
    """Return the questions with the longest prompt that a cell has; the options may follow it."""
    text = _letters(cell)
    inside = [(len(prompt), q) for q in bank.questions if (prompt := _letters(q.stem.plain)) and prompt in text]
    longest = max((length for length, _ in inside), default=0)
    return [question for length, question in inside if length == longest]


def _by_key(cell: str, bank: Bank) -> list[AnyQuestion]:
    """Return the questions whose right answer a cell has; true or false alone says too little."""
    asked = ((question, question.interaction()) for question in bank.questions if cell)
    told = ((q, each) for q, each in asked if not (isinstance(each, Choice) and each.by_key))
    return [q for q, each in told if (response := read_response(each, cell)) and q.grade(response).credit == 1]


def _letters(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())


def _name(head: Row, row: Row) -> str:
    return f"{row[0]} {row[1]}" if fold(head[0]) in _FIRST_NAME else f"{row[1]} {row[0]}"


def _date(cell: str) -> datetime | None:
    text = " ".join(cell.split())
    for pattern in _DATES:
        try:
            return datetime.strptime(text, pattern).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
