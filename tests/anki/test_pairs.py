"""Matching on the card: by taps, by dragging, by digits; small screens; the direction of pairs."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import Matching
from tests.anki.card_apps import ANKIDROID, ANKIMOBILE, DESKTOP, Deck, Viewer, deck_of
from tests.anki.conftest import Open
from tests.anki.gestures import drag, middle, shown, slide, tap, tap_all
from tests.anki.profile import Profile
from tests.anki.test_cards import marks, verdict
from tests.anki.test_looks import faint
from tests.conftest import pairs as further_pairs

LEFTS = ("Secretariat", "Antiterrorism Structure", "Finance talks")


def pairs(viewer: Viewer) -> list[str]:
    """Return the right side shown at each row, "" for none."""
    found = viewer.page.locator(".lefts > li").all()
    return [row.locator(".to b").text_content() if "chosen" in row.get_attribute("class") else "" for row in found]


def active(viewer: Viewer) -> list[str]:
    return shown(viewer, ".lefts > li.active")


def pool(viewer: Viewer) -> list[str]:
    """Return the right sides that can be chosen."""
    return shown(viewer, ".rights > li")


def row(viewer: Viewer, text: str, inside: str = "") -> Any:
    """Return a row, or a part of it."""
    return viewer.page.locator(f'.lefts > li:has(.text:text-is("{text}")) {inside}')


def right(viewer: Viewer, text: str, inside: str = "") -> Any:
    """Return a right side of the list, or a part of it."""
    return viewer.page.locator(f'.rights > li:has(.text:text-is("{text}")) {inside}')


def test_pairs_are_matched_by_taps(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("matching", "front"))
    assert active(viewer) == ["Secretariat"]
    tap(viewer, "Beijing", "Almaty")
    assert (active(viewer), sorted(pool(viewer))) == (["Finance talks"], ["London", "Tashkent"])
    tap(viewer, "London")
    assert (active(viewer), pool(viewer)) == ([], [])
    viewer.show(cards.side("matching", "back"))
    assert marks(viewer, ".lefts > li") == {
        "Secretariat": "✓",
        "Antiterrorism Structure": "✗ you: Almaty",
        "Finance talks": "✗ you: London",
    }
    assert verdict(viewer) == "◐ Partly right: 1 of 3 pairs"
    assert viewer.texts(".lefts > li > .note") == ["A conference on Afghanistan was held there."]
    assert viewer.texts(".lefts .to") == ["→ Beijing", "→ Tashkent", "→ Almaty"]


def test_a_tap_on_a_row_returns_its_right_side(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("matching", "front"))
    tap(viewer, "London", "Tashkent", "Almaty", "Secretariat")
    assert (pairs(viewer), active(viewer)) == (["", "Tashkent", "Almaty"], ["Secretariat"])
    assert sorted(pool(viewer)) == ["Beijing", "London"]
    tap(viewer, "Beijing")
    viewer.show(cards.side("matching", "back"))
    assert verdict(viewer) == "✓ Right"


def test_a_row_without_a_right_side_is_wrong(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("matching", "front"))
    tap(viewer, "Beijing")
    viewer.show(cards.side("matching", "back"))
    assert marks(viewer, ".lefts > li") == {
        "Secretariat": "✓",
        "Antiterrorism Structure": "✗ you: nothing",
        "Finance talks": "✗ you: nothing",
    }


def test_the_task_says_how_many_are_left_over(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("matching", "front"))
    assert viewer.texts(".task") == ["Match the pairs · 1 left over"]


def test_digits_choose_for_the_active_row(cards: Deck, view: Open) -> None:
    viewer = view(DESKTOP)
    viewer.show(cards.side("matching", "front"))
    first, second, third, fourth = pool(viewer)
    for digit in "223":
        viewer.page.keyboard.press(f"Alt+{digit}")
    assert pairs(viewer) == [second, third, ""]  # only two are left, so the last digit chooses none
    viewer.page.keyboard.press("Alt+2")
    assert pairs(viewer) == [second, third, fourth]
    viewer.page.keyboard.press("Alt+1")
    assert pairs(viewer) == [second, third, fourth]
    assert first not in pairs(viewer)


def test_the_focus_goes_from_a_chosen_right_side_to_the_next(cards: Deck, view: Open) -> None:
    viewer = view(ANKIMOBILE)
    viewer.show(cards.side("matching", "front"))
    first, second, third, fourth = pool(viewer)
    right(viewer, first, ".text").focus()
    for key, text in (("Enter", second), ("ArrowDown", third), ("Space", second), ("Enter", "Secretariat")):
        viewer.page.keyboard.press(key)
        assert viewer.page.evaluate("document.activeElement.textContent") == text
    assert pairs(viewer) == [first, third, second]
    viewer.page.keyboard.press("Enter")
    assert (pairs(viewer), pool(viewer)) == (["", third, second], [first, fourth])


def test_a_mouse_drags_right_sides_to_any_row(cards: Deck, view: Open) -> None:
    viewer = view(DESKTOP, width=1100)
    viewer.show(cards.side("matching", "front"))
    drag(viewer, right(viewer, "Almaty", ".text"), middle(row(viewer, "Finance talks")))
    assert (pairs(viewer), active(viewer)) == (["", "", "Almaty"], ["Secretariat"])
    drag(viewer, right(viewer, "London"), middle(row(viewer, "Secretariat")))
    drag(viewer, right(viewer, "Beijing"), (1000, 600))
    assert pairs(viewer) == ["London", "", "Almaty"]
    drag(viewer, row(viewer, "Finance talks", ".to b"), middle(row(viewer, "Secretariat")))
    assert pairs(viewer) == ["Almaty", "", "London"]
    drag(viewer, row(viewer, "Finance talks", ".to b"), (1000, 600))
    assert (pairs(viewer), active(viewer)) == (["Almaty", "", ""], ["Finance talks"])
    drag(viewer, right(viewer, "Beijing"), middle(row(viewer, "Secretariat")))
    assert pairs(viewer) == ["Beijing", "", ""]
    assert "Almaty" in pool(viewer)


def test_a_finger_drags_by_the_number(cards: Deck, view: Open) -> None:
    viewer = view(ANKIDROID, width=360)
    viewer.show(cards.side("matching", "front"))
    slide(viewer, right(viewer, "Almaty", ".handle"), middle(row(viewer, "Finance talks")))
    assert pairs(viewer) == ["", "", "Almaty"]
    slide(viewer, right(viewer, "London", ".handle"), middle(row(viewer, "Secretariat")), cancel=True)
    assert pairs(viewer) == ["", "", "Almaty"]
    assert viewer.page.locator(".held, .over").count() == 0


def one_question(bank: Bank, **fields: Any) -> Bank:
    """Return the bank with one matching question of these fields."""
    given = {"id": "own", "type": "matching", "prompt": "?", "explanation": "!", "level": "remember", **fields}
    question = Matching.model_validate(given)
    return replace(bank, topics=(replace(bank.topics[0], questions=(question,)),))


@pytest.mark.parametrize("letters", [100, 200])
def test_the_active_row_stays_in_sight(
    card_bank: Bank, profile: Profile, view: Open, tmp_path: Path, letters: int
) -> None:
    long = " of a name that takes more and more of several lines"
    sides = {f"Left {n}{long}": f"Right {n}{long}" for n in range(1, 6)}
    bank = one_question(card_bank, pairs=sides, distractors=[f"Right 6{long}"])
    viewer = view(ANKIDROID, width=360)
    viewer.page.set_viewport_size({"width": 360, "height": 640})
    viewer.show(deck_of(bank, profile, tmp_path / "own.apkg").side("own", "front"))
    viewer.page.evaluate(f"document.documentElement.style.fontSize = '{letters}%'")
    for left in range(4):
        viewer.page.locator(".rights > li:visible").last.click()
        box = viewer.page.locator(".lefts > li.active").bounding_box()
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 640, left
    assert viewer.too_wide() == 0


@pytest.mark.parametrize(("question", "night"), further_pairs(["matching", "ordering"], [False, True]))
def test_half_an_answer_is_readable(cards: Deck, show_on: Open, question: str, night: bool) -> None:
    viewer = show_on(night=night, width=320)
    viewer.show(cards.side(question, "front"))
    viewer.page.evaluate("document.documentElement.style.fontSize = '200%'")
    viewer.page.locator(".rights > li, .parts > li").nth(1).click()
    assert (faint(viewer), viewer.too_wide()) == ([], 0)
    tap_all(viewer)
    assert (faint(viewer), viewer.too_wide()) == ([], 0)


RTL = {"המזכירות": "בייג'ינג", "The secretariat": "בייג'ינג 2", "2010": "טשקנט"}


def test_arrows_follow_the_direction_of_the_row(
    card_bank: Bank, profile: Profile, show_on: Open, tmp_path: Path
) -> None:
    deck = deck_of(one_question(card_bank, pairs=RTL), profile, tmp_path / "own.apkg")
    viewer = show_on()
    viewer.show(deck.side("own", "front"))
    assert viewer.texts(".lefts .arrow") == ["←", "→", "→"]
    for side in RTL.values():
        tap(viewer, side)
    assert viewer.texts(".lefts .arrow") == ["←", "→", "←"]
    viewer.show(deck.side("own", "back"))
    assert viewer.texts(".lefts .arrow") == ["←", "→", "←"]


def test_arrows_lead_from_left_to_right_sides_without_scripts(
    card_bank: Bank, profile: Profile, show_on: Open, tmp_path: Path
) -> None:
    deck = deck_of(one_question(card_bank, pairs=RTL), profile, tmp_path / "own.apkg")
    viewer = show_on(scripts=False)
    viewer.show(deck.side("own", "back"))
    for item, backward in zip(viewer.page.locator(".plain li").all(), (True, False, True), strict=True):
        left, right_side = item.locator("span").bounding_box(), item.locator("b").bounding_box()
        assert (left["x"] > right_side["x"]) == backward
        assert ("←" in item.text_content()) == backward


def test_without_storage_nothing_breaks(cards: Deck, show_on: Open) -> None:
    viewer = show_on(storage=False)
    viewer.show(cards.side("matching", "front"))
    tap(viewer, "London", "Beijing")
    viewer.show(cards.side("matching", "back"))
    assert (marks(viewer, ".lefts > li"), verdict(viewer)) == ({}, "")
    assert viewer.texts(".lefts .to b") == ["Beijing", "Tashkent", "Almaty"]
