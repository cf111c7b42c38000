"""A test on a page: begun, answered, interrupted, handed in."""

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.exam_form import ExamForm, FormItem, FormRules
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.verdict import Response
from sco_quiz.formats.page.settings import PageSettings
from tests.conftest import first
from tests.page.answering import answer_by_keys, answer_by_names, answer_by_touch, focus_next, right_response
from tests.page.conftest import Opened, OpenPage, form_of

TEST = PageSettings(mode="test")
LIMITED = FormRules(time_limit=900, scale={"A": Fraction(90), "F": Fraction(0)})


def begin(opened: Opened, name: str = "Aigul") -> None:
    opened.page.get_by_label("Your name").fill(name)
    opened.press("Begin")


def hand_in(opened: Opened) -> dict[str, Any]:
    """Hand in from any question, and return the downloaded result."""
    opened.press("Overview")
    opened.press("Hand in")
    opened.press("Hand in")
    return downloaded(opened)


def downloaded(opened: Opened) -> dict[str, Any]:
    with opened.page.expect_download() as found:
        opened.press("Download")
    return dict(json.loads(found.value.path().read_text("utf-8")))


def test_a_whole_test_is_taken_by_keyboard_alone(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST, [form_of(kinds_bank, LIMITED)])
    page, asked = opened.page, kinds_bank.questions
    focus_next(page, "INPUT")
    page.keyboard.type("Aigul")
    page.keyboard.press("Enter")
    for number, question in enumerate(asked, 1):
        assert opened.heading == f"H2 Question {number} of {len(asked)}"
        answer_by_keys(page, question, right_response(question))
        page.keyboard.press("Enter")
    assert opened.heading == "H2 Overview"
    assert page.get_by_text("All questions have an answer.").is_visible()
    for heading in ("H2 Hand in now?", "H2 Your result"):
        focus_next(page, "BUTTON", "Hand in")
        page.keyboard.press("Enter")
        assert opened.heading == heading
    assert page.locator(".score").inner_text().split("\n") == ["100 %", "9 of 9 points", "Passed", "Mark: A"]
    result = downloaded(opened)
    assert (result["student"], result["percent"], result["points"], result["passed"]) == ("Aigul", 100, 9, True)
    assert [answer["given"] for answer in result["answers"]] == [list(right_response(each)) for each in asked]
    for answer, question in zip(result["answers"], asked, strict=True):
        verdict = question.grade(tuple(answer["given"]), kinds_bank.vocabulary)
        assert (answer["outcome"], answer["credit"]) == (verdict.outcome, verdict.credit)


@pytest.mark.parametrize("way", [answer_by_touch, answer_by_names])
def test_a_whole_test_is_taken_by_touch_and_by_what_is_read_aloud(
    way: Callable[[Any, AnyQuestion, Response], None], kinds_bank: Bank, open_page: OpenPage
) -> None:
    opened = open_page(kinds_bank, TEST, [form_of(kinds_bank, LIMITED)], width=360, touch=True)
    page = opened.page

    def use(name: str) -> None:
        button = page.get_by_role("button", name=name, exact=True)
        if way is answer_by_touch:
            button.tap()
        else:
            button.dispatch_event("click")

    page.get_by_role("textbox", name="Your name").fill("Aigul")
    use("Begin")
    for number, question in enumerate(kinds_bank.questions, 1):
        assert opened.heading == f"H2 Question {number} of {len(kinds_bank.questions)}"
        way(page, question, right_response(question))
        use("Next" if number < len(kinds_bank.questions) else "Overview")
    use("Hand in")
    use("Hand in")
    result = downloaded(opened)
    assert (result["percent"], result["student"]) == (100, "Aigul")
    assert [answer["outcome"] for answer in result["answers"]] == ["right"] * len(kinds_bank.questions)


def test_a_page_that_is_loaded_again_continues_the_test(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST)
    begin(opened)
    page, first = opened.page, kinds_bank.questions[0]
    answer_by_keys(page, first, right_response(first))
    opened.press("Flag")
    opened.press("Next")
    order = page.locator(".choices .text").all_inner_texts()
    page.reload()
    assert opened.heading == "H2 Question 2 of 9"
    assert page.locator(".choices .text").all_inner_texts() == order
    opened.press("Overview")
    assert page.get_by_role("button", name="Question 1 of 9, answered, flagged").is_visible()
    opened.press("Hand in")
    opened.press("Hand in")
    page.reload()
    assert opened.heading == "H2 Your result"
    result = downloaded(opened)
    assert (result["student"], result["points"]) == ("Aigul", 1)
    assert result["answers"][0]["given"] == ["Beijing"]
    assert result["answers"][1]["given"] is None


def test_a_test_without_storage_says_so_and_works(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST, refuse_storage=True)
    assert "do not close or reload" in opened.page.locator(".notice").inner_text()
    begin(opened)
    answer_by_keys(opened.page, kinds_bank.questions[0], ("Beijing",))
    assert hand_in(opened)["points"] == 1


def test_a_full_storage_is_noticed_when_it_happens(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST)
    begin(opened)
    assert opened.page.locator(".notice").count() == 0
    full = "throw new DOMException('full', 'QuotaExceededError')"
    opened.page.evaluate(f"() => {{ Storage.prototype.setItem = () => {{ {full}; }}; }}")
    answer_by_keys(opened.page, kinds_bank.questions[0], ("Beijing",))
    assert "do not close or reload" in opened.told
    opened.press("Next")
    opened.press("Back")
    assert opened.page.get_by_role("radio", checked=True).inner_text() == "Beijing"
    assert hand_in(opened)["points"] == 1


def test_time_is_announced_and_then_hands_in(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST, [form_of(kinds_bank, LIMITED)], clock=True)
    begin(opened)
    page = opened.page
    assert page.get_by_role("timer", name="Time left").inner_text() == "15:00"
    answer_by_keys(page, kinds_bank.questions[0], ("Beijing",))
    page.clock.run_for(301_000)
    assert (opened.told, page.get_by_role("timer").inner_text()) == ("10 minutes left", "9:59")
    page.clock.fast_forward(539_000)
    page.clock.run_for(2000)
    assert opened.told == "1 minute left"
    page.clock.fast_forward(60_000)
    page.clock.run_for(2000)
    assert page.locator("h2").inner_text() == "Your result"
    assert page.locator(".notice").inner_text() == "The time is up. Your answers were handed in."
    result = downloaded(opened)
    assert (result["points"], result["time_limit"]) == (1, 900)


def test_time_runs_on_while_the_page_is_closed(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST, [form_of(kinds_bank, LIMITED)], clock=True)
    begin(opened)
    opened.page.goto("about:blank")
    opened.page.clock.fast_forward(901_000)
    opened.page.go_back()
    opened.page.clock.run_for(2000)
    assert opened.page.locator("h2").inner_text() == "Your result"


def test_a_page_without_a_key_holds_no_answer_and_leaves_judging_to_the_teacher(
    kinds_bank: Bank, open_page: OpenPage
) -> None:
    opened = open_page(kinds_bank, PageSettings(mode="test", key=False))
    begin(opened)
    answer_by_keys(opened.page, kinds_bank.questions[0], ("Beijing",))
    result = hand_in(opened)
    assert opened.page.locator(".score").count() == 0
    assert opened.page.get_by_text("Your teacher judges them.").is_visible()
    assert opened.page.get_by_role("button", name="Show the answers").count() == 0
    assert {result[name] for name in ("percent", "points", "passed")} == {None}
    assert {(each["outcome"], each["credit"], each["key"]) for each in result["answers"]} == {(None, None, None)}
    assert result["answers"][0]["given"] == ["Beijing"]
    content = opened.page.content()
    for secret in ("Nurgaliev", "It sat in the Chinese capital", "Not in Central Asia", "The agency that lent"):
        assert secret not in content


def test_answers_are_shown_when_the_teacher_allows(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST)
    begin(opened)
    answer_by_keys(opened.page, kinds_bank.questions[0], ("Moscow",))
    hand_in(opened)
    opened.press("Show the answers")
    assert opened.page.locator(".verdict.wrong").count() == 1
    assert opened.page.get_by_text("It sat in the Chinese capital").is_visible()
    opened.press("Back to the result")
    assert opened.heading == "H2 Your result"
    silent = open_page(kinds_bank, replace(TEST, answers=False))
    begin(silent)
    hand_in(silent)
    assert silent.page.get_by_role("button", name="Show the answers").count() == 0


def test_sections_have_points_of_their_own(kinds_bank: Bank, open_page: OpenPage) -> None:
    first, second, third, *_ = kinds_bank.questions
    facts = (FormItem(first, Fraction(2), "Facts"), FormItem(second, Fraction(3), "Facts"))
    opened = open_page(kinds_bank, TEST, [ExamForm("Class test 1", (*facts, FormItem(third, section="More")))])
    assert opened.heading == "H2 Class test 1"
    begin(opened)
    assert opened.page.locator(".points").inner_text() == "Facts · 2 points"
    answer_by_keys(opened.page, first, ("Beijing",))
    result = hand_in(opened)
    shown = opened.page.locator(".sections > div").all_inner_texts()
    assert [line.split("\n") for line in shown] == [["Facts", "2 of 5 points"], ["More", "0 of 1 point"]]
    assert (result["exam"], result["points"], result["most"], result["percent"]) == ("Class test 1", 2, 6, 33)
    assert [answer["points"] for answer in result["answers"]] == [2, 3, 1]


def test_a_seed_in_the_address_chooses_the_form(kinds_bank: Bank, open_page: OpenPage) -> None:
    one, other = (ExamForm("Test", (FormItem(question),)) for question in kinds_bank.questions[:2])
    for seed, form in ((6, one), (7, other)):
        opened = open_page(kinds_bank, TEST, [one, other], address=f"?seed={seed}")
        begin(opened)
        result = hand_in(opened)
        assert (result["seed"], result["form"]) == (seed, seed - 6)
        assert [answer["id"] for answer in result["answers"]] == [question.id for question in form.questions]


def test_two_exams_of_a_bank_do_not_touch_each_other(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST, [form_of(kinds_bank, title="One")])
    begin(opened)
    answer_by_keys(opened.page, kinds_bank.questions[0], ("Beijing",))
    kept = opened.page.evaluate("JSON.stringify(localStorage)")
    other = open_page(kinds_bank, TEST, [form_of(kinds_bank, title="Other")])
    other.page.evaluate("text => Object.entries(JSON.parse(text)).forEach(each => localStorage.setItem(...each))", kept)
    other.page.reload()
    assert other.heading == "H2 Other"


def test_a_second_tab_follows_the_first(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST)
    begin(opened)
    tab = opened.page.context.new_page()
    tab.goto(opened.page.url)
    answer_by_keys(opened.page, kinds_bank.questions[0], ("Beijing",))
    tab.get_by_role("radio", name="Beijing", checked=True).wait_for()
    hand_in(opened)
    tab.get_by_role("heading", name="Your result").wait_for()


def test_another_person_starts_again_after_a_question(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST)
    begin(opened)
    hand_in(opened)
    opened.press("Another person takes the test")
    opened.press("Back to the result")
    opened.press("Another person takes the test")
    opened.press("Yes, it is saved")
    assert opened.page.get_by_label("Your name").input_value() == ""
    begin(opened, "Bek")
    assert hand_in(opened)["student"] == "Bek"


def test_what_cannot_be_copied_is_selected(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST)
    begin(opened)
    result = hand_in(opened)
    refuse = """() => {
      Object.defineProperty(navigator, 'clipboard', {value: undefined});
      document.execCommand = () => false;
    }"""
    opened.page.evaluate(refuse)
    opened.press("Copy")
    assert opened.told == "Copy the selected text."
    selected = opened.page.evaluate("document.activeElement.value.slice(0, document.activeElement.selectionEnd)")
    assert json.loads(selected) == result


def test_what_cannot_be_judged_is_said_once(kinds_bank: Bank, open_page: OpenPage) -> None:
    number = next(question for question in kinds_bank.questions if question.id == "number")
    opened = open_page(kinds_bank, TEST, [ExamForm("Test", (FormItem(number),))])
    begin(opened)
    opened.page.locator(".typed input").fill("many")
    opened.page.keyboard.press("Enter")
    assert opened.page.get_by_text("Not judged: Type a number").is_visible()
    opened.page.keyboard.press("Enter")
    assert opened.heading == "H2 Overview"


def test_a_running_test_prints_all_its_questions(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST)
    begin(opened)
    answer_by_keys(opened.page, kinds_bank.questions[0], ("Beijing",))
    opened.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    assert opened.page.locator(".sheet section").count() == 9
    assert opened.page.locator(".sheet li.chosen").inner_text() == "Beijing"
    assert not opened.page.locator(".screen").is_visible()
    opened.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert opened.page.locator(".sheet").count() == 0


@pytest.mark.parametrize("kept", first(['{"of": 7}', "[]", "nothing", '{"states": [null]}'], 2))
def test_damaged_storage_begins_again(kept: str, kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, TEST)
    begin(opened)
    hand_in(opened)
    opened.page.evaluate("text => Object.keys(localStorage).forEach(name => localStorage.setItem(name, text))", kept)
    opened.page.reload()
    assert opened.page.get_by_label("Your name").is_visible()
