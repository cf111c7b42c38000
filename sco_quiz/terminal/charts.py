"""Column charts in a terminal, drawn with block elements."""

from collections.abc import Sequence
from math import ceil

HEIGHT = 7
_MAX_WIDTH = 5  # of a column
_EIGHTHS = " ▁▂▃▄▅▆▇█"


def columns(values: Sequence[float], width: int, top: float = 0, labels: Sequence[str] = ()) -> str:
    """Draw a column for each value up to `top` (0: the largest value), with a label below where there is room.

    A value above zero is always seen.
    """
    top = top or max(values) or 1
    axis = len(f"{top:g}")
    room = max(1, min(_MAX_WIDTH, (width - axis - 2) // len(values)))
    gap = int(room > 1)
    heights = [ceil(value * HEIGHT * 8 / top) for value in values]
    lines = []
    for row in reversed(range(HEIGHT)):
        cells = (_EIGHTHS[min(max(height - row * 8, 0), 8)] * (room - gap) + " " * gap for height in heights)
        number = f"{top:g}" if row == HEIGHT - 1 else "0" if row == 0 else ""
        lines.append(f"{number:>{axis}} │{''.join(cells)}")
    if labels:
        lines.append(" " * (axis + 2) + _spaced(labels, room))
    return "\n".join(line.rstrip() for line in lines)


def _spaced(labels: Sequence[str], room: int) -> str:
    """Return the labels below their columns; only every second or third one if they would touch."""
    step = ceil((max(map(len, labels)) + 1) / room)
    return "".join(label.ljust(room * step) for label in labels[::step])
