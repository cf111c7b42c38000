"""Print the digest of a bank, and offer it to new learners."""

import shutil
import sys
from typing import TYPE_CHECKING

from sco_quiz.cli.display import display, draws
from sco_quiz.cli.output import print_pages

if TYPE_CHECKING:
    from collections.abc import Collection

    from sco_quiz.core.bank import Bank
    from sco_quiz.core.digest import Digest


def print_digest(digest: "Digest", plain: bool) -> None:
    """Print a digest; in a pager if it is longer than the screen."""
    from sco_quiz.terminal.digest_view import WIDTH, render_digest

    # One column less: a line as wide as the terminal is followed by an empty one on Windows.
    width = shutil.get_terminal_size().columns - 1 if sys.stdout.isatty() else WIDTH
    print_pages(render_digest(digest, width, styled=draws() and not plain, spoken=plain))


def offer_digest(bank: "Bank", topics: "Collection[str]", plain: bool) -> None:
    """Ask a learner whether to read the digest of the topics first, if the bank has one."""
    from sco_quiz.core.digest import digest
    from sco_quiz.core.plural import counted
    from sco_quiz.terminal.blocks import Block, Line

    found = digest(bank, topics)
    if not found.sections:
        return
    shown, time = display(plain), counted(found.minutes, "minute")
    shown.show(Block("", (Line(f"New here? First read what the article says ({time}), or start at once."),)))
    if shown.ask_next([("r", "read")], "start the quiz").strip().casefold() == "r":
        print_digest(found, plain)
