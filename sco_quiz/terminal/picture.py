"""Blocks as an SVG picture of a terminal."""

import io
import re
from collections.abc import Iterable

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, SVG_EXPORT_THEME

from sco_quiz.terminal.blocks import Block
from sco_quiz.terminal.drawing import draw_status, print_blocks
from sco_quiz.terminal.status import Status

_FONT_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_FONTS = 2  # regular and bold, at the top: what follows may show such words as text


def svg_of(
    blocks: Iterable[Block], title: str, status: Status | None = None, width: int = 80, *, light: bool = False
) -> str:
    """Draw the status line and the blocks in a dark or light window with a title, as a self-contained SVG file."""
    # nothing of the terminal that runs this may show in the picture
    console = Console(
        record=True,
        width=width,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    if status:
        console.print(draw_status(status, width))
    print_blocks(blocks, console)
    theme = DEFAULT_TERMINAL_THEME if light else SVG_EXPORT_THEME
    picture = console.export_svg(title=title, theme=theme, unique_id="screen")
    return _FONT_FACES.sub("", picture, count=_FONTS)  # viewers would fetch the fonts from the network
