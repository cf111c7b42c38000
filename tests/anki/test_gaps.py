"""Cards with gaps: filled one by one on the front, and only their own other forms on the back."""

import pytest

from tests.anki.card_apps import Deck
from tests.anki.conftest import Open
from tests.anki.test_accessibility import findings


def test_several_gaps_are_filled_one_by_one(typed: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(typed.side("gaps", "front"))
    shown = "The bridge has {} arches, two towers and {} piers, which Ilse Marrane built."
    assert viewer.texts(".stem") == [shown.format("[...]", "[how many?]")]
    assert viewer.texts(".task") == ["Fill the gaps. Tap a gap to show it."]
    viewer.page.locator(".cloze.tappable").nth(1).click()
    assert viewer.texts(".stem") == [shown.format("[...]", "<seven>")]
    viewer.page.locator(".cloze.tappable").click()
    assert viewer.texts(".stem") == [shown.format("four", "<seven>")]
    assert viewer.texts(".tappable") == []


def test_gaps_are_buttons_to_the_keyboard_and_to_a_screen_reader(typed: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(typed.side("gaps", "front"))
    assert findings(viewer) == []
    viewer.page.get_by_role("button", name="[...]").press("Enter")
    assert viewer.texts(".stem .cloze") == ["four", "[how many?]"]
    viewer.page.keyboard.press(" ")  # the focus went to the next gap
    assert viewer.texts(".stem .cloze") == ["four", "<seven>"]
    assert findings(viewer) == []


def test_a_key_fills_the_next_gap(typed: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(typed.side("gaps", "front"))
    viewer.page.keyboard.press("g")
    assert viewer.texts(".stem .cloze") == ["four", "[how many?]"]
    viewer.page.keyboard.press("g")
    viewer.page.keyboard.press("g")
    assert viewer.texts(".stem .cloze") == ["four", "<seven>"]


def test_a_gap_has_room_for_a_finger(typed: Deck, show_on: Open) -> None:
    viewer = show_on(width=320)
    viewer.show(typed.side("gaps", "front"))
    for gap in viewer.page.locator(".cloze.tappable").all():
        assert gap.evaluate("""gap => {
          var box = gap.getBoundingClientRect(), x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
          return [[0, -21], [0, 21], [-21, 0], [21, 0]].every(function (step) {
            return document.elementFromPoint(x + step[0], y + step[1]) === gap;
          });
        }""")


def test_one_gap_is_filled_by_the_back(typed: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(typed.side("gaps", "front", card=1))
    viewer.page.keyboard.press("g")
    assert viewer.texts(".task") == ["Fill the gap"]
    assert viewer.texts(".stem .cloze") == ["[...]"]
    assert viewer.texts(".tappable") == []


@pytest.mark.parametrize(
    ("card", "forms"),
    [
        (0, ["Also right for four: 4", "Also right for <seven>: 7"]),
        (1, ["Also right for two: 2 · a pair"]),
        (2, []),
    ],
)
def test_the_back_shows_other_forms_of_its_own_gaps(typed: Deck, show_on: Open, card: int, forms: list[str]) -> None:
    viewer = show_on()
    viewer.show(typed.side("gaps", "back", card=card))
    assert viewer.texts(".also:not([hidden])") == forms
    assert [form for form in viewer.texts(".also") if form in viewer.visible()] == forms
