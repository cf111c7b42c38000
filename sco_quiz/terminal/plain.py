"""Linear text for pipes, files and dumb terminals: no redrawing, no boxes, everything in words."""

from typing import TextIO

from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.terminal.blocks import Block, Line
from sco_quiz.terminal.visible import LONGEST, visible


def render_plain(block: Block) -> str:
    """A block as lines of text, ended by a blank line when it has a title."""
    lines = [block.title] if block.title else []
    lines += [_labelled(line) for line in block.lines]
    return "\n".join(lines) + ("\n" if block.title else "")


def _labelled(line: Line) -> str:
    """The line after its label; further lines of an option stand further in, so that none looks like an option."""
    return f"{line.label} " + line.text.replace("\n", "\n   ") if line.label else line.text


class PlainDisplay:
    """Writes lines and reads lines; what was read is echoed unless a person typed it."""

    def __init__(self, reader: TextIO, writer: TextIO) -> None:
        self._reader = reader
        self._writer = writer

    def show(self, block: Block) -> None:
        """Write the block."""
        print(render_plain(block), file=self._writer, flush=True)

    def ask_answer(self, question: AnyQuestion, options: tuple[str, ...]) -> str:
        """Read a line."""
        return self.ask_line("> ")

    def ask_next(self, claimable: bool) -> str:
        """Go on at once: a command for the last answer may come at the next question."""
        return ""

    def ask_line(self, prompt: str) -> str:
        """Read a line. Raises EOFError at the end of input."""
        self._writer.write(prompt)
        self._writer.flush()
        line = self._reader.readline()
        if not self._reader.isatty():
            self._writer.write(visible(line.rstrip("\r\n")[:LONGEST]) + "\n")
        if not line:
            raise EOFError
        return line.rstrip("\r\n")
