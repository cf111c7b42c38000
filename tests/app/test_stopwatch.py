"""Time at work, and time away."""

import pytest

from sco_quiz.app import stopwatch
from sco_quiz.app.stopwatch import Stopwatch, time_away


class Clocks:
    """The clock of the processor, which stops when the computer sleeps, and the one on the wall; in s."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.running, self.wall = 100.0, 1_000_000.0
        monkeypatch.setattr(stopwatch, "monotonic", lambda: self.running)
        monkeypatch.setattr(stopwatch, "now", lambda: int(self.wall * 1000))

    def pass_time(self, seconds: float, asleep: bool = False) -> None:
        self.wall += seconds
        self.running += 0 if asleep else seconds


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Clocks:
    return Clocks(monkeypatch)


def test_pauses_are_time_away_and_count_for_the_limit(clocks: Clocks) -> None:
    watch = Stopwatch(limit=100)
    clocks.pass_time(2)
    with watch.paused():
        clocks.pass_time(60)
    clocks.pass_time(1)
    assert (watch.used(), watch.away(), watch.left()) == (3000, 60_000, 37)


def test_the_limit_counts_the_time_asleep(clocks: Clocks) -> None:
    watch = Stopwatch(limit=100)
    clocks.pass_time(10)
    clocks.pass_time(3600, asleep=True)
    assert (watch.used(), watch.away(), watch.left()) == (10_000, 3_600_000, -3510)


def test_the_limit_counts_the_time_while_the_program_was_closed(clocks: Clocks) -> None:
    began = stopwatch.now()
    clocks.pass_time(50, asleep=True)
    resumed = Stopwatch(limit=100, used=20_000, began=began)
    assert (resumed.used(), resumed.away(), resumed.left()) == (20_000, 30_000, 50)
    clocks.wall -= 3600  # set back, which gives no time
    clocks.pass_time(10)
    assert (resumed.used(), resumed.away(), resumed.left()) == (30_000, 0, 70)


def test_the_clock_of_an_exam_of_the_first_version_stops(clocks: Clocks) -> None:
    began = stopwatch.now()
    clocks.pass_time(5000, asleep=True)
    resumed = Stopwatch(limit=100, used=20_000, began=began, stops=True)
    assert (resumed.left(), resumed.away()) == (80, 4_980_000)


def test_clocks_that_drift_apart_are_no_interruption() -> None:
    assert time_away(3_602_000, 3_600_000) == 0
    assert time_away(3_610_000, 3_600_000) == 10_000
    assert (time_away(1_999, 1000), time_away(2_001, 1000)) == (0, 1001)


def test_without_a_limit_there_is_no_end() -> None:
    assert Stopwatch().left() == float("inf")
