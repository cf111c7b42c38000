"""A question before and after its right answer."""

from sco_quiz.core.bank import Bank
from sco_quiz.core.session import Session
from sco_quiz.core.verdict import Outcome
from sco_quiz.terminal.plain import render_plain
from sco_quiz.terminal.preview import preview_blocks, typed_answer
from sco_quiz.terminal.verdict_view import source_lines
from tests.anki.sample import eight_kinds


def test_the_answer_shown_is_the_right_one(bank: Bank) -> None:
    """For every question the answer shown as typed is read as the correct response and graded right."""
    for asked_of in (bank, eight_kinds()):
        assert {question.type for question in asked_of.questions} == {q.type for q in eight_kinds().questions}
        for question in asked_of.questions:
            options = Session((question,), 0).options
            assert question.parse_answer(typed_answer(question, options), options) == question.correct_response
            verdict = question.grade(question.correct_response, asked_of.vocabulary)
            assert verdict.outcome is Outcome.RIGHT, question.id


def test_a_preview() -> None:
    bank = eight_kinds()
    statement = bank.find("statement")
    assert statement
    assert [render_plain(block) for block in preview_blocks(bank, statement)] == [
        "Question 1 of 1, topic Eight kinds\nIt sits in Almaty.\n"
        "True or false? Type t or f, then press Enter. Type h for a hint.\n",
        "> false\n",
        "Right\nCorrect statement: It sits in Beijing.\n",
    ]
    retired = statement.model_copy(update={"status": "retired"})
    first = next(preview_blocks(bank, retired))
    assert render_plain(first) == "This question is retired: a quiz no longer asks it."


def test_the_article_is_named_once(bank: Bank) -> None:
    question = next(question for question in bank.questions if len(question.source) > 2)
    lines = source_lines(bank, question)
    assert len(lines) == len(question.source)
    assert lines[0].startswith(f"An Advancing Alliance, Beijing Review, 2010, no. 7, paragraph {question.source[0]}: ")
    for line, number in zip(lines[1:], question.source[1:], strict=True):
        assert line.startswith(f"Paragraph {number}: ")
