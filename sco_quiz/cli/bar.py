"""A bar for work that takes long."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, where that is a terminal; what it gives is told how much of how much is done.

    It shows once it is told so for the first time.
    """
    with ExitStack() as stack:
        bars: list[Any] = []

        def on_progress(done: int, of: int) -> None:
            if not bars:
                hidden = not sys.stderr.isatty()
                bar = click.progressbar(length=of, label=label, file=sys.stderr, hidden=hidden)
                bars.append(stack.enter_context(bar))
            bars[0].update(done - bars[0].pos)

        yield on_progress
