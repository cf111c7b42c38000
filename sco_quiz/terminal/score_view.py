"""What came of a quiz or an exam, as blocks."""

from collections.abc import Iterator
from fractions import Fraction

from sco_quiz.core.bank import Bank
from sco_quiz.core.exam import ExamResult
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.plural import counted
from sco_quiz.core.session import Session, missed, outcomes_in_words, score
from sco_quiz.terminal.blocks import Block, Line
from sco_quiz.terminal.content_view import render_content
from sco_quiz.terminal.question_view import stem_line
from sco_quiz.terminal.sanitize import shorten_for_screen
from sco_quiz.terminal.verdict_view import verdict_block


def score_block(session: Session) -> Block:
    """Return the score so far, how it came about, and the missed questions."""
    lines = tuple(_score_lines(session)) if session.results else (Line("No questions answered."),)
    return Block("Score", lines, spoken="How it went")


def _score_lines(session: Session) -> Iterator[Line]:
    total = score(session)
    points = f"{_decimal(total.points)} of {total.answered} ({total.percent} %)"
    yield Line(f"Score: {points if total.answered else 'no questions answered'}", "strong", ends_section=True)
    yield Line(outcomes_in_words(session))
    if left := len(session.queue) - len(session.results):
        yield Line(f"{left} of {counted(len(session.queue), 'question')} not answered.")
    if lines := tuple(map(_missed_line, missed(session))):
        yield Line("Missed:")
        yield from lines
    if not session.review:  # a review is chosen by due dates, not by a seed
        yield Line(f"`--seed {session.seed}` repeats this quiz.", "dim")


def _missed_line(question: AnyQuestion) -> Line:
    shown, spoken = render_content(question.stem)
    return Line(shorten_for_screen(shown, question.id), "dim", "·", shorten_for_screen(spoken, question.id))


def exam_result_block(result: ExamResult) -> Block:
    """Return whether the exam was passed, and how the result came about."""
    score = f"{_decimal(result.points)} of {counted(result.most, 'point')} ({result.percent} %)"
    left = result.most - len(result.session.results)
    lines = (
        Line(f"{score}; the pass mark is {result.pass_mark} %.", "strong", ends_section=True),
        Line(outcomes_in_words(result.session)),
        *([Line(f"{left} of {counted(result.most, 'question')} not answered.")] if left else []),
        Line(result.time_in_words),
    )
    return Block("Passed" if result.passed else "Not passed", lines, "right" if result.passed else "wrong")


def exam_answer_blocks(bank: Bank, result: ExamResult) -> Iterator[Block]:
    """Yield each question, and the verdict on its answer."""
    for number, item in enumerate(result.results, start=1):
        yield Block("", (Line(""), stem_line(item.question, f"{number}/{result.most}")))
        yield verdict_block(bank, item, final=True)


def _decimal(points: Fraction) -> str:
    return f"{float(points):.2f}".rstrip("0").rstrip(".")
