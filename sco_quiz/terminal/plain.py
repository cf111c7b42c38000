"""Linear text for pipes, screen readers and dumb terminals: no redrawing, no boxes, everything in words."""

from typing import TextIO

from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.terminal.blocks import Block, Line
from sco_quiz.terminal.keyboard import read_line
from sco_quiz.terminal.visible import LONGEST, visible


def render_plain(block: Block) -> str:
    """A block as lines of text, ended by a blank line when it has a title."""
    title = block.words or block.title
    lines = [title] if title else []
    lines += [_in_words(line) for line in block.lines]
    return "\n".join(lines) + ("\n" if title else "")


def _in_words(line: Line) -> str:
    """The line after its label; what follows a line feed stands further in, so that none of it looks like an option."""
    words = line.words or (f"{line.label}: {line.text}" if line.label else line.text)
    return words.replace("\n", "\n   ") if line.label else words


class PlainDisplay:
    """Writes lines and reads lines; what was read is echoed unless a person typed it, whose terminal does."""

    def __init__(self, reader: TextIO, writer: TextIO) -> None:
        self._reader = reader
        self._writer = writer
        self._typed = reader.isatty()

    def show(self, block: Block) -> None:
        """Write the block."""
        print(render_plain(block), file=self._writer, flush=True)

    def ask_answer(self, question: AnyQuestion, options: tuple[str, ...]) -> str:
        """Read a line."""
        return self.ask_line("Answer: ")

    def ask_next(self, claimable: bool) -> str:
        """Let a person take the verdict in; else go on at once: a command for it may come at the next question."""
        if not self._typed:
            return ""
        claim = ", r: I was right" if claimable else ""
        return self.ask_line(f"Enter: next, u: undo{claim}, q: end. ")

    def ask_line(self, prompt: str) -> str:
        """Read a line. Raises EOFError at the end of input."""
        if self._typed and self._writer.isatty():
            return read_line(prompt, redraw=False)
        self._writer.write(prompt)
        self._writer.flush()
        line = self._reader.readline()
        if not self._typed or not line:
            self._writer.write(visible(line.rstrip("\r\n")[:LONGEST]) + "\n")
        if not line:
            raise EOFError
        return line.rstrip("\r\n")
