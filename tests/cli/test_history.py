"""`sco-quiz history`."""

import json
import os
from pathlib import Path

import pytest

from tests.command import ok, sco_quiz
from tests.conftest import ROOT

BANK = ("--bank", str(ROOT / "tests" / "terminal" / "eight-kinds.yaml"))


LINE = {
    "bank": "b",
    "question": "q",
    "at": 1,
    "response": None,
    "outcome": None,
    "credit": 0,
    "duration": 0,
    "mode": "quiz",
    "rating": None,
    "hint_taken": False,
    "claimed": False,
}


@pytest.fixture
def answered() -> None:
    ok("quiz", *BANK, "--kind", "true_false", "--kind", "short_answer", "--seed", "1", given="f\nnote\nq\n")
    ok("quiz", *BANK, "--kind", "true_false", given="t\nn\n")
    ok("quiz", *BANK, "--kind", "short_answer", given="f\nIs it?\nNurgaliev\n")


@pytest.mark.usefixtures("answered")
def test_export_and_import_are_each_others_inverse(tmp_path: Path) -> None:
    text = ok("history", "export")
    lines = [json.loads(line) for line in text.splitlines()]
    assert set(lines[0]) == {*LINE, "utc_offset"}
    assert lines[-1].keys() == {"at", "bank", "note", "question"}
    file = tmp_path / "answers.jsonl"
    assert f"{len(lines)} answers and flags" in ok("history", "export", "-o", str(file))
    assert file.read_text("utf-8") == text
    again = f"0 new answers, 0 new flags, {len(lines)} already there"
    assert again in ok("history", "import", str(file))
    assert ok("history", "export") == text
    fresh = ("--progress", str(tmp_path / "other.sqlite"))
    assert f"{len(lines) - 1} new answers, 1 new flag, 0 already there" in ok("history", "import", str(file), *fresh)
    assert ok("history", "export", *fresh) == text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{broken", "f.jsonl:2:2: this line is not a JSON object"),
        ("[1]", "f.jsonl:2:1: this line is not an answer or flag of sco-quiz: it is not an object"),
        (json.dumps({**LINE, "extra": 1}), "the keys differ: extra"),
        (json.dumps({**LINE, "at": -1}), "`at` must be a whole number from 0 to"),
        (json.dumps({**LINE, "at": True}), "`at` must be a whole number from 0 to"),
        (json.dumps({**LINE, "bank": 1}), "`bank` must be a string"),
        (json.dumps({**LINE, "bank": "\ud800"}), "`bank` must be a string"),
        (json.dumps({**LINE, "mode": "play"}), "`mode` must be one of quiz, review, practice, exam, anki"),
        (json.dumps({**LINE, "outcome": "good"}), "`outcome` must be right, partly, almost, wrong or null"),
        (json.dumps({**LINE, "rating": 5}), "`rating` must be a whole number from 1 to 4 or null"),
        (json.dumps({**LINE, "credit": 2}), "`credit` must be a number from 0 to 1"),
        (json.dumps({**LINE, "response": "x"}), "`response` must be a list of strings or null"),
        (json.dumps({**LINE, "utc_offset": 1441}), "`utc_offset` must be a whole number from -1440 to 1440 or null"),
        (json.dumps({**LINE, "claimed": 1}), "`claimed` must be true or false"),
        ("[" * 100_000, "f.jsonl:2:1: this line is not a JSON object"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_brought_in(tmp_path: Path, line: str, told: str) -> None:
    file = tmp_path / "f.jsonl"
    file.write_text(json.dumps(LINE) + "\n" + line + "\n", "utf-8")
    done = sco_quiz("history", "import", str(file))
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert ok("history", "export") == ""


@pytest.mark.usefixtures("answered")
def test_reset_asks_before_it_deletes() -> None:
    done = sco_quiz("history", "reset", "statement", *BANK, given="n\n")
    assert "Delete 2 answers?" in done.stdout
    assert "`sco-quiz history export -o answers.jsonl` saves a copy." in done.stdout
    assert (done.returncode, done.stdout.endswith("Nothing was deleted.\n")) == (1, True)
    before = ok("history", "export")
    assert ok("history", "export") == before
    assert "deleted 2 answers" in ok("history", "reset", "statement", "--yes", *BANK)
    assert "deleted" in ok("history", "reset", *BANK, given="y\n")
    assert all("note" in json.loads(line) for line in ok("history", "export").splitlines())


def test_export_without_a_file_is_empty_and_creates_none() -> None:
    assert ok("history", "export") == ""
    assert not Path(os.environ["SCO_QUIZ_PROGRESS"]).exists()


def test_plain_mode_reports_progress_in_words(tmp_path: Path) -> None:
    from tests.pseudo_terminal import Terminal

    file = tmp_path / "many.jsonl"
    lines = (json.dumps({**LINE, "question": f"q{n % 50}", "at": n * 1000, "rating": 3}) for n in range(3000))
    file.write_text("\n".join(lines) + "\n", "utf-8")
    terminal = Terminal("import", str(file), command="history", SCO_QUIZ_PLAIN="1")
    try:
        terminal.wait_for("Scheduling: 100 percent")
        terminal.wait_for("flags")
        assert terminal.ended() == 0
        assert "\x1b" not in terminal.raw
        assert "Reading: " in terminal.text()
    finally:
        terminal.kill()


def test_answers_outlive_a_rename_and_a_deletion(tmp_path: Path) -> None:
    bank = tmp_path / "mine.yaml"
    text = (ROOT / "tests" / "terminal" / "eight-kinds.yaml").read_text("utf-8")
    bank.write_text(text, "utf-8")
    ok("review", "--no-fuzz", "--bank", str(bank), "--kind", "true_false", "--kind", "numeric", given="f\neasy\n")
    before = ok("history", "export")
    ok("rename", "statement", "claim", "--bank", str(bank))
    asked = ("review", "--bank", str(bank), "--kind", "true_false")
    assert "Nothing is due for 8 days" in ok(*asked, given="n\n")
    assert ok("history", "export") == before
    start, end = text.index("  - id: statement"), text.index("  - id: predecessor")
    bank.write_text(text[:start] + text[end:], "utf-8")
    assert "1 answer to questions that are no longer in the bank." in ok("stats", "--bank", str(bank))
    assert ok("history", "export") == before


def test_banks_of_one_file_do_not_share_answers(tmp_path: Path) -> None:
    text = (ROOT / "tests" / "terminal" / "eight-kinds.yaml").read_text("utf-8")
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text(text, "utf-8")
    ok("review", "--bank", str(tmp_path / "one.yaml"), "--kind", "true_false", given="f\n")
    assert "0 due, 1 new" in ok("review", "--bank", str(tmp_path / "two.yaml"), "--kind", "true_false")


def test_a_long_import_shows_a_bar_and_can_be_interrupted(tmp_path: Path) -> None:
    from tests.pseudo_terminal import Terminal

    file = tmp_path / "many.jsonl"
    lines = (json.dumps({**LINE, "question": f"q{n % 500}", "at": n * 1000, "rating": 3}) for n in range(60_000))
    file.write_text("\n".join(lines) + "\n", "utf-8")
    terminal = Terminal("import", str(file), command="history")
    try:
        terminal.wait_for("Scheduling  [", seconds=60)
        terminal.wait_for("%", seconds=60)
        terminal.press("\x03")
        terminal.wait_for("Interrupted.")
        assert terminal.ended() == 130
    finally:
        terminal.kill()
    assert ok("history", "export") == ""
