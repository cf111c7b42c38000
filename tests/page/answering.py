"""Answer the questions of a page as a person does who has no mouse: by keys, with a finger, by what is read aloud."""

from typing import Any

from sco_quiz.core.interaction import Choice, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.responses import correct_response
from sco_quiz.core.verdict import Response

# the value of each item that is shown, in the order of its number
SHOWN = """prompt => {
  const data = JSON.parse(document.querySelector(".sco-quiz .data").textContent);
  const question = data.questions.find(each => each.plain === prompt);
  const items = document.querySelectorAll(".screen .choices > ol:not(.lefts) > li:not([hidden])");
  return Array.from(items, item => question.values[Number(item.getAttribute("data-k"))]);
}"""
VALUES = """prompt => {
  const data = JSON.parse(document.querySelector(".sco-quiz .data").textContent);
  return data.questions.find(each => each.plain === prompt).values || [];
}"""
NAMES = """() => Object.fromEntries(Array.from(
  document.querySelectorAll(".screen .choices > ol:not(.lefts) > li"),
  item => [item.getAttribute("data-k"), item.querySelector(".text").textContent.trim()]))"""
# two taps at one place within this time are a double click, which counts once
DOUBLE_CLICK = 500


def right_response(question: AnyQuestion) -> Response:
    return correct_response(question.interaction())


def answer_by_keys(page: Any, question: AnyQuestion, response: Response) -> None:
    """Give an answer on the screen with the question, whose heading has the focus."""
    if isinstance(question.interaction(), TextEntry | NumberEntry):
        for text in response:
            focus_next(page, "INPUT")
            page.keyboard.type(text)
        return
    for value in response:
        shown = page.evaluate(SHOWN, question.stem.plain)
        page.keyboard.press(str(shown.index(value) + 1))


def answer_by_touch(page: Any, question: AnyQuestion, response: Response) -> None:
    """Give an answer with a finger, and type with the keyboard that a phone shows then."""
    if isinstance(question.interaction(), TextEntry | NumberEntry):
        for field, text in zip(page.locator(".screen .sq input").all(), response, strict=True):
            field.tap()
            page.keyboard.insert_text(text)
        return
    for number, value in enumerate(response):
        if number:
            page.wait_for_timeout(DOUBLE_CLICK)  # the next item may have come to the same place
        index = page.evaluate(SHOWN, question.stem.plain).index(value)
        page.locator(".screen .choices > ol:not(.lefts) > li:not([hidden])").nth(index).tap()


def answer_by_names(page: Any, question: AnyQuestion, response: Response) -> None:
    """Give an answer through the roles and names that a screen reader speaks, with its way to use a control."""
    names, values = page.evaluate(NAMES), page.evaluate(VALUES, question.stem.plain)
    texts = {value: names[str(index)] for index, value in enumerate(values)}
    match question.interaction():
        case Choice(several=several):
            for value in response:
                role = "checkbox" if several else "radio"
                page.get_by_role(role, name=texts[value], exact=True).dispatch_event("click")
        case Match() | Order():
            for value in response:
                page.locator(".choices > ol:not(.lefts)").get_by_role(
                    "button", name=texts[value], exact=True
                ).dispatch_event("click")
        case TextEntry(inline=True):
            for number, text in enumerate(response, 1):
                page.get_by_role("textbox", name=f"Gap {number} of {len(response)}").fill(text)
        case TextEntry() | NumberEntry():
            page.get_by_role("textbox", name="Type ").fill(response[0])


def focus_next(page: Any, name: str, text: str = "") -> None:
    """Press Tab until an element of that name, with that text, has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate("[document.activeElement.tagName, document.activeElement.textContent.trim()]")
        if found[0] == name and (not text or found[1] == text):
            return
    raise AssertionError(f"Tab does not reach {name} {text}")
