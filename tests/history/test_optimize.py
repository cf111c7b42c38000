"""Parameters are adapted to a student's own reviews, and used afterwards."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from sco_quiz.core.answer import Answer
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.preferences import Preferences
from sco_quiz.core.review import Given, Rating, State
from sco_quiz.history.database import Database
from sco_quiz.history.days import Days
from sco_quiz.history.optimize import MIN_REVIEWS, optimize
from sco_quiz.history.preferences import preferences, save_preferences
from sco_quiz.history.schedule import Schedule
from sco_quiz.history.store import store_of
from tests.command import ok, sco_quiz
from tests.history.simulated import studied


def history(questions: int) -> Iterator[Answer]:
    """Yield the answers of a student who remembers better than most."""
    rng = Random(5)
    answers = [item for number in range(questions) for item in studied("b", f"q{number}", number, 16, rng)]
    return iter(sorted(answers, key=lambda item: item.at))


@pytest.fixture
def path() -> Path:
    """A progress file with more than enough reviews."""
    path = Path(os.environ["SCO_QUIZ_PROGRESS"])
    path.parent.mkdir(parents=True, exist_ok=True)
    database = Database(path)
    store_of(database).add(history(50))
    database.close()
    return path


def memory_sum(path: Path) -> float:
    return sum(memory.stability for memory in store_of(Database(path)).memories("b").values())


def test_optimized_parameters_predict_better_and_are_used(path: Path) -> None:
    before = memory_sum(path)
    shown = ok("optimize")
    found = preferences(Database(path)).parameters
    assert len(found) == 21
    first, log_loss, rmse, last = shown.splitlines()
    assert first.endswith("reviews; lower numbers are better, 0 is a perfect prediction:")
    for line in (log_loss, rmse):
        old, new = (float(number) for number in line.split()[-3::2])
        assert new < old
    assert last == "The new parameters are saved: 50 questions rescheduled."
    assert memory_sum(path) != pytest.approx(before, rel=0.01)
    assert store_of(Database(path)).schedule.decay == found[-1]
    assert "your own FSRS parameters" in ok("doctor")
    assert ok("optimize").endswith("Your current parameters predict your answers as well: nothing was changed.\n")
    assert preferences(Database(path)).parameters == found
    assert ok("optimize", "--reset") == "The default parameters are used again: 50 questions rescheduled.\n"
    assert memory_sum(path) == before
    assert ok("optimize", "--reset") == "The default parameters are in use: nothing was changed.\n"


def test_other_preferences_stay(path: Path) -> None:
    save_preferences(Database(path), Preferences(0.8, 6, False))
    ok("optimize")
    assert replace(preferences(Database(path)), parameters=()) == Preferences(0.8, 6, False)


def test_only_reviews_on_later_days_count() -> None:
    with pytest.raises(HistoryError, match=f"needs {MIN_REVIEWS} reviews, and you have 0; a review counts if it was"):
        optimize(iter([]), (), Days())
    found = optimize(history(50), (), Days())
    later, last = 0, dict[str, int]()
    for item in history(50):
        day = Days().number(item.at)
        later += last.get(item.question, day) < day
        last[item.question] = day
    assert found.reviews == later
    done = sco_quiz("optimize")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: optimizing needs 400 reviews, and you have 0; ")


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    with pytest.raises(HistoryError, match="`pip install fsrs-rs-python`"):
        optimize(iter([]), (), Days())


@pytest.mark.parametrize("value", [0.0, 100.0])
def test_parameters_outside_the_range_are_limited(value: float) -> None:
    """py-fsrs refuses them; the optimizer and a damaged file may have them."""
    schedule = Schedule(Preferences(parameters=(value,) * 21))
    memory = schedule.after("q", None, Given(Rating.EASY, 1_700_000_000_000))
    assert memory.state is State.REVIEW
    assert 1 <= memory.interval <= 36_500
