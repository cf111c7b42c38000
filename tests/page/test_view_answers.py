"""What a learner sees and hears of a question on a page, and answers with a mouse, a finger or the keyboard."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.anki.gestures import drag, middle, slide
from tests.conftest import first
from tests.page.views import ViewPage, bank_of_cards, open_view

Open = Callable[..., ViewPage]


@pytest.fixture
def view(browser: Any) -> Iterator[Open]:
    """Open pages, and assert at the end that none had an error or made a request."""
    opened: list[ViewPage] = []

    def open_one(**options: Any) -> ViewPage:
        opened.append(open_view(browser, options.pop("bank", bank_of_cards()), **options))
        return opened[-1]

    yield open_one
    for page in opened:
        page.assert_clean()
        browser.close(page.page)


def choose(page: ViewPage, *texts: str) -> None:
    for text in texts:
        page.page.locator(".tappable:visible", has=page.page.locator(f'.text:text-is("{text}")')).first.click()


def type_in(page: ViewPage, *texts: str) -> None:
    for field, text in zip(page.page.get_by_role("textbox").all(), texts, strict=True):
        field.fill(text)


def test_a_wrong_choice_gets_its_note_and_the_right_one_its_mark(view: Open) -> None:
    page = view()
    page.show("single")
    assert page.call("response") is None
    choose(page, "Moscow")
    assert page.call("response") == ["Moscow"]
    page.call("reveal")
    assert page.verdict == "✗ Not right"
    wrong = page.page.locator(".choices li.wrong")
    assert wrong.locator(".mark").inner_text() == "✗ your choice"
    assert wrong.locator(".note").inner_text() == "The agency that lent its rooms has its home there."
    assert page.page.locator(".choices li.missed .mark").inner_text() == "✓ right answer"
    assert page.page.locator(".explanation").is_visible()
    choose(page, "Beijing")  # locked
    assert page.call("response") == ["Moscow"]


def test_the_verdict_is_in_a_region_that_was_there_before(view: Open) -> None:
    page = view()
    page.show("truefalse")
    status = page.page.get_by_role("status")
    assert status.inner_text() == ""
    choose(page, "False")
    page.call("reveal")
    assert status.inner_text() == "✓ Right"
    assert page.page.locator(".corrected del").inner_text() == "Almaty"


def test_a_question_without_an_answer_shows_what_is_right_and_that_none_was_given(view: Open) -> None:
    page = view()
    for question in ("single", "multiple", "truefalse", "short", "number", "cloze", "matching", "ordering"):
        page.show(question)
        page.call("reveal")
        assert page.verdict == "– no answer", question
        assert not page.page.locator(".choices .wrong, input.wrong").count(), question
    page.show("cloze")
    page.call("reveal")
    assert page.page.locator(".meant").all_inner_texts() == ["Moscow", "London"]


def test_gaps_are_typed_in_the_line_and_each_is_marked(view: Open) -> None:
    page = view()
    page.show("cloze")
    gaps = page.page.locator(".stem").get_by_role("textbox")
    assert [gap.get_attribute("aria-label") for gap in gaps.all()] == ["Gap 1 of 2: a capital", "Gap 2 of 2"]
    assert gaps.first.get_attribute("placeholder") == "a capital"
    assert page.page.locator(".task").inner_text() == "Fill the gaps"
    type_in(page, "Moscow", "Paris")
    assert page.call("judge") == {"credit": 0.5, "outcome": "partly"}
    page.call("reveal")
    assert page.verdict == "◐ Partly right: 1 of 2 gaps"
    assert page.page.locator(".gap .mark").all_inner_texts() == ["✓", "✗"]
    assert page.page.locator(".meant").all_inner_texts() == ["London"]
    assert gaps.last.get_attribute("aria-label") == "Gap 2 of 2. Not right"


def test_a_typo_in_a_gap_is_almost_right_and_says_why(view: Open) -> None:
    page = view()
    page.show("cloze")
    type_in(page, "Moscow", "the British capitall")
    assert page.call("judge")["outcome"] == "almost"
    page.call("reveal")
    assert page.verdict.startswith("≈ Almost right: ")
    assert "capital" in page.verdict


def test_a_rejected_word_gets_its_note(view: Open) -> None:
    page = view()
    page.show("short")
    type_in(page, "Imanaliev")
    page.call("reveal")
    assert page.verdict == "✗ Not right\nHe came after."
    assert page.page.locator(".given").inner_text() == "Bolat Nurgaliev"
    assert page.page.locator("input").evaluate("field => field.readOnly")


def test_an_answer_that_cannot_be_judged_is_asked_again_until_it_changes(view: Open) -> None:
    page = view()
    page.show("number")
    type_in(page, "1200 or 1300")
    found = page.call("judge")
    page.call("ask", found["again"])
    assert page.verdict.startswith("Not judged: ")
    field = page.page.get_by_role("textbox")
    assert field.get_attribute("aria-invalid") == "true"
    field.press("Backspace")
    assert not page.page.locator(".verdict").is_visible()
    assert field.get_attribute("aria-invalid") is None


def test_a_digit_keyboard_is_offered_where_it_types_every_right_number() -> None:
    from sco_quiz import load_bank
    from sco_quiz.formats.page.questions import page_questions
    from tests.conftest import ROOT

    bank = load_bank(ROOT / "questions")
    years = [question for question in bank.questions if question.type == "numeric" and question.status == "active"]
    assert {data.get("pad") for data in page_questions(bank, years) if "(" not in str(data["task"])} == {"decimal"}
    below_zero = years[0].model_copy(update={"answer": -years[0].answer, "tolerance": 0})
    assert not any(data.get("pad") for data in page_questions(bank, [*years, below_zero]))


def test_matching_by_keyboard_and_by_what_is_announced(view: Open) -> None:
    page = view()
    page.show("matching")
    keyboard, partner = page.page.keyboard, {"Secretariat": "Beijing", "Antiterrorism Structure": "Tashkent"}
    for row, right in partner.items():
        page.page.get_by_role("button", name=right, exact=True).focus()
        keyboard.press("Space")
        assert page.spoken.startswith(f"{row}: {right}. Next: ")
    assert page.spoken == "Antiterrorism Structure: Tashkent. Next: Finance talks"
    assert page.page.get_by_role("button", name="Finance talks", pressed=True).count() == 1
    page.page.get_by_role("button", name="Secretariat: Beijing").focus()
    keyboard.press("Enter")
    assert page.spoken == "Secretariat: nothing. Next: Secretariat"
    assert page.call("response") == ["", "Tashkent", ""]


def test_ordering_by_keyboard_and_by_what_is_announced(view: Open) -> None:
    page = view()
    page.show("ordering")
    for place, item in enumerate(("beta", "alpha", "gamma", "delta"), start=1):
        page.page.get_by_role("button", name=item, exact=True).focus()
        page.page.keyboard.press("Space")
        assert page.spoken == f"{place}: {item}"
    page.page.get_by_role("button", name="2: alpha").press("Alt+ArrowUp")
    assert page.spoken == "1: alpha"
    page.page.get_by_role("button", name="4: delta").press("Space")
    assert page.spoken == "delta: not placed"
    assert page.call("response") == ["alpha", "beta", "gamma"]


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "touch"])
def test_items_are_dragged_by_their_handles(view: Open, touch: bool) -> None:
    page = view(touch=touch, width=360)
    move = slide if touch else drag
    page.show("matching")
    right = page.page.locator(".rights > li", has_text="Tashkent").locator(".handle")
    row = page.page.locator(".lefts > li", has_text="Antiterrorism")
    move(page, right, middle(row))  # type: ignore[arg-type]
    assert page.call("response") == ["", "Tashkent", ""]
    page.show("ordering")
    rows = page.page.locator(".parts > li")
    first, last = rows.first.inner_text(), middle(rows.last)
    move(page, rows.first.locator(".handle"), (last[0], last[1] + 10))  # type: ignore[arg-type]
    assert page.call("response")[-1] == first.strip()


def test_taps_choose_and_digits_pick(view: Open) -> None:
    page = view(touch=True, width=360)
    page.show("multiple")
    page.page.locator(".options > li", has_text="China").tap()
    assert page.call("response") == ["China"]
    page.page.locator(".options > li", has_text="Iran").locator(".strike").tap()
    assert [page.page.locator(".options > li.struck .text").inner_text()] == ["Iran"]
    before = page.page.evaluate("changes")
    page.call("pick", 1, False)
    assert page.page.evaluate("changes") == before + 1


@pytest.mark.parametrize(
    "question", first(["multiple", "cloze", "ordering", "single", "truefalse", "short", "number", "matching"], 3)
)
def test_a_state_is_restored_and_a_damaged_one_is_nothing(view: Open, question: str) -> None:
    page = view()
    page.show(question)
    if page.page.get_by_role("textbox").count():
        for field in page.page.get_by_role("textbox").all():
            field.fill("1150")
    else:
        page.call("pick", 2, False)
        page.call("pick", 3, False)
    state, response = page.call("state"), page.call("response")
    assert response
    page.show(question, state=state)
    assert (page.call("state"), page.call("response")) == (state, response)
    keys = {"chosen": [99, None, {}, "0", "0"], "struck": [5], "texts": [1, {}]}
    for damaged in ({}, {"chosen": "x", "texts": 7}, keys):
        page.show(question, state=damaged)
        page.call("judge")
        page.call("reveal")
    assert page.errors == []


def test_a_page_without_a_key_locks_and_judges_nothing(view: Open) -> None:
    page = view(key=False)
    for question in ("single", "cloze", "matching", "number"):
        page.show(question)
        assert page.call("judge") is None
        page.call("reveal")
        assert not page.page.locator(".verdict").is_visible()
        assert "revealed" in page.page.locator(".sq").get_attribute("class")


def test_links_open_apart_from_the_page(view: Open) -> None:
    page = view()
    page.show("single")
    page.call("reveal")
    targets = page.page.eval_on_selector_all("a[href]", "links => links.map(link => link.target + link.rel)")
    assert all(target == "_blanknoopener noreferrer" for target in targets)
