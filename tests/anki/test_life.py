"""The life of a deck: imported, studied, corrected, imported again; nothing is lost and nothing goes backwards."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from sco_quiz.anki.package import write_deck
from sco_quiz.core.bank import Bank, Topic
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


def test_the_life_of_a_deck(tmp_path: Path, profile: Profile) -> None:
    bank, path = first_bank(), tmp_path / "life.apkg"
    write_deck(bank, path, NOW)
    first = path.read_bytes()
    assert profile.load(path) == {"new": 8}

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
    assert profile.is_sound()

    settled = schedule(profile), profile.col.db.all("select * from notes order by id")
    assert profile.load(path) == {"duplicate": 9}
    path.write_bytes(first)
    assert profile.load(path) == {"duplicate": 8}  # the old deck takes nothing back
    assert (schedule(profile), profile.col.db.all("select * from notes order by id")) == settled
    assert profile.is_sound()
