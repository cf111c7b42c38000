"""The list of cards of the real Anki: its columns are readable, in collections with an older deck, too."""

from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from sco_quiz.anki.package import write_deck
from sco_quiz.loading.load import read_bank
from tests.anki.card_apps import Deck
from tests.anki.profile import Profile
from tests.conftest import ROOT

RELEASE = ROOT / "tests" / "released" / "0.1.0"
LATER = 1_790_000_000


def columns(profile: Profile, question: str, card: int = 0) -> tuple[str, ...]:
    """Return the sort field, the question and the answer of a card, as Anki lists them."""
    profile.col.set_browser_card_columns(["noteFld", "question", "answer"])
    cells, *_ = profile.col.browser_row_for_id(profile.note(question).cards()[card].id)
    return tuple(text for text, *_ in cells)


def test_a_row_shows_the_prompt_and_the_answer_alone(cards: Deck) -> None:
    profile = cards.profile
    assert columns(profile, "single") == (
        "cards/single",
        "In which city did the Secretariat of the SCO sit in 2010?",
        "Beijing",
    )
    assert columns(profile, "cloze") == (
        "cards/cloze",
        "The meeting in [a capital] came before the conference in London.",
        "Moscow",
    )
    assert columns(profile, "cloze", card=1)[1:] == (
        "The meeting in Moscow came before the conference in [...].",
        "London",
    )


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("multiple", "China · Russia · Kazakhstan"),
        ("truefalse", "False"),
        ("short", "Bolat Nurgaliev · Nurgaliev"),
        ("number", "1200 people"),
        ("matching", "Secretariat = Beijing · Antiterrorism Structure = Tashkent · Finance talks = Almaty"),
        ("ordering", "alpha · beta · gamma · delta"),
        ("rtl", "بكين"),
    ],
)
def test_several_answers_are_in_one_line(cards: Deck, question: str, answer: str) -> None:
    assert columns(cards.profile, question)[2] == answer


def states(profile: Profile) -> tuple[Any, dict[str, int]]:
    """Return when Anki's schema changed, and when each note did."""
    rows = profile.col.db.all("select flds, mod from notes")
    return profile.col.db.scalar("select scm from col"), {fields.split("\x1f")[0]: mod for fields, mod in rows}


def test_the_columns_change_with_the_deck_and_nothing_else_does(profile: Profile, tmp_path: Path) -> None:
    """No full sync is needed, and no note is dated to the import, which would make later corrections look old."""
    profile.load(RELEASE / "every-field.apkg")
    assert columns(profile, "single")[1].startswith("Everything Which river")
    before = states(profile)
    deck = tmp_path / "every-field.apkg"
    copy(RELEASE / "every-field.apkg", deck)
    report = write_deck(read_bank(RELEASE / "every-field").bank, deck, LATER)
    assert 0 < report.changed < report.notes
    assert profile.load(deck) == {"updated": report.changed, "duplicate": report.unchanged}
    assert columns(profile, "single") == (
        "every-field/single",
        "Which river does the old bridge of Orvane cross?",
        "the Lesk",
    )
    after = states(profile)
    assert after[0] == before[0]
    assert sum(after[1][name] == mod for name, mod in before[1].items()) == report.unchanged
