"""The progress file as a database: read it, write in transactions."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sco_quiz.core.errors import HistoryError
from sco_quiz.core.record_fields import Codec, T
from sco_quiz.disk.os_errors import os_errors_as
from sco_quiz.disk.reading import refuse_special
from sco_quiz.history.locks import Waiting
from sco_quiz.history.migration import SchemaError, UnknownFileError
from sco_quiz.history.opening import connect_to_read, connect_to_write, current_copy, is_empty, log_of, place_of

R = TypeVar("R")

INTERRUPTIBLE_EACH = 100_000  # instructions of SQLite's virtual machine: a few milliseconds
SQLITE_VERSION = sqlite3.sqlite_version
_REFUSALS = {
    sqlite3.SQLITE_BUSY: "another program has locked it",
    sqlite3.SQLITE_READONLY: "it cannot be written",
    sqlite3.SQLITE_IOERR: "disk error",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
}


class DamagedError(HistoryError):
    """The file is not a sound database."""


class Database:
    """The open file. A write is on disk when it returns; several programs may write to the file.

    With `in_memory`, the database is in memory: empty, or, if it is also `read_only`, a copy of the file. Methods raise
    HistoryError if the file cannot be read or written or is of a newer or another program, and DamagedError if it is
    damaged.
    """

    def __init__(
        self, path: Path, read_only: bool = False, in_memory: bool = False, waiting: Waiting | None = None
    ) -> None:
        self.path, self.waiting = path, waiting or Waiting()
        if read_only or not in_memory:
            with os_errors_as(HistoryError, str(path)):
                refuse_special(path)  # SQLite waits for the writer of a pipe
        # SQLite would delete the log of an empty file, and the answers in it. Look at the log first: another program
        # that creates the file writes it before the log.
        if not in_memory and not is_empty(log_of(path)) and is_empty(path):
            raise _damaged(path, "it is empty, but its log is not")
        self.is_file = not (read_only or in_memory)
        with self._own_errors():
            if read_only:
                opened = connect_to_read(path, self.waiting)
                self._connection = current_copy(opened, self.waiting, in_memory)
            else:
                opened = self._connection = connect_to_write(path, in_memory, self.waiting)
        # a read-only file of an older version is migrated in a copy in memory
        self.writable = not read_only or self._connection is not opened
        self._place = place_of(path) if self.is_file else None
        self._connection.set_progress_handler(_never_stop, INTERRUPTIBLE_EACH)

    def check(self, thorough: bool = False) -> None:
        """Raise DamagedError for a damaged page or, if thorough, for an index that differs from its table.

        This takes about a second for 100 MB; several if thorough.
        """
        faults = [row[0] for row in self.query(f"PRAGMA {'integrity' if thorough else 'quick'}_check(1)")]
        if faults != ["ok"]:
            raise _damaged(self.path, faults[0])

    def vacuum(self) -> None:
        """Shrink the file to the size of its contents."""
        with self._own_errors():
            self.waiting.for_lock(self._connection, lambda: self._connection.execute("VACUUM"))

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
            return self._read(lambda: self._connection.execute(sql, named or values).fetchall())

    def rows(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query that only reads, one by one."""
        with self._own_errors():
            yield from self._read(lambda: self._connection.execute(sql, values))

    def records(self, codec: Codec[T], table: str, rest: str = "", *values: object) -> Iterator[T]:
        """Yield the rows of a table that the end of a query chooses. Raise DamagedError for a row that is not sound."""
        for row in self.rows(f"SELECT {codec.columns} FROM {table} {rest}", *values):
            try:
                yield codec.from_row(row)
            except ValueError as error:
                raise _damaged(self.path, f"a row of the table {table}: {error}") from error

    def _read(self, read: Callable[[], R]) -> R:
        """Read as soon as no other program forbids it; inside `writing`, none does."""
        return read() if self._connection.in_transaction else self.waiting.for_lock(self._connection, read)

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
        self._check_place()
        with self._own_errors():
            self.waiting.for_lock(self._connection, lambda: self._connection.execute("BEGIN IMMEDIATE"))
            self.waiting.in_vain = False
            try:
                self._check_place()  # a repair may have ended while its lock was waited for
                yield
                # without a log, programs that read delay it
                self.waiting.for_lock(self._connection, lambda: self._connection.execute("COMMIT"))
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _check_place(self) -> None:
        """Raise HistoryError if another program has replaced or deleted the file: what is written would be lost."""
        if self._place and place_of(self.path) != self._place:
            raise HistoryError(f"{self.path} was replaced or deleted by another program")

    @contextmanager
    def _own_errors(self) -> Iterator[None]:
        """Raise SQLite's errors as ours."""
        try:
            yield
        except sqlite3.OperationalError as error:
            code = getattr(error, "sqlite_errorcode", None)
            if code == sqlite3.SQLITE_INTERRUPT:
                raise KeyboardInterrupt from None
            # the driver could not decode a string, or a table or column is not there
            if code is None or code == sqlite3.SQLITE_ERROR:
                raise _damaged(self.path, error) from error
            # the low byte of an extended code is its primary code
            raise HistoryError(f"{self.path}: {_REFUSALS.get(code & 0xFF, str(error))}") from error
        except UnknownFileError as error:
            raise HistoryError(f"{self.path} {error}") from None
        except (SchemaError, UnicodeDecodeError, sqlite3.IntegrityError) as error:
            raise _damaged(self.path, error) from error
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
