"""The progress file as a database: opened, brought up to date, written in whole transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sco_quiz.core.errors import HistoryError
from sco_quiz.history.schema import STEPS

BUSY_S = 30
SQLITE_VERSION = sqlite3.sqlite_version


class DamagedError(HistoryError):
    """The file is no sound database."""


class Database:
    """The open file. Every write is one transaction on disk before it returns; other programs may write, too.

    Raises HistoryError where the disk refuses or the file is of a newer program, and DamagedError where it is not
    sound.
    """

    def __init__(self, path: Path, read_only: bool = False) -> None:
        self.path = path
        with self._trouble():
            self._connection = _connect(path, "mode=ro" if read_only else "mode=rwc")
            try:
                _prepare(self._connection, path, read_only)
            except BaseException:
                self._connection.close()
                raise

    def check(self) -> None:
        """Raise DamagedError where a page or an index is not sound. Takes about a second for 100 MB."""
        faults = [row[0] for row in self.query("PRAGMA quick_check(1)")]
        if faults != ["ok"]:
            raise _damaged(self.path, faults[0])

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
        """A transaction: all that is executed inside is on disk afterwards, or nothing of it."""
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
            raise HistoryError(f"{self.path}: {error}") from error
        except sqlite3.DatabaseError as error:
            raise _damaged(self.path, error) from error


def _damaged(path: Path, fault: object) -> DamagedError:
    remedy = "`sco-quiz doctor --repair` sets it aside and recovers what it can"
    return DamagedError(f"{path} is damaged ({fault}); {remedy}")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{mode}"
    db = sqlite3.connect(uri, uri=True, timeout=BUSY_S, isolation_level=None)
    db.execute("PRAGMA foreign_keys = ON")
    if mode == "mode=ro":
        try:
            db.execute("PRAGMA user_version").fetchone()
        except sqlite3.OperationalError:  # on a disk that is read-only nobody can write meanwhile
            db.close()
            return _connect(path, "mode=ro&immutable=1")
    return db


def _prepare(db: sqlite3.Connection, path: Path, read_only: bool) -> None:
    """Bring the tables to this program's version. Raises HistoryError for a file of a newer program."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(STEPS):
        raise HistoryError(f"{path} was written by a newer sco-quiz; update this one to use it")
    if read_only:
        return
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    if version < len(STEPS):
        migrate(db, STEPS)


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
        db.execute("ROLLBACK")
        raise
