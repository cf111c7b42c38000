"""Ctrl-C counts while the program waits for the learner; what it does in between is never cut in half."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


class _State:
    waits = False
    noted = False


# of the process, as the handler of a signal is
_state = _State()


@contextmanager
def deferred_interrupts() -> Iterator[None]:
    """Note Ctrl-C instead of raising KeyboardInterrupt, except within `interruptible`.

    Without it, an answer could be on disk and not in the session, or be saved twice.
    """
    try:
        former = signal.signal(signal.SIGINT, _note)
    except ValueError:  # only the main thread may set a handler, and only it is interrupted
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)
        _state.noted = False


@contextmanager
def interruptible() -> Iterator[None]:
    """Raise KeyboardInterrupt inside for Ctrl-C, also for one that was noted before."""
    _state.waits = True
    try:
        if _state.noted:
            _state.noted = False
            raise KeyboardInterrupt
        yield
    finally:
        _state.waits = False


def _note(number: int, frame: object) -> None:
    if _state.waits:
        raise KeyboardInterrupt
    _state.noted = True
