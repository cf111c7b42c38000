"""The cells of a sheet as text, each row with its number and place."""

from dataclasses import dataclass, field

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem

_SHOWN = 40  # characters of a cell in the line that a problem shows


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number as spreadsheet programs count, its cells, and the columns whose cells are dates.

    `line` is that of its start in a file of text, where a cell may have several lines.
    """

    number: int
    cells: tuple[str, ...]
    dates: frozenset[int] = frozenset()
    line: int = 0

    def __getitem__(self, column: int) -> str:
        """Return the text of a cell without the spaces around it; nothing behind the last one."""
        return self.cells[column].strip() if column < len(self.cells) else ""

    @property
    def is_empty(self) -> bool:
        """Whether no cell has text."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet that have text. `file` is what problems call it: with the name of the sheet, if several.

    `problems` are what could not be read. In a sheet that is `markdown`, cells have its markup.
    """

    file: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = field(default=())
    markdown: bool = False

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((len(row.cells) for row in self.rows), default=0)

    def place(self, row: Row, column: int = 0) -> Place:
        """Return the place of a cell, in a line that shows its row."""
        shown = [_short(cell) for cell in row.cells]
        while shown and not shown[-1]:
            shown.pop()
        offset = sum(len(cell) + 3 for cell in shown[:column])
        width = len(shown[column]) if column < len(shown) else 1
        return Place(self.file, row.line or row.number, offset + 1, max(width, 1), " | ".join(shown))


def _short(cell: str) -> str:
    text = " ".join(cell.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def letter_of(column: int) -> str:
    """Return the letters by which programs call a column, counted from 0.

    >>> letter_of(0), letter_of(25), letter_of(26)
    ('A', 'Z', 'AA')
    """
    before, last = divmod(column, 26)
    return (letter_of(before - 1) if before else "") + chr(ord("A") + last)
