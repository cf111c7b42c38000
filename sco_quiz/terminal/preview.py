"""A question with its right answer, as a quiz shows it."""

from collections.abc import Iterator
from typing import assert_never

from sco_quiz.core.bank import Bank
from sco_quiz.core.interaction import Choice, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.session import Answered, Session, step
from sco_quiz.terminal.blocks import Block, Line
from sco_quiz.terminal.question_view import question_block
from sco_quiz.terminal.verdict_view import answered_block, verdict_block


def preview_blocks(bank: Bank, question: AnyQuestion, drawn: bool = False) -> Iterator[Block]:
    """Yield the question, the right answer as it is typed, and the verdict on it; `drawn`, the answer marked in it."""
    if question.status == "retired":
        yield Block("", (Line("This question is retired: a quiz no longer asks it.", "note"),))
    # a fixed seed: the same preview every time
    session = Session((question,), seed=0, known=bank.vocabulary)
    yield question_block(bank, session, question)
    (result,) = step(session, Answered(question.correct_response)).results
    if drawn:
        yield answered_block(bank, result, session.options)
        return
    yield Block("", (Line(f"> {typed_answer(question, session.options)}\n"),))
    yield verdict_block(bank, result)


def typed_answer(question: AnyQuestion, options: tuple[str, ...]) -> str:
    """Return the right answer as it is typed: words, or the numbers of the options shown."""
    match interaction := question.interaction():
        case Choice() if interaction.by_key:
            return "; ".join(question.correct_response)
        case Choice() | Match() | Order():
            return " ".join(str(options.index(text) + 1) for text in question.correct_response)
        case TextEntry() | NumberEntry():
            return "; ".join(question.correct_response)
    assert_never(interaction)
