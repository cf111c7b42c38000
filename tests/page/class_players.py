"""Pupils who take a test on one page in a real Chromium, one after the other, by keys and typed words."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sco_quiz.core.bank import Bank
from sco_quiz.core.exam_form import ExamForm
from sco_quiz.core.interaction import NumberEntry, TextEntry
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.verdict import Response
from sco_quiz.formats.page.settings import PageSettings
from sco_quiz.formats.page.writer import page_html
from tests.page.answering import SHOWN

ANOTHER = "Another person takes the test"
# the page hears of it a little later
CHANGE_SEED = """seed => new Promise(heard => {
  window.addEventListener("hashchange", heard, { once: true });
  location.hash = "seed=" + seed;
}).then(() => null)"""


class Players:
    """A page of a test and the pupils who sit at it in turn."""

    def __init__(self, page: Any, forms: Sequence[ExamForm]) -> None:
        self.page = page
        self.forms = forms

    def take(self, name: str, answers: Mapping[str, Response | None], folder: Path, seed: int) -> Path:
        """Take the test with answers by the id of the question, and return the file that is handed in."""
        page = self.page
        if page.locator("[data-screen=result]").count():
            page.get_by_role("button", name=ANOTHER).click()
            page.get_by_role("button", name="Yes, it is saved").click()  # the result is saved
        page.evaluate(CHANGE_SEED, seed)
        page.get_by_label("Your name").fill(name)
        page.get_by_role("button", name="Begin").click()
        questions = self.forms[seed % len(self.forms)].questions
        for number, question in enumerate(questions, 1):
            assert self._heading() == f"Question {number} of {len(questions)}"
            self._answer(question, answers.get(question.id))
            page.keyboard.press("Enter")
            if self._heading() == f"Question {number} of {len(questions)}":
                page.keyboard.press("Enter")  # the page first says what it cannot read
        page.get_by_role("button", name="Hand in").click()
        page.get_by_role("button", name="Hand in").click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Download").click()
        file = folder / f"{len(list(folder.iterdir())):02} {download.value.suggested_filename}"
        download.value.save_as(file)
        return file

    def _heading(self) -> str:
        return str(self.page.evaluate("document.querySelector('.screen h2').textContent"))

    def _answer(self, question: AnyQuestion, response: Response | None) -> None:
        is_typed = isinstance(question.interaction(), TextEntry | NumberEntry)
        for index, text in enumerate(response or ()):
            if is_typed:
                self.page.locator(".screen .sq input").nth(index).fill(text)
            else:
                self.page.keyboard.press(str(self.page.evaluate(SHOWN, question.stem.plain).index(text) + 1))


@contextmanager
def seated(
    browser: Any, bank: Bank, forms: Sequence[ExamForm], file: Path, settings: PageSettings | None = None
) -> Iterator[Players]:
    """Open the test of a bank for pupils; its scripts must have no errors."""
    file.write_text(page_html(bank, forms, settings or PageSettings(mode="test")), "utf-8")
    errors: list[str] = []
    page = browser.new_page(own=True, hears={"pageerror": lambda error: errors.append(str(error))})
    page.goto(file.as_uri())
    yield Players(page, forms)
    browser.close(page)
    assert errors == []
