"""A damaged progress file: set aside, and read as far as it can be."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from sco_quiz.core.answer import Answer
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.flag import Flag
from sco_quiz.history.database import Database
from sco_quiz.history.store import COLUMNS, answer_of

PAGE = 4096
_BESIDE = ("", "-wal", "-shm")


def set_aside(path: Path) -> Path:
    """Rename a progress file, with what SQLite keeps beside it, to the first free name; gives the name.

    Raises HistoryError where the disk refuses.
    """
    names = (path.with_name(f"{path.stem}.damaged-{number}{path.suffix}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    try:
        for end in _BESIDE:
            part = path.with_name(path.name + end)
            if part.exists():
                part.rename(aside.with_name(aside.name + end))
    except OSError as error:
        raise HistoryError(f"{path} is damaged and cannot be set aside: {(error.strerror or '').lower()}") from error
    return aside


def recovered(damaged: Path) -> tuple[list[Answer], list[Flag]]:
    """The answers and flags that can be read; the file stays as it is. Raises HistoryError where the disk refuses.

    Rows are read from both ends up to the damage. Where nothing can be read, the first page may be at fault: it says
    how many pages there are, and where the tables begin. Then the number is set to that of the pages that are there;
    and at last the whole page is taken from a new file, since the tables of one version begin at the same pages.
    """
    found = _read(damaged)
    with TemporaryDirectory() as folder:
        fresh, copy = Path(folder) / "fresh.sqlite", Path(folder) / "copy.sqlite"
        Database(fresh).close()
        try:
            data = damaged.read_bytes()
            for first in (data[:PAGE], fresh.read_bytes()[:PAGE]):
                if not any(found):
                    copy.write_bytes(_counted(first, len(data) // PAGE) + data[PAGE : len(data) // PAGE * PAGE])
                    found = _read(copy)
        except OSError as error:
            raise HistoryError(f"{damaged}: {(error.strerror or str(error)).lower()}") from error
    return found


def _counted(first: bytes, pages: int) -> bytes:
    """The first page with the number of pages in its place (SQLite's file format, section 1.3)."""
    return first[:28] + pages.to_bytes(4, "big") + first[32:]


def _read(path: Path) -> tuple[list[Answer], list[Flag]]:
    answers: dict[tuple[str, str, int], Answer] = {}
    flags: dict[tuple[str, str, int], Flag] = {}
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
        for row in _rows(db, "answer", COLUMNS):
            with suppress(ValueError, TypeError):
                answer = answer_of(row)
                answers[answer.bank, answer.question, answer.at] = answer
        for row in _rows(db, "flag", "bank, question, at, note"):
            bank, question, at, note = row
            flag = Flag(str(bank), str(question), at, str(note)) if isinstance(at, int) else None
            if flag is None:
                continue
            flags[flag.bank, flag.question, flag.at] = flag
    return sorted(answers.values(), key=lambda answer: answer.at), list(flags.values())


def _rows(db: sqlite3.Connection, table: str, columns: str) -> Iterator[tuple[object, ...]]:
    """The rows of a table from its beginning, and from its end, each up to the damage."""
    last = None
    try:
        for row in db.execute(f"SELECT id, {columns} FROM {table} NOT INDEXED ORDER BY id"):
            last = row[0]
            yield row[1:]
    except sqlite3.Error:
        with suppress(sqlite3.Error):
            for row in db.execute(f"SELECT id, {columns} FROM {table} NOT INDEXED ORDER BY id DESC"):
                if row[0] == last:
                    return
                yield row[1:]
