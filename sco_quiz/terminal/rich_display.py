"""Panels and single keys for a terminal that can do them."""

from collections.abc import Callable, Iterator

from rich.box import ROUNDED
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.control import Control
from rich.panel import Panel
from rich.segment import ControlType
from rich.table import Table
from rich.text import Text

from sco_quiz.core.kinds import AnyQuestion, Cloze, Numeric, ShortAnswer, SingleChoice, TrueFalse
from sco_quiz.terminal.blocks import Block, Line, Style
from sco_quiz.terminal.durations import clock_time
from sco_quiz.terminal.interfaces import Choices, OutOfTime
from sco_quiz.terminal.keyboard import read_key, read_line
from sco_quiz.terminal.option_picker import Picker, Typing
from sco_quiz.terminal.sanitize import one_line, sanitize

COLOURS: dict[Style, str] = {
    "": "",
    "strong": "bold",
    "dim": "dim",
    "key": "bold cyan",
    "right": "green",
    "partly": "yellow",
    "almost": "yellow",
    "wrong": "red",
    "note": "cyan",
}
WIDEST = 100
SINGLE_KEYS = 9
TICK = 0.5
"""Seconds after which a clock, the size of the window, and whether the program was suspended are looked at again."""


def draw(block: Block) -> RenderableType:
    """A block as a panel; without a title as lines."""
    content = Group(*_spaced(block.lines))
    if not block.title:
        return content
    title = Text(sanitize(one_line(block.title)), overflow="ellipsis")
    return Panel(content, title=title, title_align="left", border_style=COLOURS[block.style], box=ROUNDED)


def _spaced(lines: tuple[Line, ...]) -> Iterator[RenderableType]:
    """The lines, with a blank one after a strong line, and between rows to be matched and their options."""
    for line, following in zip(lines, (*lines[1:], None), strict=False):
        yield _draw_line(line)
        options_begin = line.label == "·" and following and following.label == "1"
        if line.style == "strong" or options_begin:
            yield ""


def _draw_line(line: Line) -> RenderableType:
    text = Text(sanitize(line.text), style=COLOURS[line.style])
    if not line.label:
        return text
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(Text(f" {line.label}", style=COLOURS["key"]), text)
    return grid


class RichDisplay:
    """A console that draws panels and reads keys; with `time_left` (s) it shows a clock and raises OutOfTime."""

    def __init__(self, console: Console | None = None, time_left: Callable[[], float] | None = None) -> None:
        self._console = console or Console(highlight=False)
        self._time_left = time_left
        self._shown: list[Block] = []
        self._width = self._console.width

    def show(self, block: Block) -> None:
        """Draw the block, no wider than reads well."""
        self._shown = [block] if block.title else [*self._shown, block]
        self._draw(block)

    def _draw(self, block: Block) -> None:
        self._width = self._console.width
        self._console.print(draw(block), width=min(self._width, WIDEST))

    def ask_answer(self, question: AnyQuestion, options: tuple[str, ...]) -> str:
        """One key where one key is enough, several numbers and Enter, or a line."""
        if isinstance(question, ShortAnswer | Numeric | Cloze) or len(options) > SINGLE_KEYS:
            return self.ask_line("> ")
        if isinstance(question, TrueFalse):
            return self._pick(Picker(("true", "false"), ("t", "f")))
        numbers = tuple(str(number) for number in range(1, len(options) + 1))
        return self._pick(Picker(tuple(map(one_line, options)), numbers, not isinstance(question, SingleChoice)))

    def ask_next(self, choices: Choices) -> str:
        """Wait for a key; any but those named goes on."""
        keys = " · ".join(f"{key}: {meaning}" for key, meaning in (("any key", "next"), *choices))
        self._console.print(Text(keys, style="dim"))
        while True:
            if key := read_key(TICK):
                return key
            if self._redrawn():
                self._console.print(Text(keys, style="dim"))

    def ask_line(self, prompt: str) -> str:
        """Read a line with the usual editing keys; beside a clock only with the erasing ones."""
        if self._time_left is None:
            return read_line(prompt)
        typing = Typing()
        while True:
            line = typing.press(self._key(prompt + typing.text))
            if line is not None:
                self._console.print()
                return line

    def wait(self) -> None:
        """Hide what is on the screen until a key is pressed."""
        self._console.clear()
        self._console.print(Text("Paused. Any key goes on."))
        while not read_key(TICK):
            pass

    def _pick(self, picker: Picker) -> str:
        while True:
            line = picker.press(self._key(picker.shown))
            if line is not None:
                self._status(picker.shown if picker.taken or picker.at is not None else f"> {line}")
                self._console.print()
                return line

    def _key(self, status: str) -> str:
        """The next key, while the status line and its clock are shown."""
        while True:
            self._status(status)
            key = read_key(TICK)
            if self._time_left and self._time_left() <= 0:
                self._console.print()
                raise OutOfTime
            if key:
                return key
            self._redrawn()

    def _redrawn(self) -> bool:
        """Whether the window has another width than before, for which the last panel and what follows it is drawn anew.

        What was drawn for the old width lies broken on the screen, so it is cleared.
        """
        if self._console.width == self._width:
            return False
        self._console.clear()
        for block in self._shown:
            self._draw(block)
        return True

    def _status(self, text: str) -> None:
        """Write the line anew; of a long one the end."""
        clock = f"{clock_time(self._time_left())} " if self._time_left else ""
        text = sanitize(text)
        room = self._console.width - len(clock) - 1
        while cell_len(text) > room:
            text = text[1:]
        self._console.control(Control(ControlType.CARRIAGE_RETURN, (ControlType.ERASE_IN_LINE, 0)))
        self._console.print(Text(clock, style="dim") + Text(text), end="")
