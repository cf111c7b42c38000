"""Read CSV and TSV: the separator is found by how evenly it divides the rows."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import ReadOptions
from sco_quiz.formats.exchange.encoding import text_of
from sco_quiz.formats.sheets.grid import Row, Sheet
from sco_quiz.formats.sheets.piped import is_piped, piped_rows

if TYPE_CHECKING:
    import _csv

_SEPARATORS = "\t;,|"
_SAMPLE = 200  # rows
_SHOWN = 500  # characters of a line
_NOT_PAIRED = "write a quote inside a quoted cell twice, and close each quote at the end of its cell"


def read_delimited(data: bytes, name: str, options: ReadOptions) -> Sheet | Problem:
    """Return the rows of a file, or why it cannot be read: of CSV, or of a table in Markdown.

    A first line such as `sep=;` names the separator.
    """
    text = text_of(data, name, options)
    if isinstance(text, Problem):
        return text
    if is_piped(text):
        return Sheet(name, tuple(piped_rows(text)), markdown=True)
    first, _, rest = text.partition("\n")
    if first.strip('"').casefold().startswith("sep=") and len(first.strip('"')) == len("sep=;"):
        # the line stays, so that the others keep their numbers, but spreadsheet programs do not count it as a row
        return sheet_of("\n" + rest, name, first.strip('"')[-1], number=0)
    return sheet_of(text, name, separator_of(text))


def separator_of(text: str) -> str:
    """Return the character that divides most rows into the same number of cells, the most cells of all.

    One that also divides the first row so is preferred: in headings, no character joins several answers.
    """
    return max(_SEPARATORS, key=lambda separator: _evenness(text, separator))


def _evenness(text: str, separator: str) -> tuple[bool, float]:
    rows = [len(row) for row in _sample(text, separator) if any(row)]
    counts = Counter(count for count in rows if count > 1)
    if not counts:
        return False, 0.0
    cells, often = counts.most_common(1)[0]
    return rows[0] == cells, cells * often / len(rows)


def _sample(text: str, separator: str) -> Iterator[list[str]]:
    reader = _reader(text, separator, strict=False)
    for _ in range(_SAMPLE):
        try:
            yield next(reader)
        except csv.Error:
            continue
        except StopIteration:
            return


def _reader(text: str, separator: str, strict: bool) -> "_csv.Reader":
    spaced = f'{separator} "' in text and f'{separator}"' not in text
    return csv.reader(StringIO(text), delimiter=separator, strict=strict, skipinitialspace=spaced)


def sheet_of(text: str, name: str, separator: str, number: int = 1) -> Sheet:
    """Return the rows of text; `number` is that of the first line."""
    problems: list[Problem] = []
    rows = tuple(_rows(text, name, separator, number, problems))
    return Sheet(name, rows, tuple(problems))


def _rows(text: str, name: str, separator: str, number: int, problems: list[Problem]) -> Iterator[Row]:
    """Yield the rows; one with quotes that are not in pairs is a problem."""
    reader = _reader(text, separator, strict=True)
    lines = text.split("\n")
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            place = Place(name, line, 1, text=lines[line - 1][:_SHOWN])
            length = max(map(len, lines[line - 1 : reader.line_num]), default=0)
            flaw = _flaw(reader.line_num - line, length)
            problems.append(Problem("unreadable-question", flaw, place, _NOT_PAIRED))
        else:
            row = Row(number, tuple(cells), line=line)
            if not row.is_empty:
                yield row
        number, line = number + 1, reader.line_num + 1


def _flaw(more_lines: int, length: int) -> str:
    if length > csv.field_size_limit():
        return f"a cell of this row has more than {csv.field_size_limit()} characters"
    if more_lines > 0:
        return f"a quote in this row is not closed; the {more_lines} lines after it would be in its cell"
    return "the quotes in this row are not in pairs"
