"""A page that is redrawn in place, read through a terminal emulator."""

import io
from collections.abc import Sequence

from rich.console import Console, ConsoleDimensions
from rich.segment import Segment

from sco_quiz.terminal.page import Page
from tests.conftest import absent

try:
    import pyte
except ImportError as error:  # pragma: no cover
    absent(str(error.name))


class Window:
    """A page in an emulated window."""

    def __init__(self, height: int, above: str = "") -> None:
        self.size = ConsoleDimensions(20, height)
        self.out = io.StringIO()
        console = Console(file=self.out, width=20, height=height, force_terminal=True, legacy_windows=False)
        self.page = Page(console)
        self.screen = pyte.HistoryScreen(20, height, history=100)
        self.stream = pyte.Stream(self.screen)
        self.out.write(above)
        self.read()

    def draw(self, lines: Sequence[str], column: int = 0) -> str:
        """Draw lines; return what was written."""
        self.page.draw([(Segment(line),) if line else () for line in lines], column, self.size)
        return self.read()

    def read(self) -> str:
        written = self.out.getvalue()
        self.stream.feed(written.replace("\n", "\r\n"))
        self.out.seek(0)
        self.out.truncate()
        return written

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    @property
    def scrolled(self) -> list[str]:
        return ["".join(line[x].data for x in range(20)).rstrip() for line in self.screen.history.top]


def test_only_changed_rows_are_written() -> None:
    window = Window(6, above="before\n")
    window.draw(["status", "question", "> "], 2)
    assert window.lines == ["before", "status", "question", ">", "", ""]
    written = window.draw(["status", "answered", "> a"], 3)
    assert "answered" in written
    assert "status" not in written
    assert window.lines == ["before", "status", "answered", "> a", "", ""]
    assert (window.screen.cursor.y, window.screen.cursor.x) == (3, 3)
    assert window.draw(["status", "answered", "> a"], 3) == ""


def test_rows_that_are_gone_are_erased() -> None:
    window = Window(6)
    window.draw(["status", "one", "two", ""])
    window.draw(["status", ""])
    assert window.lines == ["status", "", "", "", "", ""]
    assert window.screen.cursor.y == 1


def test_what_is_taller_than_the_window_scrolls() -> None:
    window = Window(4)
    window.draw(["panel", "a", "b", "c", "d", ""])
    assert window.lines == ["b", "c", "d", ""]
    assert window.scrolled == ["panel", "a"]
    window.draw(["panel", "a", ""])
    assert window.lines == ["panel", "a", "", ""]


def test_the_next_page_begins_at_the_top_and_the_last_one_can_be_scrolled_to() -> None:
    window = Window(5, above="before\n")
    window.draw(["status", "one", "> x"], 3)
    window.page.turn()
    window.read()
    window.draw(["status", "two", ""])
    assert window.lines == ["status", "two", "", "", ""]
    assert window.scrolled == ["before", "status", "one", "> x"]


def test_what_follows_begins_on_a_line_of_its_own() -> None:
    for last, row in (("> half", 2), ("", 1)):
        window = Window(5)
        window.draw(["status", last], len(last))
        window.page.close()
        window.read()
        assert (window.screen.cursor.y, window.screen.cursor.x) == (row, 0)


def test_another_size_clears_what_the_terminal_has_broken() -> None:
    window = Window(5, above="before\n")
    window.draw(["status", "one", ""])
    window.size = ConsoleDimensions(20, 4)
    window.draw(["status", "one", ""])
    assert window.lines == ["status", "one", "", "", ""]
