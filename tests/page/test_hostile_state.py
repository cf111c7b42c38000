"""What a browser keeps, a file brings and a clock says may be anything: results stay readable."""

import json
from pathlib import Path
from typing import Any

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.exam_form import FormRules
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.submission import Submission
from sco_quiz.formats.page.settings import PageSettings
from sco_quiz.formats.results.submission_json import parse_result
from tests.conftest import first
from tests.page.answering import answer_by_keys, right_response
from tests.page.conftest import Opened, OpenPage, form_of
from tests.page.test_practice import asked, downloaded, facts
from tests.page.test_shell import begin, hand_in

TEST = PageSettings(mode="test")
TIMED = FormRules(time_limit=900)
HOSTILE: list[Any] = [
    None,
    -1,
    1.5,
    1e300,
    "constructor",
    [],
    [[]],
    [-1, 1e300, "9" * 20_000, {"toString": 5}],
    {"toString": 5, "length": 1e9},
    [{"chosen": [{"toString": 5}, "__proto__", 7], "struck": 5}, {"texts": ["\ud83d" + "9" * 20_000]}] * 9,
]
TEST_FIELDS = ("form", "seed", "student", "began", "seen", "finished", "current", "states", "seconds", "flags")
# put a value where the page keeps its test, as another tab would, and have it noticed
KEEP = """text => {
  const name = Object.keys(localStorage).find(each => each.includes(":test-"));
  localStorage.setItem(name, text);
  window.dispatchEvent(new StorageEvent("storage", { key: name }));
  return document.querySelector(".screen").getAttribute("data-screen");
}"""
KEPT = "localStorage.getItem(Object.keys(localStorage).find(each => each.includes(':test-')))"


def assert_readable(result: dict[str, Any]) -> None:
    """Assert that `class results` would read a result."""
    parsed = parse_result(json.dumps(result).encode(), "result.json")
    assert isinstance(parsed, Submission), parsed


@pytest.mark.parametrize("field", first(TEST_FIELDS, 5))
def test_a_kept_test_may_be_anything(field: str, kinds_bank: Bank, open_page: OpenPage, full: bool) -> None:
    opened = open_page(kinds_bank, TEST)
    begin(opened)
    kept = json.loads(opened.page.evaluate(KEPT))
    assert field in kept
    at = TEST_FIELDS.index(field)
    # without --full each field has one value, and each value one field
    for value in HOSTILE if full else HOSTILE[at % len(HOSTILE) :][:1]:
        screen = opened.page.evaluate(KEEP, json.dumps(kept | {field: value}))
        if screen == "start":
            begin(opened)
        result = downloaded(opened) if screen == "result" else hand_in(opened)
        assert_readable(result)
        assert len(result["answers"]) == 9


@pytest.mark.parametrize("value", first(reversed(HOSTILE), 2))
def test_kept_progress_may_be_anything(value: Any, kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank)
    memory = {"stability": 3, "difficulty": 5, "state": 2, "step": 0, "interval": 3, "day": 20_000, "due": 1.7e12}
    given = {"at": 1.7e12, "revision": "", "given": ["x"], "response": ["x"], "outcome": "right"}
    given |= {"credit": 1, "seconds": 1, "hint": False}
    ids = [question.id for question in kinds_bank.questions]
    memories: Any = {
        **{name: memory | {field: value} for name, field in zip(ids, memory, strict=False)},
        "__proto__": value,
    }
    answers: Any = {name: given | {field: value} for name, field in zip(ids, given, strict=False)}
    for progress in (value, {"memories": value, "answers": value}, {"memories": memories, "answers": answers}):
        name = f"sco_quiz:progress:{kinds_bank.id}"
        opened.page.evaluate("each => localStorage.setItem(...each)", [name, json.dumps(progress)])
        opened.page.reload()
        assert sum(map(int, facts(opened).values())) == 9
        opened.press("Practice")
        question = asked(opened, kinds_bank)
        answer_by_keys(opened.page, question, right_response(question))
        opened.press("Check")
        opened.press("Stop")
        opened.page.get_by_text("Your progress", exact=True).click()
        opened.press("Show your teacher")
        opened.page.get_by_role("button", name="All: ").click()
        assert_readable(downloaded(opened))


def test_a_question_may_have_the_name_of_what_every_object_has(open_page: OpenPage) -> None:
    fields = {"id": "constructor", "level": "remember", "prompt": "Yes?", "explanation": "e", "answer": "true"}
    question = KINDS["true_false"].model_validate({"type": "true_false", **fields})
    opened = open_page(Bank("b", "B", (Topic("t", "T", (question,)),)))
    assert facts(opened) == {"Due today": "0", "New": "1", "Known for now": "0"}


def test_a_huge_file_is_no_progress(kinds_bank: Bank, open_page: OpenPage, tmp_path: Path) -> None:
    file = tmp_path / "progress.json"
    file.write_text(
        f'{{"format": "sco-quiz page progress", "bank": "{kinds_bank.id}", "x": "{"x" * 10_000_000}"}}', "utf-8"
    )
    opened = open_page(kinds_bank)
    opened.page.set_input_files("#progress-file", file)
    assert opened.told == "This file has no progress with these questions."


def test_a_day_that_is_to_come_does_not_hide_a_question(kinds_bank: Bank, open_page: OpenPage) -> None:
    """A clock may have been years ahead when the question was answered."""
    opened = open_page(kinds_bank, clock=True)
    opened.page.clock.set_system_time("2031-05-06T12:00:00Z")
    opened.press("Practice")
    question = asked(opened, kinds_bank)
    answer_by_keys(opened.page, question, right_response(question))
    opened.press("Check")
    opened.page.clock.set_system_time("2026-05-06T12:00:00Z")
    opened.press("Stop")
    opened.page.clock.set_system_time("2026-05-16T12:00:00Z")
    opened.page.reload()
    assert facts(opened)["Due today"] == "1"


def test_a_clock_that_is_set_back_gives_no_time(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST, [form_of(kinds_bank, TIMED)], clock=True)
    begin(opened)
    page = opened.page
    page.clock.run_for(300_000)
    before = page.get_by_role("timer").inner_text()
    page.clock.set_system_time("2001-01-01T00:00:00Z")
    page.clock.run_for(5000)
    left = [int(part) for part in page.get_by_role("timer").inner_text().split(":")]
    assert (before, left[0]) == ("10:00", 9)
    answer_by_keys(page, kinds_bank.questions[0], ("Beijing",))
    result = hand_in(opened)
    assert_readable(result)
    assert result["used"] in range(300, 307)


def test_a_test_that_ended_in_sleep_took_its_time_and_no_more(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST, [form_of(kinds_bank, TIMED)], clock=True)
    begin(opened)
    opened.page.clock.fast_forward(3 * 86_400_000)
    opened.page.clock.run_for(2000)
    assert opened.page.locator("h2").inner_text() == "Your result"
    assert downloaded(opened)["used"] == 900


def test_half_a_character_does_not_damage_a_result(kinds_bank: Bank, open_page: OpenPage) -> None:
    typed = next(question for question in kinds_bank.questions if question.id == "short")
    opened = open_page(kinds_bank, TEST)
    opened.page.get_by_label("Your name").evaluate("field => { field.value = 'Ai\\ud83d'; }")
    opened.press("Begin")
    for _ in range(kinds_bank.questions.index(typed)):
        opened.press("Next")
    opened.page.locator(".typed input").evaluate(
        "field => { field.value = 'x\\ud83d'; field.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    assert_readable(hand_in(opened))


@pytest.mark.parametrize("address", ["#seed=99999999999999999999999", "?seed=-1&seed=<b>", "#seed=%00", "?seed=٣"])
def test_any_seed_in_the_address_begins_a_test(address: str, kinds_bank: Bank, open_page: OpenPage) -> None:
    opened: Opened = open_page(kinds_bank, TEST, address=address)
    begin(opened)
    assert_readable(hand_in(opened))
