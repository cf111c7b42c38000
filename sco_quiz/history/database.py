"""The progress file as a database: opened, brought up to date, written in whole transactions."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sco_quiz.core.errors import HistoryError
from sco_quiz.disk.os_errors import os_errors_as
from sco_quiz.history.schema import OWNER, STEPS

BUSY_S = 30
ATTEMPTS = 1000
HEARD_EACH = 100_000  # steps of SQLite's machine, some milliseconds
LOG = "-wal"
SQLITE_VERSION = sqlite3.sqlite_version
_NEWEST = 1000  # no program counts its versions so far: the number is damaged
_REFUSALS = {
    sqlite3.SQLITE_BUSY: f"another program has been writing to it for {BUSY_S} s",
    sqlite3.SQLITE_READONLY: "it cannot be written",
    sqlite3.SQLITE_IOERR: "its disk fails",
    sqlite3.SQLITE_FULL: "its disk is full",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
}


class DamagedError(HistoryError):
    """The file is no sound database."""


class Database:
    """The open file. Every write is one transaction on disk before it returns; other programs may write, too.

    With `in_memory` it is empty and in memory instead, whatever is at the path.

    Raises HistoryError where the disk refuses or the file is of a newer or another program, and DamagedError where it
    is not sound.
    """

    def __init__(self, path: Path, read_only: bool = False, in_memory: bool = False) -> None:
        self.path = path
        if (
            not in_memory and _is_empty(path) and not _is_empty(_log(path))
        ):  # SQLite would delete the log, and the answers in it
            raise _damaged(path, "it is empty, and the log beside it is not")
        with self._trouble():
            self._connection = (
                _connect_to_read(path) if read_only else _connect(path, "mode=memory" if in_memory else "mode=rwc")
            )
            try:
                self._connection = _prepared(self._connection, path, read_only)
            except BaseException:
                self._connection.close()
                raise
        self._connection.set_progress_handler(_listened, HEARD_EACH)

    def check(self, thorough: bool = False) -> None:
        """Raise DamagedError where a page is not sound, or, when thorough, where an index does not fit its table.

        Takes about a second for 100 MB, when thorough several.
        """
        faults = [row[0] for row in self.query(f"PRAGMA {'integrity' if thorough else 'quick'}_check(1)")]
        if faults != ["ok"]:
            raise _damaged(self.path, faults[0])

    def damaged(self, fault: object) -> DamagedError:
        """Return the error that reports a fault found in what the file contains."""
        return _damaged(self.path, fault)

    def vacuum(self) -> None:
        """Give unused room back to the disk."""
        with self._trouble():
            self._connection.execute("VACUUM")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def query(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a reading query."""
        with self._trouble():
            return self._connection.execute(sql, values).fetchall()

    def rows(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a reading query, one by one."""
        with self._trouble():
            yield from self._connection.execute(sql, values)

    def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
        """Change something, inside `writing`."""
        return self._connection.execute(sql, values)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: all that is executed inside is on disk afterwards, or nothing of it.

        One inside another is a part of it.
        """
        inside = self._connection.in_transaction
        if inside:
            yield
            return
        with self._trouble():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _trouble(self) -> Iterator[None]:
        """Turn SQLite's errors into ours."""
        try:
            yield
        except sqlite3.OperationalError as error:
            code = getattr(error, "sqlite_errorcode", None)
            if code == sqlite3.SQLITE_INTERRUPT:
                raise KeyboardInterrupt from None
            if code is None:  # a text that is none
                raise _damaged(self.path, error) from error
            raise HistoryError(f"{self.path}: {_REFUSALS.get(code & 0xFF, str(error))}") from error
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise
            raise _damaged(self.path, error) from error


def _listened() -> bool:
    """Whether to break off: never, but Ctrl-C is heard wherever Python runs."""
    return False


def _damaged(path: Path, fault: object) -> DamagedError:
    remedy = "`sco-quiz doctor --repair` sets it aside and recovers what it can"
    return DamagedError(f"{path} is damaged ({fault}); {remedy}")


def _log(path: Path) -> Path:
    return path.with_name(path.name + LOG)


def _is_empty(path: Path) -> bool:
    """Whether a file is empty or not there."""
    return not path.is_file() or path.stat().st_size == 0


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    db = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=BUSY_S, isolation_level=None)
    db.execute("PRAGMA foreign_keys = ON")
    return db


def _connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a file that may lie where nothing can be written beside it, not even what readers share."""
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
    """A copy in memory of the file and of the log beside it, whose answers count."""
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


def _prepared(db: sqlite3.Connection, path: Path, read_only: bool) -> sqlite3.Connection:
    """The database with the tables of this program's version; of one that is only read, a copy may have them."""
    version = _version(db, path)
    if not read_only:
        _keep_log(db)
        db.execute("PRAGMA synchronous = FULL")
    elif version < len(STEPS):
        with closing(db):
            db = _in_memory(db)
    if version < len(STEPS):
        migrate(db, STEPS)
    return db


def _keep_log(db: sqlite3.Connection) -> None:
    """Turn to a write-ahead log, for good. SQLite does not wait here for another program that does the same, so its
    next transaction is waited for."""
    for attempt in range(ATTEMPTS):
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or attempt == ATTEMPTS - 1:
                raise
        with suppress(sqlite3.OperationalError):
            db.execute("BEGIN IMMEDIATE")
            db.execute("ROLLBACK")


def _version(db: sqlite3.Connection, path: Path) -> int:
    """The version of the tables, 0 for none yet. Raises HistoryError for a file of a newer or of another program."""
    try:
        db.execute("BEGIN")  # all three of one moment, while another program may be making the tables
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
    if owner == OWNER and not (tables and 0 < version < _NEWEST):
        raise _damaged(path, f"version {version}, {tables} tables")
    if version > len(STEPS):
        raise HistoryError(f"{path} was written by a newer sco-quiz; update this one to use it")
    return int(version)


def migrate(db: sqlite3.Connection, steps: tuple[str, ...]) -> None:
    """Take the steps that the file lacks, all or none."""
    db.execute("BEGIN IMMEDIATE")
    try:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        for step in steps[version:]:
            for statement in filter(str.strip, step.split(";\n")):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {max(version, len(steps))}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
