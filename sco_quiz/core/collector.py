"""Pause garbage collection."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Pause garbage collection, for work that makes many objects and no reference cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def leave_to_the_end() -> None:
    """Let garbage collection pass over everything that exists now: a program that has loaded its data keeps it."""
    gc.freeze()
