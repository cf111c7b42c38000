"""Panels and single keys, for a terminal that supports them."""

from collections.abc import Callable, Iterator
from typing import assert_never

from rich.box import ROUNDED
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.control import Control
from rich.panel import Panel
from rich.segment import ControlType
from rich.table import Table
from rich.text import Text

from sco_quiz.core.durations import clock_time
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry
from sco_quiz.terminal.blocks import Block, Line, Style, rewrite_lines
from sco_quiz.terminal.content_view import render_response
from sco_quiz.terminal.interfaces import Choices, OutOfTime
from sco_quiz.terminal.keyboard import DoublePress, read_key, read_line, single_keys
from sco_quiz.terminal.option_picker import Picker, Typing
from sco_quiz.terminal.sanitize import one_line, sanitize

COLORS: dict[Style, str] = {
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
MAX_WIDTH = 100  # longer lines are hard to read
MAX_SINGLE_KEYS = 9
TICK = 0.5
"""Seconds between two looks at the clock, at the size of the window, and at whether the program was suspended."""
ROOM_TO_TYPE = 8
"""Columns that are free behind a prompt beside the clock; a longer prompt gets lines of its own."""


def draw(block: Block) -> RenderableType:
    """Draw a block as a panel; as lines when it has no title."""
    content = Group(*_spaced(block.lines))
    if not block.title:
        return content
    # Text, here and below: rich would read "[red]" in a string as markup
    title = Text(sanitize(one_line(block.title)), overflow="ellipsis")
    return Panel(content, title=title, title_align="left", border_style=COLORS[block.style], box=ROUNDED)


def _spaced(lines: tuple[Line, ...]) -> Iterator[RenderableType]:
    """Draw the lines, with a blank line after each section."""
    for line in lines:
        yield _draw_line(line)
        if line.ends_section:
            yield ""


def _draw_line(line: Line) -> RenderableType:
    text = Text(sanitize(line.text), style=COLORS[line.style])
    if not line.label:
        return text
    # a table keeps the second and later lines of a long option clear of its number
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(Text(f" {sanitize(line.label)}", style=COLORS["key"]), text)
    return grid


class RichDisplay:
    """A console that draws panels and reads keys; with `time_left` (s) it shows a clock and raises OutOfTime.

    `rewrite` adapts what it shows to the shell.
    """

    def __init__(
        self,
        console: Console | None = None,
        time_left: Callable[[], float] | None = None,
        rewrite: Callable[[str], str] = str,
    ) -> None:
        self._rewrite = rewrite
        self._console = console or Console(highlight=False)  # rich would color every number in a question
        self._time_left = time_left
        self._shown: list[Block] = []
        self._width = self._console.width
        self._last_key = ""

    def show(self, block: Block) -> None:
        """Draw the block, no wider than is easy to read."""
        # a titled block begins what is drawn again when the window changes its width
        block = rewrite_lines(block, self._rewrite)
        self._shown = [block] if block.title else [*self._shown, block]
        self._draw(block)

    def _draw(self, block: Block) -> None:
        self._width = self._console.width
        self._console.print(draw(block), width=min(self._width, MAX_WIDTH))

    def ask_answer(self, interaction: Interaction, options: tuple[str, ...]) -> str:
        """Read one key where one key is enough, else several numbers and Enter, or a line."""
        match interaction:
            case TextEntry() | NumberEntry():
                return self.ask_line("> ")
            case Choice() if interaction.by_key:
                return self._pick(_key_picker(interaction))
            case Choice(several=several):
                return self._ask_numbers(interaction, options, several)
            case Match() | Order():
                return self._ask_numbers(interaction, options, several=True)
        assert_never(interaction)

    def _ask_numbers(self, interaction: Interaction, options: tuple[str, ...], several: bool) -> str:
        if len(options) > MAX_SINGLE_KEYS:  # "1" could be the start of "10"
            return self.ask_line("> ")
        texts = tuple(map(one_line, render_response(interaction, options)))
        numbers = tuple(str(number) for number in range(1, len(options) + 1))
        return self._pick(Picker(texts, numbers, several))

    def ask_next(self, choices: Choices) -> str:
        """Wait for a key; any key that is not one of the choices continues."""
        keys = " · ".join(f"{key}: {meaning}" for key, meaning in (("any key", "next"), *choices))
        self._console.print(Text(keys, style="dim"))
        # the key that answered must not dismiss the verdict
        answered = DoublePress(self._last_key)
        with single_keys():
            while not (key := read_key(TICK)) or answered.repeats(key):
                if self._redrawn():
                    self._console.print(Text(keys, style="dim"))
        self._last_key = ""
        return key

    def ask_line(self, prompt: str) -> str:
        """Read a line with the usual editing keys; beside a clock, only with those that erase."""
        if self._time_left is None:
            self._last_key = "\r"
            return read_line(prompt)
        if cell_len(f"{self._clock()}{prompt}") + ROOM_TO_TYPE > self._console.width:
            self._console.print(Text(prompt.strip()))  # the status line is a single one
            prompt = "> "
        # readline waits for a whole line, and the clock would stop
        typing = Typing()
        with single_keys():
            while (line := typing.press(self._key(prompt + typing.text))) is None:
                pass
        self._console.print()
        return line

    def wait(self) -> None:
        """Hide the screen until a key is pressed."""
        self._console.clear()
        self._console.print(Text("Paused. Press any key to continue."))
        with single_keys():
            while not read_key(TICK):
                pass

    def _pick(self, picker: Picker) -> str:
        with single_keys():
            while (line := picker.press(self._key(picker.shown))) is None:
                pass
        self._status(picker.chosen(line))
        self._console.print()
        return line

    def _key(self, status: str) -> str:
        """Show the status line with its clock until a key is pressed; return the key."""
        while True:
            self._status(status)
            try:
                key = read_key(TICK)
            except (EOFError, KeyboardInterrupt):
                self._console.print()  # the score is not drawn behind the status line
                raise
            if self._time_left and self._time_left() <= 0:
                self._console.print()
                raise OutOfTime
            if key:
                self._last_key = key
                return key
            self._redrawn()

    def _redrawn(self) -> bool:
        """Redraw the last panel and what follows it when the width of the window has changed; return whether it has."""
        if self._console.width == self._width:
            return False
        self._console.clear()  # what was drawn for the old width is broken on the screen
        for block in self._shown:
            self._draw(block)
        return True

    def _clock(self) -> str:
        return f"{clock_time(self._time_left())} " if self._time_left else ""

    def _status(self, text: str) -> None:
        """Rewrite the current line; show the end of long text."""
        clock = self._clock()
        room = self._console.width - len(clock) - 1
        text = sanitize(text)
        while cell_len(text) > room:
            text = text[1:]
        self._console.control(Control(ControlType.CARRIAGE_RETURN, (ControlType.ERASE_IN_LINE, 0)))
        self._console.print(Text.assemble((clock, "dim"), text), end="")


def _key_picker(choice: Choice) -> Picker:
    texts = render_response(choice, (option.text for option in choice.options))
    return Picker(tuple(map(one_line, texts)), tuple(option.keys[0] for option in choice.options))
