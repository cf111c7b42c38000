"""What the writer of decks refuses, and how it says so; a refused deck leaves the previous one as it was."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from sco_quiz.anki.notes import PlannedNote, refuse_equal_guids
from sco_quiz.anki.package import write_deck
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.errors import ExportError
from sco_quiz.core.kinds import KINDS
from tests.anki.real import NOW


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
    """The models refuse it too; a bank that was made without them meets the same wall."""
    (topic,) = bank_of().topics
    question = topic.questions[0].model_copy(update={"prompt": f"Where{character}?"})
    code = f"U+{ord(character):04X}"
    path = tmp_path / "deck.apkg"
    message = f"question `one`: the field Prompt holds the character {code}, which Anki cannot keep"
    refused(Bank("b", "B", (replace(topic, questions=(question,)),)), path, message)
    message = f"the title of a deck holds the character {code}, which Anki cannot keep"
    if not character.isspace():
        refused(replace(bank_of(), title=f"B{character}"), path, message)
    assert not path.exists()


def test_more_gaps_than_anki_numbers(tmp_path: Path) -> None:
    prompt = " ".join(f"{{{{c{number}::word{number}}}}}" for number in range(1, 501))
    message = "question `one`: Anki numbers gaps from 1 to 499"
    refused(bank_of(type="cloze", prompt=prompt), tmp_path / "deck.apkg", message)


def test_two_notes_with_one_guid() -> None:
    notes = [PlannedNote(name, "standard", "same", "B", (), ()) for name in ("one", "two")]
    message = "the questions `one`, `two` would be one note in Anki; rename one of them"
    with pytest.raises(ExportError, match=f"^{message}$"):
        refuse_equal_guids(notes)


def test_a_folder_where_the_deck_should_be(tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    path.mkdir()
    refused(bank_of(), path, f"{path} is no deck of sco-quiz: move it away, or name another file")


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


def damaged(path: Path) -> None:
    write_deck(bank_of(), path, NOW)
    content = bytearray(path.read_bytes())
    content[200:6000] = b"?" * 5800
    path.write_bytes(content)


@pytest.mark.parametrize("make", [Path.touch, lambda path: path.write_text("notes"), foreign_zip, empty_collection,
                                  cut_off, damaged])  # fmt: skip
def test_another_file_where_the_previous_deck_should_be(tmp_path: Path, make: object) -> None:
    path = tmp_path / "deck.apkg"
    assert callable(make)
    make(path)
    content = path.read_bytes()
    refused(bank_of(), path, f"{path} is no deck of sco-quiz: move it away, or name another file")
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["deck.apkg"]
