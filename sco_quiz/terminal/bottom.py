"""The end of a page: what is asked and typed there, or which keys there are."""

from dataclasses import dataclass, replace

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from sco_quiz.terminal.drawing import page_width, rows_of
from sco_quiz.terminal.line_editor import LineEditor
from sco_quiz.terminal.page import Row
from sco_quiz.terminal.view import View

ROOM_TO_TYPE = 8
"""Columns that are free behind a prompt beside the clock; a longer prompt gets lines of its own."""

SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class Bottom:
    """A prompt with what is typed behind it, or (without an editor) a line of keys.

    `more` is the line of keys while the page continues below the window.
    """

    prompt: str
    editor: LineEditor | None = None
    room: int = ROOM_TO_TYPE
    more: str = ""
    is_blank: bool = False

    def blank(self) -> "Bottom":
        """Return one that is as tall, and empty: what is above it does not move when the keys are shown."""
        return replace(self, is_blank=True)

    def rows(self, console: Console, clock: str, width: int, view: View | None = None) -> tuple[list[Row], int]:
        """Return its rows, and the column of the cursor."""
        if self.editor:
            rows, column = self._typed(self.editor, console, clock, width)
            if view and view.keys:
                rows = [*rows_of(console, [Text(view.keys, style="dim")], width), *rows]
        else:
            keys = self.more if view and view.below else self.prompt
            lines = [Text(line, style="dim") for line in _lines(keys, width)]
            rows, column = [*rows_of(console, lines, width), ()], 0
        return ([()] * len(rows), 0) if self.is_blank else (rows, column)

    def _typed(self, editor: LineEditor, console: Console, clock: str, width: int) -> tuple[list[Row], int]:
        prompt, above = self.prompt, []
        if cell_len(clock + prompt) + self.room > width:
            prompt, above = "> ", rows_of(console, [Text(prompt.strip())], width)  # the last line is a single one
        begin = cell_len(clock + prompt)
        shown, column = editor.window(page_width(width) - begin - 1)
        (last,) = rows_of(console, [Text.assemble((clock, "dim"), prompt, shown, no_wrap=True)], width)
        return [*above, last], begin + column


def _lines(keys: str, width: int) -> list[str]:
    """Break a line of keys between two keys, not within the meaning of one."""
    lines: list[str] = []
    for key in keys.split(SEPARATOR):
        if lines and cell_len(longer := f"{lines[-1]}{SEPARATOR}{key}") <= width:
            lines[-1] = longer
        else:
            lines.append(key)
    return lines
