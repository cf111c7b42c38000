"""Small collections that would take hours to read, or fill the memory, are refused."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from sco_quiz.anki import collection_reader
from sco_quiz.anki.collection_reader import read_collection
from sco_quiz.core.errors import ReviewsError

TABLES = """
    create table notes (id, guid, flds); create table cards (id, nid, ord);
    create table revlog (id, cid, ease, ivl, factor, time, type);
"""


def package(folder: Path, statements: str) -> Path:
    database = folder / "made"
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(statements)
    path = folder / "made.apkg"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(database, "collection.anki21")
    return path


def test_a_join_of_rows_with_equal_ids_is_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collection_reader, "_MIN_STEPS", 1_000_000)
    rows = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 300) select"
    path = package(
        tmp_path,
        f"""{TABLES}
        insert into notes {rows} 1, 'g', 'f' from n; insert into cards {rows} 1, 1, 0 from n;
        insert into revlog {rows} 1262304000000, 1, 3, 1, 2500, 9, 1 from n;""",
    )
    with pytest.raises(ReviewsError, match="interrupted"):
        read_collection(path, lambda *_: True)


def test_a_value_that_is_computed_to_fill_the_memory_is_refused(tmp_path: Path) -> None:
    computed = "create table notes (id, guid, flds as (hex(zeroblob(20000000))))"
    tables = TABLES.replace("create table notes (id, guid, flds)", computed)
    path = package(tmp_path, f"{tables} insert into notes (id, guid) values (1, 'g');")
    with pytest.raises(ReviewsError, match="too big"):
        read_collection(path, lambda *_: True)


def test_many_values_that_are_computed_to_fill_the_memory_are_refused(tmp_path: Path) -> None:
    rows = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 300) select"
    computed = "create table notes (id, guid, flds as (hex(zeroblob(10000)) || char(31)))"
    tables = TABLES.replace("create table notes (id, guid, flds)", computed)
    path = package(tmp_path, f"{tables} insert into notes (id, guid) {rows} i, 'g' from n;")
    with pytest.raises(ReviewsError, match="larger than the whole collection"):
        read_collection(path, lambda *_: True)
