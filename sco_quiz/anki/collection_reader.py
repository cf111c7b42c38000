"""Read a collection that a student exported from Anki as .apkg or .colpkg: the only file that reads these."""

import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import count
from lzma import LZMAError
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, BinaryIO, NamedTuple

from sco_quiz.anki.sqlite_pages import MAGIC
from sco_quiz.core.errors import ReviewsError
from sco_quiz.core.record_fields import LATEST
from sco_quiz.disk.os_errors import reason_of
from sco_quiz.disk.reading import reading

COMPRESSED, PLAIN, OLDEST = "collection.anki21b", "collection.anki21", "collection.anki2"
_META = "meta"
_NEWEST = 3
_MAX_BYTES = 2 << 30
_BLOCK = 1 << 20
_MAX_VALUE = 10_000_000  # bytes of a field: a table may compute its values, and so fill the memory
# instructions of SQLite's machine: a review has 60 bytes and takes about 40; rows with equal ids may join without end
_STEPS, _MIN_STEPS, _STEPS_PER_BYTE = 100_000, 100_000_000, 20
_MIN_STRINGS, _STRINGS_PER_BYTE = 1_000_000, 4  # the id of a note is read again for each of its cards and reviews
_WAL_FLAGS = 18
_NO_ZSTD = "the file is compressed with zstd: install backports.zstd, or export it with “Support older Anki versions”"
# A hostile file may have a view instead of a table, one that never ends.
_TABLES = """
    select count(*) from sqlite_master where type = 'table' and rootpage > 0 and name in ('notes', 'cards', 'revlog')
"""
_NOTES = """
    select cast(guid as text), ifnull(cast(substr(flds, 1, instr(flds, char(31)) - 1) as text), '') from notes
"""
# ease is 0 for a changed due date; type 3 without a factor is cramming in a filtered deck
_RATED = f"""
    typeof(r.id) = 'integer' and r.id between 1 and {LATEST} and r.ease between 1 and 4 and r.type between 0 and 3
    and not (r.type = 3 and r.factor = 0)
"""
_NUMBERS = ", ".join(f"ifnull(cast(r.{name} as integer), 0)" for name in ("ease", "ivl", "factor", "time", "type"))
_LOG = f"""
    select cast(n.guid as text), c.ord, r.id, {_RATED}, {_NUMBERS}
    from revlog r join cards c on c.id = r.cid join notes n on n.id = c.nid order by r.id
"""
_CARDS = f"""
    select cast(n.guid as text), c.ord, c.id from cards c join notes n on n.id = c.nid
    where typeof(c.ord) = 'integer' and typeof(c.id) = 'integer' and c.id between 1 and {LATEST}
"""


class LogRow(NamedTuple):
    """A row of Anki's review log; `rated` is false for a changed due date and for cramming."""

    guid: str
    ordinal: int
    at: int
    rated: bool
    ease: int
    interval: int
    factor: int
    duration: int
    kind: int


@dataclass(frozen=True, slots=True)
class Exported:
    """The wanted notes as (guid, first field), their log in order of time, and the number of all reviews.

    `cards` are the ids of their cards by guid and ordinal.
    """

    notes: tuple[tuple[str, str], ...]
    log: tuple[LogRow, ...]
    reviews: int
    cards: Mapping[tuple[str, int], int]


def read_collection(path: Path, wanted: Callable[[str, str], bool], most: int = _MAX_BYTES) -> Exported:
    """Read the notes whose guid and first field are `wanted`. `most` limits the size of the unpacked collection.

    Raise ReviewsError, which says what to do, for a file that cannot be read.
    """
    try:
        with TemporaryDirectory() as folder:
            database = Path(folder) / "collection"
            with reading(path) as file, database.open("w+b") as target:
                if not zipfile.is_zipfile(file):
                    raise ReviewsError(f"{path} is not a file that Anki exported: choose an .apkg or .colpkg")
                with zipfile.ZipFile(file) as archive:
                    _unpack(archive, path, target, most)
            with closing(sqlite3.connect(database)) as connection:
                _bound(connection, database.stat().st_size)
                return _collection(connection, path, wanted)
    except OSError as error:
        raise ReviewsError(f"{path} cannot be read: {reason_of(error)}") from error
    except (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, NotImplementedError, ValueError) as error:
        raise ReviewsError(f"{path} is damaged: export it from Anki again ({error})") from error
    except sqlite3.Error as error:
        raise ReviewsError(f"{path} is damaged: run Check Database in Anki and export it again ({error})") from error


def _bound(connection: sqlite3.Connection, size: int) -> None:
    """Interrupt queries that take far longer than any collection of this size; refuse strings that fill the memory."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE)
    left = _MIN_STRINGS + _STRINGS_PER_BYTE * size

    def text(stored: bytes) -> str:
        nonlocal left
        left -= len(stored)
        if left < 0:
            raise ValueError("its strings are larger than the whole collection")
        return str(stored, "utf-8", "replace")  # one damaged string must not hide all reviews

    connection.text_factory = text
    steps = count()
    most = (_MIN_STEPS + _STEPS_PER_BYTE * size) // _STEPS
    connection.set_progress_handler(lambda: next(steps) >= most, _STEPS)


def _unpack(archive: zipfile.ZipFile, path: Path, target: BinaryIO, most: int) -> None:
    """Write the collection into `target`, with write-ahead mode off: SQLite would need a second file for it."""
    name = _entry(archive, path)
    with archive.open(name) as packed:
        for block in _unzstd(packed) if name == COMPRESSED else _blocks(packed):
            target.write(block)
            if target.tell() > most:
                raise ReviewsError(f"{path} is too large: its collection has more than {most:,} bytes")
    target.seek(0)
    if target.read(len(MAGIC)) != MAGIC:
        raise ValueError("its collection is not a database")
    target.seek(_WAL_FLAGS)
    target.write(b"\1\1")  # versions of a file format without a write-ahead log


def _entry(archive: zipfile.ZipFile, path: Path) -> str:
    """Return the name of the collection. A new package also has an old one that only says “please update”."""
    entries = {info.filename: info for info in archive.infolist()}
    found = [name for name in (COMPRESSED, PLAIN, OLDEST) if name in entries]
    if not found:
        raise ReviewsError(f"{path} has no Anki collection: choose an .apkg or .colpkg")
    if any(entries[name].flag_bits & 1 for name in (found[0], _META) if name in entries):
        raise ReviewsError(f"{path} is encrypted: export it from Anki again")
    version = _version(archive.read(_META)) if _META in entries and entries[_META].file_size < _BLOCK else 0
    if version > _NEWEST or (version == _NEWEST and found[0] != COMPRESSED):
        raise ReviewsError(f"{path} has an unknown format: export it with “Support older Anki versions”")
    return found[0]


def _version(meta: bytes) -> int:
    """Return the version of the package: the first field of a protobuf message."""
    return meta[1] if len(meta) > 1 and meta[0] == 8 else 0


def _blocks(source: IO[bytes]) -> Iterator[bytes]:
    return iter(partial(source.read, _BLOCK), b"")


def _unzstd(packed: IO[bytes]) -> Iterator[bytes]:
    try:
        from compression import zstd
    except ImportError:
        try:
            from backports import zstd
        except ImportError as error:
            raise ReviewsError(_NO_ZSTD) from error
    try:
        with zstd.ZstdFile(packed) as source:
            yield from _blocks(source)
    except zstd.ZstdError as error:
        raise ValueError(str(error)) from error


def _collection(connection: sqlite3.Connection, path: Path, wanted: Callable[[str, str], bool]) -> Exported:
    connection.execute("pragma trusted_schema = off")  # run no function that a hostile file names
    if connection.execute(_TABLES).fetchone() != (3,):
        raise ReviewsError(f"{path} has no notes, cards and reviews: choose an .apkg or .colpkg")
    notes = tuple((guid, first) for guid, first in connection.execute(_NOTES) if wanted(guid, first))
    guids = {guid for guid, _ in notes}
    log = tuple(LogRow(*row) for row in connection.execute(_LOG) if row[0] in guids)
    (reviews,) = connection.execute(f"select count(*) from revlog r where {_RATED}").fetchone()
    cards = {(guid, ordinal): card for guid, ordinal, card in connection.execute(_CARDS) if guid in guids}
    return Exported(notes, log, reviews, cards)
