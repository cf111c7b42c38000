"""Strings that nobody types are compared in few steps."""

import pytest

from sco_quiz.core.typed import answers, grade_typed
from sco_quiz.core.typed.answers import MAX_FORGIVEN
from sco_quiz.core.verdict import Outcome


def fail(*_: object) -> None:
    raise AssertionError("takes time that grows with the square of the length")


def test_only_case_is_forgiven_in_a_very_long_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = (*answers.FORMAL, fail)
    monkeypatch.setattr(answers.compare, "__defaults__", (steps,))
    monkeypatch.setattr(answers._is_one_of, "__defaults__", (steps,))
    with pytest.raises(AssertionError):
        grade_typed("city", ["the city of Almaty"])
    long = "city " * (MAX_FORGIVEN // 5 + 1)
    assert grade_typed(long, ["the city of Almaty"]).outcome is Outcome.WRONG
    assert grade_typed(long.upper(), [long]).outcome is Outcome.RIGHT
    assert grade_typed("Almaty", [long]).outcome is Outcome.WRONG


@pytest.mark.parametrize("typed", ["1" * 9_000, f"{'1' * 9_000} hours", f"0.{'1' * 9_000} hours"])
def test_a_number_of_thousands_of_digits_is_no_duration(typed: str) -> None:
    assert grade_typed(typed, ["2 hours", "120 minutes"]).outcome is Outcome.WRONG


@pytest.mark.parametrize("typed", ["1" * 9_000, f"Louis {'1' * 9_000}", f"{'1' * 9_000} Louis", f"{'٣' * 9_000}."])
def test_a_number_of_thousands_of_digits_in_a_name(typed: str) -> None:
    assert grade_typed(typed, ["Louis XIV", "Louis 14"]).outcome is Outcome.WRONG
    assert grade_typed(typed, [typed]).outcome is Outcome.RIGHT
