"""Time without pauses."""

import pytest

from sco_quiz.app import stopwatch


def test_pauses_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter([100.0, 102.0, 105.0, 165.0, 166.0, 170.0])
    monkeypatch.setattr(stopwatch, "monotonic", lambda: next(seconds))
    watch = stopwatch.Stopwatch(limit=10, used=1000)  # at 100
    assert watch.used() == 3000  # at 102
    with watch.paused():  # from 105 to 165
        pass
    assert watch.used() == 7000  # at 166
    assert watch.left() == -1  # at 170


def test_without_a_limit_there_is_no_end() -> None:
    assert stopwatch.Stopwatch().left() == float("inf")
