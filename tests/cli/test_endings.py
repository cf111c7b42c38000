"""What is printed after a quiz or review: what is due, the streak, and what to type next."""

import os
import sqlite3

import pytest

from sco_quiz.core.errors import HistoryError
from sco_quiz.core.review import DAY_MS
from tests.command import ok
from tests.conftest import ROOT

BANK = str(ROOT / "tests" / "terminal" / "eight-kinds.yaml")
ONE = ("--kind", "true_false", "--bank", BANK)


def execute(statement: str) -> None:
    with sqlite3.connect(os.environ["SCO_QUIZ_PROGRESS"]) as db:
        db.execute(statement)


def last_lines(*arguments: str, given: str, count: int = 2) -> list[str]:
    return ok(*arguments, given=given).splitlines()[-count:]


def test_after_a_quiz_a_learner_reads_what_is_due_the_streak_and_what_to_type() -> None:
    assert last_lines("quiz", *ONE, given="f\n") == [
        "Due: 1 today, 0 tomorrow. Streak: 1 day.",  # it is still being learned
        f"Next: `sco-quiz review --bank {BANK}` asks what is due today.",
    ]
    assert last_lines("review", *ONE, given="easy\nf\neasy\n")[1].startswith(f"Next: `sco-quiz quiz --bank {BANK}`")


def test_what_is_due_tomorrow_is_counted() -> None:
    ok("quiz", *ONE, given="f\n")
    execute("UPDATE memory SET state = 2, interval = 1")
    assert "Due: 1 today, 1 tomorrow." in ok("quiz", "--kind", "numeric", "--bank", BANK, given="30\n")


def test_the_streak_counts_days_without_a_gap() -> None:
    ok("quiz", *ONE, given="f\n")
    execute(f"UPDATE answer SET at = at - {DAY_MS}")
    assert "Streak: 2 days." in last_lines("quiz", *ONE, given="f\n")[0]


def test_missed_questions_are_named_when_nothing_is_due() -> None:
    ok("quiz", *ONE, given="t\nn\n")
    shown = last_lines("quiz", *ONE, given="s\nn\n")
    execute("DELETE FROM memory")
    shown = last_lines("quiz", *ONE, given="s\nn\n")
    assert shown[-1] == f"Next: `sco-quiz review --missed --bank {BANK}` repeats what you missed."


def test_an_unfinished_quiz_names_one_command_only() -> None:
    shown = ok("quiz", "--bank", BANK, "--seed", "1", given="f\n")
    assert shown.count("`sco-quiz ") == 1
    assert shown.endswith(f"`sco-quiz quiz --resume --bank {BANK}` continues where you left off.\n")


def test_all_missed_questions_can_be_listed_with_their_answers() -> None:
    shown = ok("quiz", "--bank", BANK, given="s\n" * 8 + "n\n")
    assert "\nand 4 more\n" in shown
    listed = f"`sco-quiz list --missed --bank {BANK}` shows all that you missed, with the right answers."
    assert listed in shown
    ok("quiz", *ONE, given="f\n")
    listing = ok("list", "--missed", "--bank", BANK)
    assert listing.endswith("\n7 questions\n")
    assert listing.count("Right answer: ") == 7
    assert "Right answer: 30 people" in " ".join(listing.split())
    assert "statement" not in listing


@pytest.fixture
def reviewed() -> int:
    """Let 47 questions of the built-in bank be due; return their number."""
    ok("quiz", "-n", "47", "--seed", "1", given="s\n" * 47 + "n\n")
    execute("UPDATE answer SET rating = 3, outcome = 'right', credit = 1")
    execute(
        "INSERT INTO memory (bank, question, state, stability, difficulty, due, last_review, steps_left, day, interval,"
        " first_review) SELECT bank, question, 2, 1.0, 5.0, 1, 1, 0, 1, 1, 1 FROM answer"
    )
    return 47


def test_a_review_has_the_length_of_a_session_and_offers_the_rest(reviewed: int) -> None:
    shown = ok("review", "--new", "3", given="easy\n" + "s\n" * 20 + "y\n" + "s\n" * 20 + "n\n")
    assert f"{reviewed} due, 3 new; 20 of these {reviewed + 3} now; ? shows the keys" in shown
    assert shown.count("20 questions left, ") == 2
    assert "30 more to review, due or new: continue? y/N" in shown
    assert "10 more to review, due or new: continue? y/N" in shown
    assert shown.count("How it went") == 2


def test_the_length_of_a_review_can_be_chosen(reviewed: int) -> None:
    shown = ok("review", "-n", "60", "--new", "0", given="s\n")
    assert f"{reviewed} due, 0 new; ? shows" in shown
    assert f"{reviewed} questions left, " in shown
    assert "more to review" not in shown  # it ended early


def test_a_list_of_one_topic_shows_no_empty_topics() -> None:
    listed = ok("list", "energy")
    assert "(0)" not in listed
    assert len([line for line in listed.splitlines() if line and not line.startswith(" ")]) == 2
    assert "(0)" in ok("list", "--by", "level", "--bank", BANK)  # gaps of a whole bank are worth seeing


def test_commands_beside_a_question_name_the_bank() -> None:
    ok("quiz", *ONE, given="f\n")
    shown = ok("quiz", "--kind", "numeric", "--bank", BANK, given="f\nToo easy?\n30\n")
    assert "Flagged." in shown
    assert f"1 flag: `sco-quiz flags --bank {BANK}` lists them." in ok("stats", "--bank", BANK)


def test_a_file_that_cannot_be_read_at_the_end_does_not_hide_the_score(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(*arguments: object) -> None:
        raise HistoryError("the file is damaged")

    monkeypatch.setattr("sco_quiz.app.outlook.outlook", damaged)
    shown = ok("quiz", *ONE, given="f\n")
    assert "Score: 1 of 1 point (100 %)" in shown
    assert "Due: " not in shown
