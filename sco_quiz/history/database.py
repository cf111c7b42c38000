"""The progress file as a database: open it, migrate its tables, write in transactions."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import uniform
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any

from sco_quiz.core.errors import HistoryError
from sco_quiz.disk.os_errors import os_errors_as
from sco_quiz.history.schema import OWNER, STEPS

BUSY_S = 30
RETRY_S = 0.002
INTERRUPTIBLE_EACH = 100_000  # instructions of SQLite's virtual machine: a few milliseconds
LOG = "-wal"
SQLITE_VERSION = sqlite3.sqlite_version
_MAX_VERSION = 1000  # a higher one is damage: no program has that many versions
_REFUSALS = {
    sqlite3.SQLITE_BUSY: f"another program has been writing to it for {BUSY_S} s",
    sqlite3.SQLITE_READONLY: "it cannot be written",
    sqlite3.SQLITE_IOERR: "disk error",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
}


class DamagedError(HistoryError):
    """The file is not a sound database."""


class Database:
    """The open file. A write is on disk when it returns; several programs may write to the file.

    With `in_memory`, the database is empty and in memory, and the file at the path is ignored. Methods raise
    HistoryError if the file cannot be read or written or is of a newer or another program, and DamagedError if it is
    damaged.
    """

    def __init__(self, path: Path, read_only: bool = False, in_memory: bool = False) -> None:
        self.path = path
        # SQLite would delete the log of an empty file, and the answers in it. Look at the log first: another program
        # that creates the file writes it before the log.
        if not in_memory and not _is_empty(_log(path)) and _is_empty(path):
            raise _damaged(path, "it is empty, but its log is not")
        with self._own_errors():
            mode = "mode=memory" if in_memory else "mode=rwc"
            opened = self._connection = _connect_to_read(path) if read_only else _connect(path, mode)
            try:
                self._connection = _with_current_tables(self._connection, path, read_only)
            except BaseException:
                self._connection.close()
                raise
        # a read-only file of an older version is migrated in a copy in memory
        self.writable = not read_only or self._connection is not opened
        self._connection.set_progress_handler(_never_stop, INTERRUPTIBLE_EACH)

    def check(self, thorough: bool = False) -> None:
        """Raise DamagedError for a damaged page or, if thorough, for an index that differs from its table.

        This takes about a second for 100 MB; several if thorough.
        """
        faults = [row[0] for row in self.query(f"PRAGMA {'integrity' if thorough else 'quick'}_check(1)")]
        if faults != ["ok"]:
            raise _damaged(self.path, faults[0])

    def damaged(self, fault: object) -> DamagedError:
        """Return the error for a fault that was found in the contents."""
        return _damaged(self.path, fault)

    def vacuum(self) -> None:
        """Shrink the file to the size of its contents."""
        with self._own_errors():
            self._connection.execute("VACUUM")

    def copy_to(self, path: Path) -> None:
        """Write a copy of the file to a path where no file is."""
        with self._own_errors():
            self._connection.execute("VACUUM INTO ?", (str(path),))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def query(self, sql: str, *values: object, **named: object) -> list[tuple[Any, ...]]:
        """Return the rows of a query that only reads."""
        with self._own_errors():
            return self._connection.execute(sql, named or values).fetchall()

    def rows(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query that only reads, one by one."""
        with self._own_errors():
            yield from self._connection.execute(sql, values)

    def execute(self, sql: str, *values: object, **named: object) -> sqlite3.Cursor:
        """Execute a statement that writes; only inside `writing`."""
        return self._connection.execute(sql, named or values)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Run a transaction: afterwards everything executed inside is on disk, or nothing of it.

        A transaction inside another is part of the outer one.
        """
        inside = self._connection.in_transaction
        if inside:
            yield
            return
        with self._own_errors():
            _wait_to_execute(self._connection, "BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _own_errors(self) -> Iterator[None]:
        """Raise SQLite's errors as ours."""
        try:
            yield
        except sqlite3.OperationalError as error:
            code = getattr(error, "sqlite_errorcode", None)
            if code == sqlite3.SQLITE_INTERRUPT:
                raise KeyboardInterrupt from None
            if code is None:  # the driver could not decode a string
                raise _damaged(self.path, error) from error
            # the low byte of an extended code is its primary code
            raise HistoryError(f"{self.path}: {_REFUSALS.get(code & 0xFF, str(error))}") from error
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise
            raise _damaged(self.path, error) from error


def _never_stop() -> bool:
    """Continue; that Python code runs at all lets it handle Ctrl-C during a long query."""
    return False


def _damaged(path: Path, fault: object) -> DamagedError:
    remedy = "`sco-quiz doctor --repair` moves it aside and recovers what it can"
    return DamagedError(f"{path} is damaged ({fault}); {remedy}")


def _log(path: Path) -> Path:
    return path.with_name(path.name + LOG)


def _is_empty(path: Path) -> bool:
    """Return whether a file is empty or does not exist."""
    return not path.is_file() or path.stat().st_size == 0


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    db = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=BUSY_S, isolation_level=None)
    db.execute("PRAGMA foreign_keys = ON")
    return db


def _connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a file to read, also in a folder where SQLite cannot create the files that readers share."""
    db = _connect(path, "mode=ro")
    try:
        db.execute("PRAGMA user_version").fetchone()
    except sqlite3.OperationalError as error:
        db.close()
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        return _connect(path, "mode=ro&immutable=1") if _is_empty(_log(path)) else _copy_with_log(path)
    return db


def _copy_with_log(path: Path) -> sqlite3.Connection:
    """Return a copy in memory of the file and of its log, which may have the latest answers."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.sqlite"
        with os_errors_as(HistoryError, str(path)):
            shutil.copyfile(path, copy)
            shutil.copyfile(_log(path), _log(copy))
        with closing(_connect(copy, "mode=rw")) as db:
            return _in_memory(db)


def _in_memory(db: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    db.backup(copy)
    return copy


def _with_current_tables(db: sqlite3.Connection, path: Path, read_only: bool) -> sqlite3.Connection:
    """Return the database with the current tables; a read-only one is migrated in a copy."""
    version = _version(db, path)
    if not read_only:
        _wait_to_execute(db, "PRAGMA journal_mode = WAL")  # permanently
        db.execute("PRAGMA synchronous = FULL")  # an answer survives a power failure, too
    elif version < len(STEPS):
        with closing(db):
            db = _in_memory(db)
    if version < len(STEPS):
        migrate(db, STEPS)
    return db


def _wait_to_execute(db: sqlite3.Connection, statement: str) -> None:
    """Execute a statement as soon as no other program writes.

    SQLite waits ever longer between its attempts, so a program that saves answers in a row would lock out all others.
    """
    deadline = monotonic() + BUSY_S
    db.execute("PRAGMA busy_timeout = 0")
    try:
        while not _is_executed(db, statement, deadline):
            sleep(uniform(0, RETRY_S))  # at random: two programs in step would meet again and again
    finally:
        db.execute(f"PRAGMA busy_timeout = {BUSY_S * 1000}")


def _is_executed(db: sqlite3.Connection, statement: str, deadline: float) -> bool:
    """Return False if another program is writing. Raise its error after the deadline."""
    try:
        db.execute(statement)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > deadline:
            raise
        return False
    return True


def _version(db: sqlite3.Connection, path: Path) -> int:
    """Return the version of the tables, 0 without any. Raise HistoryError for a file of a newer or another program."""
    try:
        db.execute("BEGIN")  # read all three at once: another program may be creating the tables
        tables, owner, version = (
            db.execute(query).fetchone()[0]
            for query in ("SELECT count(*) FROM sqlite_master", "PRAGMA application_id", "PRAGMA user_version")
        )
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        raise _damaged(path, error) from error
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")
    if tables and owner != OWNER:
        raise HistoryError(f"{path} is a database of another program")
    if owner == OWNER and not (tables and 0 < version < _MAX_VERSION):
        raise _damaged(path, f"version {version}, {tables} tables")
    if version > len(STEPS):
        raise HistoryError(f"{path} was written by a newer sco-quiz; update this one to use it")
    return int(version)


def migrate(db: sqlite3.Connection, steps: tuple[str, ...]) -> None:
    """Apply the steps that the file lacks, all or none."""
    _wait_to_execute(db, "BEGIN IMMEDIATE")
    try:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        for step in steps[version:]:
            for statement in _statements(step):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {max(version, len(steps))}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _statements(step: str) -> Iterator[str]:
    """Yield the statements of a step; a trigger has semicolons inside."""
    statement = ""
    for line in step.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
