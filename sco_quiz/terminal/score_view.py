"""What came of a quiz or an exam, as blocks."""

from collections.abc import Iterator
from fractions import Fraction

from sco_quiz.core.bank import Bank
from sco_quiz.core.durations import in_words
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


def exam_blocks(bank: Bank, result: ExamResult) -> list[Block]:
    """Return whether the exam was passed, then each question with the verdict on its answer."""
    limit = f" of {in_words(result.time_limit)}" if result.time_limit else ""
    score = f"{_decimal(result.points)} of {counted(result.most, 'point')} ({result.percent} %)"
    lines = (
        Line(f"{score}; the pass mark is {result.pass_mark} %.", "strong", ends_section=True),
        Line(outcomes_in_words(result.session)),
        Line(f"Time used: {in_words(result.used)}{limit}."),
    )
    blocks = [Block("Passed" if result.passed else "Not passed", lines, "right" if result.passed else "wrong")]
    for number, item in enumerate(result.session.results, start=1):
        blocks.append(Block("", (Line(""), stem_line(item.question, f"{number}/{result.most}"))))
        blocks.append(verdict_block(bank, item, final=True))
    if left := result.most - len(result.session.results):
        blocks.append(Block("", (Line(f"{left} of {counted(result.most, 'question')} not answered."),)))
    return blocks


def _decimal(points: Fraction) -> str:
    return f"{float(points):.2f}".rstrip("0").rstrip(".")
