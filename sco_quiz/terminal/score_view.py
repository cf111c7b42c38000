"""What came of a quiz or an exam, as blocks."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sco_quiz.core.bank import Bank
from sco_quiz.core.figures import decimal, points_in_words
from sco_quiz.core.interaction import Choice
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.plural import counted
from sco_quiz.core.session import Session, known_at_first, missed, outcomes_in_words, score
from sco_quiz.core.shorten import shorten
from sco_quiz.core.verdict import Outcome
from sco_quiz.terminal.blocks import Block, Line
from sco_quiz.terminal.content_text import spoken_text, text_of
from sco_quiz.terminal.content_view import key_texts
from sco_quiz.terminal.question_view import new_settings, stem_line
from sco_quiz.terminal.verdict_view import setting_lines, verdict_block

if TYPE_CHECKING:  # a quiz needs no exams
    from sco_quiz.core.exam import ExamResult

MAX_MISSED = 4  # with their answers, so that all stays on a screen of 24 lines
MAX_CHARACTERS = 140  # of a prompt: two lines on 80 columns


def score_block(session: Session) -> Block:
    """Return the missed questions with their right answers, then the score so far, and how it came about."""
    lines = tuple(_score_lines(session)) if session.results else (Line("No questions answered."),)
    return Block("Score", lines, spoken="How it went")


def _score_lines(session: Session) -> Iterator[Line]:
    # the score comes last: in a small window, what comes first has scrolled away
    if listed := list(_listed_lines(session)):
        yield from (*listed[:-1], listed[-1]._replace(ends_section=True))
    yield Line(f"Score: {_recall_words(session) if session.review else _score_words(session)}", "strong")
    # a question that comes back in a review has several answers
    yield Line(f"{'All answers: ' if session.review else ''}{outcomes_in_words(session)}")
    yield from _explanation_lines(session)
    if left := len(session.queue) - len(session.results):
        # in a review, a question that was missed is left although it was answered
        what = "left" if session.review else "not answered"
        yield Line(f"{left} of {counted(len(session.questions), 'question')} {what}.")


def _listed_lines(session: Session) -> Iterator[Line]:
    """Yield the first of the missed questions, and how many more there are."""
    questions = missed(session)
    if not questions:
        return
    skipped = any(result.verdict is None for result in session.results)
    yield Line(f"Missed{' or skipped' if skipped else ''}{' at first' if session.review else ''}:")
    for question, setting in new_settings(questions[:MAX_MISSED]):
        yield from setting
        yield from _missed_lines(question)
    if more := questions[MAX_MISSED:]:
        yield Line(f"and {counted(len(more), 'more', 'more')}")


def _score_words(session: Session) -> str:
    total = score(session)
    points = f"{decimal(total.points)} of {counted(total.answered, 'point')} ({total.percent} %)"
    skipped = "; skipped questions do not count" if total.skipped else ""
    return points + skipped if total.answered else "no questions answered"


def _recall_words(session: Session) -> str:
    """Return how many questions were known when they were asked first: those that come back are known by then."""
    known, asked = known_at_first(session)
    return f"{known} of {counted(asked, 'question')} known at first" if asked else "no questions answered"


def _explanation_lines(session: Session) -> Iterator[Line]:
    """Yield how an almost right answer and a choice of several options are scored, where one was given."""
    judged = [(result.question.interaction(), result.verdict) for result in session.results if result.verdict]
    if any(verdict.outcome is Outcome.ALMOST for _, verdict in judged):
        yield Line("Almost right: something small differs, such as a typo. It counts as right.", "dim")
    if any(
        isinstance(asked, Choice)
        and asked.several
        and asked.penalty is None
        and not verdict.counts_as_right
        and not verdict.claimed
        for asked, verdict in judged
    ):
        several = "Several options: a wrong choice takes off as much as a right one earns."
        yield Line(several, "dim")


def _missed_lines(question: AnyQuestion) -> Iterator[Line]:
    """Yield a question, shortened, and its right answer in full."""
    forms = text_of(question.stem.blocks), spoken_text(question.stem.blocks)
    shown, spoken = (shorten(text, MAX_CHARACTERS) for text in forms)
    yield Line(shown, "", "·", spoken)
    written, said = (
        "; ".join(text.rstrip(".") for text in key_texts(question, as_text)) for as_text in (text_of, spoken_text)
    )
    yield Line(f"Right answer: {written}", "right", " ", f"Right answer: {said}")


def exam_result_block(result: "ExamResult") -> Block:
    """Return whether the exam was passed, and how the result came about."""
    number = len(result.session.questions)
    score = f"{decimal(result.points)} of {points_in_words(result.most)} ({result.percent} %)"
    left = number - len(result.session.results)
    mark = f" Mark: {result.mark}." if result.mark else ""
    lines = (
        Line(f"{score}; the pass mark is {result.pass_mark} %.{mark}", "strong", ends_section=True),
        Line(outcomes_in_words(result.session)),
        *_explanation_lines(result.session),
        *([Line(f"{left} of {counted(number, 'question')} not answered.")] if left else []),
        Line(result.time_in_words),
    )
    return Block("Passed" if result.passed else "Not passed", lines, "right" if result.passed else "wrong")


def exam_missed_blocks(result: "ExamResult") -> Iterator[Block]:
    """Yield a block of the first questions without a right answer, each with its key; none if all are right."""
    if lines := tuple(_listed_lines(replace(result.session, results=result.results))):
        yield Block("Missed", lines[1:])


def exam_answer_blocks(bank: Bank, result: "ExamResult") -> Iterator[Block]:
    """Yield each question, and the verdict on its answer."""
    for number, item in enumerate(result.results, start=1):
        worth = f", {points_in_words(result.points_of(item.question))}" if result.worth else ""
        stem = stem_line(item.question, f"{number}/{len(result.session.questions)}{worth}")
        yield Block("", (Line(""), *setting_lines(item.question), stem))
        yield verdict_block(bank, item, final=True)
