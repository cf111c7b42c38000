"""Marked-up text on cards: what the real Anki stores, as MathJax and Chromium show it."""

from collections.abc import Iterator

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.loading.load import load_bank
from tests.anki.card_apps import Deck, deck_of
from tests.anki.conftest import Open, collection
from tests.conftest import ROOT

FORMULAS = ".math"
TYPESET = ".math > mjx-container"
ERRORS = "mjx-merror, [data-mjx-error]"
LOADED = "() => [...document.images].every(image => image.complete && image.naturalWidth > 0 && image.alt !== '')"


@pytest.fixture(scope="module")
def marked_up() -> Bank:
    return load_bank(ROOT / "tests" / "marked_up")


@pytest.fixture(scope="module")
def deck(marked_up: Bank, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deck]:
    folder = tmp_path_factory.mktemp("marked-up")
    for profile in collection(folder):
        yield deck_of(marked_up, profile, folder / "deck.apkg")


def test_anki_misses_no_picture_and_has_no_other(deck: Deck, marked_up: Bank) -> None:
    found = deck.profile.col.media.check()
    assert (list(found.missing), list(found.unused)) == ([], [])
    assert len(list(deck.media.iterdir())) == len(marked_up.pictures) == 5


@pytest.mark.full  # it needs MathJax, see test_mathjax
def test_every_formula_is_typeset_and_every_picture_shown(deck: Deck, marked_up: Bank, show_on: Open) -> None:
    """Nothing is requested but these, as the viewer asserts."""
    viewer = show_on(media=deck.media, mathjax=True)
    counts = {FORMULAS: 0, "img": 0}
    for question in marked_up.questions:
        for card in range(len(deck.profile.note(question.id).cards())):
            for side in ("front", "back"):
                viewer.show(deck.side(question.id, side, card=card))
                formulas = viewer.page.locator(FORMULAS).count()
                assert viewer.page.locator(TYPESET).count() == formulas, (question.id, side)
                assert viewer.page.locator(ERRORS).count() == 0, (question.id, side)
                viewer.page.wait_for_function(LOADED)
                counts[FORMULAS] += formulas
                counts["img"] += viewer.page.locator("img").count()
    assert min(counts.values()) > 20
