"""A damaged progress file: read as far as it can be into a new one, and set aside."""

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
from sco_quiz.disk.os_errors import reason_of
from sco_quiz.history.database import LOG, Database
from sco_quiz.history.flags import add_flags
from sco_quiz.history.schedule import Schedule
from sco_quiz.history.store import OnProgress, Store

PAGE = 4096
CHUNK = 4096  # rows
ROW_BYTES = 100  # of an answer, its places in the indexes included; most have more
_BESIDE = ("", LOG, "-shm")


@dataclass(slots=True)
class Recovered:
    """What could be read of a damaged file; answers and flags by what says which they are."""

    answers: dict[tuple[str, str, int], Answer] = field(default_factory=dict)
    flags: dict[tuple[str, str, int], Flag] = field(default_factory=dict)
    desired_retention: float = 0.9


def recover(path: Path, on_progress: OnProgress = lambda done, of: None) -> tuple[Path, Recovered] | None:
    """Put a new file with what can be read in the place of a damaged one; gives the damaged one's new name.

    `on_progress` is told how many questions of how many are scheduled anew, which is the last thing to do.

    The new file is whole before the damaged one is touched. None: another program was faster. Raises HistoryError
    where the disk refuses.
    """
    try:
        damaged = path.stat().st_ino
        found = recovered(path)
        with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
            new = Path(folder) / path.name
            _fill(new, found, on_progress)
            if path.stat().st_ino != damaged:
                return None
            aside = set_aside(path)
            new.rename(path)
    except OSError as error:
        raise HistoryError(f"{path} is damaged and cannot be set aside: {reason_of(error)}") from error
    return aside, found


def set_aside(path: Path) -> Path:
    """Rename a progress file, with what SQLite keeps beside it, to the first free name; gives the name."""
    names = (path.with_name(f"{path.stem}.damaged-{number}{path.suffix}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    for end in _BESIDE:
        part = path.with_name(path.name + end)
        if part.exists():
            part.rename(aside.with_name(aside.name + end))
    return aside


def recovered(damaged: Path) -> Recovered:
    """What can be read of a file and the log beside it, which both stay as they are. Raises OSError.

    The first page says how many pages there are, and where the tables begin. Where it is at fault, more can be read
    with the number of the pages that are there, or with the first page of a new file: the tables of one version begin
    at the same pages.
    """
    with TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.sqlite"
        Database(fresh).close()
        data = damaged.read_bytes()
        whole = data[PAGE : len(data) // PAGE * PAGE]
        log = damaged.with_name(damaged.name + LOG)
        pages = len(whole) // PAGE + 1
        firsts = dict.fromkeys(_counted(first, pages) for first in (data[:PAGE], fresh.read_bytes()[:PAGE]))
        best = Recovered()
        for number, text in enumerate(dict.fromkeys((data, *(first + whole for first in firsts)))):
            copy = Path(folder) / f"copy-{number}.sqlite"
            copy.write_bytes(text)
            if log.exists():
                copy.with_name(copy.name + LOG).write_bytes(log.read_bytes())
            best = max(best, _read(copy), key=lambda each: len(each.answers) + len(each.flags))
    return best


def _fill(path: Path, found: Recovered, on_progress: OnProgress) -> None:
    database = Database(path)
    with closing(database), database.writing():
        store = Store(database, Schedule(found.desired_retention))
        store.add(sorted(found.answers.values(), key=lambda answer: answer.at), on_progress)
        store.keep_retention()
        add_flags(database, found.flags.values())


def _counted(first: bytes, pages: int) -> bytes:
    """The first page with the number of pages in its place (SQLite's file format, section 1.3)."""
    return first[:28] + pages.to_bytes(4, "big") + first[32:]


def _read(path: Path) -> Recovered:
    found = Recovered()
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as db:
        for row in _rows(db, "answer", ANSWER.columns):
            with suppress(ValueError):
                answer = ANSWER.from_row(row)
                found.answers[answer.bank, answer.question, answer.at] = answer
        for row in _rows(db, "flag", FLAG.columns):
            with suppress(ValueError):
                flag = FLAG.from_row(row)
                found.flags[flag.bank, flag.question, flag.at] = flag
        for (value,) in db.execute("SELECT value FROM setting WHERE name = 'desired_retention'"):
            if isinstance(value, float) and 0.7 <= value <= 0.99:
                found.desired_retention = value
    return found


def _rows(db: sqlite3.Connection, table: str, columns: str) -> Iterator[tuple[object, ...]]:
    """Every row that can be read: ids among which there is damage are halved until the damage stands alone."""
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
    """The last id of a table, or as many as the file has room for."""
    with suppress(sqlite3.Error):
        return int(db.execute(f"SELECT max(id) FROM {table} NOT INDEXED").fetchone()[0] or 0)
    return int(db.execute("PRAGMA page_count").fetchone()[0]) * PAGE // ROW_BYTES
