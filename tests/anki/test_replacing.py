"""The way to bring progress into a collection that has the cards: no review is lost, in the real Anki."""

import re
from pathlib import Path
from shutil import rmtree
from time import time
from typing import Any

import pytest

from sco_quiz.anki.package import write_deck
from tests.anki.profile import NOW, Profile
from tests.anki.sample import eight_kinds, noon, sample
from tests.anki.test_updates import DAY, edit
from tests.command import Finished, sco_quiz
from tests.conftest import ROOT

SEARCH = re.compile(r"browser for `(Id:[^`]+)`")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a bank and a file of progress."""
    bank = tmp_path / "bank"
    bank.mkdir()
    (bank / "bank.yaml").write_text("id: life\ntitle: Life\n", "utf-8")
    (bank / "kinds.yaml").write_bytes((ROOT / "tests" / "terminal" / "eight-kinds.yaml").read_bytes())
    return tmp_path


def run(here: Path, *arguments: str, given: str = "") -> Finished:
    own = {"SCO_QUIZ_BANK": str(here / "bank"), "SCO_QUIZ_PROGRESS": str(here / "progress.sqlite")}
    return sco_quiz(*arguments, given=given, cwd=here, **own)


def ok(here: Path, *arguments: str, given: str = "") -> str:
    done = run(here, *arguments, given=given)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def study(profile: Profile) -> None:
    """Answer ten cards, each in another time: both gaps of the cloze, and one card twice."""
    col = profile.col
    col.decks.select(col.decks.id("Life"))
    for number, rating in enumerate((3, 3, 1, 4, 3, 3, 2, 3, 3, 3)):
        col.sched.unbury_deck(col.decks.id("Life"))
        card = col.sched.getCard()
        card.timer_started = time() - 2 - number
        col.sched.answerCard(card, rating)


def log(profile: Profile) -> list[Any]:
    """Return the review log with the names of the cards, without rows of cards that are gone."""
    rows = """select r.id, n.guid, c.ord, r.ease, r.ivl, r.lastIvl, r.factor, r.time, r.type
        from revlog r join cards c on c.id = r.cid join notes n on n.id = c.nid order by r.id"""
    return [tuple(row) for row in profile.col.db.all(rows)]


def notes_and_cards(profile: Profile) -> list[Any]:
    rows = "select n.guid, n.mod, n.tags, n.flds, c.* from cards c join notes n on n.id = c.nid order by c.id"
    return list(profile.col.db.all(rows))


def review(here: Path) -> None:
    """Answer two questions in the terminal."""
    ok(here, "review", "--kind", "true_false", "--kind", "numeric", given="f\nf\n30\n30\n")


def test_over_the_same_cards_nothing_arrives_and_nothing_is_lost(here: Path, profile: Profile) -> None:
    """Not even the deck for everyone has to be there: the ledger of the bank knows when each note last changed."""
    ok(here, "export", "anki")
    profile.load(here / "decks" / "life.apkg")
    study(profile)
    edit(profile, "staff", int(time()))
    review(here)
    rmtree(here / "decks")
    shown = ok(here, "export", "anki", "--with-progress")
    assert "Anki adds this progress only to cards that it does not have" in shown
    before, done = notes_and_cards(profile), log(profile)
    assert len(done) == 10
    assert profile.load(here / "decks" / "life-with-progress.apkg", with_progress=True) == {"duplicate": 8}
    assert (notes_and_cards(profile), log(profile)) == (before, done)
    assert "my-own-tag" in profile.note("staff").tags


def test_a_clock_that_is_behind_does_no_harm(tmp_path: Path, profile: Profile) -> None:
    ledger, deck, own = tmp_path / "anki-ledger.jsonl", tmp_path / "deck.apkg", tmp_path / "own.apkg"
    write_deck(eight_kinds(), deck, NOW, ledger_file=ledger)
    profile.load(deck)
    edit(profile, "staff", NOW + 60)
    text = ledger.read_text("utf-8")
    for now in (NOW - 10 * DAY, NOW + 10 * DAY):
        own.unlink(missing_ok=True)
        write_deck(eight_kinds(), own, now, sample(noon(-60)), ledger_file=ledger)
        assert profile.load(own, with_progress=True) == {"duplicate": 8}
    assert "my-own-tag" in profile.note("staff").tags
    assert ledger.read_text("utf-8") == text


@pytest.fixture
def studied(here: Path, profile: Profile) -> Profile:
    """A collection with ten reviews, whose cards have other ids than those of the deck; two more in the terminal."""
    ok(here, "export", "anki")
    profile.load(here / "decks" / "life.apkg")
    # Anki gives other ids, too, where those of the deck are taken
    profile.col.db.execute("update cards set id = id - 5000000")
    study(profile)
    review(here)
    return profile


def test_cards_are_replaced_and_no_review_is_lost(here: Path, studied: Profile) -> None:
    done = log(studied)
    exported = studied.export(here / "mine.colpkg", old_format=False)
    refused = run(here, "export", "anki", "--with-progress", "--replaces", str(exported))
    assert refused.returncode == 1
    assert (
        f"10 reviews in {exported} would be lost: run `sco-quiz history import anki {exported}` first" in refused.stderr
    )
    assert "10 new, 0 already there" in ok(here, "history", "import", "anki", str(exported))
    shown = ok(here, "export", "anki", "--with-progress", "--replaces", str(exported))
    found = SEARCH.search(shown)
    assert found
    studied.col.remove_notes(studied.col.find_notes(found[1]))
    assert studied.col.note_count() == 0
    assert studied.load(here / "decks" / "life-with-progress.apkg", with_progress=True) == {"new": 8}

    after = log(studied)
    assert set(done) <= set(after)
    # the two answers of the terminal, each to a question with one card
    assert len(after) == 10 + 2
    assert studied.col.db.scalar("select count(*) from revlog") == len(after)
    assert studied.is_sound()
    again = studied.export(here / "again.apkg", old_format=True)
    assert "0 new, 12 already there" in ok(here, "history", "import", "anki", str(again))
    studied.col.sched.set_due_date([studied.note("seat").cards()[0].id], "0")
    studied.answer(3)
    later = studied.export(here / "later.apkg", old_format=True)
    assert "1 new, 12 already there" in ok(here, "history", "import", "anki", str(later))


@pytest.mark.parametrize("arguments", [("--replaces", "mine.colpkg"), ("--with-progress", "--resend", "seat")])
def test_options_that_do_not_go_together(here: Path, arguments: tuple[str, ...]) -> None:
    (here / "mine.colpkg").touch()
    done = run(here, "export", "anki", *arguments)
    assert done.returncode == 2
    assert f"use {arguments[-2]} only with" in done.stderr or f"use {arguments[-2]} without" in done.stderr
