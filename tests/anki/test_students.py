"""What decks/README.md promises to students who add fields, rename decks and delete cards, in a real Anki."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from sco_quiz.anki.package import read_note_types, write_deck
from sco_quiz.core.bank import Bank
from tests.anki.profile import NOW, Profile
from tests.anki.test_updates import (
    DAY,
    aged,
    corrected,
    edit,
    first_bank,
    reviews,
    schedule,
    study,
    styles,
)

ALWAYS = 1
"""Anki's number of the choice “Always” for “Update notes”."""


@pytest.fixture
def decks(tmp_path: Path) -> list[Path]:
    """Two versions of a deck a day apart: the first with older templates, the second corrected."""
    first, second = tmp_path / "first.apkg", tmp_path / "second.apkg"
    write_deck(first_bank(), first, NOW)
    second.write_bytes(first.read_bytes())
    write_deck(corrected(first_bank()), second, NOW + DAY)
    aged(first)
    return [first, second]


def with_question(bank: Bank, name: str, **fields: object) -> Bank:
    """Return the bank with other values in some fields of a question."""
    topics = (
        replace(topic, questions=tuple(q.model_copy(update=fields) if q.id == name else q for q in topic.questions))
        for topic in bank.topics
    )
    return replace(bank, topics=tuple(topics))


def add_own_field(profile: Profile, at: int, **texts: str) -> None:
    """Add a field to the note type of questions as a student does at some time, and fill it in some notes."""
    models = profile.col.models
    kind = models.by_name("sco_quiz question")
    models.add_field(kind, models.new_field("Mine"))
    models.update_dict(kind)
    for name, text in texts.items():
        note = profile.note(name)
        note["Mine"] = text
        profile.col.update_note(note)
    # Anki stamps every note of the type with the time of this change
    profile.col.db.execute("update notes set mod = ? where mid = ?", at, kind["id"])
    profile.col.db.execute("update notetypes set mtime_secs = ? where id = ?", at, kind["id"])
    profile.col.close()  # Anki remembers the time of a note type
    profile.col.reopen()


def note_types(profile: Profile) -> Counter[str]:
    """Return how many notes each of our note types has."""
    models = profile.col.models
    models._clear_cache()
    kinds = {kind.name: models.use_count(models.get(kind.id)) for kind in models.all_names_and_ids()}
    return Counter({name: count for name, count in kinds.items() if name.startswith("sco_quiz")})


def test_update_always_brings_a_correction_that_a_tag_blocked(decks: list[Path], profile: Profile) -> None:
    """It costs the tags and edits of the student on other questions; reviews stay."""
    first, second = decks
    profile.load(first)
    study(profile, "seat", "staff")
    edit(profile, "seat", NOW + DAY + 60)
    edit(profile, "staff", NOW + DAY + 60, Explanation="A note of my own.")
    before, done = schedule(profile), reviews(profile)
    assert profile.load(second) == {"new": 1, "updated": 2, "duplicate": 6}
    assert "did the Secretariat" in profile.note("seat")["Prompt"]
    assert profile.load(second, update_notes=ALWAYS)["updated"] >= 2
    assert "was the Secretariat" in profile.note("seat")["Prompt"]
    assert "my-own-tag" not in profile.note("staff").tags
    assert "of my own" not in profile.note("staff")["Explanation"]
    assert [row for row in schedule(profile) if row[0] in {row[0] for row in before}] == before
    assert reviews(profile) == done


def test_a_correction_that_a_tag_blocked_is_on_the_page_of_the_deck(tmp_path: Path, profile: Profile) -> None:
    path, ledger, bank = tmp_path / "deck.apkg", tmp_path / "anki-ledger.jsonl", first_bank()
    write_deck(bank, path, NOW, ledger_file=ledger)
    profile.load(path)
    assert "Corrected answers" not in profile.col.decks.by_name("Life")["desc"]
    bank = with_question(bank, "staff", answer=Decimal(31))
    write_deck(bank, path, NOW + DAY, ledger_file=ledger)
    edit(profile, "staff", NOW + DAY + 60)  # after the export, before the import
    # a later change of another part does not hide the correction
    bank = with_question(bank, "staff", hint="Look at the end.")
    write_deck(bank, path, NOW + 3 * DAY, ledger_file=ledger)
    edit(profile, "staff", NOW + 3 * DAY + 60)
    assert profile.load(path) == {"duplicate": 8}
    note, page = profile.note("staff"), profile.col.decks.by_name("Life")["desc"]
    assert "30 people" in note["Answer"]
    assert note["Revised"] == "2026-09-21"
    assert "Corrected answers, last on 2026-09-22" in page
    assert "<li>staff: How many members of staff" in page
    assert "2026-09-21" in note.cards()[0].answer()
    assert profile.load(path, update_notes=ALWAYS)["updated"] == 1
    assert "31 people" in profile.note("staff")["Answer"]
    assert profile.note("staff")["Revised"] == "2026-09-24"


@pytest.mark.parametrize("at_once", [False, True], ids=["after a refused import", "at the first import"])
def test_merging_repairs_a_note_type_with_an_own_field(decks: list[Path], profile: Profile, at_once: bool) -> None:
    """Anki refuses corrections of such a note type until the student ticks “Merge note types” once."""
    first, second = decks
    profile.load(first)
    study(profile, "seat", "staff")
    add_own_field(profile, NOW + DAY // 2, seat="of the changed question", staff="of an unchanged question")
    before, done = schedule(profile), reviews(profile)
    if not at_once:
        assert profile.load(second) == {"new": 1, "duplicate": 1, "conflicting": 7}
        assert note_types(profile) == {"sco_quiz cloze": 1, "sco_quiz question": 7, "sco_quiz question+": 1}
        assert "did the Secretariat" in profile.note("seat")["Prompt"]
    assert profile.load(second, merge_notetypes=True)["updated"] == 3
    assert note_types(profile) == {"sco_quiz cloze": 1, "sco_quiz question": 8}
    assert "was the Secretariat" in profile.note("seat")["Prompt"]
    assert [profile.note(name)["Mine"] for name in ("seat", "staff")] == ["", "of an unchanged question"]
    assert [row for row in schedule(profile) if row[0] in {row[0] for row in before}] == before
    assert reviews(profile) == done
    assert styles(profile) == {kind.css for kind in read_note_types().values()}
    assert profile.is_sound()


def test_after_the_merge_imports_need_no_option(decks: list[Path], tmp_path: Path, profile: Profile) -> None:
    first, second = decks
    profile.load(first)
    add_own_field(profile, NOW + DAY // 2, staff="lost", statement="kept")
    profile.load(second, merge_notetypes=True)
    later = NOW + 100 * DAY  # older versions of Anki stamp updated notes with the time of the import
    write_deck(with_question(corrected(first_bank()), "staff", hint="Look at the end."), second, later)
    assert profile.load(second) == {"updated": 1, "duplicate": 8}
    assert profile.note("staff")["Hint"] == "Look at the end."
    assert [profile.note(name)["Mine"] for name in ("staff", "course")] == ["", ""]
    assert profile.is_sound()


def test_a_renamed_deck(decks: list[Path], profile: Profile) -> None:
    """Cards stay where they are; the next import creates the old names again, and puts new questions there."""
    first, second = decks
    profile.load(first)
    col = profile.col
    col.decks.rename(col.decks.id("Life"), "History class")
    places = {card.id: col.decks.name(card.did) for card in profile.cards()}
    assert all(place.startswith("History class::") for place in places.values())
    assert profile.load(second) == {"new": 1, "updated": 3, "duplicate": 5}
    assert {card.id: col.decks.name(card.did) for card in profile.cards() if card.id in places} == places
    assert col.decks.name(profile.note("added").cards()[0].did).startswith("Life::")
    # the student moves it by hand, and deletes the decks that are empty now
    col.set_deck([profile.note("added").cards()[0].id], col.decks.id("History class"))
    col.decks.remove([col.decks.id("Life")])
    assert len(profile.cards()) == 10
    assert profile.load(second) == {"duplicate": 9}
    assert {card.id: col.decks.name(card.did) for card in profile.cards() if card.id in places} == places


def test_a_deleted_card_comes_back_as_new(decks: list[Path], profile: Profile) -> None:
    """A suspended one does not."""
    first, second = decks
    profile.load(first)
    study(profile, "staff", "course")
    profile.col.sched.suspend_cards([profile.note("course").cards()[0].id])
    profile.col.remove_notes([profile.note("staff").id])
    assert profile.load(second) == {"new": 2, "updated": 3, "duplicate": 4}
    assert profile.note("staff").cards()[0].type == 0
    assert profile.note("course").cards()[0].queue == -1


def test_the_card_of_a_deleted_gap_is_empty_until_the_student_deletes_it(tmp_path: Path, profile: Profile) -> None:
    path, bank = tmp_path / "deck.apkg", first_bank()
    write_deck(bank, path, NOW)
    profile.load(path)
    study(profile, "sequence")
    first, second = profile.note("sequence").cards()
    prompt = next(question.prompt for question in bank.questions if question.id == "sequence")
    without = with_question(bank, "sequence", prompt=prompt.replace("{{c2::", "").replace("}}", "", 1))
    write_deck(without, path, NOW + DAY)
    assert profile.load(path) == {"updated": 1, "duplicate": 7}
    report = profile.col.get_empty_cards()
    assert [list(note.card_ids) for note in report.notes] == [[second.id]]
    profile.col.remove_cards_and_orphaned_notes([second.id])  # Tools > Empty Cards
    assert [card.id for card in profile.note("sequence").cards()] == [first.id]
    assert profile.note("sequence").cards()[0].ivl == 5
    assert profile.is_sound()
