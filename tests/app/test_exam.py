"""The rules of an exam, as they are saved and read again, and its questions."""

from itertools import combinations
from pathlib import Path

import pytest

from sco_quiz.app.exam import ExamRules, rules_from
from sco_quiz.app.sessions import begin_session
from sco_quiz.core.selection import Filter
from sco_quiz.core.session import Mode, Session
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT


def test_rules_survive_the_progress_file() -> None:
    for rules in (
        ExamRules(60),
        ExamRules(75, 90.0, Path("/tmp/r.html"), "A. Student"),
        ExamRules(50, clock_stops=True),
    ):
        assert rules_from(rules.settings) == rules
    assert ExamRules(60, 0.0).settings == {"pass_mark": 60, "clock_runs": True}
    assert ExamRules(60, result_file=Path("r.html")).settings["result_file"] == str(Path.cwd() / "r.html")


def test_an_exam_of_the_first_version_keeps_its_rules() -> None:
    assert rules_from({"pass_mark": 50, "time_limit": 1800.0}) == ExamRules(50, 1800.0, clock_stops=True)


@pytest.mark.parametrize("mode", ["exam", "quiz"])
def test_its_questions_are_no_enemies(mode: Mode) -> None:
    bank = load_bank(ROOT / "tests" / "released" / "0.1.0" / "sco-2010")
    for seed in range(50):
        names = [question.id for question in begin_session(bank, Filter(), 15, seed, mode).questions]
        assert len(names) == 15
        assert [pair for pair in combinations(names, 2) if bank.enemies.pair(*pair)] == []


def test_a_result_has_its_times_in_seconds() -> None:
    result = ExamRules(60, 90.0).result(Session((), 1, mode="exam"), 12_345, 7_200_000)
    assert (result.pass_mark, result.used, result.time_limit, result.interrupted) == (60, 12, 90, 7200)
    assert result.time_in_words == (
        "Time used: 12 seconds of 2 minutes. Interrupted for 2 hours while the clock kept running."
    )
    assert ExamRules(60).result(Session((), 1), 0, 0).time_in_words == "Time used: 0 seconds."
    assert ExamRules(60).result(Session((), 1), 0, 90_000).time_in_words.endswith(" Interrupted for 2 minutes.")
