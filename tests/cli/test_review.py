"""`sco-quiz review` and `flags`: real commands on a real progress file."""

import json
import os
import sqlite3
from datetime import datetime

import pytest

from sco_quiz.core.review import DAY_MS
from tests.command import ok
from tests.command import sco_quiz as run
from tests.conftest import ROOT

BANK = ROOT / "tests" / "terminal" / "eight-kinds.yaml"


def asked(*arguments: str, given: str = "") -> str:
    return ok(*arguments, "--bank", str(BANK), given=given)


def sco_quiz(*arguments: str, given: str = "") -> tuple[int, str, str]:
    done = run(*arguments, given=given)
    return done.returncode, done.stdout, done.stderr


def rows(query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(os.environ["SCO_QUIZ_PROGRESS"]) as db:
        return db.execute(query).fetchall()


def test_new_questions_are_limited_by_the_day() -> None:
    assert "0 due, 2 new" in asked("review", "--new", "2", given="s\ns\n")
    assert "0 due, 2 new" in asked("review", "--new", "2", given="2\n2\n")  # a skipped question is still new
    assert "new" not in asked("review", "--new", "2", "--kind", "numeric")


def test_what_was_rated_again_comes_back_and_is_due_after() -> None:
    shown = asked("review", "--no-fuzz", "--new", "1", "--kind", "true_false", given="t\nt\nf\n")
    told = "Again: asked again at the end of this review (hard or good in your next review; easy in 8 days)."
    assert shown.count(told) == 1
    assert shown.count("asked again ") == 3
    assert shown.count("\n1 question left, topic") == 3  # what comes back makes the way no longer
    assert rows("SELECT rating, mode FROM answer ORDER BY id") == [(1, "review"), (1, "review"), (3, "review")]
    shown = asked("review", "--kind", "true_false", given="f\n")
    assert "1 due, 0 new" in shown


def test_a_review_ends_when_all_is_known() -> None:
    shown = asked("review", "--kind", "true_false", given="t\nf\nf\nf\n")
    assert shown.count("How it went") == 1
    assert rows("SELECT outcome, mode FROM answer ORDER BY id") == [("wrong", "review"), ("right", "review")]


def test_the_learner_can_rate() -> None:
    kinds = ("--kind", "true_false", "--kind", "short_answer")
    shown = asked("review", "--no-fuzz", *kinds, given="f\neasy\nNurgaliev\nagain\n")
    assert "Easy: asked again in 8 days (again at the end of this review; hard or good in your next review)." in shown
    assert rows("SELECT question, rating FROM answer ORDER BY id")[0] == ("statement", 4)
    assert "There is no answer to rate yet." in asked("review", "--kind", "ordering", given="good\n")


def test_the_score_of_a_review_counts_what_was_known_at_first() -> None:
    shown = asked("review", "--kind", "true_false", "--kind", "numeric", "--plain", given="t\n30\nf\n")
    assert "\nScore: 1 of 2 questions known at first\nAll answers: 2 right, 1 wrong\n" in shown
    assert "\nDue: 2 today, 0 tomorrow. Streak: 1 day.\n" in shown  # both are still being learned
    assert "Missed at first:\nIt sits in Almaty.\nRight answer: false\n" in shown
    assert "known at first" not in asked("review", "--kind", "ordering", given="")


def test_undo_takes_the_answer_out_of_the_file() -> None:
    asked("review", "--kind", "true_false", given="t\nu\n")
    assert rows("SELECT count(*) FROM answer") == [(0,)]
    assert rows("SELECT count(*) FROM memory") == [(0,)]


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        (("Nurgalyev",), ("almost", 1.0, 0, 2)),
        (("Nurgalyev", "r"), ("wrong", 0.0, 1, 1)),
        (("Nurgalyev", "r", "r"), ("almost", 1.0, 0, 2)),
        (("Ivanov", "r"), ("right", 1.0, 1, 3)),
    ],
)
def test_a_claim_changes_it(typed: tuple[str, ...], saved: tuple[object, ...]) -> None:
    given = "".join(f"{line}\n" for line in typed)
    asked("review", "--kind", "short_answer", "--kind", "numeric", given=given)
    assert rows("SELECT outcome, credit, claimed, rating FROM answer") == [saved]
    missed = "1 missed" if saved[1] == 0 else "nothing missed"
    assert missed in asked("review", "--missed", "--kind", "short_answer")


def test_the_day_can_begin_at_another_hour_and_due_dates_stay_exact() -> None:
    kind = ("--kind", "true_false")
    asked("review", *kind, "--kind", "numeric", given="f\neasy\n")
    shown = asked("review", *kind, "--day-begins", "7", "--no-fuzz", given="n\n")
    assert "Your day now begins at 7:00; due dates are no longer shifted at random: 1 question rescheduled." in shown
    assert "Nothing is due for " in shown
    assert rows("SELECT interval FROM memory") == [(8,)]
    (at, offset, due, day) = rows("SELECT at, utc_offset, due, day FROM memory JOIN answer USING (bank, question)")[0]
    assert isinstance(at, int)
    assert isinstance(offset, int)
    assert day == (at + offset * 60_000 - 7 * 3_600_000) // DAY_MS
    assert isinstance(due, int)
    assert datetime.fromtimestamp(due / 1000).hour == 7
    assert "rescheduled" not in asked("review", *kind, "--day-begins", "7", given="n\n")
    assert "the day begins at 7:00, due dates not shifted" in ok("doctor")
    assert "Due dates are now shifted at random: 1 question" in asked("review", *kind, "--fuzz", given="n\n")
    assert "24 is not in the range 0<=x<=23" in run("review", "--day-begins", "24").stderr


def test_nothing_is_due_and_practice_is_offered() -> None:
    asked("review", "--no-fuzz", "--kind", "true_false", "--kind", "numeric", given="f\neasy\n")
    shown = asked("review", "--kind", "true_false", given="n\n")
    assert "Nothing is due for 8 days." in shown
    assert "Practice anyway? y/N" in shown
    shown = asked("review", "--kind", "true_false", given="y\nf\n")
    assert "practice with 1 question" in shown
    assert rows("SELECT mode FROM answer ORDER BY id") == [("review",), ("practice",)]
    assert "practice with 3 questions" in asked("review", "--practice", "-n", "3")
    assert "Nothing is due.\n" in asked("review", "--new", "0", "--kind", "ordering", given="n\n")


def test_missed_practices_what_was_wrong() -> None:
    asked("quiz", "--all", "--seed", "1", given="")
    asked("quiz", "--kind", "true_false", given="t\nn\n")
    shown = asked("review", "--missed", given="f\n")
    assert "1 missed in the last 7 days" in shown
    assert asked("review", "--missed").endswith("nothing missed in the last 7 days.\n")


def test_every_mode_saves_answers() -> None:
    asked("quiz", "--kind", "true_false", given="t\ny\nf\n")
    asked("quiz", "--kind", "true_false", "--exam", given="f\n\n")
    found = rows("SELECT mode, outcome FROM answer ORDER BY id")
    assert found == [("quiz", "wrong"), ("practice", "right"), ("exam", "right")]
    assert all(
        isinstance(duration, int) and 0 <= duration < 60_000 for (duration,) in rows("SELECT duration FROM answer")
    )


def test_flags_are_listed_for_a_teacher() -> None:
    asked("quiz", "--kind", "short_answer", given="f\nIs it still so?\nf\n\nq\n")
    shown = asked("flags")
    assert "predecessor  20" in shown
    assert "  Is it still so?\n1 flag in eight-kinds." in shown
    (flag,) = json.loads(asked("flags", "--json", "--clear"))
    assert flag["question"] == "predecessor"
    assert flag["note"] == "Is it still so?"
    assert asked("flags") == "0 flags in eight-kinds.\n"
