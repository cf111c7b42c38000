"""Read a sheet of questions: CSV, TSV, Excel or OpenDocument."""

from collections.abc import Sequence

from sco_quiz.core.place import Place
from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import GUESS, ReadOptions
from sco_quiz.formats.exchange.item import Item, Parsed
from sco_quiz.formats.exchange.reasons import named_problem
from sco_quiz.formats.sheets.columns import Columns, by_content, by_headings, shown_columns, spec_of
from sco_quiz.formats.sheets.columns_option import HOW, columns_from
from sco_quiz.formats.sheets.delimited import read_delimited
from sco_quiz.formats.sheets.grid import Sheet
from sco_quiz.formats.sheets.headings import headings_in
from sco_quiz.formats.sheets.keys import SHOWN
from sco_quiz.formats.sheets.lines import has_lines, read_lines
from sco_quiz.formats.sheets.own_reader import own_columns, read_own
from sco_quiz.formats.sheets.rows import RowReader
from sco_quiz.formats.sheets.workbook import is_spreadsheet, is_workbook, read_workbook

_SAMPLE = 20_000  # bytes


def is_like(data: bytes, name: str) -> bool:
    """Return whether a file is a workbook, or text with columns for questions and answers."""
    if is_workbook(data):
        return is_spreadsheet(data, name)
    sample = data if len(data) < _SAMPLE else data[:_SAMPLE].rpartition(b"\n")[0]
    sheet = read_delimited(sample, name, GUESS)
    if isinstance(sheet, Problem):
        return False
    guess = own_columns(sheet) or by_headings(sheet) or by_content(sheet)
    return guess is not None and not (isinstance(guess, Columns) and guess.header is None and not guess.options)


def parse(data: bytes, name: str, options: ReadOptions) -> Parsed:
    """Return the questions of all sheets, and how their columns were understood."""
    sheets = sheets_of(data, name, options)
    if isinstance(sheets, Problem):
        return Parsed((), (sheets,))
    read = [_read(sheet, options.columns) for sheet in sheets]
    if not any(each.items or each.drafts or each.problems for each in read):
        return Parsed((), (Problem("unknown-columns", "this file has no rows with questions", Place(name), HOW),))
    return Parsed(
        tuple(item for each in read for item in each.items),
        tuple(problem for each in read for problem in each.problems),
        tuple(line for each in read for line in each.guess),
        tuple(draft for each in read for draft in each.drafts),
    )


def sheets_of(data: bytes, name: str, options: ReadOptions) -> Sequence[Sheet] | Problem:
    """Return the sheets of a file, or why it cannot be read."""
    if is_workbook(data):
        return read_workbook(data, name)
    sheet = read_delimited(data, name, options)
    return sheet if isinstance(sheet, Problem) else [sheet]


def _read(sheet: Sheet, spec: str) -> Parsed:
    problems = list(sheet.problems)
    if not sheet.rows:
        return Parsed((), tuple(problems))
    if not spec and (own := own_columns(sheet)):
        return read_own(sheet, own)
    if not spec and has_lines(sheet):
        items = tuple(read_lines(sheet, problems))
        return Parsed(items, tuple(problems), _guess_of_lines(sheet, items))
    columns = columns_from(spec, sheet) if spec else by_headings(sheet) or by_content(sheet)
    if columns is None:
        rows = counted(len(sheet.rows), "row")
        message = f"no headings, and no key that means one of the options: the {rows} of this sheet are not read"
        columns = Problem("unknown-columns", message, sheet.place(sheet.rows[0]), HOW)
    elif not isinstance(columns, Problem) and columns.lacks_key:
        message = "no column of this sheet says which option is right"
        columns = Problem("unknown-columns", message, sheet.place(columns.header or sheet.rows[0]), HOW)
    if isinstance(columns, Problem):
        return Parsed((), (*problems, columns))
    return read_rows(sheet, columns, problems)


def read_rows(sheet: Sheet, columns: Columns, problems: list[Problem]) -> Parsed:
    """Return the questions of a sheet whose columns are known."""
    reader = RowReader(sheet, columns, problems)
    items = tuple(reader.items())
    reader.warn_of_points()
    problems += _not_read(sheet, columns)
    return Parsed(items, tuple(problems), tuple(_guess(reader)))


def _not_read(sheet: Sheet, columns: Columns) -> list[Problem]:
    """Return a warning for each column with text that is not read, but not for one of row numbers."""
    header, rows = columns.header, sheet.rows[columns.first :]
    known = headings_in(header.cells) if header else {}
    skipped = {*columns.used, *(at for at, heading in known.items() if heading.meaning == "row")}
    unread = (at for at in range(sheet.width) if at not in skipped and any(row[at] for row in rows))
    place = header or sheet.rows[0]
    return [
        named_problem("lost-setting", f"{shown_columns([at], header)} is not read", sheet.place(place, at))
        for at in unread
    ]


def _guess(reader: RowReader) -> list[str]:
    """Return lines that tell a teacher what each column was taken for."""
    columns, header = reader.columns, reader.columns.header
    asked = sum(bool(row[columns.question]) for row in reader.rows)
    lines = [f"{reader.sheet.file}: {counted(asked, 'row')} with questions"]
    if header:
        lines.append(f"row {header.number}: headings")
    lines.append(f"{shown_columns([columns.question], header)}: question")
    if columns.options:
        lines.append(f"{shown_columns(columns.options, header)}: options")
    if columns.listed is not None:
        lines.append(f"{shown_columns([columns.listed], header)}: all options, in one cell")
    if columns.keys:
        choices = columns.options or columns.listed is not None
        meant = SHOWN[reader.style.style] if choices else "the right answer"
        lines.append(f"{shown_columns(columns.keys, header)}: {meant}")
    if columns.wrong:
        lines.append(f"{shown_columns(columns.wrong, header)}: wrong answers")
    for meaning, found in columns.rest.items():
        shown = "topic" if meaning == "type" and not reader.types else meaning
        lines.append(f"{shown_columns(found, header)}: {shown}")
    return [*lines, f'if a column is wrong, name the right ones: `--columns "{spec_of(columns)}"`']


def _guess_of_lines(sheet: Sheet, items: Sequence[Item]) -> tuple[str, ...]:
    return (
        f"{sheet.file}: {counted(len(items), 'question')}, each line in a row of its own",
        "column A: 1 before a question, 0 before an option, -1 before the right option",
        "column B: text",
    )
