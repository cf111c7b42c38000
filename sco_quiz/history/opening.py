"""Open the progress file as a database with the current tables, also where programs cannot share memory."""

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from sco_quiz.core.errors import HistoryError
from sco_quiz.disk.os_errors import os_errors_as
from sco_quiz.disk.reading import is_file, is_present, reading
from sco_quiz.history.locks import READ_BUSY_MS, Waiting
from sco_quiz.history.migration import SchemaError, check_objects, migrate, version_of
from sco_quiz.history.schema import STEPS

LOG = "-wal"
_LAST_FORMAT = b"\2"
# What a log needs from the file system: several programs share memory. Many network drives do not have it.
_NO_SHARED_MEMORY = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_READONLY_CANTINIT,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMLOCK,
    sqlite3.SQLITE_IOERR_SHMMAP,
}


def log_of(path: Path) -> Path:
    return path.with_name(path.name + LOG)


def place_of(path: Path) -> tuple[int, int] | None:
    """Return what distinguishes a file from all others, also from one that gets its name; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_empty(path: Path) -> bool:
    """Return whether a file is empty or does not exist."""
    try:
        return not is_file(path) or path.stat().st_size == 0
    except OSError:  # in a folder that may not be searched; opening the file says so
        return True


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    db = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=READ_BUSY_MS / 1000, isolation_level=None
    )
    db.execute("PRAGMA foreign_keys = ON")
    return db


def _create_private(path: Path) -> None:
    """Create an empty file that only its owner can read; SQLite's files beside it get the same mode."""
    with os_errors_as(HistoryError, str(path)):
        if not is_present(path):
            path.touch(mode=0o600)


def check_format(path: Path) -> None:
    """Raise SchemaError if the header has a number that makes SQLite read the file, and never write it.

    Only where this program has no other connection to the file: closing it here ends the locks of that one.
    """
    with suppress(OSError), reading(path) as file:
        number = file.read(19)[18:]
        if number > _LAST_FORMAT:
            raise SchemaError(f"file format {number[0]}")


def connect_to_write(path: Path, in_memory: bool, waiting: Waiting) -> sqlite3.Connection:
    """Open a file to write; where programs cannot share memory, without a log."""
    if in_memory:
        return _with_current_tables(_connect(path, "mode=memory"), waiting, "MEMORY")
    _create_private(path)
    try:
        # permanently, so that reading and writing do not wait for each other
        return _with_current_tables(_connect(path, "mode=rw"), waiting, "WAL")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) not in _NO_SHARED_MEMORY:
            raise
    check_format(path)
    db = _connect(path, "mode=rw")
    # a file that has a log already can be opened without shared memory only by one program at a time
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db = _with_current_tables(db, waiting, "DELETE")
    db.execute("PRAGMA locking_mode = NORMAL")
    db.execute("PRAGMA user_version").fetchone()  # only an access to the file releases the lock
    return db


def connect_to_read(path: Path, waiting: Waiting) -> sqlite3.Connection:
    """Open a file to read, also in a folder where SQLite cannot create the files that readers share."""
    check_format(path)
    db = _connect(path, "mode=ro")
    try:
        waiting.for_lock(db, lambda: db.execute("PRAGMA user_version").fetchone())
    except sqlite3.OperationalError as error:
        db.close()
        code = getattr(error, "sqlite_errorcode", 0)
        if not {code, code & 0xFF} & _NO_SHARED_MEMORY:
            raise
        return _connect(path, "mode=ro&immutable=1") if is_empty(log_of(path)) else _copy_with_log(path)
    return db


def _copy_with_log(path: Path) -> sqlite3.Connection:
    """Return a copy in memory of the file and of its log, which may have the latest answers."""
    with os_errors_as(HistoryError, f"{path} cannot be copied to read its log"), TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.sqlite"
        shutil.copyfile(path, copy)
        shutil.copyfile(log_of(path), log_of(copy))
        with closing(_connect(copy, "mode=rw")) as db:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")  # no memory is shared
            return _in_memory(db)


def _in_memory(db: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    db.backup(copy)
    return copy


def _with_current_tables(db: sqlite3.Connection, waiting: Waiting, journal: str) -> sqlite3.Connection:
    """Return an open database with the current tables, and with a way to undo what a crash interrupts."""
    try:
        version = waiting.for_lock(db, lambda: version_of(db))
        waiting.for_lock(db, lambda: db.execute(f"PRAGMA journal_mode = {journal}"))
        if journal == "WAL":
            _try_to_write(db, version)
        db.execute("PRAGMA synchronous = FULL")  # an answer survives a power failure, too
        if version < len(STEPS):
            migrate(db, STEPS, waiting)
        check_objects(db)
    except BaseException:
        db.close()
        raise
    return db


def _try_to_write(db: sqlite3.Connection, version: int) -> None:
    """Raise SQLite's error if the log cannot be used; another program that is writing can use it."""
    db.execute("PRAGMA busy_timeout = 0")
    try:
        db.execute("BEGIN IMMEDIATE")
        db.execute(f"PRAGMA user_version = {version}")  # only a statement that writes finds out
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")
        db.execute(f"PRAGMA busy_timeout = {READ_BUSY_MS}")


def current_copy(db: sqlite3.Connection, waiting: Waiting, in_memory: bool) -> sqlite3.Connection:
    """Return a database that is only read; one of an older version as a copy in memory with the current tables."""
    try:
        if waiting.for_lock(db, lambda: version_of(db)) == len(STEPS) and not in_memory:
            check_objects(db)
            return db
        copy = _in_memory(db)
    except BaseException:
        db.close()
        raise
    db.close()
    return _with_current_tables(copy, waiting, "MEMORY")
