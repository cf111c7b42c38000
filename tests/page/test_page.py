"""A page as a whole: what axe finds in each state, its policy, its size, its languages."""

import gzip
import json
import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from sco_quiz import load_bank
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.exam_form import FormRules
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.words import de, en, es, fr, ru, zh
from sco_quiz.core.words.languages import LANGUAGES
from sco_quiz.formats.page.questions import page_questions
from sco_quiz.formats.page.settings import PageSettings
from sco_quiz.formats.page.writer import page_html
from tests.conftest import ROOT, first, pairs
from tests.page.answering import answer_by_keys, right_response
from tests.page.conftest import Opened, OpenPage, form_of

TEST = PageSettings(mode="test")
TEXTS = """(all) => all.map((html) => {
  const box = document.createElement("div");
  box.innerHTML = html;
  return box.textContent.split(/\\s+/).join(" ").trim();
})"""
RULES = FormRules(time_limit=900, scale={"A": Fraction(90), "F": Fraction(0)})
LOOKS = [(360, False), (360, True), (1440, False)]


def fits(opened: Opened) -> bool:
    """Whether nothing is wider than the window."""
    return bool(opened.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.parametrize(("width", "dark"), first(LOOKS))
def test_axe_finds_nothing_in_a_test(width: int, dark: bool, kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST, [form_of(kinds_bank, RULES)], width=width, dark=dark)
    found = opened.findings()
    opened.press("Begin")
    for question in kinds_bank.questions:
        answer_by_keys(opened.page, question, right_response(question))
        found += opened.findings()
        assert fits(opened), question.id
        opened.page.keyboard.press("Enter")
    found += opened.findings()
    opened.press("Hand in")
    found += opened.findings()
    opened.press("Hand in")
    found += opened.findings()
    assert fits(opened)
    opened.press("Show the answers")
    assert fits(opened)
    assert found + opened.findings() == []


@pytest.mark.parametrize(("width", "dark"), first(LOOKS[1:] + LOOKS[:1]))
def test_axe_finds_nothing_in_practice(width: int, dark: bool, kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, width=width, dark=dark)
    opened.page.locator("summary").click()
    found = opened.findings()
    opened.press("Practice")
    for number in range(9):
        if number % 2 and opened.page.locator(".choices .tappable").count():
            opened.page.locator(".choices .tappable").last.click()
            opened.press("Check")
        else:
            opened.press("Skip")
        found += opened.findings()
        assert fits(opened)
        opened.press("Next")
    assert found + opened.findings() == []


@pytest.mark.parametrize(("folder", "mode"), pairs(["hostile_bank", "marked_up"], ["practice", "test"]))
def test_hostile_text_asks_for_nothing_and_runs_nothing(folder: str, mode: str, open_page: OpenPage) -> None:
    bank = load_bank(ROOT / "tests" / folder)
    settings = PageSettings(mode=mode)  # type: ignore[arg-type]
    opened = open_page(bank, settings, address="#seed=1")
    size = len(form_of(bank).items)
    if mode == "test":
        opened.press("Begin")
        for _ in range(size - 1):
            opened.press("Next")
        opened.press("Overview")
        opened.press("Hand in")
        opened.press("Hand in")
        opened.press("Show the answers")
        assert opened.page.locator("section.answered").count() == size
    else:
        opened.press("Practice")
        for _ in range(min(10, size)):
            opened.press("Skip")
            opened.press("Next")
    assert opened.page.evaluate("document.querySelectorAll('script').length") == 3


def test_the_policy_refuses_scripts_requests_and_frames(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank)
    opened.page.evaluate("""() => {
      window.refused = [];
      document.addEventListener("securitypolicyviolation", event => refused.push(event.violatedDirective));
      document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.ran = 1'><iframe src='x'></iframe>");
      document.body.appendChild(document.createElement("script")).textContent = "window.ran = 1";
      return fetch("https://example.invalid/").catch(() => 0);
    }""")
    all_refused = """["img-src", "frame-src", "script-src-elem", "script-src-attr", "connect-src"].every(
      each => refused.includes(each))"""
    opened.page.wait_for_function(all_refused)
    assert opened.page.evaluate("window.ran") is None
    opened.errors.clear()


def test_a_page_of_the_shipped_bank_is_small_and_opens_fast(bank: Bank, open_page: OpenPage) -> None:
    page = page_html(bank, [form_of(bank)], PageSettings()).encode()
    assert len(page) < 750_000
    assert len(gzip.compress(page)) < 200_000
    opened = open_page(bank)
    session = opened.page.context.new_cdp_session(opened.page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})  # what else the machine does counts nothing
    opened.page.reload()
    metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    session.detach()
    assert 0 < metrics["TaskDuration"] < 1  # seconds; a fifth of it on a usual machine


def test_what_several_questions_show_is_in_a_page_once(bank: Bank) -> None:
    page = page_html(bank, [form_of(bank)], PageSettings())
    assert (page.count('"svg":"<svg '), page.count("<svg ")) == (4, 4)
    assert bank.source
    for paragraph in bank.source.paragraphs:
        assert page.count(json.dumps(paragraph.summary, ensure_ascii=False)[1:-1]) <= 1


def test_shared_parts_come_back_as_they_were(bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(bank, TEST)
    opened.press("Begin")
    opened.press("Overview")
    opened.press("Hand in")
    opened.press("Hand in")
    opened.press("Show the answers")
    for name, of in (("setting", "context"), ("source", "source")):
        written = [each[name] for each in page_questions(bank, form_of(bank).questions) if name in each]
        shown = opened.page.locator(f".{of}")
        assert shown.count() == len(written)
        texts = opened.page.evaluate(TEXTS, written)
        assert [" ".join(text.split()) for text in shown.all_text_contents()] == texts
    broken = "Array.from(document.images).filter(each => !each.naturalWidth).length"
    assert opened.page.evaluate(broken) == 0
    assert opened.page.locator("img").count() >= 4


# what looks like a part of the page's data, in text that is shown and text that is compared
LOOKALIKES = (
    '<img src="picture:0">',
    '<img src="data:image/png;base64,AAAA">',
    '{"parts": [0]}',
    "<!--<script>",
    "</script>",
)


def test_text_that_looks_like_data_of_the_page_comes_back(open_page: OpenPage) -> None:
    right, *wrong = LOOKALIKES
    fields = {"id": "q", "level": "remember", "prompt": right, "explanation": "</script><script>"}
    question = KINDS["single_choice"].model_validate(
        {"type": "single_choice", **fields, "answer": right, "distractors": wrong}
    )
    opened = open_page(Bank("b", "<!--<script>", (Topic("t", "</script>", (question,)),)))
    opened.press("Practice")
    options = opened.page.get_by_role("radio")
    assert sorted(options.all_inner_texts()) == sorted(LOOKALIKES)
    options.get_by_text(right, exact=True).click()
    opened.press("Check")
    assert opened.page.locator(".verdict.right").is_visible()
    assert opened.page.locator(".explanation").inner_text() == "</script><script>"


def test_pages_speak_the_language_of_their_bank() -> None:
    holes = re.compile(r"\{\w+\}")
    for module in (de, es, fr, ru, zh):
        assert list(module.PAGE) == list(en.PAGE)
        for key, text in module.PAGE.items():
            shown = {frozenset(holes.findall(form)) for form in text.split("|")}
            assert shown == {frozenset(holes.findall(form)) for form in en.PAGE[key].split("|")}, (module, key)
    for code, language in LANGUAGES.items():
        for text in language.page_words.values():
            assert len(text.split("|")) in (1, 3 if code == "ru" else 1 if code == "zh" else 2), (code, text)


LANGUAGES_OF = """(names) => names.map((name) => {
  const found = document.querySelector(name);
  return found ? found.closest("[lang]").lang : name;
})"""
OWN = [".context", ".stem", ".choices .text", ".explanation", ".feedback li", "h1"]
WORDS = [".task", ".status", ".feedback summary", "h2", ".row button", ".sco-quiz", "html"]


def test_words_that_are_not_in_the_language_of_the_bank_say_so(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(replace(kinds_bank, lang="kk", description="x"), TEST, address="#seed=1")
    assert opened.page.evaluate(LANGUAGES_OF, ["h2", ".lead", "label", ".row button"]) == ["kk", "kk", "en", "en"]
    assert opened.findings() == []
    opened.press("Begin")
    opened.press("Overview")
    opened.press("Hand in")
    opened.press("Hand in")
    opened.press("Show the answers")
    assert opened.page.evaluate(LANGUAGES_OF, OWN) == ["kk"] * len(OWN)
    assert opened.page.evaluate(LANGUAGES_OF, WORDS) == ["en"] * len(WORDS)
    typed = [".stem input", '[data-kind="true_false"] .choices .text', '[data-kind="matching"] .choices .text']
    assert opened.page.evaluate(LANGUAGES_OF, typed) == ["en", "en", "kk"]
    assert opened.findings() == []


def test_a_page_with_words_of_its_bank_has_one_language(kinds_bank: Bank, open_page: OpenPage) -> None:
    for lang, expected in (("de-AT", "de-AT"), ("", "en"), ("en-US", "en-US")):
        opened = open_page(replace(kinds_bank, lang=lang))
        assert opened.page.evaluate("Array.from(document.querySelectorAll('[lang]'), each => each.lang)") == [
            expected,
            expected,
        ]


AROUND = """<style>.row { color: rgb(1, 2, 3); }</style><div class="row lead">A class of the page around</div>
<p class="facts">Facts</p>"""
STYLES = """() => [".row.lead", "p.facts"].map((name) => {
  const style = getComputedStyle(document.querySelector(name));
  return [style.display, style.color, style.margin];
})"""


def test_an_inline_page_has_its_style_and_leaves_others_theirs(kinds_bank: Bank, browser: Any) -> None:
    """A page around it may use the same class names."""
    page = browser.new_page()
    page.set_content(AROUND)
    before = page.evaluate(STYLES)
    fragment = page_html(kinds_bank, [form_of(kinds_bank)], PageSettings(inline=True))
    page.set_content(AROUND + fragment)
    assert page.evaluate(STYLES) == before
    assert page.locator(".sco-quiz .facts").evaluate("(list) => getComputedStyle(list).display") == "grid"
    page.get_by_role("button", name="Practice", exact=True).click()
    assert page.locator(".sco-quiz h2").inner_text() == "Question 1 of 9"
    browser.close(page)
