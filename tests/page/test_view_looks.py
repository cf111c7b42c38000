"""How questions look on a page in light and dark: width, contrast, size of targets, and what axe finds."""

from typing import Any

import pytest

from sco_quiz import load_bank
from tests.anki.gestures import tap_all
from tests.anki.test_looks import CONTRASTS
from tests.axe import violations
from tests.conftest import ROOT, first
from tests.page.views import ViewPage, bank_of_cards, open_view

KINDS = ("single", "multiple", "truefalse", "short", "number", "cloze", "matching", "ordering", "rtl")
TARGETS = """() => Array.from(document.querySelectorAll(".sq button, .sq input, .sq summary, .tappable"))
  .filter(e => e.getClientRects().length && !e.closest(".revealed"))
  .map(e => [e.className || e.tagName, Math.min(e.offsetWidth, e.offsetHeight)]).filter(each => each[1] < 44)"""


def findings(view: ViewPage) -> list[str]:
    """Return what axe-core finds wrong with the question."""
    return violations(view.page, ".sq")


def faint(view: ViewPage) -> list[str]:
    found = view.page.evaluate(CONTRASTS)
    return [name for name, ratio, large in found if ratio < (3 if large else 4.5)]


def answer(view: ViewPage) -> None:
    for button in view.page.locator(".strike").all()[:2]:
        button.click()
    tap_all(view)  # type: ignore[arg-type]
    for field in view.page.get_by_role("textbox").all():
        field.fill("Imanaliev" if view.page.locator(".sq[data-kind=short_answer]").count() else "Moscow 1 or 2")


def unfold(view: ViewPage) -> None:
    view.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")


@pytest.mark.parametrize("night", first([True, False]))
def test_each_state_is_accessible_readable_and_fits_a_small_phone(browser: Any, night: bool, full: bool) -> None:
    view = open_view(browser, bank_of_cards(), width=320, night=night)
    for question in KINDS:
        view.show(question)
        found = [faint(view), view.page.evaluate(TARGETS), view.too_wide()]
        found += [findings(view)] if full else []
        answer(view)
        found += [faint(view), view.too_wide()]
        view.call("ask", "one number is wanted")
        found += [findings(view), faint(view)]
        view.call("reveal")
        unfold(view)
        found += [findings(view), faint(view), view.too_wide()]
        assert not any(found), (question, found)
    view.assert_clean()


@pytest.mark.parametrize("width", first([360, 1024]))
def test_everything_that_markdown_can_say_fits(browser: Any, width: int, full: bool) -> None:
    bank = load_bank(ROOT / "tests/marked_up")
    view = open_view(browser, bank, width=width)
    for question in bank.questions if full else bank.questions[::2]:
        view.show(question.id)
        wide = [view.too_wide()]
        answer(view)
        view.call("reveal")
        unfold(view)
        wide.append(view.too_wide())
        assert wide == [0, 0], question.id
        assert findings(view) == [], question.id
    view.assert_clean()


def test_formulas_in_options_have_names(browser: Any) -> None:
    bank = load_bank(ROOT / "tests/marked_up")
    view = open_view(browser, bank)
    named = 0
    for question in bank.questions:
        view.show(question.id)
        for option in view.page.locator(".choices .text:has(.math)").all():
            words = option.locator(".math").first.get_attribute("data-words")
            assert words
            assert words in str(option.get_attribute("aria-label"))
            named += 1
    assert named > 3
    view.assert_clean()


def test_what_hostile_texts_say_is_inert(browser: Any, full: bool) -> None:
    bank = load_bank(ROOT / "tests/hostile_bank")
    view = open_view(browser, bank)
    for question in bank.questions if full else bank.questions[::4]:
        view.show(question.id)
        answer(view)
        view.call("reveal")
        unfold(view)
        assert view.page.locator("main script, main iframe, main [onclick], main style, main [src^=http]").count() == 0
    view.assert_clean()
