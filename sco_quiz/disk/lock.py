"""One writer in a folder at a time: a lock that leaves no file and ends with the program that holds it."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from sco_quiz.disk.os_errors import RefusedError

PATIENCE_S = 20
NOTICE_S = 1
RETRY_S = 0.005
REPLACES_OPEN_FILES = sys.platform != "win32"
"""Whether a file can get the name of one that some program has open."""
_held: set[str] = set()


@contextmanager
def locked(folder: Path, on_wait: Callable[[], object] = lambda: None) -> Iterator[None]:
    """Hold the lock of a folder that exists; a block inside another of the same folder is part of it.

    Programs other than this one do not ask for the lock. Raises RefusedError if another one holds it for too long;
    `on_wait` is called once before.
    """
    name = os.path.realpath(folder)
    if name in _held:
        yield
        return
    lock = _wait_for(name, on_wait)
    _held.add(name)
    try:
        yield
    finally:
        _held.discard(name)
        if lock is not None:
            os.close(lock)


def _wait_for(folder: str, on_wait: Callable[[], object]) -> int | None:
    """Return the descriptor that holds the lock; None where there are no locks, such as on some network drives."""
    start, notice = monotonic(), NOTICE_S
    while (lock := _try(folder)) == _TAKEN:
        waited = monotonic() - start
        if waited > PATIENCE_S:
            raise RefusedError("another sco-quiz is writing in the same folder; try again when it has ended")
        if waited > notice:
            notice = PATIENCE_S
            on_wait()
        sleep(RETRY_S)
    return lock


_TAKEN = -1

if sys.platform == "win32":

    def _try(folder: str) -> int | None:
        # a folder has no lock there, but a file that ends with its program, however that ends
        flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_TEMPORARY | os.O_NOINHERIT
        try:
            return os.open(os.path.join(folder, ".sco-quiz.lock"), flags)
        except FileExistsError:
            return _TAKEN
        except PermissionError:  # also while another program's file is being deleted
            return _TAKEN if os.access(folder, os.W_OK) else None

    def is_abandoned(file: Path) -> bool:
        """Whether the program that was writing a draft has ended; Windows deletes no file that is open."""
        return file.is_file()

else:
    import fcntl

    def _try(folder: str) -> int | None:
        return _flock(folder, os.O_RDONLY | os.O_DIRECTORY)

    def _flock(name: str, flags: int) -> int | None:
        try:
            descriptor = os.open(name, flags)
        except PermissionError:
            return None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            return _TAKEN if isinstance(error, BlockingIOError) else None
        return descriptor

    def is_abandoned(file: Path) -> bool:
        """Whether the program that was writing a draft has ended: it held a lock on it."""
        lock = _flock(str(file), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        if lock is None or lock == _TAKEN:
            return False
        os.close(lock)
        return True


def hold(descriptor: int) -> None:
    """Mark an open draft as being written, until it is closed."""
    if sys.platform != "win32":
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # no locks here: then no draft counts as abandoned either
            return
