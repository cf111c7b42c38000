"""Blocks as an SVG picture of a terminal."""

import io
import re
from collections.abc import Iterable

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

from sco_quiz.terminal.blocks import Block
from sco_quiz.terminal.drawing import print_blocks

_FONT_FACES = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)


def svg_of(blocks: Iterable[Block], title: str, width: int = 80) -> str:
    """Draw the blocks one below the other in a window with a title, as a self-contained SVG file."""
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
    print_blocks(blocks, console)
    template = _FONT_FACES.sub("", CONSOLE_SVG_FORMAT)  # viewers would fetch the fonts from the network
    return console.export_svg(title=title, code_format=template, unique_id="screen")
