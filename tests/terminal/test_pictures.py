"""The pictures in README.md are what the program draws."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.review import DAY_MS
from sco_quiz.core.selection import question_of
from sco_quiz.core.session import Answered, Session, step
from sco_quiz.core.statistics import Statistics
from sco_quiz.history.database import Database
from sco_quiz.history.statistics import statistics
from sco_quiz.history.store import store_of
from sco_quiz.terminal.picture import svg_of
from sco_quiz.terminal.stats_view import stats_blocks
from sco_quiz.terminal.status import Status
from sco_quiz.terminal.verdict_view import answered_block
from tests.conftest import ROOT
from tests.history.simulated import START, studied

PICTURES = Path(__file__).parent / "pictures"
SHOWN = "most-urgent"


def day_of(at: int) -> date:
    return (datetime.fromtimestamp(at / 1000, UTC) - timedelta(hours=4)).date()


def texts(svg: str) -> list[str]:
    """Return the text of a picture; how it is drawn depends on the version of Rich."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


@pytest.fixture
def simulated(bank: Bank, tmp_path: Path) -> Statistics:
    """A student who has started two questions a day for a hundred days."""
    now = START + 100 * DAY_MS + DAY_MS // 2
    database = Database(tmp_path / "p.sqlite")
    active = tuple(question for question in bank.questions if question.status == "active")
    store_of(database).add(
        replace(answer, at=at, duration=9000 + 400 * (number % 9))
        for number, question in enumerate(active)
        for answer in studied(bank.id, question.first_id, number, 20, Random(number))
        if (at := answer.at + number // 2 * DAY_MS) < now
    )
    return statistics(database, bank, active, now, day_of)


def pictures(bank: Bank, simulated: Statistics) -> dict[str, str]:
    session = Session((question_of(bank, SHOWN),), 1, bank.vocabulary)
    chosen = next(text for text in session.options if text not in session.questions[0].correct_response)
    (result,) = step(session, Answered((chosen,))).results
    status = Status(total=10, done=7, number=7, points=Fraction(11, 2), answered=7, streak=0, due=5)
    shown = stats_blocks(simulated, 76, draw=True)
    return {
        "quiz.svg": svg_of([answered_block(bank, result, session.options)], "sco-quiz quiz", status),
        "stats.svg": svg_of([shown[0], shown[1], *shown[-3:]], "sco-quiz stats"),
    }


def test_they_are_up_to_date(bank: Bank, simulated: Statistics, update: bool) -> None:
    for name, svg in pictures(bank, simulated).items():
        path = PICTURES / name
        if update:
            PICTURES.mkdir(exist_ok=True)
            path.write_text(svg, "utf-8")
        assert len(texts(svg)) > 20
        assert texts(path.read_text("utf-8")) == texts(svg), f"{name} is out of date: pytest --update"
        assert f"tests/terminal/pictures/{name}" in (ROOT / "README.md").read_text("utf-8")
