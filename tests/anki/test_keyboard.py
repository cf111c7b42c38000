"""Keys on cards, as far as each app lets them through."""

import pytest

from tests.anki.card_apps import ANKIMOBILE, DESKTOP, Deck, Viewer
from tests.anki.conftest import Open
from tests.anki.test_cards import options, verdict

TURNED = """() => {
  window.turned = 0;
  document.addEventListener("keydown", event => { if (event.key === " ") window.turned++; });
}"""


def focused(viewer: Viewer) -> str:
    """Return the name of the focused part of the card, else an empty string."""
    name = "e => e === document.body ? '' : e.getAttribute('aria-label') || e.textContent"
    return str(viewer.page.evaluate(f"({name})(document.activeElement)"))


def turned(viewer: Viewer) -> int:
    """Return how often Space has reached the host, which turns the card then."""
    return int(viewer.page.evaluate("window.turned"))


def test_c_checks(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("single", "front"))
    viewer.page.keyboard.press("c")
    assert verdict(viewer) == ""
    place = options(viewer).index("Beijing") + 1
    viewer.page.keyboard.press(f"Alt+{place}")
    viewer.page.keyboard.press("c")
    assert verdict(viewer) == "✓ Right"


@pytest.mark.parametrize("question", ["single", "truefalse"])
def test_h_opens_and_folds_the_hint(cards: Deck, show_on: Open, question: str) -> None:
    viewer = show_on()
    viewer.show(cards.side(question, "front"))
    for is_open in (True, False):
        viewer.page.keyboard.press("h")
        assert ("Not in Central Asia." in viewer.visible()) == is_open


def test_letters_of_another_keyboard_are_commands_by_their_key(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("single", "front"))
    viewer.page.evaluate("""() => document.dispatchEvent(new KeyboardEvent("keydown", {key: "р", code: "KeyH"}))""")
    assert "Not in Central Asia." in viewer.visible()
    viewer.page.evaluate("""() => document.dispatchEvent(new KeyboardEvent("keydown", {key: "d", code: "KeyH"}))""")
    assert "Not in Central Asia." in viewer.visible()


def test_letters_that_are_typed_are_no_commands(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("short", "front"))
    viewer.page.evaluate(f"({TURNED})()")
    viewer.page.locator("#typeans").press_sequentially("hc 1")
    assert viewer.page.input_value("#typeans") == "hc 1"
    assert turned(viewer) == 1  # the app sees what is typed, such as the Enter that turns the card


def test_shift_and_alt_with_a_digit_strike_out(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("multiple", "front"))
    texts = options(viewer)
    viewer.page.keyboard.press("Alt+Shift+Digit2")
    assert (viewer.texts(".struck > .text"), viewer.texts(".chosen")) == ([texts[1]], [])
    viewer.page.keyboard.press("Shift+Digit1")  # suspends the note in Anki
    assert (viewer.texts(".struck > .text"), viewer.texts(".chosen")) == ([texts[1]], [])
    viewer.page.keyboard.press("Alt+Shift+Digit2")
    assert viewer.texts(".struck") == []
    viewer.show(cards.side("truefalse", "front"))
    viewer.page.keyboard.press("Alt+Shift+Digit1")
    assert viewer.texts(".chosen") == []


def test_space_turns_the_card_until_a_key_has_moved_the_focus(cards: Deck, view: Open) -> None:
    viewer = view(ANKIMOBILE)
    viewer.show(cards.side("single", "front"))
    viewer.page.evaluate(f"({TURNED})()")
    texts = options(viewer)
    assert focused(viewer) == ""
    viewer.page.locator(".options > li").nth(3).click()
    viewer.page.locator(".strike").nth(2).click()
    assert focused(viewer) == ""
    viewer.page.keyboard.press("Space")
    assert (turned(viewer), viewer.texts(".chosen > .text")) == (1, [texts[3]])
    viewer.page.locator(".options .text").nth(0).focus()
    viewer.page.keyboard.press("Space")
    assert (turned(viewer), viewer.texts(".chosen > .text")) == (1, [texts[0]])


def test_space_on_a_checked_option_turns_the_card(cards: Deck, view: Open) -> None:
    viewer = view(ANKIMOBILE)
    viewer.show(cards.side("single", "front"))
    viewer.page.evaluate(f"({TURNED})()")
    for key in ("Tab", "Space", "c"):
        viewer.page.keyboard.press(key)
    assert (turned(viewer), focused(viewer)) == (0, options(viewer)[0])
    viewer.page.keyboard.press("Space")
    assert turned(viewer) == 1


def test_a_key_held_down_counts_once(cards: Deck, typed: Deck, view: Open) -> None:
    viewer = view(ANKIMOBILE)
    viewer.show(cards.side("single", "front"))
    for key, times in (("h", 2), ("Tab", 1), ("Space", 2)):
        for _ in range(times):
            viewer.page.keyboard.down(key)
        viewer.page.keyboard.up(key)
    assert viewer.page.locator("details.hint[open]").count() == 1
    assert viewer.texts(".chosen > .text") == [options(viewer)[0]]
    viewer.show(typed.side("gaps", "front"))
    for key, times in (("Tab", 1), ("Enter", 3)):
        for _ in range(times):
            viewer.page.keyboard.down(key)
        viewer.page.keyboard.up(key)
    assert viewer.texts(".stem .cloze") == ["four", "[how many?]"]


def test_arrows_move_within_the_list(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("single", "front"))
    texts = options(viewer)
    viewer.page.keyboard.press("Tab")
    found = [focused(viewer)]
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp"):
        viewer.page.keyboard.press(key)
        found.append(focused(viewer))
    assert found == [texts[0], texts[1], texts[2], texts[1], texts[0], texts[4]]
    assert viewer.texts(".chosen") == []
    viewer.page.keyboard.press("Enter")
    assert viewer.texts(".chosen > .text") == [texts[4]]


def stops(viewer: Viewer) -> list[str]:
    """Return what the Tab key reaches."""
    found = []
    while True:
        viewer.page.keyboard.press("Tab")
        if not focused(viewer) or focused(viewer) in found:
            return found
        found.append(focused(viewer))


def test_radio_buttons_are_one_stop_and_check_boxes_one_each(cards: Deck, view: Open) -> None:
    viewer = view(DESKTOP)
    viewer.show(cards.side("single", "front"))
    strikes = [f"Strike out: {text}" for text in options(viewer)]
    assert stops(viewer) == [options(viewer)[0], *strikes, "Show at once", "Hint"]
    viewer.show(cards.side("multiple", "front"))
    texts = options(viewer)
    assert stops(viewer) == [part for text in texts for part in (text, f"Strike out: {text}")] + ["Show at once"]


def test_the_focus_is_seen(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("multiple", "front"))
    outline = "getComputedStyle(document.activeElement).outlineWidth"
    viewer.page.keyboard.press("Tab")
    assert viewer.page.evaluate(outline) == "3px"
    viewer.page.keyboard.press("Tab")
    assert viewer.page.evaluate(outline) == "3px"
