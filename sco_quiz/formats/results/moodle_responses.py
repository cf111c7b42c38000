"""Read Moodle's report “Responses” of a quiz: a row for each attempt, a column for each response.

Its headings are in the language of the user, so columns are known by their position: name, email, state, started,
completed, time taken, grade; then for each question, with its number, the question, the response and the right answer,
as far as the teacher chose them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.letters import fold
from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem
from sco_quiz.core.submission import Submission, SubmittedAnswer
from sco_quiz.formats.draft import GUESS
from sco_quiz.formats.exchange.reasons import named_problem
from sco_quiz.formats.results.moodle_dates import read_date
from sco_quiz.formats.results.moodle_matching import Column, Matcher
from sco_quiz.formats.results.moodle_response_text import NO_ANSWER, read_response
from sco_quiz.formats.results.submission_json import clean_name
from sco_quiz.formats.sheets.grid import Row, Sheet
from sco_quiz.formats.sheets.reader import sheets_of

SUFFIXES = (".csv", ".tsv", ".xlsx", ".ods")
MAX_ATTEMPTS = 10_000
MAX_QUESTIONS = 1000
# "Grade/1" and "Grade/10.1" have numbers, too
_NUMBERED = re.compile(r"(.*[^\s/.,\d])\s*(\d{1,4})")
_EMAIL = re.compile(r"\S+@\S+")
_FIRST_NAME = {"first name", "vorname", "имя", "prenom", "nombre", "名"}
# before the first question: state, started, completed, time taken, grade
_STATE, _STARTED, _COMPLETED = -5, -4, -3
_FEWEST = 7  # columns before the first question, with a name and an email
_HINT = (
    "in Moodle, choose “question text” and “right answer” above the report “Responses”, show it, and download it again"
)


def parse_responses(data: bytes, name: str, bank: Bank, sure: bool = True) -> Iterator[Submission | Problem]:
    """Yield what each pupil answered, and what cannot be matched with the bank.

    If it is not `sure` that the file is a report, yield nothing for another file.
    """
    sheets = sheets_of(data, name, GUESS)
    if isinstance(sheets, Problem):
        yield from [sheets] if sure else []
        return
    for sheet in (each for each in sheets if each.rows):
        if _first(sheet.rows[0]):
            yield from _read(sheet, bank)
        elif sure:
            message = "this is not a report “Responses” of Moodle"
            yield Problem("not-a-result", message, sheet.place(sheet.rows[0]), _HINT)


@dataclass(frozen=True, slots=True)
class _Report:
    """A report: where the columns of questions begin, and the questions that are the same for all attempts."""

    sheet: Sheet
    bank: Bank
    first: int
    columns: Sequence[Column]
    matcher: Matcher
    whole: Mapping[Column, AnyQuestion]

    def attempt(self, row: Row) -> Submission | Problem:
        """Return what a pupil answered, or that the attempt is not finished."""
        name = clean_name(_name(self.sheet.rows[0], row))
        if row[self.first + _COMPLETED] in ("", NO_ANSWER):
            begun = row[self.first + _STATE] != NO_ANSWER
            message = f"the attempt of {name} is not finished" if begun else f"{name} made no attempt"
            hint = "wait until it is, or submit it in Moodle" if begun else ""
            return named_problem("unfinished-attempt", message, self.sheet.place(row), hint)
        # without a date that can be read, the order of the rows says which attempt was the last
        late = datetime.fromtimestamp(0, UTC) + timedelta(minutes=row.number)
        completed, began = read_date(row[self.first + _COMPLETED]) or late, read_date(row[self.first + _STARTED])
        return Submission(
            file=f"{self.sheet.file} row {row.number}",
            bank=self.bank.id,
            student=name,
            at=completed,
            answers=tuple(self._answers(row)),
            began=began,
            used=max(0, round((completed - began).total_seconds())) if began else None,
            email=next((cell for cell in map(clean_name, row.cells[: self.first]) if _EMAIL.fullmatch(cell)), ""),
        )

    def _answers(self, row: Row) -> Iterator[SubmittedAnswer]:
        for column, question in self.matched(row).items():
            response = read_response(question.interaction(), row[column.response])
            yield SubmittedAnswer(question.id, question.first_id, response)

    def matched(self, row: Row) -> dict[Column, AnyQuestion]:
        """Return the question of each column in a row, each once."""
        found: dict[Column, AnyQuestion] = {}
        for column in self.columns:
            question = self.whole.get(column) or self.matcher.of_row(column, row)
            if question and question not in found.values():
                found[column] = question
        return found


def _read(sheet: Sheet, bank: Bank) -> Iterator[Submission | Problem]:
    yield from sheet.problems
    head, *rows = sheet.rows
    first, matcher = _first(head), Matcher(bank)
    # a row without a state has averages
    rows = [row for row in rows if row[first + _STATE]]
    columns = [*_columns(head, first, rows, matcher)]
    if len(rows) > MAX_ATTEMPTS or len(columns) > MAX_QUESTIONS:
        message = f"this report has more than {MAX_ATTEMPTS} attempts or {MAX_QUESTIONS} questions"
        yield Problem("unsafe-file", message, sheet.place(head), "download the report of one class")
        return
    silent = [column for column in columns if column.asked is None and column.right is None]
    told = matcher.by_responses(silent, rows)
    ordered = matcher.by_order(silent, told)
    report = _Report(sheet, bank, first, columns, matcher, told | ordered)
    attempts = [report.attempt(row) for row in rows]
    yield from attempts
    yield from _unmatched(
        report, [row for row, each in zip(rows, attempts, strict=True) if isinstance(each, Submission)]
    )
    if ordered:
        numbers = ", ".join(str(column.number) for column in ordered)
        message = f"only their order says which questions of the bank are the questions {numbers} of this report"
        yield named_problem("matched-by-order", message, sheet.place(head), _HINT)


def _unmatched(report: _Report, rows: Sequence[Row]) -> Iterator[Problem]:
    """Yield the questions of the report that rows do not match with one of the bank."""
    matched = Counter(column for row in rows for column in report.matched(row))
    for column in report.columns:
        if count := len(rows) - matched[column]:
            some = f", in {count} of {counted(len(rows), 'attempt')}" if matched[column] else ""
            message = f"question {column.number} of this report does not match one question of the bank{some}"
            place = report.sheet.place(report.sheet.rows[0], column.response)
            yield Problem("not-a-result", message, place, _HINT)


def _first(head: Row) -> int:
    """Return where the columns of questions begin; 0 if there are none."""
    found = [at for at, cell in enumerate(head.cells) if (m := _NUMBERED.fullmatch(cell.strip())) and m[2] == "1"]
    return found[0] if found and found[0] >= _FEWEST else 0


def _columns(head: Row, first: int, rows: Sequence[Row], matcher: Matcher) -> Iterator[Column]:
    """Yield the columns of each question, in the order that Moodle has them."""
    numbered = [(at, m) for at in range(first, len(head.cells)) if (m := _NUMBERED.fullmatch(head[at]))]
    for number, group in groupby(numbered, key=lambda each: int(each[1][2])):
        match [at for at, _ in group]:
            case [response]:
                yield Column(number, None, response, None)
            case [left, right]:
                asked = any(matcher.has_prompt(cell) for cell in {row[left] for row in rows})
                yield Column(number, left, right, None) if asked else Column(number, None, left, right)
            case [asked_at, response, right, *_]:
                yield Column(number, asked_at, response, right)


def _name(head: Row, row: Row) -> str:
    return f"{row[0]} {row[1]}" if fold(head[0]) in _FIRST_NAME else f"{row[1]} {row[0]}"
