"""`quiz --exam` with a blueprint."""

import json
from pathlib import Path

import pytest

from sco_quiz.cli.exam_forms import forms_of
from sco_quiz.loading.load import load_bank
from tests.command import ok, sco_quiz

CITIES = """\
topic: Cities
questions:
  - {id: seat, type: short_answer, prompt: Where does the Secretariat sit?, answer: Beijing, level: remember}
  - {id: charter, type: short_answer, prompt: Where was the charter signed?, answer: Petersburg, level: remember}
  - {id: fifth, type: numeric, prompt: How many founders were there?, answer: 6, level: understand}
"""
EXAM = """\
title: Class test 1
time_limit: 45
pass_mark: 70
scale: {A: 90, B: 70, F: 0}
sections:
  - {title: Places, number: 1, questions: seat, points: 3}
  - {title: Numbers, number: 1, kinds: numeric}
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    (tmp_path / "bank.yaml").write_text("id: cities\ntitle: Cities\nexam:\n  sections:\n    - number: 2\n")
    (tmp_path / "cities.yaml").write_text(CITIES)
    return tmp_path


@pytest.fixture
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exam") / "exam.yaml"
    path.write_text(EXAM)
    return path


def test_an_exam_of_a_blueprint_counts_its_points_and_gives_a_mark(bank: Path, file: Path, tmp_path: Path) -> None:
    result = tmp_path / "result.json"
    words = ("quiz", "--exam", "--bank", str(bank), "--blueprint", str(file), "--result", str(result))
    done = sco_quiz(*words, given="Beijing\n7\n\n")
    assert "Class test 1: exam with 2 questions, 4 points" in done.stdout
    assert "- Places: 1 question, 3 points\n- Numbers: 1 question, 1 point\n" in done.stdout
    assert "3 of 4 points (75 %); the pass mark is 70 %. Mark: B." in done.stdout
    assert done.returncode == 0
    values = json.loads(result.read_text())
    assert (values["points"], values["most"], values["time_limit"], values["pass_mark"]) == (3, 4, 2700, 70)


def test_each_question_of_an_exam_shows_what_it_counts_also_when_it_is_resumed(bank: Path, file: Path) -> None:
    begun = sco_quiz("quiz", "--exam", "--bank", str(bank), "--blueprint", str(file), given="Beijing\n")
    assert "Question 1 of 2, topic Cities, 3 points\n" in begun.stdout
    assert "Question 2 of 2, topic Cities, 1 point\n" in sco_quiz("quiz", "--resume", "--bank", str(bank)).stdout
    assert "point" not in sco_quiz("quiz", "--exam", "--bank", str(bank), "--all").stdout


def test_the_certificate_shows_the_mark_and_the_points_of_each_question(bank: Path, file: Path, tmp_path: Path) -> None:
    page = tmp_path / "certificate.html"
    words = ("quiz", "--exam", "--bank", str(bank), "--blueprint", str(file), "--result", str(page))
    assert sco_quiz(*words, given="Beijing\n7\n\n").returncode == 0
    shown = page.read_text(encoding="utf-8")
    assert '<h1 dir="auto">Class test 1</h1>' in shown
    assert "Passed. Mark: B" in shown
    assert "3 of 4 points" in shown
    assert "right; 3 of 3" in shown
    assert "wrong; 0 of 1" in shown


def test_a_resumed_exam_keeps_the_points_and_rules_of_its_blueprint(bank: Path, file: Path) -> None:
    begun = sco_quiz("quiz", "--exam", "--bank", str(bank), "--blueprint", str(file), given="Beijing\n")
    assert begun.returncode == 130
    file.unlink()
    done = sco_quiz("quiz", "--resume", "--bank", str(bank), given="7\n\n")
    assert "3 of 4 points (75 %); the pass mark is 70 %. Mark: B." in done.stdout
    assert "of 45 minutes" in done.stdout


def test_the_exam_of_the_bank_is_asked_unless_options_choose(bank: Path) -> None:
    words = ("quiz", "--exam", "--bank", str(bank))
    assert "exam with 2 questions, 2 points, by its blueprint" in sco_quiz(*words).stdout
    assert "exam with 3 of 3 questions; pass mark 60 %" in sco_quiz(*words, "--all").stdout
    assert "exam with 1 of 3 questions; pass mark 60 %" in sco_quiz(*words, "-n", "1").stdout
    assert "exam with 1 of 1 question; pass mark 60 %" in sco_quiz(*words, "--kind", "numeric").stdout
    assert "pass mark 90 %" in sco_quiz(*words, "--pass-mark", "90").stdout


def test_check_shows_the_sections(bank: Path, file: Path) -> None:
    words = ("quiz", "--exam", "--check", "--bank", str(bank))
    assert ok(*words, "--blueprint", str(file)) == (
        "Section  wanted  match  filled  points each\n"
        "Places        1      1       1            3\n"
        "Numbers       1      1       1            1\n"
        "\n"
        "The bank can fill the exam: 2 questions, 4 points.\n"
    )
    file.write_text("sections: [{number: 2, questions: [seat, charter]}, {title: Again, number: 1, questions: seat}]")
    done = sco_quiz(*words, "--blueprint", str(file))
    assert (done.returncode, "cannot fill 1 section" in done.stderr) == (1, True)
    assert "Again           1      1     0 !            1" in done.stdout


def test_a_blueprint_with_a_mistake_is_refused_with_its_place(bank: Path, file: Path) -> None:
    file.write_text(EXAM.replace("questions: seat", "questions: seet").replace("numeric", "numerical"))
    done = sco_quiz("quiz", "--exam", "--bank", str(bank), "--blueprint", str(file))
    assert f"{file}:7:40: error: `numerical` is not a type of question [unknown-type]" in done.stderr
    file.write_text(EXAM.replace("questions: seat", "questions: seet"))
    done = sco_quiz("quiz", "--exam", "--bank", str(bank), "--blueprint", str(file))
    assert f"{file}:6:43: error: no question in this bank has the id `seet` [unknown-question]" in (
        done.stdout + done.stderr
    )
    assert done.returncode == 1


NOTHING = {
    **dict.fromkeys(("topics", "kinds", "levels", "tags", "paragraphs"), ()),
    **dict.fromkeys(("number", "blueprint", "seed")),
    "everything": False,
}


def test_the_forms_that_options_ask_for(bank: Path, file: Path) -> None:
    loaded = load_bank(bank)
    assert [len(form.items) for form in forms_of(loaded, NOTHING, 3)] == [2, 2, 2]
    (whole,) = forms_of(loaded, NOTHING | {"everything": True})
    assert [question.id for question in whole.questions] == ["seat", "charter", "fifth"]
    assert len(forms_of(loaded, NOTHING | {"number": 1, "seed": 4}, 2)[1].items) == 1
    file.write_text(f"draw: each\n{EXAM}")
    assert len(forms_of(loaded, NOTHING | {"blueprint": file}, 1, each=30)) == 30


def test_a_blueprint_and_a_filter_contradict_each_other(bank: Path, file: Path) -> None:
    done = sco_quiz("quiz", "--exam", "-n", "1", "--bank", str(bank), "--blueprint", str(file))
    assert (done.returncode, "it says which questions to draw" in done.stderr) == (2, True)
