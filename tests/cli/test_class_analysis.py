"""The analysis of a class is shown or written, and the bank changed after its diff."""

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from sco_quiz.cli.class_analysis import show_analysis, suggest_changes
from sco_quiz.core.class_results import ClassQuestion, ClassResults, JudgedAnswer, PupilResult
from sco_quiz.formats import outputs_of
from sco_quiz.loading.load import read_bank
from tests.app.test_analysis_changes import TOPIC


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bank.yaml").write_text("id: seas\ntitle: Seas\n", "utf-8")
    (tmp_path / "lakes.yaml").write_text(TOPIC, "utf-8")
    return tmp_path


def results_of(folder: Path, chosen: str) -> ClassResults:
    """Return a class whose pupils chose the options with these first letters: R for the right one, I or B."""
    (question,) = read_bank(folder).bank.questions
    names = {"R": "Baikal", "I": "Issyk-Kul", "B": "Balkhash"}
    at, one = datetime(2026, 1, 1, tzinfo=UTC), Fraction(1)
    pupils = []
    for number, letter in enumerate(chosen):
        response = (names[letter],)
        answers = {question.id: JudgedAnswer(response, question.grade(response))}
        pupils.append(PupilResult(f"p{number}", f"{number}.json", at, answers, one, one))
    return ClassResults("seas", "Lakes", (ClassQuestion(question),), tuple(pupils))


def test_text_and_page(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    results = results_of(folder, "RRIB")
    show_analysis(results)
    assert (
        "1. deepest\n  facility 0.50 (0.15 to 0.85), discrimination – (fewer than 2 questions)\n"
        in capsys.readouterr().out
    )
    show_analysis(results, folder / "page.html", outputs_of("analysis")["html"])
    assert "<h1" in (folder / "page.html").read_text("utf-8")
    show_analysis(results, folder / "figures.json", outputs_of("analysis")["json"])
    assert '"pupils": 4' in (folder / "figures.json").read_text("utf-8")


def test_the_bank_changes_after_its_diff(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    analysis = show_analysis(results_of(folder, "R" * 4 + "I" * 10 + "B" * 10))
    capsys.readouterr()
    suggest_changes(analysis, folder, yes=True)
    shown = capsys.readouterr().out
    assert "-    difficulty: 2  # a guess\n+    difficulty: 5  # a guess\n" in shown
    assert "difficulty: 5  # a guess" in (folder / "lakes.yaml").read_text("utf-8")


def test_a_small_class_suggests_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    suggest_changes(show_analysis(results_of(folder, "RIB")), folder, yes=True)
    assert "a suggestion needs 20 answers" in capsys.readouterr().out
    assert (folder / "lakes.yaml").read_text("utf-8") == TOPIC
