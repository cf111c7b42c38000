"""Linear text for pipes, screen readers and dumb terminals: no redrawing, no boxes, no symbols."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TextIO

from sco_quiz.core.durations import in_words
from sco_quiz.core.interaction import Interaction
from sco_quiz.terminal.blocks import Block, Line, pictures_of, rewrite_lines
from sco_quiz.terminal.content_text import spoken_text
from sco_quiz.terminal.interfaces import Choices, OutOfTime, Viewer
from sco_quiz.terminal.interrupts import interruptible
from sco_quiz.terminal.keyboard import read_line
from sco_quiz.terminal.keys import opening_choices, picture_number
from sco_quiz.terminal.sanitize import MAX_LENGTH, disarm, one_line, sanitize
from sco_quiz.terminal.shown import Words
from sco_quiz.terminal.status import Status


def render_plain(block: Block, before: Sequence[str] = ()) -> str:
    """Render a block as lines of text, ended by a blank line when it has a title.

    Pictures that were shown `before` keep their numbers.
    """
    title = one_line(block.spoken or block.title)
    pictures = _numbered(before, block)
    lines = [title] if title else []
    lines += [_in_words(line, pictures) for line in block.lines if line.spoken != ""]
    return "\n".join(lines) + ("\n" if title else "")


def _numbered(before: Sequence[str], block: Block) -> tuple[str, ...]:
    """Return the pictures in the order of their numbers."""
    return tuple(dict.fromkeys((*before, *pictures_of(block))))


def _in_words(line: Line, pictures: Sequence[str]) -> str:
    between = ": " if line.label[:1].isalnum() or line.label == "?" else " "  # a bullet needs no colon
    stressed = line.style == "strong"  # in a prompt, an emphasized word may decide
    if line.spoken is not None:
        words = _spoken(line.spoken, stressed, pictures)
    else:
        said = _spoken(line.words, stressed, pictures)
        words = f"{line.label}{between}{said}" if line.label else said
    # indented, so that no line of an option looks like another option
    return words.replace("\n", "\n   ") if line.label else words


def _spoken(words: Words, stressed: bool, pictures: Sequence[str]) -> str:
    return words if isinstance(words, str) else spoken_text(words.blocks, stressed=stressed, pictures=pictures)


class PlainDisplay:
    """Writes lines and reads lines; input from a pipe is echoed, as a terminal does by itself.

    With `time_left` (s), every question shows the time left, and a late answer raises OutOfTime. `rewrite` adapts
    what it shows to the shell.
    """

    def __init__(
        self,
        reader: TextIO,
        writer: TextIO,
        time_left: Callable[[], float] | None = None,
        rewrite: Callable[[str], str] = str,
        viewer: Viewer | None = None,
    ) -> None:
        self._time_left, self._rewrite, self._viewer = time_left, rewrite, viewer
        self._pictures: tuple[str, ...] = ()
        self._reader = reader
        self._writer = writer
        self._is_typed = reader.isatty()
        self._open = False  # whether the last line is one that a title must be separated from

    def opened(self) -> AbstractContextManager[None]:
        """Return an empty context."""
        return nullcontext()

    def show(self, block: Block) -> None:
        """Write the block; a blank line separates its title from a line before it."""
        if self._open and block.title:
            self._writer.write("\n")
        self._open = not block.title
        text = render_plain(rewrite_lines(block, self._rewrite), self._pictures)
        self._writer.write(disarm(sanitize(text)) + "\n")
        self._pictures = _numbered(self._pictures, block)

    def begin(self, block: Block, status: Status) -> None:
        """Write the question, after the status if it is time for it."""
        self._pictures = ()
        if status.spoken:
            self.show(Block("", (Line(status.spoken),)))
        self.show(block)

    def update(self, block: Block, status: Status, spoken: Block) -> None:
        """Write only what is new."""
        if spoken.lines:
            self.show(spoken)

    def consult(self, block: Block) -> None:
        """Write the block: nothing hides the question."""
        self.show(block)

    def ask_answer(self, interaction: Interaction, options: tuple[str, ...], typed: str = "") -> str:
        """Read a line that does not open a picture. What was typed before is still in sight, in a line above."""
        while True:
            before = "" if self._time_left is None else f"{in_words(self._time_left()).capitalize()} left. "
            line = self.ask_line(f"{before}Answer: ")
            if self._time_left and self._time_left() <= 0:  # a line cannot be interrupted when the time is up
                raise OutOfTime
            if not self._opens(line):
                return line

    def ask_next(self, choices: Choices, otherwise: str = "next") -> str:
        """Give a person time to read the verdict; a pipe can send a command at the next question."""
        if not self._is_typed:
            return ""
        opening = opening_choices(len(self._pictures)) if self._viewer else ()
        keys = ", ".join(f"{key}: {meaning}" for key, meaning in (("Enter", otherwise), *opening, *choices))
        while self._opens(line := self.ask_line(f"{keys}. ")):
            pass
        return line

    def ask_key(self, prompt: str, keys: str) -> str:
        """Read a line."""
        return self.ask_line(prompt).strip().casefold()

    def wait(self) -> None:
        """Wait for a line."""
        self.ask_line("Paused. Press Enter to continue. ")
        self._open = True

    def tell(self, text: str) -> None:
        """Write the text."""
        self.show(Block("", (Line(text),)))
        self._writer.flush()

    def ask_note(self, prompt: str) -> str:
        """Read a line, which Ctrl-C cancels."""
        try:
            return self.ask_line(prompt)
        except KeyboardInterrupt:
            return ""

    def _opens(self, line: str) -> bool:
        """Open a picture if a line asks for it."""
        number = picture_number(line, len(self._pictures))
        if number is None or self._viewer is None:
            return False
        self.show(Block("", (Line(self._viewer.show_picture(self._pictures[number - 1])),)))
        return True

    def ask_line(self, prompt: str, keys: str = "") -> str:
        """Read a line. Raises EOFError at the end of input."""
        self._open = False
        if self._is_typed and self._writer.isatty():  # readline only edits lines between two terminals
            with interruptible():
                return read_line(prompt)
        self._writer.write(prompt)
        self._writer.flush()
        with interruptible():
            line = self._reader.readline()
        # the echo keeps the transcript of a pipe readable; at the end of input it ends the line of the prompt
        if not self._is_typed or not line:
            self._writer.write(disarm(sanitize(line.rstrip("\r\n")[:MAX_LENGTH])) + "\n")
        if not line:
            raise EOFError
        return line.rstrip("\r\n")
