"""A progress bar for long work; lines of words for screen readers."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import click

from sco_quiz.cli.display import understands_more_than_lines
from sco_quiz.cli.options import PLAIN_VARIABLE
from sco_quiz.cli.output import print_text

if TYPE_CHECKING:
    from sco_quiz.history.store import OnProgress

STEP = 25  # percent between two lines of words


@contextmanager
def progress_bar(label: str, plain: bool = False) -> "Iterator[OnProgress]":
    """Show a progress bar on standard error; call the yielded function with how much of how much is done.

    The bar appears at the first call, and only on a terminal. In plain mode a line is printed for each quarter.
    """
    # Standard error, so that standard output stays clean in a pipe.
    if not sys.stderr.isatty():
        yield lambda done, of: None
    elif plain or os.environ.get(PLAIN_VARIABLE, "0") != "0" or not understands_more_than_lines():
        yield _in_words(label)
    else:
        with ExitStack() as stack:
            yield _drawn(label, stack)


def _drawn(label: str, stack: ExitStack) -> "OnProgress":
    bar: Any = None  # made at the first call, so that short work shows no bar

    def on_progress(done: int, of: int) -> None:
        nonlocal bar
        if bar is None:
            bar = stack.enter_context(click.progressbar(length=of, label=label, file=sys.stderr))
        bar.update(done - bar.pos)

    return on_progress


def _in_words(label: str) -> "OnProgress":
    printed = -1

    def on_progress(done: int, of: int) -> None:
        nonlocal printed
        quarter = 100 * done // max(1, of) // STEP
        if quarter > printed:
            printed = quarter
            print_text(f"{label}: {quarter * STEP} percent", err=True)

    return on_progress
