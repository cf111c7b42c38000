"""Where and how a page is used: frames, zoom, high contrast, less motion, quick fingers, back, paper."""

from pathlib import Path
from typing import Any

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.exam_form import FormRules
from sco_quiz.formats.page.settings import PageSettings
from sco_quiz.formats.page.writer import page_html
from tests.page.answering import answer_by_keys
from tests.page.conftest import Opened, OpenPage, form_of
from tests.page.test_shell import begin

TEST = PageSettings(mode="test")
LOOK = """name => {
  const style = getComputedStyle(document.querySelector(name));
  return [style.borderTopWidth, style.borderTopColor, style.backgroundColor].join(" ");
}"""


def test_a_frame_that_may_only_run_scripts_is_enough(kinds_bank: Bank, browser: Any, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(page_html(kinds_bank, [form_of(kinds_bank)], TEST), "utf-8")
    outer = tmp_path / "outer.html"
    outer.write_text('<iframe sandbox="allow-scripts" src="page.html" width="780" height="680"></iframe>', "utf-8")
    errors: list[str] = []
    page = browser.new_page(hears={"pageerror": lambda error: errors.append(str(error))})
    page.goto(outer.as_uri())
    frame = page.frames[1]
    assert "do not close or reload" in frame.locator(".notice").inner_text()
    for name in ("Begin", "Overview", "Hand in", "Hand in", "Download", "Copy"):
        frame.get_by_role("button", name=name, exact=True).click()
    frame.locator(".live-region:not(:empty)").wait_for(state="attached")
    assert frame.locator("textarea").input_value().startswith('{\n  "format": "sco-quiz result"')
    assert errors == []
    browser.close(page)


@pytest.mark.parametrize("mode", ["practice", "test"])
def test_a_page_at_400_percent_scrolls_in_one_direction(mode: str, kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, PageSettings(mode=mode), width=320)  # type: ignore[arg-type]
    opened.press("Begin" if mode == "test" else "Practice")
    for _ in range(8):
        assert opened.page.evaluate("document.documentElement.scrollWidth") == 320
        if mode == "practice":
            opened.press("Skip")
            assert opened.page.evaluate("document.documentElement.scrollWidth") == 320
        opened.press("Next")


def test_what_is_chosen_is_seen_where_the_system_chooses_colors(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST)
    page = opened.page
    page.emulate_media(forced_colors="active")
    begin(opened)
    answer_by_keys(page, kinds_bank.questions[0], ("Beijing",))
    assert page.evaluate(LOOK, "li.chosen") != page.evaluate(LOOK, ".options > li:not(.chosen)")
    flag = page.evaluate(LOOK, ".flag")
    opened.press("Flag")
    assert page.evaluate(LOOK, ".flag") != flag


def test_nothing_moves_where_less_motion_is_wished(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST)
    opened.page.emulate_media(reduced_motion="reduce")
    begin(opened)
    moving = """Array.from(document.querySelectorAll(".sco-quiz *")).map(getComputedStyle).filter(
      each => parseFloat(each.transitionDuration) > 0 || each.animationName !== "none").length"""
    assert opened.page.evaluate(moving.replace("map(getComputedStyle)", "map(each => getComputedStyle(each))")) == 0


def test_a_double_click_counts_once_on_every_screen(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST)
    steps = [("Begin", "Question 1 of 9"), ("Next", "Question 2 of 9"), ("Overview", "Overview")]
    for name, heading in (*steps, ("Hand in", "Hand in now?"), ("Hand in", "Your result")):
        opened.page.get_by_role("button", name=name, exact=True).dblclick()
        assert opened.page.locator("h2").inner_text() == heading


def test_going_back_to_a_page_continues_its_test(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST)
    begin(opened)
    answer_by_keys(opened.page, kinds_bank.questions[0], ("Beijing",))
    opened.page.goto("about:blank")
    opened.page.go_back()
    assert opened.page.get_by_role("radio", checked=True).inner_text() == "Beijing"


def test_a_page_that_was_held_follows_what_another_tab_did(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST)
    begin(opened)
    answer_by_keys(opened.page, kinds_bank.questions[0], ("Beijing",))
    change = """() => {
      const name = Object.keys(localStorage).find(each => each.includes(":test-"));
      localStorage.setItem(name, JSON.stringify({ ...JSON.parse(localStorage.getItem(name)), current: 4 }));
      window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    }"""
    opened.page.evaluate(change)
    assert opened.heading == "H2 Question 5 of 9"


def test_two_tabs_do_not_answer_each_other(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST, [form_of(kinds_bank, FormRules(time_limit=900))])
    begin(opened)
    tab = opened.page.context.new_page()
    tab.goto(opened.page.url)
    for page in (opened.page, tab):
        page.evaluate("""() => {
          const set = Storage.prototype.setItem;
          window.writes = 0;
          Storage.prototype.setItem = function (...values) { window.writes++; set.apply(this, values); };
        }""")
    answer_by_keys(opened.page, kinds_bank.questions[0], ("Beijing",))
    tab.get_by_role("radio", name="Beijing", checked=True).wait_for()
    tab.wait_for_timeout(300)
    assert (opened.page.evaluate("writes"), tab.evaluate("writes")) == (1, 0)


def test_paper_is_asked_for_twice_and_has_a_test_once(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST, [form_of(kinds_bank, FormRules(time_limit=900))])
    begin(opened, "עלי " + "x" * 200)
    for _ in range(2):
        opened.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert opened.page.locator(".sheet").count() == 1
    opened.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert opened.page.locator(".sheet").count() == 0


def test_a_long_name_from_right_to_left_stays_in_its_page(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened: Opened = open_page(kinds_bank, TEST, width=360)
    begin(opened, "שם" * 80)
    for name in ("Overview", "Hand in", "Hand in"):
        opened.press(name)
    name = opened.page.locator(".student")
    assert len(name.inner_text()) == 100
    assert name.evaluate("each => getComputedStyle(each).direction") == "rtl"
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 360
