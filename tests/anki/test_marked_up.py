"""Formulas, pictures, code, lists and tables on cards: nothing is lost where a script moves, copies or reads them."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import product
from typing import Any

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.picture import Picture
from tests.anki.card_apps import Deck, Viewer, deck_of
from tests.anki.conftest import Open, collection
from tests.anki.test_accessibility import findings
from tests.conftest import first

# Does what MathJax does, with elements that contain the words of a formula again, as those for screen readers do.
STAND_IN = r"""
function typeset(root) {
  root.querySelectorAll(".tex2jax_process").forEach(function (place) {
    var found = /^\\[(\[]([^]*)\\[)\]]$/.exec(place.textContent);
    if (!found) return;
    place.innerHTML = "<mjx-container><mjx-assistive-mml><math><mi></mi></math></mjx-assistive-mml></mjx-container>";
    place.querySelector("mi").textContent = "typeset " + found[1];
  });
}
window.MathJax = { startup: { promise: Promise.resolve() }, typesetPromise: function (elements) {
  elements.forEach(typeset);
  return Promise.resolve();
} };
"""
FIRST = re.compile(r"<script.*?</script>|(\\[(\[].*?\\[)\]])", re.DOTALL)
TYPESET = "<mjx-container><mjx-assistive-mml>typeset before</mjx-assistive-mml></mjx-container>"
ORDERS = ("never", "before", "after")


class Host:
    """An app whose MathJax runs before or after the scripts of the card, or which has none."""

    def __init__(self, show_on: Open, order: str, **options: Any) -> None:
        self.viewer = show_on(at_first="" if order == "never" else STAND_IN, **options)
        self.order = order

    def show(self, html: str) -> Viewer:
        if self.order == "before":
            html = FIRST.sub(lambda found: TYPESET if found[1] else found[0], html)
        self.viewer.show(html)
        if self.order == "after":
            self.viewer.page.evaluate("MathJax.typesetPromise([document.body])")
        return self.viewer

    def assert_typeset(self) -> None:
        """Assert that no visible formula shows its TeX, and that none is empty."""
        self.viewer.page.evaluate("window.MathJax ? MathJax.startup.promise : 0")
        shown = self.viewer.page.eval_on_selector_all(
            ".math", "all => all.filter(e => e.getClientRects().length).map(e => e.innerHTML)"
        )
        assert shown
        wanted = r"\\[(\[].*\\[)\]]" if self.order == "never" else "<mjx-container>.*typeset"
        assert [html for html in shown if not re.match(wanted, html, re.DOTALL)] == []


@pytest.fixture(params=first(ORDERS[::-1]))
def host(request: pytest.FixtureRequest, show_on: Open, marked_up: Deck) -> Host:
    return Host(show_on, request.param, media=marked_up.media)


def names(viewer: Viewer, selector: str) -> list[str]:
    return [str(each.get_attribute("aria-label")) for each in viewer.page.locator(selector).all()]


def tap(viewer: Viewer, text: str) -> None:
    """Tap the item whose words begin with a text."""
    for item in viewer.page.locator(".choices > ol:not(.lefts) > li").all():
        if item.evaluate("e => e.querySelector('.text').textContent").strip().startswith(text):
            item.click()
            return
    raise AssertionError(text)


def test_options_with_formulas_have_names(marked_up: Deck, host: Host) -> None:
    viewer = host.show(marked_up.side("one-solution", "front"))
    host.assert_typeset()
    assert sorted(names(viewer, ".strike")) == [
        "Strike out: b squared is less than 4 a c is needed",
        "Strike out: if b squared equals 4 a c",
        "Strike out: only if b equals c",
        "Strike out: whenever b squared is greater than 4 a c",
    ]


def test_a_note_that_appears_late_is_typeset(marked_up: Deck, host: Host) -> None:
    viewer = host.show(marked_up.side("one-solution", "front"))
    tap(viewer, "whenever")
    viewer.page.keyboard.press("c")
    assert viewer.page.locator(".options .note .math").count() == 1
    host.assert_typeset()
    host.show(marked_up.side("one-solution", "back"))
    assert viewer.page.locator(".options .note .math").count() == 1
    host.assert_typeset()


def test_a_partner_is_shown_with_its_formula_and_code(marked_up: Deck, host: Host) -> None:
    viewer = host.show(marked_up.side("signs-of-python", "front"))
    for wrong in ("a quotient", "a power", "a remainder"):
        tap(viewer, wrong)
    host.assert_typeset()
    assert names(viewer, ".lefts .text") == [
        "**: a quotient without its fraction, floor of x divided by y end floor",
        "//: a power, x to the power n",
        "%: a remainder",
    ]
    assert viewer.page.locator(".to b strong").all_inner_texts() == ["without"]
    viewer.page.keyboard.press("c")
    assert viewer.page.locator(".mark strong").all_inner_texts() == ["without"]
    assert viewer.page.locator(".mark .math").count() == 2
    host.assert_typeset()
    host.show(marked_up.side("signs-of-python", "back"))
    assert viewer.page.locator(".to b .math").count() == 2
    assert viewer.page.locator(".mark .math").count() == 2
    host.assert_typeset()


def test_pictures_are_named_by_their_words(marked_up: Deck, host: Host) -> None:
    viewer = host.show(marked_up.side("figures-and-names", "front"))
    tap(viewer, "H2O")
    assert names(viewer, ".lefts .text") == [
        "A ring with a red line from its middle: H2O",
        "A figure with three corners",
        "A weight on a thread that swings",
    ]
    assert viewer.page.locator(".lefts img").count() == 3
    assert viewer.page.locator(".to sub").all_inner_texts() == ["2"]
    for right in ("a pendulum", "a triangle"):
        tap(viewer, right)
    viewer.page.keyboard.press("c")
    assert viewer.page.locator(".mark sub").all_inner_texts() == ["2"]
    assert viewer.page.locator(".lefts li").first.locator(".note em").all_inner_texts() == ["three"]


def test_a_gap_hides_a_formula(marked_up: Deck, host: Host) -> None:
    viewer = host.show(marked_up.side("everything", "front", card=1))
    viewer.page.keyboard.press("g")
    viewer.page.keyboard.press("g")
    assert viewer.page.locator(".stem .cloze .math").count() == 2
    host.assert_typeset()


@pytest.mark.parametrize(("card", "forms"), [(0, 0), (1, 1)])
def test_other_forms_of_a_formula_are_those_of_its_gap(marked_up: Deck, host: Host, card: int, forms: int) -> None:
    viewer = host.show(marked_up.side("everything", "back", card=card))
    assert viewer.page.locator(".also:visible").count() == forms


def test_items_of_lists_in_options_are_no_options(marked_blocks: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(marked_blocks.side("blocks", "front"))
    assert viewer.page.get_by_role("radio").count() == 4
    assert viewer.page.locator(".choices .list li").count() == 3
    assert viewer.page.locator(".choices .list li.tappable").count() == 0
    viewer.page.keyboard.press("Alt+4")
    assert viewer.page.locator(".choices > ol > li").nth(3).get_attribute("class") == "tappable chosen"
    assert viewer.page.locator(".list li").first.evaluate("e => getComputedStyle(e).display") == "list-item"
    assert viewer.page.get_by_role("radio", name="A list: one two three").count() == 1


def test_links_lead_away_on_the_back_alone(marked_blocks: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(marked_blocks.side("blocks", "front"))
    assert viewer.page.locator("a").count() == 1
    assert viewer.page.get_by_role("link").count() == 0
    viewer.show(marked_blocks.side("blocks", "back"))
    assert viewer.page.locator(".choices a").get_attribute("href") == "https://a.example/1"
    assert viewer.page.get_by_role("link", name="the page").count() == 1


@pytest.mark.parametrize("side", ["front", "back"])
def test_code_runs_with_text_from_right_to_left(marked_rtl: Deck, show_on: Open, side: str) -> None:
    viewer = show_on()
    viewer.show(marked_rtl.side("rtl-code", side))
    directions = "all => all.map(e => getComputedStyle(e).direction)"
    assert viewer.page.eval_on_selector_all(".choices > ol > li, .stem", directions) == ["rtl"] * 4
    assert set(viewer.page.eval_on_selector_all("code:not(pre *), pre, .math", directions)) == {"ltr"}


@pytest.mark.parametrize("side", ["front", "back"])
def test_what_is_wide_scrolls_in_its_box(marked_blocks: Deck, show_on: Open, side: str) -> None:
    viewer = show_on(width=360)
    viewer.show(marked_blocks.side("blocks", side))
    assert viewer.too_wide() <= 0
    for box in (".stem .table", ".stem pre"):
        wide = viewer.page.locator(box)
        assert wide.evaluate("e => e.scrollWidth > e.clientWidth + 50")
        assert wide.get_attribute("tabindex") == "0"
    inside = viewer.page.locator(".choices pre, .choices .table").all()
    assert len(inside) == 2
    assert all(box.evaluate("e => e.scrollWidth <= e.clientWidth") for box in inside)


def test_code_keeps_its_spaces_and_lines(marked_up: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(marked_up.side("what-is-printed", "front"))
    assert viewer.page.locator("pre").inner_text() == (
        'for n in range(3):\n    if n == 1:\n        continue\n    print(n, end=" ")'
    )


def test_pictures_leave_room_for_options(marked_up: Deck, show_on: Open) -> None:
    viewer = show_on(width=360, media=marked_up.media)
    viewer.show(marked_up.side("the-picture-of-water", "front"))
    sizes = viewer.page.eval_on_selector_all(".choices img", "all => all.map(e => [e.naturalWidth, e.height])")
    assert len(sizes) == 3
    assert all(width > 0 and 40 < height < 160 for width, height in sizes)
    assert viewer.too_wide() <= 0


WIDE = b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><path d="M0 0h900v300"/></svg>'


@pytest.fixture(scope="session")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deck]:
    """A picture that is wider than a phone, and a small one."""
    fields = {"id": "map", "type": "true_false", "answer": "true", "level": "remember"}
    prompt = "![a wide map](media/wide.svg) and ![a small one](media/small.svg)"
    question = KINDS["true_false"].model_validate({**fields, "prompt": prompt}, context={"markup": "markdown"})
    files = {"media/wide.svg": WIDE, "media/small.svg": WIDE.replace(b"900", b"90").replace(b"300", b"30")}
    pictures = {
        name: Picture(name, "image/svg+xml", len(content), partial(bytes, content)) for name, content in files.items()
    }
    folder = tmp_path_factory.mktemp("pictured")
    for profile in collection(folder):
        yield deck_of(Bank("b", "B", (Topic("t", "T", (question,)),), pictures=pictures), profile, folder / "b.apkg")


def test_a_wide_picture_grows_with_a_tap(pictured: Deck, show_on: Open) -> None:
    viewer = show_on(width=360, media=pictured.media)
    viewer.show(pictured.side("map", "front"))
    picture = viewer.page.get_by_role("button", name="a wide map")
    picture.wait_for()
    wide = picture.locator("img")
    assert wide.evaluate("e => e.width <= 340 && Math.abs(e.width / e.height - 3) < 0.1")
    picture.click()
    assert wide.evaluate("e => e.width") == 900
    assert viewer.too_wide() <= 0
    assert findings(viewer) == []
    picture.press("Enter")
    assert wide.evaluate("e => e.width <= 340")
    assert viewer.page.get_by_role("button", name="a small one").count() == 0


MARKED_UP = ("everything", "one-solution", "signs-of-python", "figures-and-names", "order-of-lines", "print-a-text")


@pytest.mark.parametrize(("question", "night"), first(product(MARKED_UP, [True, False]), 2))
def test_axe_finds_nothing_in_markup(marked_up: Deck, show_on: Open, question: str, night: bool) -> None:
    host = Host(show_on, "before", night=night, width=360, media=marked_up.media)
    found = findings(host.show(marked_up.side(question, "front")))
    for item in host.viewer.page.locator(".choices .tappable").all()[-3:]:
        item.click()
    host.viewer.page.keyboard.press("c")
    found += findings(host.viewer)
    host.show(marked_up.side(question, "back"))
    host.viewer.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
    assert found + findings(host.viewer) == []


def test_axe_finds_nothing_in_options_of_several_lines(marked_blocks: Deck, show_on: Open) -> None:
    host = Host(show_on, "before", width=360)
    found = findings(host.show(marked_blocks.side("blocks", "front")))
    assert found + findings(host.show(marked_blocks.side("blocks", "back"))) == []
