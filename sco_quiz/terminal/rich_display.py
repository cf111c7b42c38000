"""A page for each question, redrawn in place, and single keys: for a terminal that supports them."""

from collections.abc import Callable, Container, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial

from rich.console import Console

from sco_quiz.core.durations import clock_time
from sco_quiz.core.interaction import Interaction
from sco_quiz.terminal.answer_marks import MARKS
from sco_quiz.terminal.blocks import Block, Line, pictures_of, rewrite_lines
from sco_quiz.terminal.bottom import Bottom
from sco_quiz.terminal.content_drawing import DrawPicture
from sco_quiz.terminal.drawing import CURRENT, draw, draw_status, page_width, rows_of
from sco_quiz.terminal.interfaces import Choices, OutOfTime, Viewer
from sco_quiz.terminal.keyboard import Rest, bracketed_paste, clock, read_key, single_keys
from sco_quiz.terminal.keys import (
    CANCEL,
    ENTER,
    MAX_SINGLE_KEYS,
    OPEN,
    OPEN_TYPING,
    PAGE_DOWN,
    PAGE_UP,
    TYPED_COMMANDS,
    Command,
    command_of,
    number_up_to,
    opening_choices,
)
from sco_quiz.terminal.line_editor import LineEditor
from sco_quiz.terminal.option_picker import Picker, picker_for
from sco_quiz.terminal.page import Page, Row
from sco_quiz.terminal.status import Status
from sco_quiz.terminal.view import END, View

TICK = 0.5
"""Seconds between two looks at the clock, at the size of the window, and at whether the program was suspended."""


class RichDisplay:
    """A console that draws pages and reads keys; with `time_left` (s) it shows a clock and raises OutOfTime.

    `rewrite` adapts what it shows to the shell. The first question is at the top of the window, too, unless the command
    has `warned`: a warning stays above it.
    """

    def __init__(
        self,
        console: Console | None = None,
        time_left: Callable[[], float] | None = None,
        rewrite: Callable[[str], str] = str,
        warned: bool = False,
        viewer: Viewer | None = None,
        pictures: DrawPicture | None = None,
    ) -> None:
        self._rewrite, self._viewer, self._inline = rewrite, viewer, pictures
        self._console = console or Console(highlight=False)  # rich would color every number in a question
        self._time_left = time_left
        self._page = Page(self._console)
        self._status: Status | None = None
        self._main: Block | None = None
        self._notes: list[Block] = []
        self._picker: Picker | None = None
        self._view = View()
        self._sought: tuple[str, ...] = ()
        self._cancels = False
        self._at_top, self._last_key = not warned, ""
        self._dismissed: Rest | None = None
        self._drawn: dict[bool, tuple[object, list[Row]]] = {}

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
        if self._view.above or self._view.below:  # what was not in sight can be scrolled to afterwards
            self._draw()
        if self._at_top:
            self._page.turn()
        self._at_top, self._picker, self._status = True, None, None
        self.update(block, status, block)

    def update(self, block: Block, status: Status, spoken: Block) -> None:
        """Change what is drawn of the question, and show what is new: its begin, the marks of a verdict, or a hint."""
        if spoken is not block:
            self._view.top, self._sought = END, MARKS if status != self._status else ()
        elif status != self._status:
            self._view.top = 0
        self._status, self._main = status, rewrite_lines(block, self._rewrite)

    def consult(self, block: Block) -> None:
        """Show a block in place of the page until a key is pressed."""
        self._cover(rewrite_lines(block, self._rewrite), Bottom("Press any key to return.", more="any key: more"))

    def wait(self) -> None:
        """Hide the page until a key is pressed."""
        self._cover(None, Bottom("Paused. Press any key to continue."))

    def tell(self, text: str) -> None:
        """Draw the text in place of what is asked."""
        self._draw(Bottom(text))

    def ask_answer(self, interaction: Interaction, options: tuple[str, ...], typed: str = "") -> str:
        """Read one key where one key is enough, else several numbers and Enter, or a line."""
        # what was selected stays when the question is asked again
        self._picker = self._picker or picker_for(interaction, options)
        line = self._pick(self._picker) if self._picker else self._type("> ", TYPED_COMMANDS, typed)
        self._notes = []
        return line

    def ask_next(self, choices: Choices, otherwise: str = "next") -> str:
        """Wait for a key; any key that is not one of the choices continues."""
        keys = " · ".join(f"{key}: {meaning}" for key, meaning in (*opening_choices(len(self._pictures)), *choices))
        bottom = Bottom(f"any key: {otherwise} · {keys}", more=f"any key: more · {keys}")
        with single_keys():
            self._rest(bottom)
            while self._is_more(key := self._key(bottom, OPEN), choices):
                self._view.turn(1)
                self._rest(bottom)
        # pressed twice, it must not answer the next question
        self._notes, self._dismissed = [], Rest(key)
        return key

    def ask_key(self, prompt: str, keys: str) -> str:
        """Read one of these keys; Enter, which is an empty string, declines."""
        with single_keys():
            self._rest(Bottom(prompt, LineEditor(), room=1))
            while (key := self._key(Bottom(prompt, LineEditor(), room=1)).casefold()) not in (*keys, *ENTER):
                pass
        answer = "" if key in ENTER else key
        self._answered(prompt, answer)
        return answer

    def ask_line(self, prompt: str, keys: str = "") -> str:
        """Read a line with the usual editing keys; one of the keys alone answers at once."""
        line = self._type(prompt, {key: key for key in keys})
        self._answered(prompt, line)
        return line

    def ask_note(self, prompt: str) -> str:
        """Read a line, which Ctrl-C or Escape cancels."""
        self._cancels = True
        try:
            return self._type(prompt, {CANCEL: ""})
        finally:
            self._cancels = False

    def _is_more(self, key: str, choices: Choices) -> bool:
        """Return whether a key asks for the rest of the page: one that means nothing else, while there is more."""
        meant = command_of(key) not in (None, Command.HINT, Command.SKIP) or key in dict(choices)
        return self._view.below and not meant

    def _type(self, prompt: str, commands: Mapping[str, str], typed: str = "") -> str:
        editor = LineEditor(typed)
        with single_keys(), bracketed_paste():
            while True:
                key = self._key(Bottom(prompt, editor), OPEN_TYPING)
                if key in commands and not (editor.pasting or (editor.text and key.isprintable())):
                    return commands[key]
                if (line := editor.press(key)) is not None:
                    return line

    def _pick(self, picker: Picker) -> str:
        with single_keys():
            while (line := picker.press(self._key(Bottom("", LineEditor()), OPEN))) is None:
                self._sought, self._notes = (CURRENT,), []  # a remark on the answer before is out of date
        return line

    def _answered(self, prompt: str, answer: str) -> None:
        """Leave a prompt and what was entered on the screen, unless a question follows on the page."""
        if self._status is None:
            self._draw(Bottom(prompt, LineEditor(answer)))
            self._page.close()
            self._main, self._notes = None, []

    def _leave(self) -> None:
        """Leave the page on the screen, with all that was said."""
        if self._status:
            self._picker = None
            self._draw()
        self._page.close()
        self._status, self._main, self._notes = None, None, []

    def _cover(self, block: Block | None, bottom: Bottom) -> None:
        """Show something else until a key is pressed, then the page again."""
        self._page.clear()
        view = View()
        with single_keys():
            while True:
                self._show(block, bottom, view)
                if self._read(TICK):
                    if not view.below:
                        break
                    view.turn(1)
        self._page.clear()
        self._draw()

    def _rest(self, bottom: Bottom) -> None:
        """Ignore keys at first: one that was pressed twice must not dismiss what was just drawn."""
        self._draw(bottom.blank())
        rest = Rest(self._last_key)
        while rest.left > 0:
            rest.repeats(self._read(rest.left))

    def _key(self, bottom: Bottom, opening: Container[str] = ()) -> str:
        """Show the page with its last line until a key is pressed that neither scrolls nor opens a picture."""
        while True:
            self._draw(bottom)
            began = clock()
            key = self._read(TICK)
            if key in PAGE_UP | PAGE_DOWN:
                self._view.turn(1 if key in PAGE_DOWN else -1)
                continue
            if key and key in opening and self._open_picture():
                continue
            if self._time_left and self._time_left() <= 0:
                self._leave()
                raise OutOfTime
            if key and not (self._dismissed and self._dismissed.repeats(key)):
                self._last_key, self._dismissed = key, None
                return key
            if clock() - began > 4 * TICK:  # the program was suspended: the shell wrote over the page
                self._page.clear()

    def _open_picture(self) -> bool:
        """Open the picture of the page, or one of several; return whether there is any."""
        if not (self._viewer and (count := len(pictures := self._pictures))):
            return False
        digits = {digit: digit for digit in "123456789"} if count <= MAX_SINGLE_KEYS else {}
        number = self._type(f"Which picture, 1 to {count}? ", {CANCEL: "", **digits}) if count > 1 else "1"
        if chosen := number_up_to(count, number):
            self._notes = [Block("", (Line(self._viewer.show_picture(pictures[chosen - 1]), "note"),))]
        return True

    @property
    def _pictures(self) -> tuple[str, ...]:
        """The pictures on the page that can be opened."""
        return pictures_of(self._main) if self._viewer and self._main and self._status else ()

    def _read(self, seconds: float) -> str:
        try:
            return read_key(seconds)
        except (EOFError, KeyboardInterrupt) as error:
            if self._cancels and isinstance(error, KeyboardInterrupt):
                return CANCEL
            self._leave()  # what follows is not drawn behind the last line
            raise

    def _draw(self, bottom: Bottom | None = None) -> None:
        """Draw what of the page is in sight; all of it when nothing is asked, or no question is on it."""
        view = self._view if self._status and bottom else None
        self._show(self._main, bottom, view, self._status, self._notes)

    def _show(
        self,
        main: Block | None,
        bottom: Bottom | None,
        view: View | None,
        status: Status | None = None,
        notes: Sequence[Block] = (),
    ) -> None:
        size = self._console.size  # asked once: the window may change while the page is drawn
        rows = partial(rows_of, self._console, window=size.width)
        head = rows([draw_status(status, page_width(size.width))] if status else [])
        body = self._body(main, size.width) if main else []
        tail = rows(map(draw, notes))
        time = f"{clock_time(self._time_left())} " if self._time_left else ""
        foot, column = bottom.rows(self._console, time, size.width) if bottom else ([()], 0)
        if view and main and bottom and self._console.is_terminal:
            room = size.height - len(head) - len(tail) - len(foot)
            if len(body) > room:
                body = self._body(main, size.width, compact=True)
            room -= len(body) > room + 1 and bottom.editor is not None  # a line says that there is more
            body = view.cut(body, room, self._sought)
            foot, column = bottom.rows(self._console, time, size.width, view)
            self._sought = ()
        self._page.draw([*head, *body, *tail, *foot], column, size)

    def _body(self, main: Block, width: int, compact: bool = False) -> list[Row]:
        """Return the rows of a block, drawn once: a long table takes longer than the time between two looks."""
        picked = self._picker and (self._picker.current, self._picker.selected)
        key = (main, picked, width, compact)
        if self._drawn.get(compact, (None, []))[0] != key:
            self._drawn[compact] = key, rows_of(self._console, [draw(main, self._picker, compact, self._inline)], width)
        return self._drawn[compact][1]
