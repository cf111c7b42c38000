"""Lines of a terminal that are drawn again in place; what is taller than the window scrolls."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, ConsoleDimensions
from rich.control import Control
from rich.segment import ControlType, Segment, Segments

Row = tuple[Segment, ...]

_ERASE = Control(ControlType.CARRIAGE_RETURN, (ControlType.ERASE_IN_LINE, 0)).segment


class Page:
    """The rows that were drawn last. The cursor is in the last one."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._size = console.size
        self._drawn: list[Row] = []
        self._wanted: tuple[list[Row], int] = ([], 0)

    def draw(self, rows: Sequence[Row], column: int, size: ConsoleDimensions) -> None:
        """Draw the rows that changed, and put the cursor into a column of the last one; `size` is the window's."""
        if size != self._size and self._drawn:
            self.clear()  # what was drawn for the old width is broken on the screen
        if (rows, column) == self._wanted and self._drawn:
            return
        self._size, self._wanted = size, (list(rows), column)
        hidden = max(0, len(self._drawn) - self._size.height)
        if hidden and len(rows) < len(self._drawn):
            self.clear()  # what has scrolled off does not come back
            hidden = 0
        self._write([*self._changes(rows, hidden), _right(column)])

    def clear(self) -> None:
        """Clear the window: the next page begins at its top."""
        self._console.control(Control(ControlType.CLEAR, ControlType.HOME))
        self._drawn = []

    def close(self) -> None:
        """Leave what is drawn on the screen, and go to the line below it."""
        if self._drawn and self._drawn[-1]:
            self._write([Segment.line()])
        self._drawn = []

    def turn(self) -> None:
        """Scroll off the page and what is above it: the next one begins at the top of the window."""
        self.close()
        if self._console.is_terminal:
            self._write([*[Segment.line()] * (self._console.height - 1), Control(ControlType.HOME).segment])

    def _changes(self, rows: Sequence[Row], hidden: int) -> Iterator[Segment]:
        """Yield what draws the rows that are not hidden above the window, from the last drawn row."""
        old, new = self._drawn[hidden:], rows[hidden:]
        yield from _vertical(1 - max(1, len(old)))
        down = 0
        for at in range(max(len(old), len(new))):
            if at >= len(old):
                yield from (*_vertical(down), *([Segment.line()] if at else []), *new[at])
                down = 0
                continue
            down += at > 0
            row = new[at] if at < len(new) else ()
            if row != old[at]:
                yield from (*_vertical(down), _ERASE, *row)
                down = 0
        yield from _vertical(down - max(0, len(old) - len(new)))
        self._drawn = list(rows)

    def _write(self, segments: Iterable[Segment]) -> None:
        self._console.print(Segments(segments), end="", no_wrap=True, crop=False)


def _vertical(rows: int) -> tuple[Segment, ...]:
    """Return what moves the cursor down, or up for a negative number."""
    return (Control.move(0, rows).segment,) if rows else ()


def _right(column: int) -> Segment:
    start = ControlType.CARRIAGE_RETURN
    return (Control(start, (ControlType.CURSOR_FORWARD, column)) if column else Control(start)).segment
