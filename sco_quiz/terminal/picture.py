"""Blocks as a picture: what a terminal shows, as SVG."""

import io
import re
from collections.abc import Iterable

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

from sco_quiz.terminal.blocks import Block
from sco_quiz.terminal.rich_display import RichDisplay

_FONT_FACES = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)


def svg_of(blocks: Iterable[Block], title: str, width: int = 80) -> str:
    """The blocks one below the other in a window with a title; the file needs nothing beside it."""
    console = Console(
        record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="truecolor", highlight=False,
        legacy_windows=False, _environ={},
    )  # fmt: skip
    display = RichDisplay(console)
    for block in blocks:
        display.show(block)
    own = _FONT_FACES.sub("", CONSOLE_SVG_FORMAT)  # the fonts would be fetched from the network
    return console.export_svg(title=title, code_format=own, unique_id="screen")
