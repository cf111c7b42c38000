"""Practice on a page: feedback, retry, progress in the browser and in a file."""

import json
from pathlib import Path
from typing import Any

from sco_quiz.core.bank import Bank
from sco_quiz.core.submission import Submission
from sco_quiz.formats.results.submission_json import parse_result
from tests.page.answering import answer_by_keys, right_response
from tests.page.conftest import Opened, OpenPage

ON_SCREEN = """() => {
  const data = JSON.parse(document.querySelector(".sco-quiz .data").textContent);
  const box = document.createElement("div");
  const stem = document.querySelector(".screen .stem").textContent;
  return data.questions.find(each => {
    box.innerHTML = each.prompt;
    return stem.startsWith(box.textContent.slice(0, 12));
  }).id;
}"""

KEPT = "JSON.stringify(Object.entries(localStorage).sort())"


def asked(opened: Opened, bank: Bank) -> Any:
    """Return the question that the screen shows."""
    opened.page.locator(".screen .sq").wait_for()
    return bank.find(opened.page.evaluate(ON_SCREEN))


def facts(opened: Opened) -> dict[str, str]:
    lines = opened.page.locator(".facts > div").all_inner_texts()
    return {name: value for name, _, value in (line.partition("\n") for line in lines)}


def downloaded(opened: Opened) -> dict[str, Any]:
    with opened.page.expect_download() as found:
        opened.press("Download")
    return dict(json.loads(found.value.path().read_text("utf-8")))


def play_round(opened: Opened, bank: Bank, missed: str = "") -> None:
    """Answer every question of a round right by keyboard, but skip the missed one."""
    opened.press("Practice")
    for _ in range(9):
        question = asked(opened, bank)
        if question.id == missed:
            opened.press("Skip")
        else:
            answer_by_keys(opened.page, question, right_response(question))
            opened.page.keyboard.press("Enter")
            opened.page.get_by_role("button", name="Next", exact=True).wait_for()
            assert opened.page.locator(".verdict").inner_text() == "✓ Right", question.id
        opened.page.keyboard.press("Enter")


def test_a_round_is_practiced_by_keyboard_and_what_was_missed_again(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank)
    assert facts(opened) == {"Due today": "0", "New": "9", "Known for now": "0"}
    play_round(opened, kinds_bank, missed="short")
    assert opened.heading == "H2 Done"
    assert opened.page.get_by_text("8 of 9 right").is_visible()
    opened.press("Repeat what you missed")
    assert (opened.heading, asked(opened, kinds_bank).id) == ("H2 Question 1 of 1", "short")
    opened.press("Stop")
    assert facts(opened) == {"Due today": "0", "New": "1", "Known for now": "8"}


def test_a_wrong_answer_has_its_note_and_its_explanation(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank)
    opened.press("Practice")
    while asked(opened, kinds_bank).id != "single":
        opened.press("Skip")
        opened.press("Next")
    page = opened.page
    page.keyboard.press("h")
    assert page.get_by_text("Not in Central Asia.").is_visible()
    assert page.get_by_role("button", name="Check").is_disabled()
    answer_by_keys(page, asked(opened, kinds_bank), ("Moscow",))
    page.keyboard.press("Enter")
    assert page.get_by_role("status").get_by_text("✗ Not right").is_visible()
    assert page.locator("li.wrong .note").inner_text() == "The agency that lent its rooms has its home there."
    assert page.get_by_text("It sat in the Chinese capital").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Next"


def test_what_is_due_comes_back_on_its_day(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, clock=True)
    play_round(opened, kinds_bank)
    opened.page.clock.fast_forward(700_000)
    opened.press("Back to the start")
    assert facts(opened) == {"Due today": "9", "New": "0", "Known for now": "0"}
    play_round(opened, kinds_bank)
    opened.press("Back to the start")
    assert facts(opened)["Known for now"] == "9"
    opened.page.clock.fast_forward(2 * 86_400_000)
    opened.page.reload()
    assert facts(opened)["Due today"] == "9"


def test_progress_moves_by_a_file(kinds_bank: Bank, open_page: OpenPage, tmp_path: Path) -> None:
    opened = open_page(kinds_bank)
    play_round(opened, kinds_bank)
    opened.press("Back to the start")
    opened.page.get_by_text("Your progress", exact=True).click()
    with opened.page.expect_download() as found:
        opened.press("Save to a file")
    file = tmp_path / "progress.json"
    found.value.save_as(file)
    other = open_page(kinds_bank)
    other.page.set_input_files("#progress-file", file)
    assert other.told == "Progress loaded."
    assert facts(other)["New"] == "0"
    other.page.get_by_text("Your progress", exact=True).click()
    other.press("Delete it")
    other.press("Back to the start")
    assert facts(other)["New"] == "0"
    other.page.get_by_text("Your progress", exact=True).click()
    other.press("Delete it")
    other.press("Delete it")
    assert facts(other)["New"] == "9"


def test_practice_is_handed_over_as_a_result_file(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, clock=True)
    play_round(opened, kinds_bank, missed="short")
    opened.press("Show your teacher")
    assert opened.heading == "H2 Show your teacher"
    assert opened.page.get_by_role("button", name="Today: 8 answers").is_visible()
    opened.press("Back to the start")
    opened.page.clock.fast_forward(30 * 3_600_000)
    opened.page.reload()
    opened.press("Practice")
    question = asked(opened, kinds_bank)
    if question.hint:
        opened.page.get_by_text("Hint", exact=True).click()
    answer_by_keys(opened.page, question, right_response(question))
    opened.press("Check")
    opened.press("Stop")
    opened.page.get_by_text("Your progress", exact=True).click()
    opened.press("Show your teacher")
    opened.page.clock.resume()  # axe waits a little
    assert opened.findings() == []
    opened.page.get_by_label("Your name").fill("Aigul")
    opened.press("Today: 1 answer")
    opened.press("Back to the start")
    opened.page.get_by_text("Your progress", exact=True).click()
    opened.press("Show your teacher")
    opened.page.get_by_label("Your name").fill("Aigul")
    opened.page.get_by_role("button", name="All: ").click()
    result = downloaded(opened)
    assert (result["mode"], result["student"], result["passed"], result["began"]) == ("practice", "Aigul", None, None)
    assert result["percent"] == 100
    ids = {answer["id"] for answer in result["answers"]}
    assert len(ids) == len(result["answers"])
    assert ids == {each.id for each in kinds_bank.questions} - ({"short"} - {question.id})
    last = result["answers"][-1]
    assert (last["id"], last["given"], last["hint"]) == (
        question.id,
        list(right_response(question)),
        bool(question.hint),
    )
    submission = parse_result(json.dumps(result).encode(), "aigul.json")
    assert isinstance(submission, Submission)
    assert submission.mode == "practice"


def test_a_file_of_something_else_changes_nothing(kinds_bank: Bank, open_page: OpenPage, tmp_path: Path) -> None:
    damaged = {"single": {"due": "x"}, "short": None}
    broken = {"format": "sco-quiz page progress", "bank": kinds_bank.id, "memories": damaged}
    opened = open_page(kinds_bank)
    for text in ("{", "[]", '{"format": "other"}', json.dumps(broken | {"bank": "another"}), json.dumps(broken)):
        opened.page.reload()
        file = tmp_path / "progress.json"
        file.write_text(text, "utf-8")
        opened.page.set_input_files("#progress-file", file)
        assert opened.told == ("Progress loaded." if text == json.dumps(broken) else NOT_LOADED)
        assert facts(opened)["New"] == "9"


NOT_LOADED = "This file has no progress with these questions."


def test_practice_without_storage_says_so_and_works(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank, refuse_storage=True)
    assert "do not close or reload" in opened.page.locator(".notice").inner_text()
    play_round(opened, kinds_bank)
    opened.press("Back to the start")
    assert facts(opened)["Known for now"] == "9"


def test_two_tabs_lose_no_progress(kinds_bank: Bank, open_page: OpenPage) -> None:
    opened = open_page(kinds_bank)
    tab = Opened(opened.page.context.new_page())
    tab.page.goto(opened.page.url)
    for each in (opened, tab):
        each.press("Practice")
    seen = set()
    for each in (opened, tab) * 3:
        question = asked(each, kinds_bank)
        seen.add(question.first_id)
        answer_by_keys(each.page, question, right_response(question))
        each.press("Check")
        each.press("Next")
        other = tab if each is opened else opened  # it sees what is kept a little later
        other.page.wait_for_function(f"kept => {KEPT} === kept", arg=each.page.evaluate(KEPT))
    opened.press("Stop")
    assert facts(opened)["New"] == str(9 - len(seen))
    assert len(seen) >= 3
