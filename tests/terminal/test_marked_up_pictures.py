"""Pictures of marked-up questions: everything in one text, on a dark and a light terminal and in 40 columns."""

from collections.abc import Iterator

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.selection import question_of
from sco_quiz.core.session import Answered, Session, step
from sco_quiz.loading.load import load_bank
from sco_quiz.terminal.blocks import Block
from sco_quiz.terminal.picture import svg_of
from sco_quiz.terminal.question_view import question_block
from sco_quiz.terminal.verdict_view import answered_block
from tests.conftest import ROOT
from tests.terminal.test_pictures import PICTURES, texts

SHOWN = {
    "marked-up-dark": ("everything", 80, False),
    "marked-up-light": ("everything", 80, True),
    "marked-up-narrow": ("everything", 40, False),
    "code-dark": ("what-is-printed", 80, False),
    "code-light": ("what-is-printed", 80, True),
}


def screens(bank: Bank, name: str) -> Iterator[Block]:
    """The question while it is asked, and after an answer that is wrong."""
    question = question_of(bank, name)
    session = Session((question,), seed=1)
    yield question_block(bank, session, question)
    right = question.correct_response
    wrong = next(((text,) for text in session.options if text not in right), (*right[:-1], "wrong"))
    (result,) = step(session, Answered(wrong)).results
    yield answered_block(bank, result, session.options)


@pytest.mark.parametrize("picture", SHOWN)
def test_they_are_up_to_date(picture: str, update: bool) -> None:
    name, width, light = SHOWN[picture]
    svg = svg_of(screens(load_bank(ROOT / "tests" / "marked_up"), name), "sco-quiz quiz", width=width, light=light)
    path = PICTURES / f"{picture}.svg"
    if update:
        path.write_text(svg, "utf-8")
    assert texts(path.read_text("utf-8")) == texts(svg), f"{picture} is out of date: pytest --update"
