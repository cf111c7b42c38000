"""Formulas on pages, as Chromium shows MathML."""

from html import unescape
from typing import Any

import pytest

from sco_quiz.anki.notes import plan_note
from sco_quiz.anki.package import read_note_types, read_preview_page
from sco_quiz.anki.preview import preview_renderer, render_preview
from sco_quiz.core.markup.formulas import mathml
from sco_quiz.core.markup.mathml_style import STYLE
from sco_quiz.loading.load import load_bank
from tests.anki.card_apps import DESKTOP
from tests.anki.conftest import Open
from tests.conftest import ROOT
from tests.core.markup.test_formulas import FORMULAS

BOXES = "found => found.map(e => { const box = e.getBoundingClientRect(); return [box.width, box.height] })"


@pytest.fixture
def page(view: Open) -> Any:
    """A page with the formulas of the table and the styles of pages."""
    viewer = view(DESKTOP)
    formulas = "".join(f"<p>{mathml(formula.tex, display=True)}</p>" for formula in FORMULAS)
    viewer.show(f"<style>{STYLE}</style>{formulas}")
    return viewer.page


def test_every_formula_has_a_place(page: Any) -> None:
    boxes = page.eval_on_selector_all("math", BOXES)
    assert len(boxes) == len(FORMULAS)
    assert all(width > 5 and height > 5 for width, height in boxes)


@pytest.mark.parametrize(
    ("selector", "property_", "value"),
    [
        ('menclose[notation="top"]', "border-top-style", "solid"),
        ('menclose[notation="box"]', "border-left-style", "solid"),
        ('mtd[columnalign="left"]', "text-align", "-webkit-left"),
        ('mtd[columnalign="right"]', "text-align", "-webkit-right"),
        ("mo[movablelimits]", "display", "block math"),
    ],
)
def test_chromium_draws_what_it_does_not_know(page: Any, selector: str, property_: str, value: str) -> None:
    style = f"element => getComputedStyle(element).getPropertyValue('{property_}')"
    assert page.eval_on_selector(selector, style) == value


def test_limits_are_below_a_sum_on_a_line_of_its_own(page: Any) -> None:
    (_, sum_bottom), (under_top, _) = page.eval_on_selector(
        "munderover", "e => [...e.children].slice(0, 2).map(c => c.getBoundingClientRect()).map(b => [b.top, b.bottom])"
    )
    assert under_top >= sum_bottom - 1


def test_previews_have_these_styles_only_where_there_are_formulas() -> None:
    bank = load_bank(ROOT / "tests" / "marked_up")
    pages = {}
    for question in bank.questions:
        note = plan_note(bank, question, preview_renderer(bank.pictures))
        pages[question.id] = unescape(render_preview(read_preview_page(), note, read_note_types()))
    with_formulas = {name for name, page in pages.items() if "<math " in page}
    assert 0 < len(with_formulas) < len(pages)
    assert with_formulas == {name for name, page in pages.items() if STYLE in page}
