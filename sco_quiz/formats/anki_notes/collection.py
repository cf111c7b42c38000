"""The notes of a deck that Anki exported as .apkg or .colpkg, in any of its formats."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from typing import Any, TypeVar

from sco_quiz.core.packages import install_line
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats.anki_notes.wire import fields_of, text_field
from sco_quiz.formats.exchange.archive import Archive, read_archive

Part = TypeVar("Part")

NAMES = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The collection in a package, the newest format first: an old one beside it only says “please update”."""

_MAX_BYTES = 500_000_000
_MAX_MEDIA = 5_000_000  # more than any picture of a bank may have
_MAX_ALL_MEDIA = 500_000_000  # as in an archive; those of newer packages are compressed twice
_MAX_VALUE = 10_000_000  # bytes of a field: a table may compute its values, and so fill the memory
# instructions of SQLite's machine: a view may never end
_STEPS, _MIN_STEPS, _STEPS_PER_BYTE = 100_000, 100_000_000, 20
_TABLES = ("col", "notes", "cards", "notetypes", "fields", "templates", "decks")
_STORED = "select name from sqlite_master where type = 'table' and rootpage > 0"
_WAL_FLAGS = slice(18, 20)
_CLOZE = 1
_AGAIN = "export the deck from Anki again"
_NO_ZSTD = f"install backports.zstd with {install_line('anki')}, or export it with “Support older Anki versions”"


@dataclass(frozen=True, slots=True)
class NoteType:
    """A type of notes: its fields, and the front and back of each card as a template."""

    name: str
    cloze: bool
    fields: tuple[str, ...]
    cards: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its type, the HTML of its fields by their names, its tags and its deck, such as `Biology::Cells`.

    `line` is where it starts in a file of text.
    """

    type: NoteType
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    deck: str
    line: int = 0


class Media:
    """The media of a package, by the names that notes give them."""

    def __init__(self, archive: Archive | None) -> None:
        self._archive = archive
        self._members = _media_members(archive) if archive else {}
        self._read: dict[str, bytes] = {}  # thousands of notes may show the same picture
        self._size = 0

    def named(self, names: set[str]) -> dict[str, bytes]:
        """Return the files of these names that the package has."""
        read = ((name, self._file(name)) for name in sorted(names))
        return {name: data for name, data in read if data}

    def _file(self, name: str) -> bytes:
        """Return a file; nothing for one that is missing, damaged or too large, which is reported as lost."""
        member = self._members.get(name, "")
        if member not in self._read:
            data = self._unpacked(member) if self._size < _MAX_ALL_MEDIA else b""
            self._read[member] = data
            self._size += len(data)
        return self._read[member]

    def _unpacked(self, member: str) -> bytes:
        data = self._archive.read(member) if self._archive and member in self._archive.members else b""
        try:
            return b"" if isinstance(data, Problem) else _unpacked(data, _MAX_MEDIA)
        except ValueError:
            return b""


def read_collection(data: bytes, name: str) -> tuple[tuple[Note, ...], Media] | Problem:
    """Return the notes and media of a package, or why it cannot be read."""
    archive = read_archive(data, name)
    if isinstance(archive, Problem):
        return archive
    entry = next((each for each in NAMES if each in archive.members), "")
    if not entry:
        return Problem("damaged-file", "the file contains no collection of Anki", Place(name), _AGAIN)
    packed = archive.read(entry)
    if isinstance(packed, Problem):
        return packed
    try:
        collection = bytearray(_unpacked(packed))
        collection[_WAL_FLAGS] = b"\1\1"  # without a write-ahead log, for which there is no file
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(bytes(collection))
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE)
            steps = count()
            most = (_MIN_STEPS + _STEPS_PER_BYTE * len(collection)) // _STEPS
            connection.set_progress_handler(lambda: next(steps) >= most, _STEPS)
            _refuse_computed(connection)
            connection.text_factory = _Strings(len(collection))
            return tuple(_notes(connection)), Media(archive)
    except ImportError:
        return Problem("damaged-file", "the file is compressed with zstd", Place(name), _NO_ZSTD)
    except (sqlite3.Error, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return Problem("damaged-file", f"the collection is damaged: {error}", Place(name), _AGAIN)


def _unpacked(data: bytes, limit: int = _MAX_BYTES) -> bytes:
    """Return data without the compression of newer packages. Raises ImportError and ValueError."""
    if not data.startswith(b"\x28\xb5\x2f\xfd"):
        return data
    try:
        from compression import zstd
    except ImportError:
        from backports import zstd
    try:
        with zstd.ZstdFile(BytesIO(data)) as source:
            unpacked = bytes(source.read(limit + 1))
    except (zstd.ZstdError, EOFError) as error:
        raise ValueError(str(error)) from error
    if len(unpacked) > limit:
        raise ValueError(f"it has more than {limit:,} bytes")
    return unpacked


class _Strings:
    """Reads strings of a collection; together they are no larger than the file, unless rows share their pages."""

    def __init__(self, most: int) -> None:
        self._left = most

    def __call__(self, text: bytes) -> str:
        """Return a string. Raises ValueError."""
        self._left -= len(text)
        if self._left < 0:
            raise ValueError("its strings are larger than the whole file")
        return str(text, "utf-8", "replace")  # one damaged string must not hide all notes


def _refuse_computed(connection: sqlite3.Connection) -> None:
    """Raise ValueError for a table that is not stored but computed, which may fill the memory."""
    connection.execute("pragma trusted_schema = off")  # run no function that a hostile file names
    stored = {name for (name,) in connection.execute(_STORED)}
    if not {"notes", "cards", "col"} <= stored:
        raise ValueError("it has no notes")
    for table in _TABLES:
        columns = connection.execute("select hidden from pragma_table_xinfo(?)", (table,)).fetchall()
        if any(hidden for (hidden,) in columns) or (columns and table not in stored):
            raise ValueError(f"its table `{table}` is computed")


def _notes(connection: sqlite3.Connection) -> Iterator[Note]:
    connection.create_collation("unicase", lambda one, other: (one > other) - (one < other))
    new = connection.execute("select 1 from sqlite_master where name = 'notetypes'").fetchone()
    types, decks = (_types(connection), _decks(connection)) if new else _from_json(connection)
    deck_of = dict(connection.execute("select nid, did from cards"))
    for note, kind, fields, tags in connection.execute("select id, mid, flds, tags from notes order by id"):
        if known := types.get(kind):
            values = dict(zip(known.fields, str(fields).split("\x1f"), strict=False))
            yield Note(known, values, tuple(str(tags).split()), decks.get(deck_of.get(note, 0), ""))


def _from_json(connection: sqlite3.Connection) -> tuple[dict[int, NoteType], dict[int, str]]:
    """Return the note types and the names of decks as Anki stored them before 2.1.28."""
    models, decks = map(json.loads, connection.execute("select models, decks from col").fetchone())
    return {int(key): _type(model) for key, model in models.items()}, {
        int(key): _string(deck["name"]) for key, deck in decks.items()
    }


def _type(model: Mapping[str, Any]) -> NoteType:
    cards = tuple((_string(card["qfmt"]), _string(card["afmt"])) for card in model["tmpls"])
    fields = tuple(_string(field["name"]) for field in model["flds"])
    return NoteType(_string(model["name"]), model.get("type") == _CLOZE, fields, cards)


def _types(connection: sqlite3.Connection) -> dict[int, NoteType]:
    fields: dict[int, dict[int, str]] = {}
    for kind, at, name in connection.execute("select ntid, ord, name from fields"):
        fields.setdefault(kind, {})[at] = _string(name)
    cards: dict[int, dict[int, tuple[str, str]]] = {}
    for kind, at, config in connection.execute("select ntid, ord, config from templates"):
        cards.setdefault(kind, {})[at] = (text_field(config, 1), text_field(config, 2))
    return {
        kind: NoteType(_string(name), (1, _CLOZE) in fields_of(config), _ordered(fields, kind), _ordered(cards, kind))
        for kind, name, config in connection.execute("select id, name, config from notetypes")
    }


def _ordered(parts: Mapping[int, Mapping[int, Part]], kind: int) -> tuple[Part, ...]:
    return tuple(part for _, part in sorted(parts.get(kind, {}).items()))


def _decks(connection: sqlite3.Connection) -> dict[int, str]:
    return {
        deck: _string(name).replace("\x1f", "::") for deck, name in connection.execute("select id, name from decks")
    }


def _string(value: object) -> str:
    """Return a name; the file may have anything for it, such as half of a surrogate pair, which JSON can write."""
    return str(value).encode(errors="replace").decode()


def _media_members(archive: Archive) -> dict[str, str]:
    """Return the members of a package by the names of media; the list is JSON, or a message in newer packages."""
    data = archive.read("media") if "media" in archive.members else b""
    if isinstance(data, Problem) or not data:
        return {}
    unpacked = _unpacked(data)
    if unpacked[:1] == b"{":
        return {str(name): str(member) for member, name in json.loads(unpacked).items()}
    entries = (value for number, value in fields_of(unpacked) if number == 1 and isinstance(value, bytes))
    return {text_field(entry, 1): str(at) for at, entry in enumerate(entries)}
