"""What came of a quiz or an exam, as blocks."""

from collections.abc import Iterator
from fractions import Fraction

from sco_quiz.core.bank import Bank
from sco_quiz.core.exam import ExamResult
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.plural import counted
from sco_quiz.core.review import Rating
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
    yield Line(f"Score: {_recall_words(session) if session.review else _score_words(session)}", "strong")
    # a question that comes back in a review has several answers
    yield Line(f"{'All answers: ' if session.review else ''}{outcomes_in_words(session)}", ends_section=True)
    if questions := missed(session):
        yield Line("Missed at first:" if session.review else "Missed:")
        for question in questions:
            yield from _missed_lines(question)
    if left := len(session.queue) - len(session.results):
        yield Line(f"{left} of {counted(len(session.queue), 'question')} not answered.")
    if not session.review:  # a review is chosen by due dates, not by a seed
        yield Line(f"`--seed {session.seed}` repeats this quiz.", "dim")


def _score_words(session: Session) -> str:
    total = score(session)
    points = f"{_decimal(total.points)} of {total.answered} ({total.percent} %)"
    return points if total.answered else "no questions answered"


def _recall_words(session: Session) -> str:
    """Return how many questions were known when they were asked first: those that come back are known by then."""
    first: dict[str, Rating] = {}
    for result in session.results:
        if result.rating:
            first.setdefault(result.question.id, result.rating)
    known = sum(rating > Rating.AGAIN for rating in first.values())
    return f"{known} of {counted(len(first), 'question')} known at first" if first else "no questions answered"


def _missed_lines(question: AnyQuestion) -> Iterator[Line]:
    """Yield a question and its right answer."""
    shown, spoken = (shorten_for_screen(text, question.id) for text in render_content(question.stem))
    yield Line(shown, "", "·", spoken)
    key = shorten_for_screen(f"Right answer: {'; '.join(question.key)}", question.id)
    yield Line(key, "right", " ", key)


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
