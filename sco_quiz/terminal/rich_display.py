"""A page for each question, redrawn in place, and single keys: for a terminal that supports them."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import assert_never

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.text import Text

from sco_quiz.core.durations import clock_time
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry
from sco_quiz.terminal.blocks import Block, rewrite_lines
from sco_quiz.terminal.content_view import render_response
from sco_quiz.terminal.drawing import draw, draw_status, page_width, rows_of
from sco_quiz.terminal.interfaces import Choices, OutOfTime
from sco_quiz.terminal.keyboard import Rest, bracketed_paste, clock, read_key, single_keys
from sco_quiz.terminal.keys import ENTER, TYPED_COMMANDS, is_typed
from sco_quiz.terminal.line_editor import LineEditor
from sco_quiz.terminal.option_picker import Picker
from sco_quiz.terminal.page import Page, Row
from sco_quiz.terminal.sanitize import one_line
from sco_quiz.terminal.status import Status

TICK = 0.5
"""Seconds between two looks at the clock, at the size of the window, and at whether the program was suspended."""
ROOM_TO_TYPE = 8
"""Columns that are free behind a prompt beside the clock; a longer prompt gets lines of its own."""


class RichDisplay:
    """A console that draws pages and reads keys; with `time_left` (s) it shows a clock and raises OutOfTime.

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
        self._page = Page(self._console)
        self._status: Status | None = None
        self._main: Block | None = None
        self._notes: list[Block] = []
        self._picker: Picker | None = None
        self._begun = False
        self._last_key = ""
        self._dismissed: Rest | None = None

    def opened(self) -> AbstractContextManager[None]:
        """Return a context in which no key is echoed: an echo would break the page."""
        return single_keys()

    def show(self, block: Block) -> None:
        """Draw a block with a title below what there is; a line without one becomes a note on the question."""
        block = rewrite_lines(block, self._rewrite)
        if block.title:
            self._leave()
            self._main = block
        else:
            self._notes.append(block)
        if self._status is None:  # else it is drawn when something is asked
            self._draw()

    def begin(self, block: Block, status: Status) -> None:
        """Begin a page with a question. What was said after the last answer stays."""
        if self._begun:  # what the command printed stays above the first question
            self._page.turn()
        self._begun, self._picker = True, None
        self.update(block, status, block)

    def update(self, block: Block, status: Status, spoken: Block) -> None:
        """Change what is drawn of the question."""
        self._status, self._main = status, rewrite_lines(block, self._rewrite)

    def consult(self, block: Block) -> None:
        """Show a block in place of the page until a key is pressed."""
        self._cover(draw(rewrite_lines(block, self._rewrite)), Text("Press any key to return.", style="dim"))

    def wait(self) -> None:
        """Hide the page until a key is pressed."""
        self._cover(Text("Paused. Press any key to continue."))

    def ask_answer(self, interaction: Interaction, options: tuple[str, ...]) -> str:
        """Read one key where one key is enough, else several numbers and Enter, or a line."""
        # what was selected stays when the question is asked again
        self._picker = self._picker or _picker(interaction, options)
        line = self._pick(self._picker) if self._picker else self._type("> ", TYPED_COMMANDS)
        self._notes = []
        return line

    def ask_next(self, choices: Choices) -> str:
        """Wait for a key; any key that is not one of the choices continues."""
        keys = " · ".join(f"{key}: {meaning}" for key, meaning in (("any key", "next"), *choices))
        with single_keys():
            self._rest()
            key = self._key(_Bottom(keys))
        # pressed twice, it must not answer the next question
        self._notes, self._dismissed = [], Rest(key)
        return key

    def ask_key(self, prompt: str, keys: str) -> str:
        """Read one of these keys; Enter, which is an empty string, declines."""
        with single_keys():
            self._rest()
            while (key := self._key(_Bottom(prompt, LineEditor(), room=1)).casefold()) not in (*keys, *ENTER):
                pass
        answer = "" if key in ENTER else key
        self._answered(prompt, answer)
        return answer

    def ask_line(self, prompt: str, keys: str = "") -> str:
        """Read a line with the usual editing keys; one of the keys alone answers at once."""
        line = self._type(prompt, {key: key for key in keys})
        self._answered(prompt, line)
        return line

    def _type(self, prompt: str, commands: Mapping[str, str]) -> str:
        editor = LineEditor()
        with single_keys(), bracketed_paste():
            while True:
                key = self._key(_Bottom(prompt, editor))
                if key in commands and not (editor.pasting or (editor.text and key.isprintable())):
                    return commands[key]
                if (line := editor.press(key)) is not None:
                    return line

    def _pick(self, picker: Picker) -> str:
        with single_keys():
            while (line := picker.press(self._key(_Bottom("", LineEditor())))) is None:
                pass
        return line

    def _answered(self, prompt: str, answer: str) -> None:
        """Leave a prompt and what was entered on the screen, unless a question follows on the page."""
        if self._status is None:
            self._draw(_Bottom(prompt, LineEditor(answer)))
            self._page.close()
            self._main, self._notes = None, []

    def _leave(self) -> None:
        """Leave the page on the screen, with all that was said."""
        if self._status:
            self._picker = None
            self._draw()
        self._page.close()
        self._status, self._main, self._notes = None, None, []

    def _cover(self, *drawn: RenderableType) -> None:
        """Show something else until a key is pressed, then the page again."""
        self._page.clear()
        size = self._console.size
        self._page.draw([*rows_of(self._console, drawn, size.width), ()], 0, size)
        with single_keys():
            while not self._read(TICK):
                pass
        self._page.clear()
        self._draw()

    def _rest(self) -> None:
        """Ignore keys at first: one that was pressed twice must not dismiss what was just drawn."""
        self._draw()
        rest = Rest(self._last_key)
        while rest.left > 0:
            rest.repeats(self._read(rest.left))

    def _key(self, bottom: "_Bottom") -> str:
        """Show the page with its last line until a key is pressed; return the key."""
        while True:
            self._draw(bottom)
            began = clock()
            key = self._read(TICK)
            if self._time_left and self._time_left() <= 0:
                self._leave()
                raise OutOfTime
            if key and not (self._dismissed and self._dismissed.repeats(key)):
                self._last_key, self._dismissed = key, None
                return key
            if clock() - began > 4 * TICK:  # the program was suspended: the shell wrote over the page
                self._page.clear()

    def _read(self, seconds: float) -> str:
        try:
            return read_key(seconds)
        except (EOFError, KeyboardInterrupt):
            self._leave()  # what follows is not drawn behind the last line
            raise

    def _draw(self, bottom: "_Bottom | None" = None) -> None:
        size = self._console.size  # asked once: the window may change while the page is drawn
        status = [draw_status(self._status, page_width(size.width))] if self._status else []
        main = [draw(self._main, self._picker)] if self._main else []
        rows = rows_of(self._console, [*status, *main, *map(draw, self._notes)], size.width)
        last, column = bottom.rows(self._console, self._clock(), size.width) if bottom else ([()], 0)
        self._page.draw([*rows, *last], column, size, pinned=self._status is not None)

    def _clock(self) -> str:
        return f"{clock_time(self._time_left())} " if self._time_left else ""


@dataclass(frozen=True, slots=True)
class _Bottom:
    """The end of the page: a prompt with what is typed behind it, or (without an editor) a line of keys."""

    prompt: str
    editor: LineEditor | None = None
    room: int = ROOM_TO_TYPE

    def rows(self, console: Console, clock: str, width: int) -> tuple[list[Row], int]:
        """Return its rows, and the column of the cursor."""
        if self.editor is None:
            return [*rows_of(console, [Text(self.prompt, style="dim")], width), ()], 0
        prompt, above = self.prompt, []
        if cell_len(clock + prompt) + self.room > width:
            prompt, above = "> ", rows_of(console, [Text(prompt.strip())], width)  # the last line is a single one
        begin = cell_len(clock + prompt)
        shown, column = self.editor.window(page_width(width) - begin - 1)
        (last,) = rows_of(console, [Text.assemble((clock, "dim"), prompt, shown, no_wrap=True)], width)
        return [*above, last], begin + column


def _picker(interaction: Interaction, options: tuple[str, ...]) -> Picker | None:
    """Return the picker of an interaction; None where the answer is typed."""
    if is_typed(interaction, options):
        return None
    texts = tuple(map(one_line, render_response(interaction, options)))
    numbers = tuple(str(number) for number in range(1, len(options) + 1))
    match interaction:
        case TextEntry() | NumberEntry():
            return None
        case Choice() if interaction.by_key:
            return Picker(texts, tuple(option.keys[0] for option in interaction.options))
        case Choice(several=several):
            return Picker(texts, numbers, several)
        case Match() | Order():
            return Picker(texts, numbers, several=True, in_order=True)
    assert_never(interaction)
