"""The card of a question that changed between standard and cloze: a banner, and nothing to answer."""

from pathlib import Path

import pytest

from sco_quiz.anki.package import write_deck
from tests.anki.card_apps import Deck
from tests.anki.conftest import Open
from tests.anki.profile import NOW, Profile
from tests.anki.test_changes import swapped
from tests.anki.test_ledger import BANK, CLOZE, DAY, STANDARD


@pytest.mark.parametrize("question", ["seat", "sequence"])
def test_a_replaced_card_asks_nothing(tmp_path: Path, profile: Profile, show_on: Open, question: str) -> None:
    path = tmp_path / "deck.apkg"
    write_deck(BANK, path, NOW)
    profile.load(path)
    cards = profile.note(question).cards()
    write_deck(swapped(BANK, question, {"seat": CLOZE, "sequence": STANDARD}[question]), path, NOW + DAY)
    profile.load(path)
    viewer, deck = show_on(width=360), Deck(profile)
    for card in cards:
        card.load()
        viewer.show(deck.render(card, "front"))
        assert viewer.page.locator(".retired").inner_text() == "⚠ Withdrawn"
        viewer.show(deck.render(card, "back"))
        banner = "⚠ Withdrawn\nA new card asks this question in another way."
        assert viewer.page.locator(".retired").inner_text() == banner
        for element in ("button", "input", ".choices", ".verdict:not([hidden])", ".task"):
            assert viewer.page.locator(f"{element} >> visible=true").count() == 0
