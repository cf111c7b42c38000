"""Read the sheet of all fields that the program writes: its columns are known by their names, nothing is guessed."""

from collections.abc import Iterator, Mapping
from itertools import islice

from sco_quiz.core.kinds import KINDS
from sco_quiz.core.problem import Problem
from sco_quiz.core.suggest import suggest
from sco_quiz.formats.draft import Draft
from sco_quiz.formats.exchange.item import Parsed
from sco_quiz.formats.exchange.reasons import named_problem
from sco_quiz.formats.sheets.grid import Row, Sheet, letter_of
from sco_quiz.formats.sheets.own_columns import column_names, values_of
from sco_quiz.formats.sheets.own_text import as_markdown
from sco_quiz.formats.sheets.safe_cells import unprotected

_NEEDED = {"id", "type", "prompt"}
_SAMPLE = 100  # rows


def own_columns(sheet: Sheet) -> Mapping[str, int] | None:
    """Return the columns by name if a sheet is one of the program, else None."""
    if not sheet.rows:
        return None
    known = set(column_names())
    named = {name: at for at, name in enumerate(sheet.rows[0].cells) if name in known}
    if not named.keys() >= _NEEDED:
        return None
    types = [row[named["type"]] for row in islice(sheet.rows, 1, _SAMPLE)]
    return named if sum(kind in KINDS for kind in types) * 2 >= len(types) else None


def read_own(sheet: Sheet, columns: Mapping[str, int]) -> Parsed:
    """Return the questions of a sheet of the program."""
    problems = [*sheet.problems, *_unread(sheet, columns)]
    rows = [(row, _cells(row, columns)) for row in sheet.rows[1:]]
    markup = next((cells["markup"] for _, cells in rows if "markup" in cells), "plain")
    drafts = tuple(draft for row, cells in rows for draft in _draft(sheet, row, cells, markup, columns, problems))
    return Parsed((), tuple(problems), drafts=drafts)


def _cells(row: Row, columns: Mapping[str, int]) -> dict[str, str]:
    """Return the cells of a row that have text, with the spaces around it, which may be a part of it."""
    found = ((name, row.cells[at]) for name, at in columns.items() if row[at])
    return {name: unprotected(cell) for name, cell in found}


def _draft(
    sheet: Sheet, row: Row, cells: dict[str, str], usual: str, columns: Mapping[str, int], problems: list[Problem]
) -> Iterator[Draft]:
    markup, topic = cells.pop("markup", usual), cells.pop("topic", "")
    place = sheet.place(row, columns["type"])
    kind = cells.get("type", "")
    if kind not in KINDS:
        message = f"row {row.number}, column {letter_of(columns['type'])}: `{kind}` is not a type of question"
        problems.append(Problem("unknown-type", message, place, suggest(kind, KINDS)))
        return
    name = cells.pop("id", "")
    values = values_of(KINDS[kind], cells)
    if markup != "markdown":
        values = as_markdown(KINDS[kind], values)
    yield Draft(values, sheet.place(row, columns["prompt"]), idnumber=name, category=topic)


def _unread(sheet: Sheet, columns: Mapping[str, int]) -> Iterator[Problem]:
    header, *rows = sheet.rows
    for at in range(sheet.width):
        if at not in columns.values() and any(row[at] for row in rows):
            message = f'column {letter_of(at)} "{header[at]}" is not read'
            yield named_problem("lost-setting", message, sheet.place(header, at))
