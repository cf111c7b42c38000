"""Notes that version 0.1.0 wrote, with the cards of today: students keep those that did not change."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sco_quiz.anki.ids import FIELDS
from sco_quiz.anki.package import read_note_types
from tests.anki.card_apps import Deck
from tests.anki.conftest import Open, collection
from tests.anki.gestures import tap
from tests.anki.test_cards import marks, verdict
from tests.conftest import ROOT, first

RELEASE = ROOT / "tests" / "released" / "0.1.0" / "every-field.apkg"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deck]:
    """The deck of 0.1.0 with the templates and the names of fields that an import of today's deck brings."""
    folder: Path = tmp_path_factory.mktemp("released")
    for profile in collection(folder):
        profile.load(RELEASE)
        for kind in read_note_types().values():
            (model,) = [model for model in profile.col.models.all() if model["name"] == kind.name]
            model["tmpls"][0] |= {"qfmt": kind.front, "afmt": kind.back}
            for field, name in zip(model["flds"], FIELDS, strict=True):
                field["name"] = name
            profile.col.models.update_dict(model | {"css": kind.css})
        yield Deck(profile)


# question, what is tapped, the verdict, the marks
TAPPED = [
    ("single", ["the Arn"], "✗ Not right", {"the Lesk": "✓ right answer", "the Arn": "✗ your choice"}),
    ("several", ["oak", "limestone"], "✓ Right", {"oak": "✓ your choice", "limestone": "✓ your choice"}),
    ("statement", ["False"], "✓ Right", {"False": "✓ your choice"}),
    (
        "pairs",
        ["1611", "1899", "1850"],
        "◐ Partly right: 1 of 3 pairs",
        {"the bridge": "✓", "the closing for cars": "✗ you: 1899", "the second bridge": "✗ you: 1850"},
    ),
    (
        "sequence",
        ["piles", "arches", "railing", "road"],
        "◐ Partly right: 3 of 4 are in the right order",
        {"piles": "✓", "arches": "✓", "road": "✗ you: 4", "railing": "✓"},
    ),
]


@pytest.mark.parametrize(("question", "tapped", "outcome", "marked"), first(TAPPED, 2), ids=[row[0] for row in TAPPED])
def test_an_old_choice_is_judged_on_both_sides(
    released: Deck, show_on: Open, question: str, tapped: list[str], outcome: str, marked: dict[str, str]
) -> None:
    viewer = show_on()
    viewer.show(released.side(question, "front"))
    tap(viewer, *tapped)
    viewer.page.locator(".check").click()
    items = ".lefts > li" if question == "pairs" else ".choices li"
    for side in ("front", "back"):
        assert (verdict(viewer), marks(viewer, items)) == (outcome, marked), side
        viewer.show(released.side(question, "back"))


@pytest.mark.parametrize(
    ("question", "text", "outcome"),
    [
        ("short", "I. Marrane", "✓ Right"),
        ("short", "Tove Marrane", "✗ Not right"),
        ("short", "Ilse Marane", "≈ Almost right: marrane has “rr” where you typed “r”"),
        ("number", "12.9 metres", "✓ Right"),
        ("number", "12.5 people", "✗ Not right: the expected unit is metre"),
        ("opened", "1611", "✓ Right"),
    ],
)
def test_an_old_typed_answer_is_judged(released: Deck, show_on: Open, question: str, text: str, outcome: str) -> None:
    viewer = show_on()
    viewer.show(released.side(question, "back", typed=text))
    assert verdict(viewer) == outcome


def test_an_old_gap_has_its_own_forms(released: Deck, show_on: Open) -> None:
    viewer = show_on()
    for card, forms in enumerate(([], ["Also right for cars: motor cars · automobiles"], [])):
        viewer.show(released.side("gaps", "back", card=card))
        assert viewer.texts(".also:not([hidden])") == forms
