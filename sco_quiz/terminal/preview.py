"""A question before and after its right answer, as a quiz shows it."""

from collections.abc import Iterator

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion, TrueFalse
from sco_quiz.core.session import Answered, Session, step
from sco_quiz.terminal.blocks import Block, Line
from sco_quiz.terminal.question_view import question_block, verdict_block


def preview_blocks(bank: Bank, question: AnyQuestion) -> Iterator[Block]:
    """The question, what is typed when it is answered rightly, and the verdict on that."""
    if question.status == "retired":
        yield Block("", (Line("This question is retired: a quiz asks it no more.", "note"),))
    session = Session((question,), seed=0, known=bank.vocabulary)
    yield question_block(bank, session, question)
    yield Block("", (Line(f"> {typed_answer(question, session.options)}\n"),))
    (result,) = step(session, Answered(question.correct_response)).results
    yield verdict_block(bank, result)


def typed_answer(question: AnyQuestion, options: tuple[str, ...]) -> str:
    """The right answer as it is typed: words, or the numbers of the options shown."""
    if isinstance(question, TrueFalse) or not options:
        return "; ".join(question.correct_response)
    return " ".join(str(options.index(text) + 1) for text in question.correct_response)
