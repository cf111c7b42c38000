"""Choose how a command shows and asks: with panels and single keys, or with plain lines."""

import os
import re
import sys
from typing import TYPE_CHECKING

import click

from sco_quiz.app.shell import in_this_shell
from sco_quiz.cli.options import given_options
from sco_quiz.cli.output import WARNED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from sco_quiz.core.bank import Bank
    from sco_quiz.terminal.blocks import Block
    from sco_quiz.terminal.content_drawing import DrawPicture
    from sco_quiz.terminal.interfaces import Display, Viewer

_ABOUT_BANK = re.compile(r"(?<=`)sco-quiz (?:flags|list|quiz|read|review|show)\b(?![^`]*--bank)[^`]*(?=`)")


def display(plain: bool, bank: "Bank | None" = None, time_left: "Callable[[], float] | None" = None) -> "Display":
    """Return a display with panels and keys; with plain lines on request, in a pipe, and on a simple terminal."""
    viewer = _viewer(bank) if bank else None
    if plain or not sys.stdin.isatty() or not draws():
        # Each display is imported only when it is used: Rich is slow to import.
        from sco_quiz.terminal.plain import PlainDisplay

        return PlainDisplay(sys.stdin, sys.stdout, time_left, _as_typed_here, viewer)
    from sco_quiz.terminal.rich_display import RichDisplay

    context = click.get_current_context(silent=True)
    warned = context is not None and WARNED in context.meta
    return RichDisplay(
        time_left=time_left, rewrite=_as_typed_here, warned=warned, viewer=viewer, pictures=_inline(bank)
    )


def _viewer(bank: "Bank") -> "Viewer | None":
    """Return what opens the pictures of a bank; None if it has none."""
    if not bank.pictures:
        return None
    from sco_quiz.cli.viewer import FileViewer

    return FileViewer(bank.pictures)


def _inline(bank: "Bank | None") -> "DrawPicture | None":
    """Return what draws the pictures of a bank between the lines; None where the terminal cannot show them."""
    if not (bank and bank.pictures and _has_graphics()):
        return None
    try:
        from sco_quiz.terminal.inline_pictures import InlinePictures
    except ImportError:  # without the extra `pictures`
        return None
    return InlinePictures(bank.pictures).draw


def _has_graphics() -> bool:
    """Return whether the terminal has the graphics protocol of Kitty, by its name: a question could lose a key."""
    name = os.environ.get("TERM", "")
    known = name in ("xterm-kitty", "xterm-ghostty") or os.environ.get("TERM_PROGRAM") == "ghostty"
    # multiplexers pass no graphics on
    return known and not {"TMUX", "STY", "ZELLIJ", "NO_COLOR"} & os.environ.keys()


def show_blocks(*blocks: "Block", plain: bool, bank: "Bank | None" = None) -> None:
    """Show blocks, one below the other, with the pictures of a bank where the terminal can show them."""
    if plain or not draws():
        from sco_quiz.cli.output import print_text
        from sco_quiz.terminal.plain import render_plain

        for block in blocks:
            print_text(_as_typed_here(render_plain(block)))
    else:
        from sco_quiz.terminal.blocks import rewrite_lines
        from sco_quiz.terminal.drawing import print_blocks

        print_blocks((rewrite_lines(block, _as_typed_here) for block in blocks), pictures=_inline(bank))


def _as_typed_here(text: str) -> str:
    """Return text in which commands start as in this shell, and those about the bank name it."""
    context = click.get_current_context(silent=True)
    option = given_options(context, "bank") if context else ""
    return in_this_shell(_ABOUT_BANK.sub(lambda found: found[0] + option, text))


def save_picture(blocks: "Iterable[Block]", path: "Path", title: str) -> None:
    """Write blocks as a terminal shows them into an SVG file."""
    from sco_quiz.app.result_file import write_result
    from sco_quiz.cli.output import print_text
    from sco_quiz.terminal.picture import svg_of

    print_text(f"The picture is in {write_result(path, [svg_of(blocks, title)])}.")


def draws() -> bool:
    """Return whether standard output is a terminal that can show panels."""
    return sys.stdout.isatty() and understands_more_than_lines()


def understands_more_than_lines() -> bool:
    """Return whether the terminal can do more than print lines, according to the environment."""
    # Windows sets no TERM; CI systems set one, although nobody watches.
    able = os.name == "nt" or os.environ.get("TERM", "dumb") not in ("", "dumb")
    return able and not os.environ.get("CI")
