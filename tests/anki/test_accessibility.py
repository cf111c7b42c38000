"""What axe-core finds on cards, and what their parts are to a screen reader."""

import pytest

from tests.anki.card_apps import Deck, Viewer
from tests.anki.conftest import Open
from tests.anki.test_cards import tap
from tests.anki.test_looks import KINDS
from tests.axe import violations
from tests.conftest import pairs


def findings(viewer: Viewer) -> list[str]:
    """Return what axe-core finds wrong with the card."""
    return violations(viewer.page, "#qa")


def states(cards: Deck, viewer: Viewer, question: str, every: bool) -> list[str]:
    """Return the findings of the front answered and checked and of the back unfolded, or of `every` state."""

    def found() -> list[str]:
        return findings(viewer) if every else []

    viewer.show(cards.side(question, "front"))
    all_found = found()
    viewer.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
    for button in viewer.page.locator(".strike").all()[:2]:
        button.click()
    for item in viewer.page.locator(".choices .tappable").all()[-3:]:
        item.click()
    all_found += found()
    viewer.page.keyboard.press("c")
    all_found += findings(viewer)
    viewer.show(cards.side(question, "back"))
    all_found += found()
    viewer.show(cards.side(question, "back", typed="Imanalie"))
    viewer.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
    return all_found + findings(viewer)


@pytest.mark.parametrize(("question", "night"), pairs(KINDS, [False, True]))
def test_axe_finds_nothing(cards: Deck, show_on: Open, question: str, night: bool, full: bool) -> None:
    assert states(cards, show_on(night=night), question, full) == []


def test_axe_finds_what_is_wrong(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("short", "front") + "<ol><p>x</p></ol><input>")
    assert {finding.split(" ")[0] for finding in findings(viewer)} == {"label", "list"}


def test_a_screen_reader_hears_groups_states_and_names(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("single", "front"))
    tap(viewer, "Beijing")
    page = viewer.page
    group = page.get_by_role("radiogroup", name="Choose one")
    assert group.get_by_role("radio").count() == 5
    assert group.get_by_role("radio", checked=True).all_inner_texts() == ["Beijing"]
    assert page.get_by_role("button", name="Strike out: Moscow").get_attribute("aria-pressed") == "false"
    viewer.show(cards.side("multiple", "front"))
    tap(viewer, "China", "Iran")
    group = page.get_by_role("group", name="Choose all that apply")
    assert sorted(group.get_by_role("checkbox", checked=True).all_inner_texts()) == ["China", "Iran"]
    viewer.show(cards.side("short", "front"))
    assert page.get_by_role("textbox", name="Type the answer").count() == 1


def test_a_verdict_is_announced(cards: Deck, show_on: Open) -> None:
    """The live region is there, and empty, before the verdict is."""
    viewer = show_on()
    viewer.show(cards.side("truefalse", "front"))
    status = viewer.page.get_by_role("status")
    assert status.inner_text() == ""
    tap(viewer, "True")
    viewer.page.keyboard.press("c")
    assert status.inner_text() == "✗ Not right"
    viewer.show(cards.side("truefalse", "back"))
    assert status.inner_text() == "✗ Not right"
