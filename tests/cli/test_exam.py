"""`quiz --exam` and `quiz --resume`."""

import json
import os
import re
import sqlite3
from pathlib import Path

import pytest

from tests.command import ok
from tests.command import sco_quiz as run
from tests.conftest import ROOT

BANK = str(ROOT / "tests" / "terminal" / "eight-kinds.yaml")
KINDS = ("--kind", "true_false", "--kind", "short_answer", "--seed", "1", "--bank", BANK)


def sco_quiz(*arguments: str, given: str = "") -> tuple[int, str, str]:
    done = run(*arguments, given=given)
    return done.returncode, done.stdout, done.stderr


def exam(*arguments: str, given: str) -> tuple[int, str, str]:
    return sco_quiz("quiz", "--exam", *KINDS, *arguments, given=given)


def answers() -> tuple[str, str]:
    """Return the right answers of the two questions of the exam, in their order."""
    shown = ok("quiz", *KINDS)
    return ("f", "Nurgaliev") if "True or false?" in shown.split("Answer:")[0] else ("Nurgaliev", "f")


def test_no_verdict_is_shown_before_the_end() -> None:
    first, second = answers()
    code, out, _ = exam(given=f"h\nr\n{first}\n{second}\n\n")
    assert code == 0
    before, after = out.split("That was the last question.")
    assert "Right" not in before
    assert "Hint:" not in before
    assert "There are no hints in an exam." in before
    assert before.count("Noted.") == 2
    assert "Passed\n2 of 2 points (100 %); the pass mark is 60 %." in after
    assert after.count("\nRight\n") == 2
    assert "\nRight\nYour answer: Nurgaliev\n" in after


def test_an_unanswered_question_gets_no_points() -> None:
    first, _ = answers()
    code, out, _ = exam("--pass-mark", "51", given=f"{first}\nq\nn\nq\ny\n")
    assert code == 1
    assert "Not passed\n1 of 2 points (50 %); the pass mark is 51 %." in out
    assert "1 of 2 questions not answered." in out
    assert exam("--pass-mark", "50", given=f"{first}\ns\n\n")[0] == 0


def test_the_last_answer_can_be_changed_before_it_is_handed_in() -> None:
    first, second = answers()
    code, out, _ = exam(given=f"{first}\nx\n" if second == "Nurgaliev" else f"{first}\nt\n")
    assert code == 1 or "50 %" in out
    given = f"{first}\n{'x' if second == 'Nurgaliev' else 't'}\nu\n{second}\n\n"
    assert "2 of 2 points" in exam(given=given)[1]


def test_results_are_written(tmp_path: Path) -> None:
    first, second = answers()
    given = f"{first}\n{second}\n\n"
    for name in ("r.txt", "r.json", "r.html"):
        assert exam("--result", str(tmp_path / name), "--name", "A <b>Student</b>", given=given)[0] == 0
    assert "2 of 2 points (100 %); the pass mark is 60 %." in (tmp_path / "r.txt").read_text("utf-8")
    values = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert (values["passed"], values["percent"], values["points"], values["most"]) == (True, 100, 2.0, 2)
    assert [answer["outcome"] for answer in values["answers"]] == ["right", "right"]
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "A &lt;b&gt;Student&lt;/b&gt;" in page
    assert "2 of 2 points (100 %)" in page
    assert "https:" not in page


@pytest.mark.parametrize(
    ("name", "reason"), [("file/r.txt", "not a directory"), ("notes.html", "it is a PDF document")]
)
def test_a_result_that_cannot_be_written_is_reported_before_the_exam(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "notes.html").write_text("%PDF-1.7")
    code, out, err = exam("--result", str(tmp_path / name), given="q\n")
    assert (code, "Question 1" in out) == (1, False)
    assert f"{tmp_path / name} cannot be written: {reason}" in err


def test_a_result_that_cannot_be_written_after_the_exam_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    first, second = answers()
    with monkeypatch.context() as changed:
        changed.setattr("sco_quiz.app.result_file.replacing", full)
        code, out, err = exam("--result", str(tmp_path / "r.txt"), given=f"{first}\n{second}\n\n")
    assert code == 1
    assert "2 of 2 points" in out
    assert "no space left on device; `sco-quiz quiz --resume --bank" in err
    assert run("quiz", "--resume", "--bank", BANK, "--result", str(tmp_path / "r.txt")).returncode == 0
    assert "2 of 2 points" in (tmp_path / "r.txt").read_text("utf-8")


def test_the_time_left_is_shown_and_runs_out() -> None:
    code, out, _ = exam("--time-limit", "1e-9", given="f\nf\n\n")
    assert "0 seconds left. Answer: " in out
    assert "Time is up." in out
    assert "0 of 2 points (0 %)" in out
    assert code == 1
    assert "5 minutes left. Answer: " in exam("--time-limit", "5.4", given="f\n")[1]


@pytest.mark.parametrize("option", [("--time-limit", "5"), ("--pass-mark", "50"), ("--result", "x"), ("--name", "x")])
def test_options_of_an_exam_need_an_exam(option: tuple[str, str]) -> None:
    code, _, err = sco_quiz("quiz", *option, "--bank", BANK)
    assert code == 2
    assert f"use {option[0]} only with --exam" in err


def test_an_interrupted_exam_is_resumed_at_the_same_question() -> None:
    first, second = answers()
    code, out, err = exam("--time-limit", "30", "--pass-mark", "90", given=f"{first}\n")
    assert code == 130
    assert "points" not in out
    assert f"`sco-quiz quiz --resume --bank {BANK}` continues it." in err
    asked = out.split("Noted.")[1].split("\n29")[0].split("\n30")[0].strip()
    code, out, _ = sco_quiz("quiz", "--resume", "--bank", BANK, given=f"{second}\n\n")
    assert code == 0
    assert "resuming after 1 of 2 questions" in out
    assert asked.splitlines()[:3] == out.split("\n\n")[1].splitlines()[:3]
    assert "2 of 2 points (100 %); the pass mark is 90 %." in out
    assert re.search(r"Time used: \d seconds? of 30 minutes\.", out)
    assert sco_quiz("quiz", "--resume", "--bank", BANK)[0] == 1  # it was handed in


def test_an_exam_without_an_answer_is_resumed_with_its_rules(tmp_path: Path) -> None:
    file = tmp_path / "r.html"
    code, out, err = exam("--time-limit", "30", "--result", str(file), given="")
    assert code == 130
    assert f"`sco-quiz quiz --resume --bank {BANK}` continues it." in err
    move_the_beginning(20 * 60_000)
    first, second = answers()
    code, resumed, _ = sco_quiz("quiz", "--resume", "--bank", BANK, given=f"{first}\n{second}\n\n")
    assert code == 0
    assert "resuming after 0 of 2 questions" in resumed
    assert "10 minutes left. Answer: " in resumed
    assert out.split("\n\n")[1] == resumed.split("\n\n")[1]  # the same first question
    assert "2 of 2 points (100 %)" in file.read_text("utf-8")


def test_a_quiz_without_an_answer_is_not_resumed() -> None:
    ok("quiz", *KINDS, given="")
    assert sco_quiz("quiz", "--resume", "--bank", BANK)[0] == 1


def test_an_exam_that_was_only_begun_does_not_hide_the_result_of_the_last_one(tmp_path: Path) -> None:
    first, second = answers()
    exam(given=f"{first}\n{second}\n\n")
    exam(given="")
    file = tmp_path / "r.json"
    assert "already handed in" in ok("quiz", "--resume", "--result", str(file), "--bank", BANK)
    assert json.loads(file.read_text("utf-8"))["points"] == 2


def test_the_result_comes_last() -> None:
    first, second = answers()
    out = exam(given=f"{first}\n{second}\n\n")[1]
    assert out.rindex("\nRight\n") < out.index("\nPassed\n2 of 2 points")


def test_the_missed_are_listed_above_the_result_and_one_command_repeats_them() -> None:
    first, _ = answers()
    out = exam(given=f"{first}\nx\n\n" if first == "f" else "x\nf\n\n")[1]
    listed, _, result = out.rpartition("Not passed\n1 of 2 points")
    assert "\nMissed\n" in listed
    assert "Right answer: Nurgaliev" in listed.split("\nMissed\n")[1]
    assert (
        f"`sco-quiz quiz --kind true_false --kind short_answer --exam --seed 1 --bank {BANK}` repeats this exam." in out
    )
    assert f"Next: `sco-quiz review --bank {BANK}` asks what is due today." in result


def test_a_right_answer_is_shown_in_the_result() -> None:
    first, second = answers()
    out = exam(given=f"{first}\n{second}\n\n")[1]
    assert "\nRight\nYour answer: Nurgaliev\n" in out
    assert "\nMissed\n" not in out


def test_the_pass_mark_is_told_before_and_help_names_only_keys_of_an_exam() -> None:
    out = exam("--pass-mark", "75", given="?\n")[1]
    assert "exam with 2 of 2 questions; pass mark 75 %; ? shows the keys" in out
    keys = out.split("What you can type")[1]
    assert "(not at true/false)" in keys
    assert not {"hint", "verdict", "keeps running"} & {*re.findall("hint|verdict|keeps running", keys)}


def test_an_almost_right_answer_is_explained_in_the_result() -> None:
    first, second = (answer.replace("Nurgaliev", "Nurgalyev") for answer in answers())
    result = exam(given=f"{first}\n{second}\n\n")[1].split("\nPassed\n")[1]
    assert (
        "\n2 right (1 almost)\nAlmost right: something small differs, such as a typo. It counts as right.\n" in result
    )


def test_an_interrupted_quiz_is_resumed() -> None:
    first, second = answers()
    shown = " ".join(ok("quiz", *KINDS, given=f"{first}\n").split())
    assert f"`sco-quiz quiz --resume --bank {BANK}` continues where you left off." in shown
    shown = ok("quiz", "--resume", "--bank", BANK, given=f"u\n{first}\n{second}\n")
    assert "resuming after 1 of 2 questions" in shown
    assert "Answer undone." in shown
    assert "Score: 2 of 2 points (100 %)" in shown
    code, _, err = sco_quiz("quiz", "--resume", "--bank", BANK)
    assert code == 1
    assert "there is no interrupted quiz or exam of eight-kinds to resume." in err


def move_the_beginning(milliseconds: int) -> None:
    """Let the last session begin earlier."""
    with sqlite3.connect(os.environ["SCO_QUIZ_PROGRESS"]) as db:
        db.execute("UPDATE session SET started = started - ?", (milliseconds,))


def test_the_clock_runs_while_the_exam_is_interrupted() -> None:
    first, second = answers()
    _, _, err = exam("--time-limit", "30", given=f"{first}\n")
    assert "The clock keeps running: 30 minutes left." in " ".join(err.split())
    move_the_beginning(20 * 60_000)
    _, out, _ = sco_quiz("quiz", "--resume", "--bank", BANK, given=f"{second}\n\n")
    assert "10 minutes left. Answer: " in out
    assert re.search(r"Time used: \d seconds? of 30 minutes\. Interrupted for 20 minutes while the clock kept", out)


def test_an_exam_whose_time_is_over_is_handed_in_when_it_is_resumed(tmp_path: Path) -> None:
    first, _ = answers()
    file = tmp_path / "r.html"
    exam("--time-limit", "30", "--result", str(file), given=f"{first}\n")
    move_the_beginning(40 * 60_000)
    code, out, _ = sco_quiz("quiz", "--resume", "--bank", BANK)
    assert code == 1
    assert "The time of the exam was over before you resumed it" in " ".join(out.split())
    assert "Answer: " not in out
    assert "1 of 2 points (50 %)" in out
    assert "Interrupted for 40 minutes while the clock kept running." in file.read_text("utf-8")
    assert sco_quiz("quiz", "--resume", "--bank", BANK)[0] == 1


def test_without_a_limit_the_result_says_how_long_the_exam_was_interrupted(tmp_path: Path) -> None:
    first, second = answers()
    exam(given=f"{first}\n")
    move_the_beginning(3 * 3_600_000)
    file = tmp_path / "r.json"
    out = sco_quiz("quiz", "--resume", "--result", str(file), "--bank", BANK, given=f"{second}\n\n")[1]
    assert "Interrupted for 3 hours.\n" in out
    assert json.loads(file.read_text("utf-8"))["interrupted"] // 100 == 108


@pytest.mark.parametrize("more", [(), ("--name", "B. Student")])
def test_a_resumed_exam_writes_its_result(tmp_path: Path, more: tuple[str, ...]) -> None:
    first, second = answers()
    exam("--result", str(tmp_path / "r.html"), "--name", "A. Student", given=f"{first}\n")
    sco_quiz("quiz", "--resume", *more, "--bank", BANK, given=f"{second}\n\n")
    assert (more[1] if more else "A. Student") in (tmp_path / "r.html").read_text("utf-8")


def test_the_result_of_a_finished_exam_can_still_be_written(tmp_path: Path) -> None:
    first, second = answers()
    shown = " ".join(exam("--name", "A. Student", given=f"{first}\n{second}\n\n")[1].split())
    assert f"`sco-quiz quiz --resume --bank {BANK} --result exam.html` writes this result to a file." in shown
    ok("quiz", *KINDS, given=f"{first}\n")  # an interrupted quiz is not meant
    for name in ("r.json", "r.html"):
        out = ok("quiz", "--resume", "--result", str(tmp_path / name), "--bank", BANK)
        assert "already handed in" in out
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["points"] == 2
    assert "A. Student" in (tmp_path / "r.html").read_text("utf-8")


def test_there_is_no_result_without_an_exam(tmp_path: Path) -> None:
    ok("quiz", *KINDS, given="s\n")
    code, _, err = sco_quiz("quiz", "--resume", "--result", str(tmp_path / "r.json"), "--bank", BANK)
    assert code == 1
    assert "there is no exam of eight-kinds to resume" in err


def test_questions_without_an_answer_are_listed_and_can_be_gone_to() -> None:
    first, second = answers()
    wrong = "t" if second == "f" else "x"
    code, out, _ = exam("--pass-mark", "100", given=f"s\nq\n7\n1\n{first}\n{wrong}\n\n")
    listed = out.split("Before you hand in\n")[1].split("\n\n")[0].splitlines()
    assert listed[0] == "0 of 2 questions answered. Not answered:"
    assert listed[1].startswith("1: ")
    assert listed[1].endswith(" (skipped)")
    assert listed[2].startswith("2: ")
    assert not listed[2].endswith(" (skipped)")
    assert "Type one of these, or a number from 1 to 2." in out
    assert "That was the last question.\n2 of 2 questions answered.\n" in out
    assert "1 right, 1 wrong\n" in out
    assert code == 1


def test_a_long_list_is_cut() -> None:
    out = sco_quiz("quiz", "--exam", "-n", "30", "--seed", "1", given="q\ny\n")[1]
    shown = out.split("Before you hand in\n")[1].split("\n\n")[0].splitlines()
    listed = [line for line in shown if not line.startswith("Setting: ")]
    assert (len(listed), listed[-1]) == (22, "and 10 more, from number 21")
    assert listed[20].startswith("20: ")


def test_at_the_end_only_enter_or_y_hands_in() -> None:
    first, second = answers()
    out = exam(given=f"s\n{second}\nx\n1\n{first}\ny\n")[1]
    assert "That was the last question.\n1 of 2 questions answered. Not answered:\n1: " in out
    assert "2 of 2 points (100 %)" in out
