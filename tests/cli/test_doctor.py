"""`sco-quiz doctor`."""

import json
import os
import re
import sqlite3
import tomllib
from contextlib import closing
from pathlib import Path

import pytest

from sco_quiz.app.diagnostics import NEEDED
from tests.command import ok, sco_quiz
from tests.conftest import ROOT

BANK = ("--bank", str(ROOT / "tests" / "terminal" / "eight-kinds.yaml"))


@pytest.fixture
def path() -> Path:
    """A progress file with ten answers."""
    ok("review", "--practice", *BANK, given="1\n" * 40)
    return Path(os.environ["SCO_QUIZ_PROGRESS"])


def change(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(sql)


def test_before_the_first_answer() -> None:
    shown = ok("doctor")
    parts = {
        "sco-quiz": r"\d",
        "Python": r"3\.",
        "fsrs": r"\d",
        "bank": r".*\d+ questions",
        "terminal": ".*plain lines",
    }
    for name, state in parts.items():
        assert re.search(f"ok  {name}: {state}", shown), name
    assert "none yet" in shown
    assert not Path(os.environ["SCO_QUIZ_PROGRESS"]).exists()
    assert "nothing to repair" in ok("doctor", "--repair")


def test_retired_questions_are_counted_apart(tmp_path: Path) -> None:
    file = tmp_path / "sums.yaml"
    sum_ = "type: true_false, prompt: 1 + 1 = 2., answer: true, level: remember"
    questions = f"  - {{id: new, {sum_}}}\n  - {{id: old, {sum_}, status: retired}}\n"
    file.write_text(f"topic: Sums\nquestions:\n{questions}", "utf-8")
    assert "1 question, 1 retired" in ok("doctor", "--bank", str(file))


def test_every_package_that_it_needs_is_listed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert list(NEEDED) == [re.split("[<>=]", requirement)[0] for requirement in project["dependencies"]]


def test_a_sound_file(path: Path) -> None:
    shown = ok("doctor", *BANK)
    assert re.search(r"ok  answers: \d+, the last on 20\d\d-\d\d-\d\d at", shown)
    assert "ok  schedules: all match the answers" in shown
    findings = json.loads(ok("doctor", "--json"))
    assert {finding["state"] for finding in findings} <= {"ok", "missing"}
    told = [re.sub(r"\d+ MB", "", text) for text in (ok("doctor", "--repair", *BANK), shown)]  # others use the disk
    assert told[0] == told[1]
    assert path.exists()


OF_ANOTHER_QUESTION = (
    "INSERT INTO memory SELECT bank, question || 'x', state, stability, difficulty, due, last_review, steps_left, "
    "day, interval, first_review FROM memory"
)


@pytest.mark.parametrize(
    "sql",
    ["DELETE FROM memory", "UPDATE memory SET last_review = 1", OF_ANOTHER_QUESTION],
    ids=["missing", "of another time", "of another question"],
)
def test_schedules_that_do_not_match_the_answers_are_recreated(path: Path, sql: str) -> None:
    with sqlite3.connect(path) as db:
        before = db.execute("SELECT * FROM memory").fetchall()
    change(path, sql)
    assert "warning  schedules:" in ok("doctor")
    assert "Rescheduled " in ok("doctor", "--repair")
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT * FROM memory").fetchall() == before


def test_a_damaged_file(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * 8192 + data[12288:])
    done = sco_quiz("doctor")
    assert done.returncode == 1
    assert re.search(r"wrong  answers: .* is damaged", done.stdout)
    done = sco_quiz("doctor", "--repair")
    assert done.returncode == 0
    assert "was damaged and is now progress.damaged-1.sqlite" in done.stdout
    assert "warning  set aside: " in done.stdout


def test_a_row_that_is_not_an_answer(path: Path) -> None:
    before = ok("history", "export").splitlines()
    change(path, "UPDATE answer SET outcome = 'maybe' WHERE id = 1")
    assert "`outcome` must be right, partly, almost, wrong or null" in sco_quiz("doctor").stdout
    done = sco_quiz("history", "export")
    assert done.returncode == 1
    assert "`sco-quiz doctor --repair`" in done.stderr
    assert "was damaged and is now progress.damaged-1.sqlite" in ok("doctor", "--repair")
    assert ok("history", "export").splitlines() == before[1:]


def test_unused_room_is_given_back(path: Path) -> None:
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)"
    change(path, f"CREATE TABLE big AS {numbers} SELECT i, hex(randomblob(50)) AS t FROM n")
    change(path, "DROP TABLE big")
    large = path.stat().st_size
    assert "unused pages to the disk." in ok("doctor", "--repair")
    assert path.stat().st_size < large / 2


def test_a_broken_bank(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("topic: [", "utf-8")
    done = sco_quiz("doctor", "--bank", str(tmp_path / "b.yaml"))
    assert done.returncode == 1
    assert "wrong  bank: " in done.stdout


def test_a_file_of_a_newer_program(path: Path) -> None:
    change(path, "CREATE TABLE badge (name TEXT)")
    change(path, "PRAGMA user_version = 99")
    done = sco_quiz("doctor")
    assert done.returncode == 1
    assert "newer sco-quiz" in done.stdout


def test_another_desired_retention() -> None:
    ok("review", *BANK, "--kind", "true_false", "--kind", "numeric", given="f\neasy\n")
    shown = ok("review", *BANK, "--retention", "0.8", given="n\n")
    assert "Desired retention is now 0.8: 1 question rescheduled." in shown
    assert "desired retention 0.8" in ok("doctor")
    assert "rescheduled" not in ok("review", *BANK, "--retention", "0.8", given="n\n")


def test_it_names_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sco_quiz.app.cache_folder import words_of_cache

    monkeypatch.setenv("SCO_QUIZ_CACHE", str(tmp_path))
    (tmp_path / "a.bank").write_bytes(b"x" * 3000)
    assert words_of_cache() == f"{tmp_path}, 3 kB; it can be deleted, SCO_QUIZ_CACHE=off switches it off"
    monkeypatch.setenv("SCO_QUIZ_CACHE", "off")
    assert words_of_cache() == "switched off by SCO_QUIZ_CACHE"
    monkeypatch.setenv("SCO_QUIZ_CACHE", "")
    assert "sco-quiz, " in words_of_cache()
