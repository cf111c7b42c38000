"""Answer the questions of a page as a person does who has no mouse."""

from typing import Any

from sco_quiz.core.interaction import NumberEntry, TextEntry
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.responses import correct_response
from sco_quiz.core.verdict import Response

# the value of each item that is shown, in the order of its number
SHOWN = """id => {
  const data = JSON.parse(document.querySelector(".sco-quiz .data").textContent);
  const question = data.questions.find(each => each.id === id);
  const items = document.querySelectorAll(".screen .choices > ol:not(.lefts) > li:not([hidden])");
  return Array.from(items, item => question.values[Number(item.getAttribute("data-k"))]);
}"""


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
        shown = page.evaluate(SHOWN, question.id)
        page.keyboard.press(str(shown.index(value) + 1))


def focus_next(page: Any, name: str, text: str = "") -> None:
    """Press Tab until an element of that name, with that text, has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate("[document.activeElement.tagName, document.activeElement.textContent.trim()]")
        if found[0] == name and (not text or found[1] == text):
            return
    raise AssertionError(f"Tab does not reach {name} {text}")
