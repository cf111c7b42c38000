"""Answers dated in the future, since the clock was wrong, neither hide a question nor block it."""

import json
import os
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sco_quiz.app.diagnostics import count_wrong_schedules
from sco_quiz.core.preferences import Preferences
from sco_quiz.core.review import DAY_MS, Rating
from sco_quiz.history.database import Database
from sco_quiz.history.future import correct_future, count_future
from sco_quiz.history.preferences import preferences, save_preferences
from sco_quiz.history.store import store_of
from tests.command import ok
from tests.conftest import ROOT
from tests.history.simulated import START, answer

BANK = ("--bank", str(ROOT / "tests" / "terminal" / "eight-kinds.yaml"))
YEAR_MS = 365 * DAY_MS
MINUTE_MS = 60_000


@pytest.fixture
def path() -> Path:
    path = Path(os.environ["SCO_QUIZ_PROGRESS"])
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def fill(path: Path, *given: tuple[str, int]) -> None:
    """Save answers to questions at times from now, and close the file."""
    now = int(time.time() * 1000)
    with closing(Database(path)) as database:
        for question, ahead in given:
            store_of(database).save(answer("eight-kinds", question, now + ahead, Rating.EASY))


def test_a_clock_a_year_ahead_does_not_hide_a_question(path: Path) -> None:
    fill(path, ("statement", YEAR_MS))
    shown = ok("review", *BANK, "--kind", "true_false", given="f\n")
    assert "0 due, 1 new" in shown
    with closing(Database(path)) as database:
        memory = store_of(database).memory("eight-kinds", "statement")
    assert memory
    assert memory.last_review <= time.time() * 1000
    assert memory.due < time.time() * 1000 + 30 * MINUTE_MS


def test_earlier_answers_still_count(path: Path) -> None:
    fill(path, ("statement", -30 * DAY_MS), ("statement", YEAR_MS))
    assert "1 due, 0 new" in ok("review", *BANK, "--kind", "true_false", given="")
    assert len(ok("history", "export").splitlines()) == 2
    # an answer taken back, or a new desired retention, does not bring it into the schedule again
    ok("review", *BANK, "--kind", "true_false", "--retention", "0.8", given="f\nu\n")
    with closing(Database(path)) as database:
        memory = store_of(database).memory("eight-kinds", "statement")
    assert memory
    assert memory.last_review < time.time() * 1000


def test_clocks_may_differ_by_minutes(path: Path) -> None:
    fill(path, ("statement", 4 * MINUTE_MS))
    assert "Nothing is due for " in ok("review", *BANK, "--kind", "true_false", given="n\n")
    assert "dated in the future" not in ok("doctor")


def test_doctor_reports_and_corrects_them(path: Path) -> None:
    fill(path, ("seat", -3 * DAY_MS), ("statement", YEAR_MS), ("staff", YEAR_MS + MINUTE_MS), ("members", -DAY_MS // 2))
    before = [json.loads(line) for line in ok("history", "export").splitlines()]
    shown = ok("doctor")
    assert "warning  clock: 2 answers dated in the future: the clock was wrong" in shown
    assert "--repair corrects their dates" in shown
    repaired = ok("doctor", "--repair")
    assert "Moved 2 answers from the future to the last day that is possible." in repaired
    assert "Rescheduled 4 questions from the answers." in repaired
    assert "dated in the future" not in repaired
    assert "ok  schedules: all match the answers" in repaired
    after = {item["question"]: item["at"] for item in map(json.loads, ok("history", "export").splitlines())}
    old = {item["question"]: item["at"] for item in before}
    assert after["seat"] == old["seat"]
    assert after["members"] == old["members"]
    assert after["staff"] - after["statement"] == MINUTE_MS
    # whole days back, after the answer before them and before the one that was saved next
    assert (old["staff"] - after["staff"]) % DAY_MS == 0
    assert old["members"] - DAY_MS < after["staff"] <= old["members"]
    copy = path.with_name("progress.backup-1.sqlite")
    assert str(copy) in repaired
    saved = [json.loads(line) for line in ok("history", "export", "--progress", str(copy)).splitlines()]
    assert saved == before
    assert "Moved" not in ok("doctor", "--repair")


def test_what_was_imported_later_does_not_limit_the_date(tmp_path: Path) -> None:
    database = Database(tmp_path / "p.sqlite")
    store = store_of(database)
    now = START + 100 * DAY_MS
    store.save(answer("b", "q", START + 90 * DAY_MS))
    wrong = store.save(answer("b", "q", START + 1000 * DAY_MS + 5))
    store.save(answer("b", "old", START))
    assert count_future(database, now) == 1
    assert correct_future(database, now) == 1
    assert [item.at for item in store.answers("b") if item.question == "q"] == [
        START + 90 * DAY_MS,
        START + 99 * DAY_MS + 5,
    ]
    assert wrong.at > now
    assert count_future(database, now) == 0


def test_the_date_is_before_what_was_saved_later(tmp_path: Path) -> None:
    database = Database(tmp_path / "p.sqlite")
    store = store_of(database)
    store.save(answer("b", "q", START + 100 * DAY_MS + 5))
    store.save(answer("b", "r", START + 3 * DAY_MS))
    assert correct_future(database, START + 50 * DAY_MS) == 1
    assert [item.at for item in store.answers("b") if item.question == "q"] == [START + 2 * DAY_MS + 5]


def test_a_corrected_time_that_is_taken_gives_the_next_millisecond(tmp_path: Path) -> None:
    database = Database(tmp_path / "p.sqlite")
    store = store_of(database)
    store.save(answer("b", "q", START))
    store.save(answer("b", "q", START + 10 * DAY_MS))
    assert correct_future(database, START + 1) == 1
    assert [item.at for item in store.answers("b")] == [START, START + 1]


@pytest.mark.parametrize(
    ("name", "value", "default"),
    [("desired_retention", "often", 0.9), ("desired_retention", 7, 0.9), ("day_begins", 24, 4), ("fuzz", "x", True)],
)
def test_a_damaged_setting_is_reported_and_reset(path: Path, name: str, value: object, default: object) -> None:
    fill(path, ("statement", -DAY_MS))
    with closing(Database(path)) as database, database.writing():
        database.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, value)
    assert "Nothing is due for " in ok("review", *BANK, "--kind", "true_false", given="n\n")
    with closing(Database(path)) as database:
        assert getattr(preferences(database), name) == default
    assert f"warning  settings: {name} is " in ok("doctor")
    assert "not valid, so the default is used" in ok("doctor")
    assert f"Reset to the default: {name} is " in ok("doctor", "--repair")
    assert "ok  settings: desired retention 0.9, the day begins at 4:00" in ok("doctor")


def test_preferences_are_read_as_they_were_saved(tmp_path: Path) -> None:
    database = Database(tmp_path / "p.sqlite")
    assert preferences(database) == Preferences()
    chosen = Preferences(0.85, 0, False, tuple(number / 10 for number in range(21)))
    save_preferences(database, chosen)
    assert preferences(database) == chosen
    save_preferences(database, replace(chosen, parameters=()))
    assert preferences(database) == replace(chosen, parameters=())
    save_preferences(database, replace(chosen, parameters=(1.0,) * 20))  # too few
    assert preferences(database).parameters == ()
    assert count_wrong_schedules(database) == 0


def test_a_clock_that_was_behind_for_a_while_loses_no_schedule(path: Path) -> None:
    fill(path, ("statement", -20 * DAY_MS), ("single", -20 * DAY_MS), ("short", -2 * DAY_MS))
    now = int(time.time() * 1000)
    with closing(Database(path)) as database:
        store = store_of(database)
        before = store.memories("eight-kinds")
        assert store.ignore_future(now - 20 * YEAR_MS) == 3  # an empty battery
        assert store.memories("eight-kinds") == {}
        assert store.ignore_future(now - 10 * DAY_MS) == 2  # then a wrong week
        assert store.memories("eight-kinds").keys() == {"statement", "single"}
        assert store.ignore_future(now) == 1
        assert store.memories("eight-kinds") == before
        assert count_wrong_schedules(database) == 0
        assert store.ignore_future(now) == 0
        assert database.query("SELECT * FROM setting WHERE name = 'ignored_after'") == []
