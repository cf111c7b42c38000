"""Replace a damaged progress file with a new one that has what can be read of it; a kill at any point loses nothing."""

import re
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from sco_quiz.core.errors import HistoryError
from sco_quiz.disk.lock import REPLACES_OPEN_FILES, locked
from sco_quiz.disk.os_errors import reason_of
from sco_quiz.disk.reading import entries, is_present, reading
from sco_quiz.history.database import DamagedError, Database
from sco_quiz.history.locks import Waiting
from sco_quiz.history.opening import LOG, is_empty, log_of
from sco_quiz.history.preferences import preferences
from sco_quiz.history.schedule import Schedule
from sco_quiz.history.store import OnProgress, Store

if TYPE_CHECKING:
    from sco_quiz.history.salvage import Salvaged

_BESIDE = ("-wal", "-shm", "-journal")  # SQLite's files for a database


def recover(
    path: Path, on_progress: OnProgress = lambda done, of: None, waiting: Waiting | None = None
) -> "tuple[Path, Salvaged] | None":
    """Replace a damaged file with a new one that has what can be read; return the damaged one's new name.

    The new file is complete before the damaged one is touched. Return None if another program was faster.
    `on_progress` gets the numbers of rescheduled questions and of all. Raise HistoryError if a file cannot be written.
    """
    waiting = waiting or Waiting()
    try:
        with locked(path.parent, waiting.on_wait):
            if finish(path, waiting) or _is_sound(path, waiting):
                return None
            _tidy(path)
            with _unchanged(path, waiting) as files:
                found = _salvaged(path, files, on_progress)
                return _exchange(path), found
    except OSError as error:
        raise HistoryError(f"{path} is damaged and cannot be set aside: {reason_of(error)}") from error


def _salvaged(path: Path, files: Mapping[str, BinaryIO], on_progress: OnProgress) -> "Salvaged":
    """Write what can be read of a damaged file into the one that will replace it."""
    from sco_quiz.history.salvage import salvage  # few files are damaged

    # beside the file: a rename is atomic only within one file system
    with TemporaryDirectory(".recovering", f".{path.name}.", path.parent) as folder:
        new, copy = Path(folder) / path.name, Path(folder) / "damaged.sqlite"
        for end, source in files.items():
            with copy.with_name(copy.name + end).open("wb") as target:
                shutil.copyfileobj(source, target)
        with closing(Database(new)) as database:
            found = salvage(copy if files else path, Path(folder), database)
            Store(database, Schedule(preferences(database))).replay_all(on_progress)
        new.replace(_recovered(path))
    return found


@contextmanager
def _unchanged(path: Path, waiting: Waiting) -> Iterator[Mapping[str, BinaryIO]]:
    """Open a damaged file and its log, under what is added to its name; until the end, no other program writes them."""
    with ExitStack() as stack:
        files: dict[str, BinaryIO] = {}
        # nothing, where no file is replaced that a program has open: then nobody writes it meanwhile either
        if REPLACES_OPEN_FILES and is_present(path):
            # opened before and closed after: a program that closes a file ends all its locks on it
            files[""] = stack.enter_context(reading(path))
            stack.enter_context(_write_lock(path, waiting))
            if is_present(log := log_of(path)):
                files[LOG] = stack.enter_context(reading(log))
        yield files


@contextmanager
def _write_lock(path: Path, waiting: Waiting) -> Iterator[None]:
    """Let no other program write a file; one that SQLite cannot open is written by none."""
    if is_empty(path):  # SQLite would delete its log
        yield
        return
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)) as db:
        try:
            waiting.for_lock(db, lambda: db.execute("BEGIN IMMEDIATE"))
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                raise HistoryError(f"{path}: another program has locked it") from error
        yield


def finish(path: Path, waiting: Waiting) -> bool:
    """Finish a repair that was killed when the new file was complete; return whether there was one."""
    if not is_present(_recovered(path)):
        return False
    with locked(path.parent, waiting.on_wait):
        if not is_present(_recovered(path)):  # another program has finished it meanwhile
            return True
        _exchange(path)
        _tidy(path)
    return True


def _tidy(path: Path) -> None:
    """Delete the drafts of programs that were killed; only while the folder is locked."""
    for left in entries(path.parent):
        if left.name.startswith(f".{path.name}.") and left.name.endswith(".recovering"):
            shutil.rmtree(left, ignore_errors=True)


def _recovered(path: Path) -> Path:
    """Return the name of the new file until it replaces the damaged one: no other file, however that got there."""
    inode = path.stat().st_ino if is_present(path) else 0
    return path.with_name(f".{path.name}.recovered-{inode}")


def _exchange(path: Path) -> Path:
    """Give the damaged file a second name, with SQLite's files for it, and let the new one replace it; return the name.

    Each step can be done again. A log that remained would be applied to the new file.
    """
    aside = set_aside(path)
    new = _recovered(path)
    for end in _BESIDE:
        path.with_name(path.name + end).unlink(missing_ok=True)
    new.replace(path)
    return aside


def set_aside(path: Path) -> Path:
    """Give a progress file and SQLite's files for it a second name, the first free one; return the name."""
    names = (path.with_name(f"{path.stem}.damaged-{number}{path.suffix}") for number in count(1))
    aside = next(name for name in names if not _is_taken(path, name))
    # the file itself last: if it has the name, the others have theirs
    for end in (*_BESIDE, ""):
        part, second = (name.with_name(name.name + end) for name in (path, aside))
        if is_present(part) and not is_present(second):
            _link(part, second)
    return aside


def damaged_files(path: Path) -> list[Path]:
    """Return the damaged files that were set aside."""
    return [
        each
        for each in entries(path.parent)
        if re.fullmatch(rf"{re.escape(path.stem)}\.damaged-\d+{re.escape(path.suffix)}", each.name)
    ]


def _is_taken(path: Path, name: Path) -> bool:
    """Return whether a name is that of another file, or what is beside it is of another one."""
    if is_present(name):
        return not (is_present(path) and path.samefile(name))
    parts = [(path.with_name(path.name + end), name.with_name(name.name + end)) for end in _BESIDE]
    return any(is_present(second) and not (is_present(part) and part.samefile(second)) for part, second in parts)


def _link(path: Path, name: Path) -> None:
    """Give a file a second name; where the file system cannot, copy it."""
    try:
        name.hardlink_to(path)
    except FileExistsError:
        raise
    except OSError:
        draft = name.with_name(f".{name.name}.part")
        with suppress(FileNotFoundError):
            draft.unlink()
        shutil.copyfile(path, draft)
        draft.chmod(path.stat().st_mode & 0o777)
        draft.replace(name)


def _is_sound(path: Path, waiting: Waiting) -> bool:
    """Return whether a file has no damage, such as after another program has repaired it."""
    try:
        with closing(Database(path, waiting=waiting)) as database:
            Store(database, Schedule(preferences(database))).check()
    except DamagedError:
        return False
    return True
