"""`sco_quiz.check`: a path and a bank in memory."""

from pathlib import Path

import pytest

import sco_quiz
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import Ordering, SingleChoice

QUESTION = SingleChoice(
    id="seat",
    type="single_choice",
    prompt="Where is the seat?",
    answer="In the capital of the country, as the charter of the organization says",
    distractors=("Tashkent", "None of the above"),
    level="remember",
)


def bank_of(*questions: SingleChoice | Ordering) -> Bank:
    return Bank("mine", "Mine", (Topic("first", "First", questions),))


def test_a_bank_in_memory_is_checked_with_the_question_and_field_as_places() -> None:
    report = sco_quiz.check(bank_of(QUESTION))
    places = {problem.name: str(problem.place) for problem in report.problems}
    assert places["none-of-the-above"] == "seat.distractors[1]"
    assert places["missing-explanation"].startswith("seat")
    assert report.questions == 1
    assert report.pages[report.problems[0].name].summary


def test_select_and_ignore_choose_among_rules() -> None:
    bank = bank_of(QUESTION)
    assert {problem.name for problem in sco_quiz.check(bank, select=["none-of-the-above"]).problems} == {
        "none-of-the-above"
    }
    ignored = sco_quiz.check(bank, ignore=["none-of-the-above"]).problems
    assert ignored
    assert "none-of-the-above" not in {problem.name for problem in ignored}


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_an_unknown_name_is_refused_with_a_suggestion(option: str) -> None:
    with pytest.raises(sco_quiz.SelectionError, match="did you mean `none-of-the-above`"):
        sco_quiz.check(bank_of(QUESTION), **{option: ["none-of-te-above"]})


def test_a_path_is_checked_with_lines(tmp_path: Path) -> None:
    path = tmp_path / "first.yaml"
    path.write_text("topic: First\nquestions:\n  - id: one\n    type: numeric\n    answr: 3\n", "utf-8")
    report = sco_quiz.check(path)
    assert report.fails(strict=False)
    assert str(path) + ":5:5" in {str(problem.place) for problem in report.problems}
    assert sco_quiz.check(str(path)).problems == report.problems
