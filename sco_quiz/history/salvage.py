"""Read what can be read of a damaged progress file into a new one, row by row: there may be a million answers."""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sco_quiz.core.answer import ANSWER
from sco_quiz.core.flag import FLAG
from sco_quiz.core.record_fields import Codec
from sco_quiz.core.saved_session import SESSION
from sco_quiz.disk.reading import is_present
from sco_quiz.history.database import Database
from sco_quiz.history.migration import migrate
from sco_quiz.history.opening import LOG
from sco_quiz.history.preferences import preferences_from, save_preferences
from sco_quiz.history.schema import STEPS
from sco_quiz.history.totals import discard

PAGE = 4096
CHUNK = 4096  # rows
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)  # the latter where the message itself has damaged names
ROW_BYTES = 100  # of an answer with its entries in the indexes; most are longer
Row = tuple[Any, ...]


@dataclass(slots=True)
class Salvaged:
    """How many answers and flags were read."""

    answers: int = 0
    flags: int = 0


def salvage(damaged: Path, folder: Path, into: Database) -> Salvaged:
    """Add what can be read of a file and its log to a new database. Copies are made in a folder. Raise OSError.

    The first page has the number of pages and the first page of each table. If it is damaged, more can be read with
    the true number of pages, or with the first page of a new file: all files of a version have the same first pages,
    as have all that were shrunk.
    """
    with into.writing():
        discard(into)
        settings: dict[str, object] = {}
        for copy in _copies(damaged, folder):
            if _Reader(copy, into, settings).is_complete:
                break
        save_preferences(into, preferences_from(settings))
    counts = (into.query(f"SELECT count(*) FROM {table}")[0][0] for table in ("answer", "flag"))
    return Salvaged(*counts)


def _copies(damaged: Path, folder: Path) -> Iterator[Path]:
    """Yield one copy after the other, with ever more of the first page replaced."""
    log = damaged.with_name(damaged.name + LOG)
    copy = folder / "copy.sqlite"
    size = _page_size(damaged, log)
    versions = range(len(STEPS), 0, -1)
    new = (_new_file(folder, version, size, shrunk) for shrunk in (False, True) for version in versions)
    # without the file, its log can be read with the pages of a new one
    firsts = (None, *_first_pages(damaged, new, size)) if is_present(damaged) else ()
    for base, first in [(damaged, first) for first in firsts] or [(file, None) for file in new]:
        for end in ("", LOG, "-shm"):
            copy.with_name(copy.name + end).unlink(missing_ok=True)
        shutil.copyfile(base, copy)
        if first is not None:
            with copy.open("r+b") as file:
                file.write(first)
                file.truncate(max(size, copy.stat().st_size // size * size))
        if is_present(log):
            shutil.copyfile(log, copy.with_name(copy.name + LOG))
        if copy.stat().st_size:  # SQLite would delete the log of an empty file
            yield copy


def _first_pages(damaged: Path, new: Iterable[Path], size: int) -> Iterator[bytes]:
    """Yield first pages for a file: its own, and those of new files, with the true number of pages."""
    pages = max(1, damaged.stat().st_size // size)
    for path in (damaged, *new):
        with path.open("rb") as file:
            first = file.read(size)
        if len(first) == size:  # SQLite's file format, section 1.3
            yield first[:28] + pages.to_bytes(4, "big") + first[32:]


def _page_size(damaged: Path, log: Path) -> int:
    """Return the size of a page by the file or its log."""
    for path, start, length in ((damaged, 16, 2), (log, 8, 4)):
        if is_present(path):
            with path.open("rb") as file:
                header = file.read(32)
            size = int.from_bytes(header[start : start + length], "big")
            size = 65_536 if size == 1 else size
            if 512 <= size <= 65_536 and size.bit_count() == 1:
                return size
    return PAGE


def _new_file(folder: Path, version: int, size: int, shrunk: bool) -> Path:
    """Return a new file of a version of the tables, or a shrunk one, where the tables come first."""
    path = folder / f"version-{version}-{size}-{shrunk}.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(f"PRAGMA page_size = {size}")
        db.execute("PRAGMA journal_mode = WAL")
        if not db.execute("PRAGMA user_version").fetchone()[0]:
            migrate(db, STEPS[:version])
            if shrunk:
                _shrink(db)
    return path


def _shrink(db: sqlite3.Connection) -> None:
    """Shrink a new file; without triggers and views, which SQLite writes behind the rows of a file."""
    for kind, name in db.execute("SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall():
        db.execute(f"DROP {kind} {name}")
    db.execute("VACUUM")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


class _Reader:
    """Adds the sound rows of a copy that are not there yet to a database, and its settings to a mapping."""

    def __init__(self, path: Path, into: Database, settings: dict[str, object]) -> None:
        self.is_complete = True
        self._into = into
        try:
            with closing(sqlite3.connect(path)) as db:
                # what is not UTF-8 becomes a string that no decoder accepts
                db.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
                self._sessions(db)
                self._answers(db)
                for row in self._records(db, "flag", FLAG.names, FLAG):
                    self._insert("flag", FLAG.names, row)
                for row in self._rows(db, "setting", ("name", "value"), "name"):
                    settings.setdefault(*row)
        except UNREADABLE:
            self.is_complete = False

    def _sessions(self, db: sqlite3.Connection) -> None:
        for row in self._records(db, "session", SESSION.names, SESSION):
            self._insert("session", SESSION.names, row)

    def _answers(self, db: sqlite3.Connection) -> None:
        known = {row[0] for row in self._into.query("SELECT id FROM session")}
        names = (*ANSWER.names, "session")
        for row in self._records(db, "answer", names, ANSWER):
            session = row[-1] if isinstance(row[-1], int) and row[-1] in known else None
            self._insert("answer", names, (*row[:-1], session))

    def _insert(self, table: str, names: tuple[str, ...], row: Row) -> None:
        marks = ", ".join("?" * len(names))
        self._into.execute(f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({marks})", *row)

    def _records(self, db: sqlite3.Connection, table: str, names: tuple[str, ...], codec: Codec[Any]) -> Iterator[Row]:
        """Yield the sound rows of a table."""
        for row in self._rows(db, table, names, "id"):
            with suppress(ValueError):
                codec.from_row(row[: len(codec.names)])
                yield row

    def _rows(self, db: sqlite3.Connection, table: str, names: tuple[str, ...], key: str) -> Iterator[Row]:
        """Yield every row that can be read: ranges of ids that cannot be halved until they contain only damage."""
        # a file of an older version lacks the newest columns
        present = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
        if not present:
            self.is_complete = False
            return
        columns = ", ".join(name if name in present else "NULL" for name in names)
        if key != "id":
            yield from db.execute(f"SELECT {columns} FROM {table}")
            return
        query = f"SELECT {columns} FROM {table} NOT INDEXED WHERE id BETWEEN ? AND ?"
        for first in range(1, self._last(db, table) + 1, CHUNK):
            ranges = [(first, first + CHUNK - 1)]
            while ranges:
                start, end = ranges.pop()
                try:
                    yield from db.execute(query, (start, end)).fetchall()
                except UNREADABLE:
                    self.is_complete = False
                    middle = (start + end) // 2
                    ranges += [(middle + 1, end), (start, middle)] if start < end else []

    def _last(self, db: sqlite3.Connection, table: str) -> int:
        """Return the last id of a table, or how many rows the file has space for; no more: ids can be damaged, too."""
        space = int(db.execute("PRAGMA page_count").fetchone()[0]) * PAGE // 16
        try:
            return min(space, int(db.execute(f"SELECT max(id) FROM {table} NOT INDEXED").fetchone()[0] or 0))
        except UNREADABLE:
            self.is_complete = False
            return space * 16 // ROW_BYTES
