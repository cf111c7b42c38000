"""A deck is imported, studied, corrected and imported again: nothing is lost or reverted."""

import json
from dataclasses import replace
from pathlib import Path
from shutil import copy
from time import time
from typing import Any

import pytest

from sco_quiz.anki.ids import FIELDS, SEPARATOR
from sco_quiz.anki.notetype import NOTE_TYPE_MOD
from sco_quiz.anki.package import read_note_types, write_deck
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.errors import ExportError
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.kinds.beyond import Beyond
from sco_quiz.core.reference import Reference
from sco_quiz.loading.load import read_bank
from tests.anki.older_deck import with_older_templates
from tests.anki.profile import NOW, Profile
from tests.conftest import ROOT

DAY = 86_400
RELEASE = ROOT / "tests" / "released" / "0.1.0"


def first_bank() -> Bank:
    return replace(read_bank(ROOT / "tests" / "terminal" / "eight-kinds.yaml").bank, id="life", title="Life")


def corrected(bank: Bank) -> Bank:
    """Return the bank with a typo fixed and questions added, retired, moved to another topic, and of another kind."""
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
    """Make the cards of some questions due in five days, as after a review."""
    col = profile.col
    for name in names:
        for card in profile.note(name).cards():
            col.sched.set_due_date([card.id], "5")
            assert col.get_card(card.id).ivl == 5


def schedule(profile: Profile) -> list[Any]:
    """Return everything about the cards that a student could lose."""
    columns = "id, nid, did, type, queue, due, ivl, factor, reps, lapses, left, odue, flags, data"
    return list(profile.col.db.all(f"select {columns} from cards order by id"))


def reviews(profile: Profile) -> list[Any]:
    return list(profile.col.db.all("select * from revlog order by id"))


def edit(profile: Profile, name: str, at: int, **fields: str) -> None:
    """Edit a note as a student does at some time: fields and a tag."""
    note = profile.note(name)
    note.tags.append("my-own-tag")
    for field, text in fields.items():
        note[field] = text
    profile.col.update_note(note)
    profile.col.db.execute("update notes set mod = ? where id = ?", at, note.id)


OLDER_CSS = ".card { color: black; }"


def aged(path: Path) -> None:
    """Make a deck look as if an older version of the program wrote it: older note types, other templates."""
    with_older_templates(path, OLDER_CSS, DAY, "{{FrontSide}}<hr>{{Answer}}")


def styles(profile: Profile) -> set[str]:
    """Return the CSS of our note types without the cache of Anki's Python side."""
    names = profile.col.models.all_names_and_ids()
    kinds = [profile.col._backend.get_notetype_legacy(kind.id) for kind in names if kind.name.startswith("sco_quiz")]
    return {json.loads(kind)["css"] for kind in kinds}


def test_the_life_of_a_deck(tmp_path: Path, profile: Profile) -> None:
    bank, path, old = first_bank(), tmp_path / "life.apkg", tmp_path / "old.apkg"
    write_deck(bank, path, NOW)
    aged(path)
    old.write_bytes(path.read_bytes())
    assert profile.load(path) == {"new": 8}
    assert styles(profile) == {OLDER_CSS}

    study(profile, "members", "statement", "predecessor", "sequence")
    profile.answer(3, 4, 1, 2)
    edit(profile, "staff", NOW + DAY // 2, Explanation="A note of my own.")
    edit(profile, "course", NOW + DAY // 2)
    profile.col.sched.suspend_cards([profile.note("course").cards()[0].id])
    profile.col.set_user_flag_for_cards(3, [profile.note("seat").cards()[0].id])
    before, done = schedule(profile), reviews(profile)
    assert len(done) == 5 + 4

    report = write_deck(corrected(bank), path, NOW + DAY)
    assert (report.new, report.changed, report.unchanged, report.dropped) == (1, 3, 5, 0)
    assert profile.load(path) == {"new": 1, "updated": 3, "duplicate": 5}
    added = profile.note("added").cards()[0]
    assert (added.type, profile.col.decks.name(added.did)) == (0, "Life::02 Other")
    assert_kept(profile, before, done)

    settled = schedule(profile), texts(profile)
    assert profile.load(path) == {"duplicate": 9}
    assert profile.load(old) == {"duplicate": 8}  # the first deck reverts nothing
    assert (schedule(profile), texts(profile)) == settled

    later = int(time()) + DAY  # older versions of Anki stamp updated notes with the time of the import
    write_deck(corrected(bank), old, later)  # by an older program, which has only the first deck
    aged(old)
    assert profile.load(old) == {"updated": 4, "duplicate": 5}
    assert (schedule(profile), texts(profile)) == settled
    assert_kept(profile, before, done)


def assert_kept(profile: Profile, before: list[Any], done: list[Any]) -> None:
    """Assert that corrections are there, and schedules, reviews, decks, tags and the student's notes unchanged."""
    kept = {row[0] for row in before}
    assert [row for row in schedule(profile) if row[0] in kept] == before
    assert reviews(profile) == done
    assert "Secretariat of the SCO in 2010" in profile.note("seat")["Prompt"]
    assert profile.note("predecessor")["Kind"] == "single_choice"
    assert profile.note("members")["Retired"] == "asked twice"
    assert "retired" in profile.note("members").tags
    assert "topic::eight-kinds" in profile.note("statement").tags  # it moved to another topic, which changes no note
    assert "my-own-tag" in profile.note("staff").tags
    assert "my-own-tag" in profile.note("course").tags
    assert profile.note("staff")["Explanation"] == "A note of my own."
    types = [kind.name for kind in profile.col.models.all_names_and_ids() if kind.name.startswith("sco_quiz")]
    assert sorted(types) == ["sco_quiz cloze", "sco_quiz question"]
    assert styles(profile) == {kind.css for kind in read_note_types().values()}
    assert profile.is_sound()


def texts(profile: Profile) -> list[Any]:
    """Return the notes without the day of their last change."""
    rows = profile.col.db.all("select id, guid, mid, tags, flds from notes order by id")
    at = FIELDS.index("Revised")
    return [(*row[:4], row[4].split(SEPARATOR)[:at]) for row in rows]


def test_an_older_program_takes_nothing_back(tmp_path: Path, profile: Profile) -> None:
    """Import the newest deck, then one of the same bank that an older version of the program wrote a day later."""
    path, old = tmp_path / "deck.apkg", tmp_path / "old.apkg"
    write_deck(corrected(first_bank()), path, NOW)
    assert profile.load(path) == {"new": 9}
    study(profile, "seat", "added")
    before = schedule(profile), [(note["Prompt"], note["Answer"]) for note in notes(profile)]

    write_deck(corrected(first_bank()), old, NOW + DAY)
    aged(old)
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
    monkeypatch.setattr("sco_quiz.anki.previous_deck.NOTE_TYPE_MOD", NOTE_TYPE_MOD - 1)
    with pytest.raises(ExportError, match=r"deck\.apkg was written by a newer sco-quiz: update the program first"):
        write_deck(first_bank(), path, NOW + DAY)
    assert path.read_bytes() == content


def test_a_clock_behind_the_previous_deck_loses_no_correction(tmp_path: Path, profile: Profile) -> None:
    path = tmp_path / "deck.apkg"
    write_deck(first_bank(), path, NOW)
    content = path.read_bytes()
    profile.load(path)
    report = write_deck(first_bank(), path, NOW - 3 * DAY)
    assert (report.behind, report.latest, path.read_bytes()) == (3 * DAY, NOW, content)
    report = write_deck(corrected(first_bank()), path, NOW - 3 * DAY)
    assert (report.new, report.changed, report.latest) == (1, 3, NOW + 1)
    assert profile.load(path) == {"new": 1, "updated": 3, "duplicate": 5}
    assert "Secretariat of the SCO in 2010" in profile.note("seat")["Prompt"]


def test_no_stamp_is_of_the_future(tmp_path: Path) -> None:
    """Only a question that changes twice within a second gets the next second; `export` waits until it has passed."""
    path = tmp_path / "deck.apkg"
    assert write_deck(first_bank(), path, NOW).latest == NOW
    assert write_deck(corrected(first_bank()), path, NOW).latest == NOW + 1
    assert write_deck(first_bank(), path, NOW + DAY).latest == NOW + DAY
    assert write_deck(first_bank(), path, NOW + 2 * DAY).latest == NOW + DAY


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
    assert (report.changed, report.new, report.dropped) == (0, 0, 0)
    assert profile.load(path) == {"duplicate": 8}
    assert schedule(profile) == before
    assert profile.note("seat").cards()[0].ivl == 5  # the id that the card shows is still found


def with_settings(bank: Bank) -> Bank:
    """Return the bank with a setting, and something from outside the article, in each question."""
    extra = {"setting": "A briefing in 2010", "beyond": Beyond(text="It moved in 2023.", references=("report",))}
    topics = (
        replace(topic, questions=tuple(item.model_copy(update=extra) for item in topic.questions))
        for topic in bank.topics
    )
    report = Reference(title="Report", publisher="Press", date="2024")
    assert bank.source
    return replace(bank, topics=tuple(topics), source=bank.source.model_copy(update={"references": {"report": report}}))


def test_settings_reach_a_collection_with_a_deck_of_0_1_0(tmp_path: Path, profile: Profile) -> None:
    """Two spare fields of 0.1.0 became Setting and Beyond: Anki renames them, and no note is refused."""
    released = RELEASE / "sco-2010.apkg"
    bank = read_bank(RELEASE / "sco-2010").bank
    count = len(bank.questions)
    assert profile.load(released) == {"new": count}
    assert "Spare1" in profile.note("most-urgent")
    study(profile, "most-urgent")
    before, done = schedule(profile), reviews(profile)
    path = Path(copy(released, tmp_path))
    write_deck(with_settings(bank), path, int(time()))
    assert profile.load(path) == {"updated": count}
    assert not [each.name for each in profile.col.models.all_names_and_ids() if each.name.endswith("+")]
    assert (schedule(profile), reviews(profile)) == (before, done)
    profile.col.models._clear_cache()  # names of fields that Python read before the import
    note = profile.note("most-urgent")
    assert "Spare1" not in note
    assert note["Setting"] == "A briefing in 2010"
    assert "It moved in 2023." in note["Beyond"]
    assert "Report, Press, 2024" in note["Beyond"]
    assert profile.is_sound()
