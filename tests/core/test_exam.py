"""The result of an exam."""

from fractions import Fraction

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.exam import ExamResult
from sco_quiz.core.session import Answered, Session, Skipped, percent_of, step


def result(bank: Bank, right: int, of: int, pass_mark: int) -> ExamResult:
    """Return an exam with that many right answers; the other questions are skipped."""
    session = Session(bank.questions[:of], 1, mode="exam")
    for number, question in enumerate(session.questions):
        session = step(session, Answered(question.correct_response) if number < right else Skipped())
    return ExamResult(session, pass_mark, used=60)


@pytest.mark.parametrize(
    ("right", "of", "percent"),
    [(0, 3, 0), (1, 3, 33), (2, 3, 67), (3, 3, 100), (7, 12, 58), (119, 120, 99)],
)
def test_per_cent_are_rounded_as_in_a_quiz(bank: Bank, right: int, of: int, percent: int) -> None:
    found = result(bank, right, of, 60)
    assert (found.points, found.most, found.percent) == (Fraction(right), of, percent)
    assert percent_of(Fraction(right), of) == percent


def test_a_pass_mark_that_was_missed_by_a_fraction_is_missed(bank: Bank) -> None:
    missed = result(bank, 2, 3, pass_mark=67)
    assert (missed.passed, missed.percent) == (False, 66)
    assert result(bank, 2, 3, pass_mark=66).passed
    assert not result(bank, 119, 120, pass_mark=100).passed


def test_what_was_not_reached_counts(bank: Bank) -> None:
    session = Session(bank.questions[:4], 1, mode="exam")
    session = step(session, Answered(session.questions[0].correct_response))
    assert ExamResult(session, 60, used=1).percent == 25


def test_an_exam_without_questions_has_no_per_cent() -> None:
    assert ExamResult(Session((), 1, mode="exam"), 60, used=0).percent == 0
