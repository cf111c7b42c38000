"""Ordering on the card: by taps, by dragging, by keys, and what its credit means."""

from itertools import permutations
from typing import Any

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import Ordering
from tests.anki.card_apps import ANKIDROID, DESKTOP, Deck, Viewer
from tests.anki.conftest import Open
from tests.anki.gestures import drag, middle, shown, slide, tap
from tests.anki.test_cards import marks, verdict

ROWS = ".parts > li"


SAME_ORDER = "Math.random = () => 0.4;"


def rows(viewer: Viewer) -> list[str]:
    """Return the items from top to bottom."""
    return shown(viewer, ROWS)


def placed(viewer: Viewer) -> list[str]:
    """Return the items that have a place."""
    return shown(viewer, f"{ROWS}.chosen")


def item(viewer: Viewer, text: str, inside: str = "") -> Any:
    """Return an item, or a part of it."""
    return viewer.page.locator(f'{ROWS}:has(.text:text-is("{text}")) {inside}')


def opened(cards: Deck, viewer: Viewer) -> list[str]:
    """Show the front; return the items."""
    viewer.show(cards.side("ordering", "front"))
    return rows(viewer)


def test_tapped_items_rise_to_the_top_in_their_order(cards: Deck, show_on: Open) -> None:
    viewer = show_on(at_first=SAME_ORDER)
    a, b, c, d = opened(cards, viewer)
    tap(viewer, d, b)
    assert (rows(viewer), placed(viewer)) == ([d, b, a, c], [d, b])
    tap(viewer, d)
    assert (rows(viewer), placed(viewer)) == ([b, d, a, c], [b])


def test_the_longest_run_is_right_and_others_show_their_place(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("ordering", "front"))
    tap(viewer, "gamma", "alpha", "beta", "delta")
    viewer.show(cards.side("ordering", "back"))
    assert rows(viewer) == ["alpha", "beta", "gamma", "delta"]
    assert marks(viewer, ROWS) == {"alpha": "✓", "beta": "✓", "gamma": "✗ you: 1", "delta": "✓"}
    assert verdict(viewer) == "◐ Partly right: 3 of 4 are in the right order"


def test_the_reverse_order_has_nothing_right(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("ordering", "front"))
    tap(viewer, "delta", "gamma", "beta")
    viewer.show(cards.side("ordering", "back"))
    assert marks(viewer, ROWS) == {
        "alpha": "✗ not placed",
        "beta": "✗ you: 3",
        "gamma": "✗ you: 2",
        "delta": "✗ you: 1",
    }
    assert verdict(viewer) == "✗ Not right"


def test_every_order_has_the_credit_of_the_quiz(card_bank: Bank, cards: Deck, view: Open, full: bool) -> None:
    question = card_bank.find("ordering")
    assert isinstance(question, Ordering)
    viewer = view(DESKTOP)
    orders = list(permutations(question.items))
    for order in orders if full else (*orders[::6], orders[-1]):  # from the right one to the reverse of it
        viewer.show(cards.side("ordering", "front"))
        tap(viewer, *order)
        viewer.show(cards.side("ordering", "back"))
        credit = question.grade(order).credit
        right = int(credit * 3) + 1
        assert len([mark for mark in marks(viewer, ROWS).values() if mark == "✓"]) == (right if credit else 0)
        assert verdict(viewer) == (
            "✓ Right"
            if credit == 1
            else f"◐ Partly right: {right} of 4 are in the right order"
            if credit
            else "✗ Not right"
        )


def test_dragging_with_a_mouse_orders_all_items(cards: Deck, view: Open) -> None:
    viewer = view(DESKTOP, at_first=SAME_ORDER)
    a, b, c, d = opened(cards, viewer)
    x, y = middle(item(viewer, b))
    drag(viewer, item(viewer, d, ".text"), (x, y - 5))
    assert rows(viewer) == placed(viewer) == [a, d, b, c]
    viewer.show(cards.side("ordering", "back"))
    assert verdict(viewer) != ""


def test_a_finger_drags_the_handle_and_scrolls_elsewhere(cards: Deck, view: Open) -> None:
    viewer = view(ANKIDROID, width=360, at_first=SAME_ORDER)
    a, b, c, d = opened(cards, viewer)
    x, y = middle(item(viewer, c))
    slide(viewer, item(viewer, a, ".handle"), (x, y + 5))
    assert rows(viewer) == placed(viewer) == [b, c, a, d]
    viewer.page.set_viewport_size({"width": 360, "height": 200})
    viewer.page.evaluate("scrollTo(0, 0)")
    slide(viewer, item(viewer, b, ".text"), (100, 5))
    assert rows(viewer) == [b, c, a, d]
    assert viewer.page.evaluate("pageYOffset") > 0


def test_an_order_made_by_dragging_is_not_checked_before_it_is_final(cards: Deck, view: Open) -> None:
    viewer = view(DESKTOP, at_first=SAME_ORDER)
    a, b, c, d = opened(cards, viewer)
    viewer.page.locator(".at-once").click()
    assert viewer.page.locator(".check").is_hidden()
    x, y = middle(item(viewer, a))
    drag(viewer, item(viewer, d, ".text"), (x, y - 5))
    assert (placed(viewer), verdict(viewer)) == ([d, a, b, c], "")
    viewer.page.locator(".check").click()
    assert verdict(viewer) != ""


def test_what_the_system_interrupts_changes_nothing(cards: Deck, view: Open) -> None:
    viewer = view(ANKIDROID, width=360, at_first=SAME_ORDER)
    a, b, c, d = opened(cards, viewer)
    slide(viewer, item(viewer, a, ".handle"), middle(item(viewer, d)), cancel=True)
    assert (rows(viewer), placed(viewer)) == ([a, b, c, d], [])
    assert viewer.page.locator(".held").count() == 0


def test_a_drag_among_items_with_places_leaves_the_others_without(cards: Deck, view: Open) -> None:
    viewer = view(DESKTOP, at_first=SAME_ORDER)
    a, b, c, d = opened(cards, viewer)
    tap(viewer, a, b, c)
    x, y = middle(item(viewer, a))
    drag(viewer, item(viewer, c, ".text"), (x, y - 5))
    assert (rows(viewer), placed(viewer)) == ([c, a, b, d], [c, a, b])


def test_alt_with_an_arrow_moves_the_focused_item(cards: Deck, view: Open) -> None:
    viewer = view(DESKTOP, at_first=SAME_ORDER)
    a, b, c, d = opened(cards, viewer)
    item(viewer, c, ".text").evaluate("e => { e.tabIndex = 0; e.focus(); }")
    viewer.page.keyboard.press("Alt+ArrowUp")
    viewer.page.keyboard.press("Alt+ArrowUp")
    viewer.page.keyboard.press("Alt+ArrowUp")
    assert rows(viewer) == placed(viewer) == [c, a, b, d]
    viewer.page.keyboard.press("Alt+ArrowDown")
    assert rows(viewer) == [a, c, b, d]
    assert viewer.page.evaluate("document.activeElement.textContent") == c


def test_digits_choose_the_rows_as_they_are_numbered(cards: Deck, view: Open) -> None:
    viewer = view(DESKTOP, at_first=SAME_ORDER)
    a, b, c, d = opened(cards, viewer)
    for digit in "434":
        viewer.page.keyboard.press(f"Alt+{digit}")
    assert placed(viewer) == [d, b, c]
    viewer.page.keyboard.press("Alt+1")
    assert placed(viewer) == [b, c]
    assert rows(viewer) == [b, c, d, a]


@pytest.mark.parametrize("size", [{"width": 360, "height": 300}, {"width": 360, "height": 640}], ids=["low", "tall"])
def test_a_drag_to_the_edge_scrolls(cards: Deck, view: Open, size: dict[str, int]) -> None:
    viewer = view(DESKTOP, at_first=SAME_ORDER)
    viewer.page.set_viewport_size(size)
    a, b, c, d = opened(cards, viewer)
    viewer.page.evaluate("document.body.style.paddingBottom = '600px'")
    x, y = middle(item(viewer, a, ".text"))
    viewer.page.mouse.move(x, y)
    viewer.page.mouse.down()
    viewer.page.mouse.move(x, size["height"] - 20, steps=4)
    viewer.page.wait_for_function("pageYOffset > 100")
    viewer.page.mouse.up()
    assert rows(viewer) == [b, c, d, a]


def test_turning_the_card_ends_a_drag(cards: Deck, view: Open) -> None:
    viewer = view(DESKTOP, at_first=SAME_ORDER)
    viewer.page.set_viewport_size({"width": 360, "height": 300})
    first = opened(cards, viewer)[0]
    x, y = middle(item(viewer, first, ".text"))
    viewer.page.mouse.move(x, y)
    viewer.page.mouse.down()
    viewer.page.mouse.move(x, 290, steps=4)
    viewer.show(cards.side("ordering", "back"))
    viewer.page.evaluate("scrollTo(0, 0)")
    viewer.page.wait_for_timeout(100)
    assert viewer.page.evaluate("pageYOffset") == 0
    viewer.page.mouse.up()


def test_keys_wait_until_a_drag_has_ended(cards: Deck, view: Open) -> None:
    """Check would show a verdict that the drop then changes; a digit would take the item out of the hand."""
    viewer = view(DESKTOP, at_first=SAME_ORDER)
    a, b, c, d = opened(cards, viewer)
    tap(viewer, a)
    mouse, keyboard = viewer.page.mouse, viewer.page.keyboard
    mouse.move(*middle(item(viewer, d, ".text")))
    mouse.down()
    x, y = middle(item(viewer, b, ".text"))
    mouse.move(x, y - 5, steps=6)
    for key in ("c", "Alt+3"):
        keyboard.press(key)
    assert (verdict(viewer), placed(viewer)) == ("", [a])
    mouse.up()
    assert (rows(viewer), viewer.page.locator(".held").count()) == ([a, d, b, c], 0)
    keyboard.press("c")
    front = verdict(viewer)
    assert front != ""
    viewer.show(cards.side("ordering", "back"))
    assert verdict(viewer) == front


def test_keys_work_after_a_card_was_turned_during_a_drag(cards: Deck, view: Open) -> None:
    viewer = view(DESKTOP, at_first=SAME_ORDER)
    first = opened(cards, viewer)[0]
    viewer.page.mouse.move(*middle(item(viewer, first, ".text")))
    viewer.page.mouse.down()
    viewer.page.mouse.move(100, 100, steps=4)
    viewer.show(cards.side("single", "front"))
    viewer.page.mouse.up()
    viewer.page.wait_for_timeout(100)
    viewer.page.keyboard.press("h")
    assert viewer.page.locator("details.hint[open]").count() == 1


def test_a_screen_reader_hears_the_places(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("ordering", "front"))
    tap(viewer, "gamma", "alpha")
    buttons = viewer.page.get_by_role("button", pressed=True)
    assert [button.get_attribute("aria-label") for button in buttons.all()] == ["1: gamma", "2: alpha"]
    assert viewer.page.get_by_role("button", name="delta", exact=True).count() == 1


def test_without_storage_nothing_breaks(cards: Deck, show_on: Open) -> None:
    viewer = show_on(storage=False, at_first=SAME_ORDER)
    opened(cards, viewer)
    tap(viewer, "beta", "alpha")
    viewer.show(cards.side("ordering", "back"))
    assert (rows(viewer), marks(viewer, ROWS), verdict(viewer)) == (["alpha", "beta", "gamma", "delta"], {}, "")
