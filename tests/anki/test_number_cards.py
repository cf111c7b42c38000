"""Numbers on a card: the same sentences as in the quiz, keys of version 0.1.0, and programs without exact integers."""

from typing import Any

import pytest

from sco_quiz.anki.content_html import FIELD_HTML
from sco_quiz.anki.package import read_card_files
from sco_quiz.card.content import card_content
from sco_quiz.card.scripts import judge_script
from sco_quiz.core.verdict import Unreadable
from sco_quiz.core.words.language import ENGLISH
from tests.core.typed.cases import Case, all_cases

JUDGE = """([script, rows, exact]) => {
  const judge = new Function("BigInt", '"use strict";' + script + "return judge;")(exact ? BigInt : undefined);
  return rows.map(([field, typed]) => {
    const key = document.createElement("div");
    key.innerHTML = field;
    const found = judge(JSON.parse(key.querySelector("[data-f=typed]").textContent), typed);
    return [found.outcome, found.sentence || found.difference || ""];
  });
}"""
# beyond what a float can tell apart
ROUNDED = {"100000000000000000001", "1e-999999999", "10^99"}


def in_the_quiz(case: Case) -> list[str]:
    question = case.question
    response = question.parse_answer(case.typed, ())
    if isinstance(response, Unreadable):
        return ["again", response.message]
    verdict = question.grade(response)
    return [verdict.outcome, verdict.difference]


@pytest.mark.parametrize("exact", [True, False], ids=["exact integers", "floats only"])
def test_a_card_says_of_numbers_what_the_quiz_says(browser: Any, exact: bool) -> None:
    cases = [case for case in all_cases() if case.question.type == "numeric" and (exact or case.typed not in ROUNDED)]
    assert len(cases) > 300
    rows = [[card_content(case.question, case.bank.vocabulary, ENGLISH, FIELD_HTML).key, case.typed] for case in cases]
    page = browser.new_page()
    found = page.evaluate(JUDGE, [judge_script(read_card_files()), rows, exact])
    browser.close(page)
    assert [(case.where, said) for case, said in zip(cases, found, strict=True)] == [
        (case.where, in_the_quiz(case)) for case in cases
    ]


def test_a_key_of_the_first_version_is_judged(browser: Any) -> None:
    key = '<i data-f="typed">{"value": "118", "tolerance": "2.5", "unit": "people"}</i>'
    rows = [[key, typed] for typed in ("120.5 people", "120.6", "118 km", "118 or 119", "118 members")]
    page = browser.new_page()
    found = page.evaluate(JUDGE, [judge_script(read_card_files()), rows, True])
    browser.close(page)
    assert [outcome for outcome, _ in found] == ["right", "wrong", "wrong", "again", "right"]
