"""Panels and single keys for a terminal that can do them."""

from collections.abc import Iterator

from rich.box import ROUNDED
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from sco_quiz.core.kinds import AnyQuestion, Cloze, Numeric, ShortAnswer, SingleChoice, TrueFalse
from sco_quiz.terminal.blocks import Block, Line, Style
from sco_quiz.terminal.keyboard import read_key, read_line
from sco_quiz.terminal.keys import command_of

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
_ENTER = ("\r", "\n")
_ERASE = ("\x7f", "\b")


def draw(block: Block) -> RenderableType:
    """A block as a panel; without a title as lines."""
    content = Group(*_spaced(block.lines))
    if not block.title:
        return content
    return Panel(content, title=Text(block.title), title_align="left", border_style=COLOURS[block.style], box=ROUNDED)


def _spaced(lines: tuple[Line, ...]) -> Iterator[RenderableType]:
    """The lines, with a blank one after a strong line."""
    for line in lines:
        yield _draw_line(line)
        if line.style == "strong":
            yield ""


def _draw_line(line: Line) -> RenderableType:
    text = Text(line.text, style=COLOURS[line.style])
    if not line.label:
        return text
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(Text(f" {line.label}", style=COLOURS["key"]), text)
    return grid


class RichDisplay:
    """A console that draws panels and reads keys."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(highlight=False)

    def show(self, block: Block) -> None:
        """Draw the block, no wider than reads well."""
        self._console.print(draw(block), width=min(self._console.width, WIDEST))

    def ask_answer(self, question: AnyQuestion, options: tuple[str, ...]) -> str:
        """One key where one key is enough, several numbers and Enter, or a line."""
        if isinstance(question, ShortAnswer | Numeric | Cloze) or len(options) > SINGLE_KEYS:
            return self.ask_line("> ")
        if isinstance(question, SingleChoice | TrueFalse):
            return self._key()
        return self._keys(len(options))

    def ask_next(self, claimable: bool) -> str:
        """Wait for a key; any but a command goes on."""
        claim = " · r: I was right" if claimable else ""
        self._console.print(Text(f"any key: next · u: undo{claim} · q: end", style="dim"))
        return read_key()

    def ask_line(self, prompt: str) -> str:
        """Read a line with the usual editing keys."""
        return read_line(prompt)

    def _key(self) -> str:
        while True:
            key = read_key()
            if key.isprintable():
                self._console.print(Text(f"> {key}"))
                return key

    def _keys(self, highest: int) -> str:
        """Collect digits until Enter; a command's letter alone is handed on at once."""
        digits = ""
        while True:
            print(f"\r> {' '.join(digits)}\x1b[K", end="", flush=True)
            key = read_key()
            if key in _ENTER:
                print()
                return digits
            if key in _ERASE:
                digits = digits[:-1]
            elif command_of(key):
                print(key)
                return key
            elif key.isascii() and key.isdigit() and 1 <= int(key) <= highest:
                digits = digits.replace(key, "") if key in digits else digits + key
