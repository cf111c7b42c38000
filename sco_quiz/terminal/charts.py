"""Charts in a terminal, drawn by plotext where it is installed."""

from collections.abc import Sequence
from importlib.util import find_spec

HEIGHT = 9


def can_draw() -> bool:
    """Return whether plotext is installed."""
    return find_spec("plotext") is not None


def bars(labels: Sequence[str], values: Sequence[int], width: int) -> str:
    """Draw a bar for each value, without color."""
    import plotext  # an optional dependency

    plotext.clear_figure()  # plotext has one figure for the whole process
    plotext.theme("clear")
    plotext.plot_size(width, HEIGHT)
    plotext.bar(labels, values)
    # its own ticks would be fractions of an answer
    plotext.yticks(sorted({0, max(values) // 2, max(values)}))
    return _drawn()


def curve(values: Sequence[float], width: int, top: float) -> str:
    """Draw a line through values from 0 to `top`, in equal steps, without color."""
    import plotext

    plotext.clear_figure()
    plotext.theme("clear")
    plotext.plot_size(width, HEIGHT)
    plotext.plot(list(range(1, len(values) + 1)), list(values), marker="braille")
    plotext.ylim(0, top)
    plotext.yticks([0, top / 2, top])
    plotext.xticks([])
    return _drawn()


def _drawn() -> str:
    import plotext

    # even the clear theme writes codes; the display colors the chart as a whole
    return "\n".join(line.rstrip() for line in plotext.uncolorize(plotext.build()).rstrip().split("\n"))
