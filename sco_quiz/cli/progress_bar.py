"""A bar for work that takes long; in words where it is heard."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click

from sco_quiz.cli.display import understands_more_than_lines
from sco_quiz.cli.options import PLAIN_VARIABLE
from sco_quiz.cli.output import tell

TOLD_EACH = 25  # per cent, in words

OnProgress = Callable[[int, int], None]


@contextmanager
def progress_bar(label: str, plain: bool = False) -> Iterator[OnProgress]:
    """A bar on standard error, where that is a terminal; what it gives is told how much of how much is done.

    It shows once it is told so for the first time. `plain`, and what else asks for lines of words, gets a line for each
    quarter.
    """
    if not sys.stderr.isatty():
        yield lambda done, of: None
    elif plain or os.environ.get(PLAIN_VARIABLE, "0") != "0" or not understands_more_than_lines():
        yield _in_words(label)
    else:
        with ExitStack() as stack:
            yield _drawn(label, stack)


def _drawn(label: str, stack: ExitStack) -> OnProgress:
    bars: list[Any] = []

    def on_progress(done: int, of: int) -> None:
        if not bars:
            bars.append(stack.enter_context(click.progressbar(length=of, label=label, file=sys.stderr)))
        bars[0].update(done - bars[0].pos)

    return on_progress


def _in_words(label: str) -> OnProgress:
    told = -1

    def on_progress(done: int, of: int) -> None:
        nonlocal told
        quarter = 100 * done // max(1, of) // TOLD_EACH
        if quarter > told:
            told = quarter
            tell(f"{label}: {quarter * TOLD_EACH} per cent", err=True)

    return on_progress
