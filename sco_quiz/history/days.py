"""A student's days: they begin at an hour of the night, in the time zone in which the student is."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from sco_quiz.core.review import DAY_BEGINS_HOUR, DAY_MS

_EPOCH = date(1970, 1, 1)
_HOUR_MS = 3_600_000
_MINUTE_MS = 60_000


def local_offset(at: int) -> int:
    """Return how many minutes the local time is ahead of UTC at a timestamp, by the computer's time zone."""
    # through UTC: Windows refuses a local time near 1970
    offset = datetime.fromtimestamp(at / 1000, UTC).astimezone().utcoffset()
    return (offset or timedelta()) // timedelta(minutes=1)


class Days(NamedTuple):
    """The calendar of a student whose days begin at the hour `begin`. Timestamps are in ms since 1970 (UTC).

    A day is a number, counted from 1970. It is the day on the calendar where the student was at that time, so one on
    which the clocks change is one day, although it has 23 or 25 hours.
    """

    begin: int = DAY_BEGINS_HOUR

    def number(self, at: int, utc_offset: int | None = None) -> int:
        """Return the day of a timestamp. `utc_offset` is in minutes; None: that of the computer's time zone."""
        offset = local_offset(at) if utc_offset is None else utc_offset
        return (at + offset * _MINUTE_MS - self.begin * _HOUR_MS) // DAY_MS

    def date(self, at: int) -> date:
        """Return the day of a timestamp as a date."""
        return date_of(self.number(at))

    def start(self, number: int) -> int:
        """Return when a day begins in the computer's time zone."""
        return int(datetime.combine(date_of(number), time(self.begin)).astimezone().timestamp() * 1000)

    def bounds(self, at: int) -> tuple[int, int]:
        """Return when the day of a timestamp begins and ends."""
        number = self.number(at)
        # each on its own: not every day has 24 hours
        return self.start(number), self.start(number + 1)


def date_of(number: int) -> date:
    """Return the date of a day's number."""
    return _EPOCH + timedelta(days=number)
