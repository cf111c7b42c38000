"""Read the previous deck at the path of an export, and refuse to overwrite any other file."""

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from sco_quiz.anki.ids import MAX_GAP, NOTE_TYPE_IDS, SEPARATOR
from sco_quiz.anki.ledger import EARLIEST, LATEST
from sco_quiz.anki.notetype import NOTE_TYPE_MOD
from sco_quiz.anki.revisions import PreviousNote, PreviousNotes
from sco_quiz.anki.sqlite_pages import MAGIC
from sco_quiz.core.errors import ExportError
from sco_quiz.disk.os_errors import os_errors_as
from sco_quiz.disk.reading import reading

DATABASE = "collection.anki2"
_MAX_BYTES = 2_000_000_000  # a hundred times the deck of 10,000 questions; SQLite opens no more in memory
_TABLES = "select count(*) from sqlite_master where type = 'table' and rootpage > 0 and name in ('notes', 'cards')"
# checked in SQL before anything is decoded: the file may come from anywhere
_ODD = f"""
    select (select count(*) from notes where not (typeof(id) = 'integer' and id >= {EARLIEST}000
            and typeof(mod) = 'integer' and mod between {EARLIEST} and {LATEST} and typeof(guid) = 'text'
            and typeof(mid) = 'integer' and typeof(tags) = 'text' and typeof(flds) = 'text'))
         + (select count(*) from cards where not (typeof(id) = 'integer' and id >= {EARLIEST}000
            and typeof(ord) = 'integer' and ord between 0 and {MAX_GAP - 1} and nid in (select id from notes)))
"""


def read_previous_notes(path: Path, bank_id: str) -> PreviousNotes:
    """Read the notes of the previous deck by guid.

    Raise ExportError for a file that is not a deck of this bank, is damaged, or was written by a newer program.
    """
    with os_errors_as(ExportError, f"{path} cannot be read"), reading(path) as file:
        return _notes_in(file, path, bank_id)


def _notes_in(file: BinaryIO, path: Path, bank_id: str) -> PreviousNotes:
    try:
        content = _stored(file)
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(content)
            mods, notes = _mods(connection), _notes(connection)
    except (
        OSError,
        KeyError,
        ValueError,
        RecursionError,
        NotImplementedError,
        zipfile.BadZipFile,
        sqlite3.Error,
    ) as error:
        raise ExportError(
            f"{path} is not a deck of sco-quiz, or is damaged: restore the deck that was there "
            "(without it every question counts as changed), or name another file"
        ) from error
    if any(mod > NOTE_TYPE_MOD for mod in mods):
        raise ExportError(f"{path} was written by a newer sco-quiz: update the program first")
    _refuse_other_bank(path, bank_id, notes)
    return notes


def _stored(file: BinaryIO) -> bytes:
    """Read the database of the package, which this program never compresses."""
    with zipfile.ZipFile(file) as archive:
        info = archive.getinfo(DATABASE)
        if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1 or info.file_size > _MAX_BYTES:
            raise ValueError("packed by another program")
        content = archive.read(info)
    if not content.startswith(MAGIC):  # `deserialize` would raise MemoryError
        raise ValueError("not a database")
    return content


def _mods(connection: sqlite3.Connection) -> list[int]:
    """Return when our note types in the deck last changed."""
    (text,) = connection.execute("select models from col").fetchone() or ("",)
    models = json.loads(str(text))
    found = [models.get(str(number)) for number in NOTE_TYPE_IDS.values()] if isinstance(models, dict) else []
    mods = [model.get("mod") for model in found if isinstance(model, dict)]
    known = [mod for mod in mods if isinstance(mod, int)]
    if not known or known != mods:
        raise ValueError("not our note types")
    return known


def _notes(connection: sqlite3.Connection) -> dict[str, PreviousNote]:
    if connection.execute(_TABLES).fetchone() != (2,) or connection.execute(_ODD).fetchone() != (0,):
        raise ValueError("rows that this program never writes")
    cards: dict[int, dict[int, int]] = {}
    decks: dict[int, str] = {}
    names = _deck_names(connection)
    for note, ordinal, card, deck in connection.execute("select nid, ord, id, did from cards"):
        cards.setdefault(note, {})[ordinal] = card
        decks[note] = names.get(str(deck), "")
    rows = connection.execute("select id, guid, mid, mod, tags, flds from notes")
    return {
        guid: PreviousNote(
            number,
            mod,
            mid,
            tuple(flds.split(SEPARATOR)),
            tuple(tags.split()),
            cards.get(number, {}),
            decks.get(number, ""),
        )
        for number, guid, mid, mod, tags, flds in rows
    }


def _deck_names(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the names of decks by their ids."""
    (text,) = connection.execute("select decks from col").fetchone()
    decks = json.loads(str(text))
    found = decks.items() if isinstance(decks, dict) else ()
    return {number: str(deck.get("name", "")) for number, deck in found if isinstance(deck, dict)}


def _refuse_other_bank(path: Path, bank_id: str, notes: PreviousNotes) -> None:
    """Raise ExportError for the deck of another bank, whose ids and modification times would be lost."""
    banks = {note.bank_id for note in notes.values()}
    if banks and bank_id not in banks:
        raise ExportError(f"{path} is the deck of the bank `{min(banks)}`: name another file")
