"""`quiz --exam` and `quiz --resume`."""

import json
import re
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
    assert "http" not in page


def test_a_result_that_cannot_be_written_is_reported_and_the_exam_is_saved(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    first, second = answers()
    code, out, err = exam("--result", str(tmp_path / "file" / "r.txt"), given=f"{first}\n{second}\n\n")
    assert code == 1
    assert "2 of 2 points" in out
    assert "Traceback" not in err
    assert err.startswith("Error: ")


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


def test_an_exam_without_an_answer_cannot_be_resumed() -> None:
    code, _, err = exam(given="")
    assert code == 130
    assert err.endswith("The exam was interrupted; no answer was saved.\n")


def test_an_interrupted_quiz_is_resumed() -> None:
    first, second = answers()
    shown = " ".join(ok("quiz", *KINDS, given=f"{first}\n").split())
    assert f"`sco-quiz quiz --resume --bank {BANK}` continues where you left off." in shown
    shown = ok("quiz", "--resume", "--bank", BANK, given=f"u\n{first}\n{second}\n")
    assert "resuming after 1 of 2 questions" in shown
    assert "Answer undone." in shown
    assert "Score: 2 of 2 (100 %)" in shown
    code, _, err = sco_quiz("quiz", "--resume", "--bank", BANK)
    assert code == 1
    assert "there is no interrupted quiz or exam of eight-kinds to resume." in err
