"""Where a command shows and asks: panels and keys on a terminal that can do them, else lines."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from sco_quiz.terminal.blocks import Block
    from sco_quiz.terminal.interfaces import Display


def display(plain: bool, time_left: "Callable[[], float] | None" = None) -> "Display":
    """Keys and panels, or lines: when they are asked for, through a pipe, and on a terminal that can do no more."""
    if plain or not sys.stdin.isatty() or not draws():
        from sco_quiz.terminal.plain import PlainDisplay

        return PlainDisplay(sys.stdin, sys.stdout, time_left)
    from sco_quiz.terminal.rich_display import RichDisplay

    return RichDisplay(time_left=time_left)


def show_blocks(*blocks: "Block", plain: bool) -> None:
    """Show blocks one below the other where nothing is asked."""
    if plain or not draws():
        from sco_quiz.cli.output import tell
        from sco_quiz.terminal.plain import render_plain

        for block in blocks:
            tell(render_plain(block))
    else:
        from sco_quiz.terminal.rich_display import RichDisplay

        display = RichDisplay()
        for block in blocks:
            display.show(block)


def save_picture(blocks: "Iterable[Block]", path: "Path", title: str) -> None:
    """Write what a terminal would show as a picture."""
    from sco_quiz.cli.output import tell
    from sco_quiz.loading.files import write_result
    from sco_quiz.terminal.picture import svg_of

    tell(f"The picture is in {write_result(path, [svg_of(blocks, title)])}.")


def draws() -> bool:
    """Whether standard output is a terminal that understands more than lines; on Windows TERM says nothing."""
    return sys.stdout.isatty() and understands_more_than_lines()


def understands_more_than_lines() -> bool:
    """Whether a terminal can do more than lines, by what the environment says of it."""
    able = os.name == "nt" or os.environ.get("TERM", "dumb") not in ("", "dumb")
    return able and not os.environ.get("CI")
