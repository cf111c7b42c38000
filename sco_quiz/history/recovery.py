"""Recover what can be read of a damaged progress file, and move the file aside."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from sco_quiz.core.answer import ANSWER, Answer
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.flag import FLAG, Flag
from sco_quiz.core.preferences import Preferences
from sco_quiz.disk.os_errors import reason_of
from sco_quiz.history.database import LOG, Database
from sco_quiz.history.flags import add_flags
from sco_quiz.history.migration import migrate
from sco_quiz.history.preferences import preferences_from, save_preferences
from sco_quiz.history.schedule import Schedule
from sco_quiz.history.schema import STEPS
from sco_quiz.history.store import OnProgress, Store

PAGE = 4096
CHUNK = 4096  # rows
ROW_BYTES = 100  # of an answer with its entries in the indexes; most are longer
_FILES = ("", LOG, "-shm")  # what SQLite names after a database


@dataclass(slots=True)
class RecoveredData:
    """What could be read of a damaged file: answers and flags by (bank, question, at)."""

    answers: dict[tuple[str, str, int], Answer] = field(default_factory=dict)
    flags: dict[tuple[str, str, int], Flag] = field(default_factory=dict)
    preferences: Preferences = field(default_factory=Preferences)


def recover(path: Path, on_progress: OnProgress = lambda done, of: None) -> tuple[Path, RecoveredData] | None:
    """Replace a damaged file with a new one that has what can be read; return the damaged one's new name.

    The new file is complete before the damaged one is touched. Return None if another program was faster.
    `on_progress` gets the numbers of rescheduled questions and of all. Raise HistoryError if a file cannot be written.
    """
    try:
        damaged = path.stat().st_ino
        found = read_damaged(path)
        # beside the file: a rename is atomic only within one file system
        with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
            new = Path(folder) / path.name
            _fill(new, found, on_progress)
            if path.stat().st_ino != damaged:  # another program has replaced it meanwhile
                return None
            aside = set_aside(path)
            new.rename(path)
    except OSError as error:
        raise HistoryError(f"{path} is damaged and cannot be set aside: {reason_of(error)}") from error
    return aside, found


def set_aside(path: Path) -> Path:
    """Rename a progress file and SQLite's files for it to the first free name; return the name."""
    names = (path.with_name(f"{path.stem}.damaged-{number}{path.suffix}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    for end in _FILES:
        part = path.with_name(path.name + end)
        if part.exists():
            part.rename(aside.with_name(aside.name + end))
    return aside


def read_damaged(damaged: Path) -> RecoveredData:
    """Return what can be read of a file and its log, without changing them. Raise OSError.

    The first page has the number of pages and the first page of each table. If it is damaged, more can be read with
    the true number of pages, or with the first page of a new file: all files of a version have the same first pages.
    """
    with TemporaryDirectory() as folder:
        data = damaged.read_bytes()
        whole = data[PAGE : len(data) // PAGE * PAGE]
        log = damaged.with_name(damaged.name + LOG)
        pages = len(whole) // PAGE + 1
        known = (_first_page(Path(folder), version) for version in range(1, len(STEPS) + 1))
        firsts = dict.fromkeys(_with_page_count(first, pages) for first in (data[:PAGE], *known))
        best = RecoveredData()
        for number, text in enumerate(dict.fromkeys((data, *(first + whole for first in firsts)))):
            copy = Path(folder) / f"copy-{number}.sqlite"
            copy.write_bytes(text)
            if log.exists():
                copy.with_name(copy.name + LOG).write_bytes(log.read_bytes())
            best = max(best, _read(copy), key=lambda each: len(each.answers) + len(each.flags))
    return best


def _fill(path: Path, found: RecoveredData, on_progress: OnProgress) -> None:
    database = Database(path)
    with closing(database), database.writing():
        store = Store(database, Schedule(found.preferences))
        store.add(sorted(found.answers.values(), key=lambda answer: answer.at), on_progress)
        save_preferences(database, found.preferences)
        add_flags(database, found.flags.values())


def _first_page(folder: Path, version: int) -> bytes:
    """Return the first page of a new file of a version of the tables."""
    path = folder / f"version-{version}.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        migrate(db, STEPS[:version])
    return path.read_bytes()[:PAGE]


def _with_page_count(first: bytes, pages: int) -> bytes:
    """Return the first page with another number of pages (SQLite's file format, section 1.3)."""
    return first[:28] + pages.to_bytes(4, "big") + first[32:]


def _read(path: Path) -> RecoveredData:
    found = RecoveredData()
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as db:
        for row in _rows(db, "answer", ANSWER.names):
            with suppress(ValueError):
                answer = ANSWER.from_row(row)
                found.answers[answer.bank, answer.question, answer.at] = answer
        for row in _rows(db, "flag", FLAG.names):
            with suppress(ValueError):
                flag = FLAG.from_row(row)
                found.flags[flag.bank, flag.question, flag.at] = flag
        found.preferences = preferences_from(dict(db.execute("SELECT name, value FROM setting")))
    return found


def _rows(db: sqlite3.Connection, table: str, names: tuple[str, ...]) -> Iterator[tuple[object, ...]]:
    """Yield every row that can be read: ranges of ids that cannot are halved until they contain only damage."""
    # a file of an older version lacks the newest columns
    present = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
    columns = ", ".join(name if name in present else "NULL" for name in names)
    query = f"SELECT {columns} FROM {table} NOT INDEXED WHERE id BETWEEN ? AND ?"
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
        return
    ranges = [(first, first + CHUNK - 1) for first in range(1, _last(db, table) + 1, CHUNK)]
    while ranges:
        first, last = ranges.pop()
        try:
            yield from db.execute(query, (first, last)).fetchall()
        except sqlite3.Error:
            middle = (first + last) // 2
            ranges += [(first, middle), (middle + 1, last)] if first < last else []


def _last(db: sqlite3.Connection, table: str) -> int:
    """Return the last id of a table, or how many rows the file has space for."""
    with suppress(sqlite3.Error):
        return int(db.execute(f"SELECT max(id) FROM {table} NOT INDEXED").fetchone()[0] or 0)
    return int(db.execute("PRAGMA page_count").fetchone()[0]) * PAGE // ROW_BYTES
