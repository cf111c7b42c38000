"""The days on which a student answered."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from sco_quiz.core.study_days import DayOf
from sco_quiz.history.database import Database
from sco_quiz.history.schema import QUARTER_MS
from sco_quiz.history.totals import quarters_studied

DAY_QUARTERS, LONGEST_DAY = 24 * 4, 25 * 4 + 1  # quarters of an hour; one more, of the next day


def days_with_answers(database: Database, bank: str, day_of: DayOf) -> set[date]:
    """Return the days on which a student answered questions of a bank, and did not only skip some."""
    return {day for day, _ in by_day(quarters_studied(database, bank), day_of)}


def by_day(quarters: Sequence[int], day_of: DayOf) -> Iterator[tuple[date, slice]]:
    """Yield the days of ascending quarters of an hour, each with the slice of its quarters."""
    start, end_before = 0, 0
    while start < len(quarters):
        day = day_of(quarters[start] * QUARTER_MS)
        # a call of `day_of` for each quarter would take most of the time of `stats`: most days have 24 hours
        end = end_before + (quarters[start] - end_before) // DAY_QUARTERS * DAY_QUARTERS + DAY_QUARTERS
        if day_of(end * QUARTER_MS) <= day or day_of((end - 1) * QUARTER_MS) > day:
            span = range(quarters[start], quarters[start] + LONGEST_DAY)
            end = quarters[start] + bisect_right(span, day, key=lambda quarter: day_of(quarter * QUARTER_MS))
        stop = bisect_left(quarters, end, start)
        yield day, slice(start, stop)
        start, end_before = stop, end
