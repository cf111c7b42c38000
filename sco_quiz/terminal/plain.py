"""Linear text for pipes, screen readers and dumb terminals: no redrawing, no boxes, everything in words."""

from collections.abc import Callable
from typing import TextIO

from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.terminal.blocks import Block, Line
from sco_quiz.terminal.durations import in_words
from sco_quiz.terminal.interfaces import Choices, OutOfTime
from sco_quiz.terminal.keyboard import read_line
from sco_quiz.terminal.sanitize import MAX_LENGTH, one_line, sanitize


def render_plain(block: Block) -> str:
    """A block as lines of text, ended by a blank line when it has a title."""
    title = one_line(block.words or block.title)
    lines = [title] if title else []
    lines += [_in_words(line) for line in block.lines]
    return "\n".join(lines) + ("\n" if title else "")


def _in_words(line: Line) -> str:
    """The line after its label; what follows a line feed stands further in, so that none of it looks like an option."""
    between = ": " if line.label[:1].isalnum() or line.label == "?" else " "  # a sign is no name to be read out
    words = line.words or (f"{line.label}{between}{line.text}" if line.label else line.text)
    return words.replace("\n", "\n   ") if line.label else words


class PlainDisplay:
    """Writes lines and reads lines; what was read is echoed unless a person typed it, whose terminal does.

    With `time_left` (s) the time is told with every question, and an answer that comes too late raises OutOfTime.
    """

    def __init__(self, reader: TextIO, writer: TextIO, time_left: Callable[[], float] | None = None) -> None:
        self._time_left = time_left
        self._reader = reader
        self._writer = writer
        self._typed = reader.isatty()
        self._open = False

    def show(self, block: Block) -> None:
        """Write the block; one with a title stands apart from a line before it."""
        if self._open and block.title:
            self._writer.write("\n")
        self._open = not block.title
        self._writer.write(sanitize(render_plain(block)) + "\n")

    def ask_answer(self, question: AnyQuestion, options: tuple[str, ...]) -> str:
        """Read a line."""
        if self._time_left is None:
            return self.ask_line("Answer: ")
        line = self.ask_line(f"{in_words(self._time_left()).capitalize()} left. Answer: ")
        if self._time_left() <= 0:
            raise OutOfTime
        return line

    def ask_next(self, choices: Choices) -> str:
        """Let a person take the verdict in; else go on at once: a command for it may come at the next question."""
        if not self._typed:
            return ""
        return self.ask_line(", ".join(f"{key}: {meaning}" for key, meaning in (("Enter", "next"), *choices)) + ". ")

    def wait(self) -> None:
        """Wait for a line."""
        self.ask_line("Paused. Enter goes on. ")
        self._open = True

    def ask_line(self, prompt: str) -> str:
        """Read a line. Raises EOFError at the end of input."""
        self._open = False
        if self._typed and self._writer.isatty():
            return read_line(prompt, redraw=False)
        self._writer.write(prompt)
        self._writer.flush()
        line = self._reader.readline()
        if not self._typed or not line:
            self._writer.write(sanitize(line.rstrip("\r\n")[:MAX_LENGTH]) + "\n")
        if not line:
            raise EOFError
        return line.rstrip("\r\n")
