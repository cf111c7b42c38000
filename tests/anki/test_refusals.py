"""Errors of the deck writer; after an error the previous deck is unchanged."""

import os
import re
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from unittest.mock import Mock

import pytest

from sco_quiz.anki.notes import PlannedNote, refuse_equal_guids
from sco_quiz.anki.package import write_deck
from sco_quiz.anki.previous_deck import DATABASE
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.errors import ExportError
from sco_quiz.core.kinds import KINDS
from tests.anki.profile import NOW

NO_DECK = (
    "{} is not a deck of sco-quiz, or is damaged: restore the deck that was there "
    "(without it every question counts as changed), or name another file"
)


def bank_of(title: str = "T", **fields: object) -> Bank:
    shared = {"id": "one", "level": "remember"}
    fields = fields or {"type": "short_answer", "prompt": "Where?", "answer": "There"}
    question = KINDS[str(fields["type"])].model_validate({**shared, **fields})
    return Bank("b", "B", (Topic("t", title, (question,)),))


def refused(bank: Bank, path: Path, message: str) -> None:
    with pytest.raises(ExportError, match=f"^{re.escape(message)}$"):
        write_deck(bank, path, NOW)


@pytest.mark.parametrize("character", ["\x1f", "\x00", "\x08", "\x7f", "\x85", "\ud800"])
def test_a_character_that_anki_cannot_keep(tmp_path: Path, character: str) -> None:
    """The models refuse it, too; so does the writer for a bank made without validation."""
    (topic,) = bank_of().topics
    question = topic.questions[0].model_copy(update={"prompt": f"Where{character}?"})
    code = f"U+{ord(character):04X}"
    path = tmp_path / "deck.apkg"
    message = f"question `one`: the field Prompt contains the character {code}, which Anki cannot store"
    refused(Bank("b", "B", (replace(topic, questions=(question,)),)), path, message)
    message = f"the title of a deck contains the character {code}, which Anki cannot store"
    if not character.isspace():
        refused(replace(bank_of(), title=f"B{character}"), path, message)
    assert not path.exists()


def test_more_gaps_than_anki_numbers(tmp_path: Path) -> None:
    prompt = " ".join(f"{{{{c{number}::word{number}}}}}" for number in range(1, 501))
    message = "question `one`: Anki numbers gaps from 1 to 499"
    refused(bank_of(type="cloze", prompt=prompt), tmp_path / "deck.apkg", message)


def test_two_notes_with_one_guid() -> None:
    notes = [PlannedNote(name, "standard", "same", "B", (), ()) for name in ("one", "two")]
    message = "the questions `one`, `two` would have the same guid in Anki; rename one of them"
    with pytest.raises(ExportError, match=f"^{message}$"):
        refuse_equal_guids(notes)


def test_a_folder_where_the_deck_should_be(tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    path.mkdir()
    refused(bank_of(), path, f"{path} cannot be written: is a directory")


def test_a_name_that_the_system_refuses(tmp_path: Path) -> None:
    path = tmp_path / f"{'deck' * 80}.apkg"
    with pytest.raises(ExportError, match=r"\.apkg cannot be (read|written): file name too long$"):
        write_deck(bank_of(), path, NOW)


def test_a_deck_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deck.apkg"
    write_deck(bank_of(), path, NOW)
    # a file without permissions is none to root
    monkeypatch.setattr(os, "open", Mock(side_effect=PermissionError(13, "Permission denied")))
    refused(bank_of(), path, f"{path} cannot be read: permission denied")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device without an end")
def test_a_device_is_not_read(tmp_path: Path) -> None:
    """It has no end; the memory would be full before."""
    assert write_deck(bank_of(), Path("/dev/zero"), NOW).new == 1
    ledger = tmp_path / "ledger.jsonl"
    ledger.symlink_to("/dev/zero")
    with pytest.raises(ExportError, match=f"^{re.escape(str(ledger))} cannot be read: it is a device, not a file$"):
        write_deck(bank_of(), tmp_path / "deck.apkg", NOW, ledger_file=ledger)


def test_a_file_in_the_way_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "decks").write_text("a file")
    path = tmp_path / "decks" / "deck.apkg"
    with pytest.raises(ExportError, match=r"deck\.apkg cannot be written: "):
        write_deck(bank_of(), path, NOW)


def foreign_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hello")


def empty_collection(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("collection.anki2", b"")


def cut_off(path: Path) -> None:
    write_deck(bank_of(), path, NOW)
    path.write_bytes(path.read_bytes()[:5000])


def overwritten(path: Path) -> None:
    write_deck(bank_of(), path, NOW)
    content = bytearray(path.read_bytes())
    content[200:6000] = b"?" * 5800
    path.write_bytes(content)


def marked(offset: int, value: int) -> Callable[[Path], None]:
    """Return a deck with one byte of its directory changed; the local header, which comes first, stays."""

    def make(path: Path) -> None:
        write_deck(bank_of(), path, NOW)
        content = bytearray(path.read_bytes())
        content[content.find(b"PK\x01\x02") + offset] = value
        path.write_bytes(content)

    return make


def packed_again(path: Path, change: str = "", compression: int = zipfile.ZIP_STORED) -> None:
    """Return a deck changed by SQL."""
    write_deck(bank_of(), path, NOW)
    with zipfile.ZipFile(path) as archive, closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(archive.read(DATABASE))
        database.executescript(change)
        content = database.serialize()
    with zipfile.ZipFile(path, "w", compression) as archive:
        archive.writestr(DATABASE, content)


CHANGES = {
    "changed in the year 1970": "update notes set mod = 0",
    "changed in the far future": "update notes set mod = 9223372036854775807",
    "changed soon": "update notes set mod = 'soon'",
    "a note without a number": "update notes set id = 0",
    "a card without a number": "update cards set id = 0",
    "a card of a gap that cannot be": "update cards set ord = 499",
    "a card before the first gap": "update cards set ord = -1",
    "a card without a note": "update cards set nid = 5",
    "no text": "update notes set flds = x'ff'",
    "no letters": "update notes set flds = cast(x'ff' as text)",
    "no notes": "drop table notes",
    "notes without end": "drop table notes; create view notes as with recursive n(id) as "
    "(select 1 union all select id + 1 from n) select id, id guid, id mid, id mod, '' tags, '' flds from n",
    "no collection": "delete from col",
    "no JSON": "update col set models = x'ff00'",
    "note types in a list": "update col set models = '[]'",
    "note types in the deep": f"update col set models = '{'[' * 100_000}'",
    "note types without time": """update col set models = '{"1763856000001": {"mod": null}}'""",
    "a note type as a list": """update col set models = '{"1763856000001": []}'""",
}
IN_THE_WAY: dict[str, Callable[[Path], object]] = {
    "empty": Path.touch,
    "text": lambda path: path.write_text("notes"),
    "another archive": foreign_zip,
    "no collection in it": empty_collection,
    "cut off": cut_off,
    "overwritten": overwritten,
    "encrypted": marked(8, 1),
    "packed for a newer unzip": marked(6, 201),
    "packed in an unknown way": marked(10, 99),
    "packed by lzma": marked(10, 14),
    "compressed": partial(packed_again, compression=zipfile.ZIP_DEFLATED),
    **{name: partial(packed_again, change=change) for name, change in CHANGES.items()},
}


@pytest.mark.parametrize("name", IN_THE_WAY)
def test_another_file_where_the_previous_deck_should_be(tmp_path: Path, name: str) -> None:
    path = tmp_path / "deck.apkg"
    IN_THE_WAY[name](path)
    content = path.read_bytes()
    refused(bank_of(), path, NO_DECK.format(path))
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["deck.apkg"]


def test_a_deck_packed_again_is_the_previous_deck(tmp_path: Path) -> None:
    """The specimens above are refused only because of their defects."""
    path = tmp_path / "deck.apkg"
    packed_again(path)
    assert write_deck(bank_of(), path, NOW + 1).unchanged == 1


@pytest.mark.parametrize("with_previous", [False, True])
def test_the_deck_of_another_bank_is_not_written_over(tmp_path: Path, with_previous: bool) -> None:
    path = tmp_path / "deck.apkg"
    write_deck(bank_of(), path, NOW)
    other, previous = replace(bank_of(), id="other"), tmp_path / "previous.apkg" if with_previous else None
    if previous:
        write_deck(other, previous, NOW)
    content = path.read_bytes()
    with pytest.raises(ExportError, match=f"^{re.escape(str(path))} is the deck of the bank `b`: name another file$"):
        write_deck(other, path, NOW + 1, previous=previous)
    assert path.read_bytes() == content
