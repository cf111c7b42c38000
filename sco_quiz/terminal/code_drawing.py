"""Draw code with Rich: its indents, colors for its language, and a mark where a long line is folded."""

from dataclasses import dataclass
from functools import lru_cache

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

BAR, FOLDED = "│ ", "↪ "
MAX_COLORED = 5_000
"""Characters: longer code has no colors, since some languages take long to read."""


@dataclass(frozen=True, slots=True)
class CodeDrawing:
    """Lines of code, sanitized, with a bar before each; a folded line continues behind an arrow."""

    code: str
    language: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max(1, options.max_width - len(BAR))
        for line in _highlighted(self.code, self.language).split("\n", allow_blank=True):
            for number, part in enumerate(line.wrap(console, width, overflow="fold", no_wrap=False)):
                yield Text.assemble((FOLDED if number else BAR, "dim"), part, no_wrap=True, end="")
                yield Text("")


@lru_cache(maxsize=64)  # a page is drawn twice a second
def _highlighted(code: str, language: str) -> Text:
    if not language or len(code) > MAX_COLORED:
        return Text(code)
    from rich.syntax import Syntax  # it imports pygments, which only code needs

    from sco_quiz.terminal.code_colors import THEME

    body = code.rstrip("\n")
    text = Syntax(body, language, theme=THEME).highlight(body)
    text.right_crop(len(text) - len(body))  # it ends the last line
    return text.append(code[len(body) :]) if text.plain == body else Text(code)
