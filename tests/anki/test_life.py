"""The life of a deck: imported, studied, corrected, imported again; nothing is lost and nothing goes backwards."""

import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sco_quiz.anki.notetype import NOTE_TYPE_MOD
from sco_quiz.anki.package import DATABASE, read_note_types, write_deck
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.errors import ExportError
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.loading.load import read_bank
from tests.anki.real import NOW, Profile
from tests.conftest import ROOT

DAY = 86_400


def first_bank() -> Bank:
    return replace(read_bank(ROOT / "tests" / "terminal" / "eight-kinds.yaml").bank, id="life", title="Life")


def corrected(bank: Bank) -> Bank:
    """One typo mended, one question added, one retired, one moved to another topic, one of another kind."""
    by_id: dict[str, AnyQuestion] = {question.id: question for question in bank.questions}
    by_id["seat"] = by_id["seat"].model_copy(update={"prompt": "In which city was the Secretariat of the SCO in 2010?"})
    by_id["members"] = by_id["members"].model_copy(update={"status": "retired", "reason": "asked twice"})
    shared = {"id": "predecessor", "prompt": by_id["predecessor"].prompt, "level": "remember"}
    choice = {"type": "single_choice", "answer": "Nurgaliev", "distractors": ["Imanaliev"]}
    by_id["predecessor"] = KINDS["single_choice"].model_validate({**shared, **choice})
    moved = by_id.pop("statement")
    added = moved.model_copy(update={"id": "added", "prompt": "It sits in Almaty, so they say."})
    (topic,) = bank.topics
    other = Topic("other", "Other", (moved, added))
    return replace(bank, topics=(replace(topic, questions=tuple(by_id.values())), other))


def study(profile: Profile, *names: str) -> None:
    """Answer the cards of some questions with Good."""
    col = profile.col
    for name in names:
        for card in profile.note(name).cards():
            col.sched.set_due_date([card.id], "5")
            assert col.get_card(card.id).ivl == 5


def schedule(profile: Profile) -> list[Any]:
    return list(
        profile.col.db.all("select id, nid, did, type, queue, due, ivl, factor, reps, lapses from cards order by id")
    )


OLDER_CSS = ".card { color: black; }"


def with_older_templates(path: Path) -> None:
    """Make a deck one of an older version of the program: earlier time of the note types, other templates."""
    with zipfile.ZipFile(path) as archive, closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(archive.read(DATABASE))
        models = json.loads(database.execute("select models from col").fetchone()[0])
        for model in models.values():
            model["mod"] = NOTE_TYPE_MOD - DAY
            model["css"] = OLDER_CSS
            model["tmpls"][0]["afmt"] = "{{FrontSide}}<hr>{{Answer}}"
        database.execute("update col set models = ?", [json.dumps(models)])
        database.commit()
        content = database.serialize()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(DATABASE, content)
        archive.writestr("media", "{}")


def styles(profile: Profile) -> set[str]:
    """The CSS of our note types, past the cache of Anki's Python side."""
    names = profile.col.models.all_names_and_ids()
    kinds = [profile.col._backend.get_notetype_legacy(kind.id) for kind in names if kind.name.startswith("sco_quiz")]
    return {json.loads(kind)["css"] for kind in kinds}


def test_the_life_of_a_deck(tmp_path: Path, profile: Profile) -> None:
    bank, path = first_bank(), tmp_path / "life.apkg"
    write_deck(bank, path, NOW)
    with_older_templates(path)
    first = path.read_bytes()
    assert profile.load(path) == {"new": 8}
    assert styles(profile) == {OLDER_CSS}

    study(profile, "seat", "staff", "members", "statement", "predecessor", "sequence")
    own = profile.note("staff")
    own.tags.append("my-own-tag")
    own["Explanation"] = "A note of my own."
    profile.col.update_note(own)
    decks = {name: profile.note(name).cards()[0].did for name in ("seat", "statement")}
    before = schedule(profile)

    report = write_deck(corrected(bank), path, NOW + DAY)
    assert (report.new, report.changed, report.unchanged, report.dropped) == (1, 4, 4, 0)
    assert profile.load(path) == {"new": 1, "updated": 4, "duplicate": 4}

    kept = {row[0] for row in before}
    assert [row for row in schedule(profile) if row[0] in kept] == before
    assert "Secretariat of the SCO in 2010" in profile.note("seat")["Prompt"]
    assert "retired" in profile.note("members").tags
    assert "my-own-tag" in profile.note("staff").tags
    assert profile.note("staff")["Explanation"] == "A note of my own."
    assert {name: profile.note(name).cards()[0].did for name in decks} == decks
    types = [kind.name for kind in profile.col.models.all_names_and_ids() if kind.name.startswith("sco_quiz")]
    assert sorted(types) == ["sco_quiz cloze", "sco_quiz question"]
    assert styles(profile) == {kind.css for kind in read_note_types().values()}
    assert profile.is_sound()

    settled = schedule(profile), profile.col.db.all("select * from notes order by id")
    assert profile.load(path) == {"duplicate": 9}
    path.write_bytes(first)
    assert profile.load(path) == {"duplicate": 8}  # the old deck takes nothing back
    assert (schedule(profile), profile.col.db.all("select * from notes order by id")) == settled
    assert profile.is_sound()


def test_an_older_program_takes_nothing_back(tmp_path: Path, profile: Profile) -> None:
    """The newest deck is imported, then one that an older version of the program made of the same bank a day later."""
    path, old = tmp_path / "deck.apkg", tmp_path / "old.apkg"
    write_deck(corrected(first_bank()), path, NOW)
    assert profile.load(path) == {"new": 9}
    study(profile, "seat", "added")
    before = schedule(profile), [(note["Prompt"], note["Answer"]) for note in notes(profile)]

    write_deck(corrected(first_bank()), old, NOW + DAY)
    with_older_templates(old)
    profile.load(old)
    assert (schedule(profile), [(note["Prompt"], note["Answer"]) for note in notes(profile)]) == before
    assert styles(profile) == {kind.css for kind in read_note_types().values()}
    assert profile.is_sound()


def notes(profile: Profile) -> list[Any]:
    return [profile.col.get_note(number) for number in sorted(profile.col.find_notes(""))]


def test_a_deck_of_a_newer_program_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deck.apkg"
    write_deck(first_bank(), path, NOW)
    content = path.read_bytes()
    monkeypatch.setattr("sco_quiz.anki.package.NOTE_TYPE_MOD", NOTE_TYPE_MOD - 1)
    with pytest.raises(ExportError, match=r"deck\.apkg was written by a newer sco-quiz: update the program first"):
        write_deck(first_bank(), path, NOW + DAY)
    assert path.read_bytes() == content


def test_a_clock_behind_the_previous_deck_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    write_deck(first_bank(), path, NOW)
    content = path.read_bytes()
    with pytest.raises(ExportError, match="clock"):
        write_deck(corrected(first_bank()), path, NOW - DAY)
    assert path.read_bytes() == content


def test_a_renamed_question_stays_one_note(tmp_path: Path, profile: Profile) -> None:
    path, bank = tmp_path / "deck.apkg", first_bank()
    write_deck(bank, path, NOW)
    profile.load(path)
    study(profile, "seat")
    before = schedule(profile)
    (topic,) = bank.topics
    changes = {"id": "office", "formerly": ("seat",)}
    questions = tuple(q.model_copy(update=changes) if q.id == "seat" else q for q in topic.questions)
    report = write_deck(replace(bank, topics=(replace(topic, questions=questions),)), path, NOW + DAY)
    assert (report.changed, report.new, report.dropped) == (1, 0, 0)
    assert profile.load(path) == {"updated": 1, "duplicate": 7}
    assert schedule(profile) == before
    assert profile.note("office").cards()[0].ivl == 5
