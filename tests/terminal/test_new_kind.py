"""A kind of question that the terminal has never seen plays, if it uses a known interaction."""

import io
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, Literal, cast

import pytest
from rich.console import Console

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.content import literal
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Option, Order, TextEntry, TextGap
from sco_quiz.core.kinds import AnyQuestion, Question
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.session import Session, score
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Response, Verdict, by_credit
from sco_quiz.terminal.drawing import print_blocks
from sco_quiz.terminal.plain import PlainDisplay
from sco_quiz.terminal.preview import typed_answer
from sco_quiz.terminal.question_view import full_block, question_block
from sco_quiz.terminal.quiz_loop import play

A, B, C = map(literal, ("alpha", "beta", "gamma"))
INTERACTIONS: dict[str, Interaction] = {
    "one": Choice((Option(A, right=True), Option(B, note="not this"), Option(C))),
    "several": Choice((Option(A, right=True), Option(B, right=True), Option(C)), several=True),
    "by key": Choice((Option(A, keys=("a",)), Option(B, right=True, keys=("b",)), Option(C, keys=("f",)))),
    "text": TextEntry((TextGap((A, B)),)),
    "texts": TextEntry((TextGap((A,)), TextGap((B,)), TextGap((C,)))),
    "number": NumberEntry(Decimal(7)),
    "match": Match(((A, B), (B, C)), (Option(A),)),
    "order": Order((A, B, C)),
}


class Ninth(Question):
    """A kind that is in no table."""

    about: ClassVar[str] = "any interaction"
    type: Literal["ninth"]
    style: str

    def answer_parts(self) -> Iterator[Part]:
        yield Part(("answer",), Role.RIGHT, A)
        yield Part(("accept", 0), Role.ACCEPTED, B)
        yield Part(("distractors", 0), Role.WRONG, C)
        yield Part(("distractors", 0), Role.NOTE, literal("a note"))

    def interaction(self) -> Interaction:
        return INTERACTIONS[self.style]

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        return by_credit(Fraction(response == self.correct_response))


@pytest.fixture(params=INTERACTIONS)
def question(request: pytest.FixtureRequest) -> AnyQuestion:
    values: dict[str, Any] = {"id": "it", "type": "ninth", "prompt": "Which?", "level": "remember"}
    return cast("AnyQuestion", Ninth(**values, style=request.param))


@pytest.fixture
def bank(question: AnyQuestion) -> Bank:
    return Bank("b", "B", (Topic("t", "T", (question,)),))


def test_it_is_answered(bank: Bank, question: AnyQuestion) -> None:
    session = Session((question,), seed=1)
    shown = io.StringIO()
    right = typed_answer(question, session.options)
    ended = play(bank, session, PlainDisplay(io.StringIO(f"{right}\n"), shown))
    assert score(ended).percent == 100, shown.getvalue()
    assert all(option in shown.getvalue().casefold() for option in session.options)


def test_it_is_drawn(bank: Bank, question: AnyQuestion) -> None:
    session = Session((question,), seed=1)
    out = io.StringIO()
    blocks = (question_block(bank, session, question), full_block(bank, question, session.options))
    print_blocks(blocks, Console(file=out, width=60))
    assert "Which?" in out.getvalue()
    assert "Also right: beta" in out.getvalue()
    assert "gamma: a note" in out.getvalue()


def test_its_letters_are_answers(bank: Bank) -> None:
    values: dict[str, Any] = {"id": "it", "type": "ninth", "prompt": "Which?", "level": "remember", "style": "by key"}
    question = cast("AnyQuestion", Ninth(**values))
    shown = io.StringIO()
    ended = play(bank, Session((question,), seed=1), PlainDisplay(io.StringIO("f\n"), shown))
    assert "Alpha or beta or gamma? Type a or b or f, then press Enter." in shown.getvalue()
    assert ended.results[0].response == ("gamma",)
