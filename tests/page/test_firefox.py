"""A test on a page in Firefox gives the result that it gives in Chromium."""

from pathlib import Path
from typing import Any

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.formats.page.settings import PageSettings
from sco_quiz.formats.page.writer import page_html
from tests.conftest import ROOT
from tests.page.conftest import OpenPage, form_of
from tests.page.firefox import firefox

TEST = PageSettings(mode="test")
# answers the questions that are shown one by one, by the buttons and fields of each
ANSWER = """(() => {
  const press = name => Array.from(document.querySelectorAll("button")).find(each => each.textContent === name).click();
  document.querySelector("input").value = "Bek";
  press("Begin");
  for (;;) {
    document.querySelectorAll(".screen .choices [data-k]").forEach(item => item.click());
    document.querySelectorAll(".screen input[type=text]").forEach(input => {
      input.value = "Moscow";
      input.dispatchEvent(new Event("input", {bubbles: true}));
    });
    const isLast = !Array.from(document.querySelectorAll("button")).some(each => each.textContent === "Next");
    if (isLast) break;
    press("Next");
  }
  ["Overview", "Hand in", "Hand in"].forEach(press);
  Object.defineProperty(navigator, "clipboard", {value: undefined});
  press("Copy");
  return JSON.parse(document.querySelector("textarea").value);
})()"""
TIMES = {"began", "at", "used"}


def timeless(result: dict[str, Any]) -> dict[str, Any]:
    answers = [{name: value for name, value in each.items() if name != "seconds"} for each in result["answers"]]
    return {name: value for name, value in result.items() if name not in TIMES} | {"answers": answers}


def test_a_test_has_the_same_result_in_firefox(kinds_bank: Bank, open_page: OpenPage, tmp_path: Path) -> None:
    file = tmp_path / "test.html"
    file.write_text(page_html(kinds_bank, [form_of(kinds_bank)], TEST), "utf-8")
    with firefox(tmp_path / "profile") as browser:
        browser.open(f"{file.as_uri()}?seed=7")
        ours = browser.run(ANSWER)
        assert browser.run("document.querySelector('h2').textContent") == "Your result"
        assert browser.run("document.querySelectorAll('.score').length") == 1
        assert browser.errors == []
    assert sum(answer["given"] is not None for answer in ours["answers"]) >= 7
    theirs = open_page(kinds_bank, TEST, address="?seed=7").page.evaluate(ANSWER)
    assert timeless(ours) == timeless(theirs)


@pytest.mark.full
def test_the_page_of_the_built_in_bank_works_in_firefox(tmp_path: Path) -> None:
    with firefox(tmp_path / "profile") as browser:
        browser.open((ROOT / "decks" / "sco-2010.html").as_uri())
        assert browser.run("document.querySelector('.screen .primary').textContent") == "Practice"
        browser.run("document.querySelector('.screen .primary').click()")
        assert browser.run("document.querySelector('.screen h2').textContent") == "Question 1 of 10"
        assert browser.run("document.querySelectorAll('.screen .sq .stem').length") == 1
        assert browser.errors == []
