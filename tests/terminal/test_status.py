"""The status line."""

from fractions import Fraction
from pathlib import Path

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.session import Answered, Session, Skipped, step
from sco_quiz.loading.load import read_bank
from sco_quiz.terminal.drawing import draw_status
from sco_quiz.terminal.status import Status, status_of

LONG = Status(total=125, done=117, number=118, points=Fraction(9733, 100), answered=117, streak=12, due=46)


@pytest.fixture
def small() -> Bank:
    return read_bank(Path(__file__).parent / "eight-kinds.yaml").bank


@pytest.mark.parametrize("width", range(40, 201, 5))
def test_it_is_one_line_of_the_window(width: int) -> None:
    for status in (LONG, LONG._replace(number=None), Status(10, 0, 1, Fraction(0)), Status(10, 3, 4)):
        text = draw_status(status, width).plain
        assert len(text) <= width
        assert text.startswith(status.place)
        assert "─" in text  # there is room for a bar


def test_it_becomes_shorter_with_the_window() -> None:
    assert draw_status(LONG, 90).plain.endswith("─ score 97.3 of 117 · 12 in a row · due today 46")
    assert draw_status(LONG, 62).plain.endswith(" score 97.3/117 · 12 in a row · due today 46")
    assert draw_status(LONG, 50).plain.endswith(" 97.3/117 · 12 in a row · due 46")
    assert draw_status(LONG, 40).plain == "118 of 125 ━━━━━─ 97.3/117 · 12 in a row"


def test_a_bar_is_seen_without_color() -> None:
    assert draw_status(Status(4, 1, 2), 15).plain == "2 of 4 ━━──────"


def answer(session: Session, right: bool) -> Session:
    assert session.current
    key = session.current.correct_response
    return step(session, Answered(key if right else ("false" if key == ("true",) else "true",)))


def test_the_way_of_a_review_never_becomes_longer(small: Bank) -> None:
    question = small.find("statement")
    assert question
    others = tuple(question.model_copy(update={"id": f"s{number}"}) for number in range(3))
    session = Session(others, seed=1, mode="review")
    places = []
    for right in (False, True, False, False, True, True):
        session = answer(session, right)
        places.append(status_of(session, 0, None).place)
    assert places == ["3 left", "2 left", "2 left", "2 left", "1 left", "0 left"]


def test_the_streak_is_of_right_answers_in_a_row(small: Bank) -> None:
    question = small.find("statement")
    assert question
    others = tuple(question.model_copy(update={"id": f"s{number}"}) for number in range(5))
    session = Session(others, seed=1)
    streaks = []
    for right in (True, True, False, True):
        session = answer(session, right)
        streaks.append(status_of(session, 1, None).streak)
    assert streaks == [1, 2, 0, 1]
    assert status_of(step(session, Skipped()), 5, None).streak == 1


def test_an_exam_shows_no_score(small: Bank) -> None:
    session = step(Session(small.questions, seed=1, mode="exam"), Answered(small.questions[0].correct_response))
    status = status_of(session, 2, 7)
    assert draw_status(status, 20).plain == "2 of 8 ━────────────"
    assert status.spoken == ""


def test_nothing_due_is_not_said_before_the_first_answer() -> None:
    assert "due" not in draw_status(Status(10, 0, 1, Fraction(0), due=0), 80).plain
    assert draw_status(Status(10, 0, 1, Fraction(0), due=3), 80).plain.endswith(" due today 3")
