"""Draw a table with Rich: in columns, or where the window is too narrow for them, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from sco_quiz.core.nodes import Alignment

MIN_COLUMN = 8
"""Characters that a column needs, with the space to the next one: in less, words are hard to read."""


@dataclass(frozen=True, slots=True)
class TableDrawing:
    """The cells of a table, its header first; a narrow one says before each cell what its column is."""

    header: Sequence[Text]
    rows: Sequence[Sequence[Text]]
    alignments: Sequence[Alignment]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        table = self._in_columns()
        width = options.max_width
        # Rich would drop columns for which there is no room
        fits = width >= MIN_COLUMN * len(self.header) or Measurement.get(console, options, table).maximum <= width
        yield table if fits else self._row_by_row()

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
            lines.add_row("─" if number else "")
            for heading, cell in zip(self.header, row, strict=True):
                lines.add_row(Text.assemble((heading.plain, "bold"), ": " if heading.plain else "", cell))
        return lines
