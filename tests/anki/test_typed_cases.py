"""The cases of typed answers, judged by the script of the cards in a real Chromium."""

from typing import Any

from sco_quiz.anki.content_html import FIELD_HTML
from sco_quiz.anki.package import read_card_files
from sco_quiz.card.content import card_content
from sco_quiz.card.scripts import judge_script
from sco_quiz.core.words.language import ENGLISH
from tests.core.typed.cases import Case, all_cases, mismatches, outcome_of, verdict_of

YELLOW = "\N{LARGE YELLOW CIRCLE}"
JUDGE_ALL = """([script, rows]) => {
  const judge = new Function('"use strict";' + script + "return judge;")();
  return rows.map(([field, typed]) => {
    const key = document.createElement("div");
    key.innerHTML = field;
    const found = judge(JSON.parse(key.querySelector("[data-f=typed]").textContent), typed);
    return [found.outcome, found.difference || ""];
  });
}"""


def judged_by_cards(browser: Any, cases: list[Case]) -> list[Any]:
    rows = [[card_content(case.question, case.bank.vocabulary, ENGLISH, FIELD_HTML).key, case.typed] for case in cases]
    page = browser.new_page()
    found: list[Any] = page.evaluate(JUDGE_ALL, [judge_script(read_card_files()), rows])
    browser.close(page)
    return found


def test_a_card_judges_every_case_as_the_quiz_does(browser: Any) -> None:
    cases = all_cases()
    found = judged_by_cards(browser, cases)
    assert mismatches(cases, [outcome for outcome, _ in found]) == []
    words = [at for at, case in enumerate(cases) if case.expected == "almost" and case.question.type == "short_answer"]
    assert len(words) > 30
    assert [found[at][1] for at in words] == [verdict_of(cases[at]).difference for at in words]


def test_an_endless_answer_is_forgiven_nothing_on_either_side(browser: Any) -> None:
    (first, *_) = (case for case in all_cases() if case.question.type == "short_answer")
    name = first.question.model_copy(update={"answer": "Bolat Nurgaliev", "accept": (), "reject": ()})
    # signs that are forgiven; each of the last ones has two UTF-16 units
    typed = [f"Bolat{'-' * (count - 14)}Nurgaliev" for count in (10_000, 10_001)]
    typed += [f"Bolat Nurgaliev{YELLOW * (count - 15)}" for count in (10_000, 10_001)]
    cases = [Case("long", name, text, "") for text in typed]
    verdicts = [outcome_of(case) for case in cases]
    assert [outcome for outcome, _ in judged_by_cards(browser, cases)] == verdicts
    assert verdicts == ["right", "wrong"] * 2
