"""Feedback before a card is turned, the setting that shows it at once, and options that are struck out."""

import pytest

from tests.anki.card_apps import DESKTOP, Deck, Viewer
from tests.anki.conftest import Open
from tests.anki.test_cards import marks, options, tap, verdict
from tests.conftest import first

# kind, what is tapped, the verdict
ANSWERS = {
    "single": (("Moscow",), "✗ Not right"),
    "multiple": (("China", "Russia"), "◐ Partly right: 2 of 3 right, 0 wrong"),
    "truefalse": (("False",), "✓ Right"),
    "matching": (("Beijing", "Almaty", "London"), "◐ Partly right: 1 of 3 pairs"),
    "ordering": (("beta", "alpha", "gamma", "delta"), "◐ Partly right: 3 of 4 are in the right order"),
}


def check(viewer: Viewer) -> None:
    viewer.page.locator(".check").click()


def show_at_once(viewer: Viewer) -> None:
    viewer.page.locator(".at-once").click()


def strike(viewer: Viewer, option: str) -> None:
    viewer.page.get_by_role("button", name=f"Strike out: {option}", exact=True).click()


SHOWN = """all => all.filter(e => e.checkVisibility()).map(e =>
  ["right", "wrong", "missed", "struck"].filter(name => e.classList.contains(name)).join() + ": " + e.innerText)"""


def shown(viewer: Viewer) -> list[str]:
    """Return the marks and texts of all items."""
    found: list[str] = viewer.page.eval_on_selector_all(".choices li", SHOWN)
    return found


@pytest.mark.parametrize("question", first(ANSWERS, 2))
def test_the_front_shows_the_verdict_of_the_back(cards: Deck, show_on: Open, question: str) -> None:
    texts, expected = ANSWERS[question]
    viewer = show_on()
    viewer.show(cards.side(question, "front"))
    assert viewer.page.locator(".check").is_disabled()
    tap(viewer, *texts)
    assert verdict(viewer) == ""
    check(viewer)
    front = shown(viewer)
    assert verdict(viewer) == expected
    assert not viewer.page.locator(".check, .at-once").filter(visible=True).count()
    viewer.show(cards.side(question, "back"))
    assert (verdict(viewer), shown(viewer)) == (expected, front)


def test_a_checked_answer_is_locked(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("single", "front"))
    tap(viewer, "Moscow")
    check(viewer)
    assert viewer.texts(".options > li.wrong > .note") == ["The agency that lent its rooms has its home there."]
    before = shown(viewer)
    tap(viewer, "Beijing")
    viewer.page.keyboard.press("Alt+1")
    viewer.page.keyboard.press("Alt+Shift+2")
    viewer.page.keyboard.press("c")
    assert shown(viewer) == before
    assert set(viewer.page.eval_on_selector_all("[role=radio]", "all => all.map(e => e.ariaDisabled)")) == {"true"}


@pytest.mark.parametrize("question", first(["single", "matching", "truefalse", "ordering"], 2))
def test_at_once_a_complete_answer_is_checked(cards: Deck, show_on: Open, question: str) -> None:
    texts, expected = ANSWERS[question]
    viewer = show_on()
    viewer.show(cards.side(question, "front"))
    show_at_once(viewer)
    for text in texts:
        assert verdict(viewer) == ""
        tap(viewer, text)
    assert verdict(viewer) == expected


def test_at_once_several_choices_wait_for_the_button(cards: Deck, show_on: Open) -> None:
    """A check after the last right one would give away how many there are."""
    viewer = show_on()
    viewer.show(cards.side("multiple", "front"))
    show_at_once(viewer)
    tap(viewer, "China", "Russia", "Kazakhstan", "Iran")
    assert verdict(viewer) == ""
    check(viewer)
    assert verdict(viewer) == "◐ Partly right: 3 of 3 right, 1 wrong"


@pytest.mark.parametrize("storage", first([True, False]), ids=["storage", "storage refused"])
def test_the_setting_lasts(cards: Deck, view: Open, storage: bool) -> None:
    """For good where the host allows it, else in a page that lives on."""
    viewer = view(DESKTOP, storage=storage)
    viewer.show(cards.side("single", "front"))
    switch = viewer.page.get_by_role("switch", name="Show at once")
    assert switch.get_attribute("aria-checked") == "false"
    show_at_once(viewer)
    for question in ("truefalse", "single"):
        viewer.show(cards.side(question, "front"))
        assert switch.get_attribute("aria-checked") == "true"
        viewer.show(cards.side(question, "back"))
    viewer.page.reload()
    viewer.show(cards.side("single", "front"))
    assert switch.get_attribute("aria-checked") == str(storage).lower()
    if storage:
        show_at_once(viewer)
        viewer.show(cards.side("truefalse", "front"))
        tap(viewer, "True")
        assert verdict(viewer) == ""


def test_the_verdict_is_scrolled_into_sight(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.page.set_viewport_size({"width": 320, "height": 300})
    viewer.show(cards.side("multiple", "front"))
    viewer.page.evaluate("document.querySelector('.options > li').click(), scrollTo(0, 0)")
    viewer.page.keyboard.press("c")
    bottom = viewer.page.evaluate("document.querySelector('.verdict').getBoundingClientRect().bottom")
    assert 0 < bottom < 301


def test_an_option_is_struck_out_and_back(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("single", "front"))
    for option in ("Tashkent", "Moscow", "Almaty", "Moscow"):
        strike(viewer, option)
    assert sorted(viewer.texts(".struck > .text")) == ["Almaty", "Tashkent"]
    pressed = viewer.page.locator(".strike[aria-pressed=true]").count()
    assert (pressed, viewer.texts(".chosen")) == (2, [])


def test_a_double_click_counts_once(cards: Deck, view: Open) -> None:
    viewer = view(DESKTOP)
    viewer.show(cards.side("single", "front"))
    viewer.page.locator(".strike").first.dblclick()
    viewer.page.locator(".options > li").nth(2).dblclick()
    assert (viewer.texts(".struck > .text"), viewer.texts(".chosen > .text")) == (
        [options(viewer)[0]],
        [options(viewer)[2]],
    )
    viewer.show(cards.side("matching", "front"))
    first = viewer.texts(".rights > li > .text")[0]
    viewer.page.locator(".rights > li").first.dblclick()
    assert viewer.texts(".lefts .to b") == [first, "…", "…"]
    viewer.show(cards.side("ordering", "front"))
    viewer.page.locator(".parts > li").nth(1).dblclick()
    assert viewer.page.locator(".parts > li.chosen").count() == 1


def test_no_option_is_chosen_and_struck_out(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    for question, option in (("single", "Moscow"), ("multiple", "Iran")):
        viewer.show(cards.side(question, "front"))
        tap(viewer, option)
        strike(viewer, option)
        assert (viewer.texts(".chosen > .text"), viewer.texts(".struck > .text")) == ([], [option])
        assert viewer.page.locator(".check").is_disabled()
        tap(viewer, option)
        assert (viewer.texts(".chosen > .text"), viewer.texts(".struck > .text")) == ([option], [])


def test_the_back_remembers_what_was_struck_out(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("single", "front"))
    order = options(viewer)
    strike(viewer, "Beijing")
    strike(viewer, "Almaty")
    tap(viewer, "Moscow")
    viewer.show(cards.side("single", "back"))
    assert options(viewer) == order
    assert marks(viewer) == {
        "Moscow": "✗ your choice",
        "Beijing": "✓ right answer · struck out",
        "Almaty": "struck out",
    }
    assert sorted(viewer.texts(".struck > .text")) == ["Almaty", "Beijing"]


def test_of_two_options_none_can_be_struck_out(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("truefalse", "front"))
    assert viewer.page.locator(".strike").count() == 0
    viewer.show(cards.side("single", "front"))
    assert viewer.page.locator(".strike").count() == 5
