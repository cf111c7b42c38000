"""The page of `preview --card` in a real Chromium."""

from pathlib import Path
from typing import Any

import pytest

from sco_quiz.anki.notes import plan_note
from sco_quiz.anki.package import read_note_types, read_preview_page
from sco_quiz.anki.preview import preview_renderer, render_preview
from sco_quiz.core.bank import Bank
from sco_quiz.loading.load import load_bank
from tests.anki.test_hostile import hostile_bank
from tests.conftest import ROOT, first

OPTIONS = ".options > li > .text, .rights > li > .text, .parts > li > .text"


class Page:
    """A preview in the browser. It records errors and requests."""

    def __init__(self, browser: Any, folder: Path, bank: Bank, question: str, width: int = 1700) -> None:
        asked = bank.find(question)
        assert asked
        note = plan_note(bank, asked, preview_renderer(bank.pictures))
        path = folder / f"{question}.html"
        path.write_text(render_preview(read_preview_page(), note, read_note_types()), "utf-8")
        self.browser = browser
        self.troubles: list[str] = []
        hears = {
            "pageerror": lambda error: self.troubles.append(str(error)),
            "console": lambda message: self.troubles.append(message.text),
            "request": lambda request: self.troubles.append(request.url),
        }
        self.page = browser.new_page(width=width, height=900, hears=hears)
        self.page.goto(path.as_uri())
        assert self.troubles.pop(0) == path.as_uri()
        self.frames = {frame.frame_element().get_attribute("title"): frame for frame in self.page.frames[1:]}

    def texts(self, title: str, selector: str) -> list[str]:
        """Return the texts of elements in the frame with that title."""
        return list(self.frames[title].eval_on_selector_all(selector, "found => found.map(e => e.textContent.trim())"))

    def close(self) -> None:
        """Assert that nothing went wrong and nothing but the frames, and pictures in the page, was fetched."""
        assert {trouble for trouble in self.troubles if not trouble.startswith("data:image/")} <= {"about:srcdoc"}
        self.browser.close(self.page)


FURTHER = ("multiple", "truefalse", "number", "matching", "ordering", "rtl")


@pytest.mark.parametrize("question", first(["single", "short", *FURTHER]))
def test_every_side_is_shown_in_light_and_dark_mode(
    browser: Any, tmp_path: Path, card_bank: Bank, question: str
) -> None:
    asked = card_bank.find(question)
    assert asked
    shown = Page(browser, tmp_path, card_bank, question)
    titles = {
        f"{s}, {d}, {mode}" for s in ("Front", "Back") for d in ("phone", "desktop") for mode in ("light", "dark")
    }
    assert shown.frames.keys() == titles
    assert len(shown.page.frames) == 9
    for title in titles:
        assert shown.texts(title, ".stem") == [asked.prompt]
        assert shown.texts(title, ".explanation") == ([asked.explanation] if title.startswith("Back") else [])
        red = shown.frames[title].evaluate("parseInt(getComputedStyle(document.body).backgroundColor.slice(4))")
        assert (red < 64) == title.endswith("dark")
        shown.page.wait_for_function(
            "title => document.querySelector(`iframe[title='${title}']`).style.height !== ''", arg=title
        )
        # Chromium neither observes sizes nor draws in a frame that is out of sight
        shown.page.locator(f"iframe[title='{title}']").scroll_into_view_if_needed()
        shown.frames[title].wait_for_function(
            "() => document.documentElement.scrollHeight <= document.documentElement.clientHeight", polling=100
        )
    shown.close()


@pytest.mark.parametrize("question", first(["multiple", "single"]))
def test_both_sides_agree_on_the_order_of_options(browser: Any, tmp_path: Path, card_bank: Bank, question: str) -> None:
    shown = Page(browser, tmp_path, card_bank, question)
    orders = {tuple(shown.texts(title, OPTIONS)) for title in shown.frames}
    assert len(orders) == 1
    assert len(orders.pop()) == 5
    shown.frames["Front, phone, light"].click(".tappable >> nth=1")
    assert len(shown.texts("Front, phone, light", ".chosen")) == 1
    shown.close()


def test_each_gap_has_its_card(browser: Any, tmp_path: Path, card_bank: Bank) -> None:
    shown = Page(browser, tmp_path, card_bank, "cloze")
    assert shown.page.locator("h2").all_inner_texts() == [
        "Card 1 of 2, light mode",
        "Card 1 of 2, dark mode",
        "Card 2 of 2, light mode",
        "Card 2 of 2, dark mode",
    ]
    gaps = [frame.locator(".cloze").inner_text() for frame in shown.page.frames[1:]]
    assert gaps == ["[a capital]", "Moscow"] * 4 + ["[...]", "London"] * 4
    shown.close()


def test_the_page_fits_a_phone(browser: Any, tmp_path: Path, card_bank: Bank) -> None:
    shown = Page(browser, tmp_path, card_bank, "matching", width=360)
    assert shown.page.evaluate("document.documentElement.scrollWidth") == 360
    shown.close()


def test_hostile_texts_stay_texts(browser: Any, tmp_path: Path, full: bool) -> None:
    bank = hostile_bank()
    for name in ("script", "field", "event", "style") if full else ("script",):
        shown = Page(browser, tmp_path, bank, f"{name}-0")
        assert len(shown.frames) == 8
        assert all(frame.evaluate("window.hacked") is None for frame in shown.page.frames)
        shown.close()


def test_pictures_code_and_tables_are_in_the_page(browser: Any, tmp_path: Path) -> None:
    shown = Page(browser, tmp_path, load_bank(ROOT / "tests" / "marked_up"), "everything")
    back = shown.frames["Back, phone, dark"]
    sizes = back.eval_on_selector_all("img", "all => all.map(image => [image.alt, image.naturalWidth])")
    assert sizes == [
        ["a circle with its radius", 96],
        ["A molecule of water: one oxygen and two hydrogen atoms", 160],
    ]
    assert back.locator("pre code.language-js").inner_text().splitlines()[1].startswith("  return { y:")
    assert back.locator("td").all_inner_texts()[:2] == ["a", "b | c"]
    assert [frame.locator("script").count() for frame in shown.page.frames[1:]] == [2] * 16
    shown.close()
