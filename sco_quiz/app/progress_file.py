"""Open the progress file, and repair a damaged one."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from sco_quiz.app.days import now
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.plural import counted
from sco_quiz.core.preferences import Preferences
from sco_quiz.disk.os_errors import os_errors_as
from sco_quiz.disk.reading import is_present
from sco_quiz.history.database import DamagedError, Database
from sco_quiz.history.locks import Waiting
from sco_quiz.history.opening import LOG
from sco_quiz.history.recovery import finish, recover
from sco_quiz.history.schedule import Schedule
from sco_quiz.history.store import OnProgress, Store, store_of

CHECKED_AT_ONCE = 4_000_000
"""Files up to this many bytes are checked whenever they are opened for writing, which takes some milliseconds."""

Say = Callable[[str], object]


Purpose = Literal["write", "read", "study"]
"""What a command wants of the progress file: see `open_progress`."""


class ProgressFile(NamedTuple):
    """An open progress file. `read_only` is the reason why changes cannot be saved; empty if they can.

    To "study", such a file is a copy in memory, which can be changed.
    """

    database: Database
    read_only: str = ""

    @contextmanager
    def telling(self, say: Say) -> Iterator[None]:
        """Say inside in another way that another program is waited for."""
        waiting = self.database.waiting
        before, waiting.on_wait = waiting.on_wait, waiting_for(self.database.path, say).on_wait
        try:
            yield
        finally:
            waiting.on_wait = before


def progress_path(path: Path | None) -> Path:
    """Return the path, or the progress file in the user's data directory."""
    from platformdirs import user_data_path

    return path or user_data_path("sco-quiz", appauthor=False) / "progress.sqlite"


def is_there(path: Path) -> bool:
    """Return whether there is a progress file, or the log of one. Raise HistoryError if that cannot be found out."""
    with os_errors_as(HistoryError, str(path)):
        return _size(path) is not None or bool(_size(path.with_name(path.name + LOG)))


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return None


def waiting_for(path: Path, say: Say) -> Waiting:
    """Return how to wait for other programs that use a progress file, and say so."""
    return Waiting(on_wait=partial(say, f"{path} is used by another program, waiting."))


def open_progress(path: Path, purpose: Purpose, say: Say, on_progress: OnProgress) -> ProgressFile:
    """Open the progress file for a purpose; a damaged one is repaired first.

    - "write" creates a missing file, and raises HistoryError if the file cannot be written.
    - "read" treats a missing file as empty, opens one that cannot be written read-only, and raises HistoryError if it
      cannot be read either.
    - "study" creates a missing file, falls back to a copy in memory, and then to an empty file in memory: students can
      learn although nothing can be saved.
    """
    waiting = waiting_for(path, say)
    if purpose == "read" and not is_there(path):
        return ProgressFile(Database(path, in_memory=True), f"{path} does not exist")
    try:
        return ProgressFile(_open_to_write(path, say, on_progress, waiting))
    except HistoryError as error:
        if purpose == "write":
            raise
        reason = str(error)
    try:
        if is_present(path):
            return ProgressFile(Database(path, read_only=True, in_memory=purpose == "study", waiting=waiting), reason)
    except HistoryError:
        if purpose == "read":
            raise
    return ProgressFile(Database(path, in_memory=True), reason)


def _open_to_write(path: Path, say: Say, on_progress: OnProgress, waiting: Waiting) -> Database:
    with os_errors_as(HistoryError, str(path.parent)):
        path.parent.mkdir(parents=True, exist_ok=True)
        size = _size(path) or 0
    # SQLite would open it read-only without a word.
    if is_present(path) and not os.access(path, os.W_OK):
        raise HistoryError(f"{path} cannot be written")
    try:
        with os_errors_as(HistoryError, str(path)):
            finish(path, waiting)
        database = Database(path, waiting=waiting)
        if size < CHECKED_AT_ONCE:  # a larger one waits for `doctor`
            database.check()
        # here, where a progress bar shows how far it is: a file of an older version is scheduled again
        store_of(database, on_progress).ignore_future(now())
        return database
    except DamagedError:
        return repair(path, say, on_progress, waiting)


def repair(path: Path, say: Say, on_progress: OnProgress, waiting: Waiting) -> Database:
    """Replace a damaged file with a new one that has everything readable of it; say so."""
    if is_present(path) and path.stat().st_size > CHECKED_AT_ONCE:
        say(f"{path} is damaged. Recovering what can be read; this takes a while.")
    done = recover(path, on_progress, waiting)
    if done:
        aside, found = done
        recovered = f"{counted(found.answers, 'answer')}, {counted(found.flags, 'flag')}"
        say(f"{path} was damaged and is now {aside.name}. Recovered from it: {recovered}.\n")
    return Database(path, waiting=waiting)


def reschedule(database: Database, wanted: Preferences, on_progress: OnProgress) -> int:
    """Save preferences and reschedule all questions, both or neither; return the number of questions."""
    store = Store(database, Schedule(wanted))
    count = store.replay_all(on_progress)
    store.ignore_future(now())
    return count
