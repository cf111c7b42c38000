"""The rules of an exam, as they are saved and read again."""

from sco_quiz.app.exam import ExamRules, rules_from
from sco_quiz.core.session import Session


def test_rules_survive_the_progress_file() -> None:
    for rules in (ExamRules(60), ExamRules(75, 90.0)):
        assert rules_from(rules.settings) == rules
    assert ExamRules(60, 0.0).settings == {"pass_mark": 60}


def test_a_result_has_its_times_in_seconds() -> None:
    result = ExamRules(60, 90.0).result(Session((), 1, mode="exam"), 12_345)
    assert (result.pass_mark, result.used, result.time_limit) == (60, 12, 90)
    assert ExamRules(60).result(Session((), 1), 0).time_limit is None
