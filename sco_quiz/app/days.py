"""The current time, and a student's days, which begin at four in the morning."""

from datetime import date, datetime, timedelta
from time import time

from sco_quiz.core.review import DAY_BEGINS_HOUR

_NIGHT = timedelta(hours=DAY_BEGINS_HOUR)


def now() -> int:
    """Return the current time in ms since 1970 (UTC)."""
    return int(time() * 1000)


def day_of(at: int) -> date:
    """Return the student's day of a timestamp in ms since 1970 (UTC)."""
    return (datetime.fromtimestamp(at / 1000) - _NIGHT).date()


def bounds_of_day(at: int) -> tuple[int, int]:
    """Return when the student's day of a timestamp begins and ends; all in ms since 1970 (UTC)."""
    day = datetime.combine(day_of(at), datetime.min.time()) + _NIGHT
    # From local time, each on its own: a day on which the clocks change has 23 or 25 hours.
    begin, end = (int(local.astimezone().timestamp() * 1000) for local in (day, day + timedelta(days=1)))
    return begin, end
