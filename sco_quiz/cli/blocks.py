"""Blocks on standard output: panels in a terminal, lines elsewhere."""

import sys
from typing import TYPE_CHECKING

from sco_quiz.cli.telling import tell

if TYPE_CHECKING:
    from sco_quiz.terminal.blocks import Block


def show_blocks(*blocks: "Block") -> None:
    """Show them one below the other."""
    if sys.stdout.isatty():
        from sco_quiz.terminal.rich_display import RichDisplay

        display = RichDisplay()
        for block in blocks:
            display.show(block)
    else:
        from sco_quiz.terminal.plain import render_plain

        for block in blocks:
            tell(render_plain(block))
