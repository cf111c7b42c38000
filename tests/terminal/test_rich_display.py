"""Panels at any width, with and without color."""

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from sco_quiz.core.bank import Bank
from sco_quiz.core.session import Answered, Session, step
from sco_quiz.terminal.blocks import Block
from sco_quiz.terminal.drawing import print_blocks
from sco_quiz.terminal.question_view import full_block, question_block
from sco_quiz.terminal.verdict_view import answered_block, verdict_block
from tests.conftest import first


def draw(block: Block, width: int, **console: object) -> str:
    out = io.StringIO()
    print_blocks([block], Console(file=out, width=width, highlight=False, **console))  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize("width", first([40, 80, 120]))
def test_every_question_and_verdict_fits(bank: Bank, width: int) -> None:
    for question in bank.questions:
        session = Session((question,), 1, bank.vocabulary)
        options = session.options
        answered = step(session, Answered(options[:1] or ("x",)))
        assert answered.last
        blocks = (
            question_block(bank, session, question),
            verdict_block(bank, answered.last),
            answered_block(bank, answered.last, options),
            full_block(bank, question, options),
        )
        for block in blocks:
            lines = draw(block, width).splitlines()
            assert max(map(cell_len, lines)) <= width
            assert len(lines) > 2


def test_without_color_nothing_is_lost(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    question = bank.questions[0]
    block = question_block(bank, Session((question,), 1), question)
    colored = draw(block, 80, force_terminal=True, color_system="truecolor")
    monkeypatch.setenv("NO_COLOR", "1")
    plain = draw(block, 80, force_terminal=True)
    assert "\x1b[36m" in colored or "\x1b[1;36m" in colored
    assert "\x1b[36m" not in plain
    assert "\x1b[1;36m" not in plain
    assert "Press a number" in plain


def test_markup_in_a_question_is_text(bank: Bank) -> None:
    block = Block("[red]title[/red]", ())
    assert "[red]title[/red]" in draw(block, 80)
