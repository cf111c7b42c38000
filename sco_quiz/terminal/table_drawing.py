"""Draw a table with Rich: in columns, or where the window is too narrow for them, row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from sco_quiz.core.nodes import Alignment

GAP = 3
MIN_COLUMN = 8
"""Characters that a column needs, with the gap to the next one: in less, words are hard to read."""


@dataclass(frozen=True, slots=True)
class TableDrawing:
    """The cells of a table, its header first; a narrow one says before each cell what its column is."""

    header: Sequence[Text]
    rows: Sequence[Sequence[Text]]
    alignments: Sequence[Alignment]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        # Rich would drop columns for which there is no room
        needed = sum(min(MIN_COLUMN, width + GAP) for width in self._widths()) - GAP
        yield self._in_columns() if needed <= options.max_width else self._row_by_row()

    def _widths(self) -> Iterator[int]:
        """Yield the width of each column, its words in one line."""
        for column in zip(self.header, *self.rows, strict=True):
            yield max(cell.cell_len for cell in column)

    def _in_columns(self) -> Table:
        table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
        for heading, alignment in zip(self.header, self.alignments, strict=True):
            table.add_column(heading, justify=alignment or "left", overflow="fold")
        for row in self.rows:
            table.add_row(*row)
        return table

    def _row_by_row(self) -> RenderableType:
        lines = Table.grid(padding=(0, 1))
        lines.add_column(overflow="fold")
        for number, row in enumerate(self.rows):
            if number:
                lines.add_row("")
            for heading, cell in zip(self.header, row, strict=True):
                lines.add_row(Text.assemble((heading.plain, "bold"), ": " if heading.plain else "", cell))
        return lines
