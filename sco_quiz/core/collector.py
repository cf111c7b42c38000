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


@contextmanager
def kept_to_the_end() -> Iterator[None]:
    """Pause garbage collection, which later passes over what was made: for what a program keeps until it ends."""
    with without_collector():
        yield
        gc.freeze()
