"""The current time, and the days of a student who has not changed the hour at which a day begins."""

from time import time

from sco_quiz.history.days import Days

day_of = Days().date
bounds_of_day = Days().bounds


def now() -> int:
    """Return the current time in ms since 1970 (UTC)."""
    return int(time() * 1000)
