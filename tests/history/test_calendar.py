"""A student's days, where the clocks change, too."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from sco_quiz.history.days import Days

HOUR = 3_600_000

if not hasattr(time, "tzset"):
    pytest.skip("the time zone of a process can only be set on POSIX", allow_module_level=True)


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], int]]:
    """Live in Berlin; gives the timestamp of a local time."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield lambda local: int(datetime.fromisoformat(local).replace(tzinfo=ZoneInfo("Europe/Berlin")).timestamp() * 1000)
    monkeypatch.undo()
    time.tzset()


def test_a_day_begins_at_four(in_berlin: Callable[[str], int]) -> None:
    assert Days().date(in_berlin("2026-05-10 03:59")).isoformat() == "2026-05-09"
    assert Days().date(in_berlin("2026-05-10 04:00")).isoformat() == "2026-05-10"
    expected = in_berlin("2026-05-09 04:00"), in_berlin("2026-05-10 04:00")
    for time_of_day in ("2026-05-09 04:00", "2026-05-09 23:30", "2026-05-10 03:59"):
        assert Days().bounds(in_berlin(time_of_day)) == expected


@pytest.mark.parametrize(("day", "hours"), [("2026-03-28", 23), ("2026-10-24", 25), ("2026-06-01", 24)])
def test_a_day_on_which_the_clocks_change(in_berlin: Callable[[str], int], day: str, hours: int) -> None:
    begin, end = Days().bounds(in_berlin(f"{day} 12:00"))
    assert (end - begin) / HOUR == hours
    assert datetime.fromtimestamp(begin / 1000, UTC).astimezone(ZoneInfo("Europe/Berlin")).hour == 4
