"""Days of study: streaks of them, and what is due on the next ones."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from sco_quiz.core.review import Memory, State

FORECAST_DAYS = 14
_FIRST_DAY = date(1970, 1, 1)
DayOf = Callable[[int], date]
"""Return the student's day of a timestamp in ms since 1970 (UTC)."""


def forecast(memories: Iterable[Memory], today: date, day_of: DayOf) -> tuple[tuple[date, int], ...]:
    """Return how many questions are due today or earlier, and on each of the next days."""
    counts = dict.fromkeys((today + timedelta(days=ahead) for ahead in range(FORECAST_DAYS + 1)), 0)
    for memory in memories:
        # its day, wherever the student is by then
        learned = memory.state is State.REVIEW
        day = max(today, _FIRST_DAY + timedelta(days=memory.due_day) if learned else day_of(memory.due))
        if day in counts:
            counts[day] += 1
    return tuple(counts.items())


def streaks(days: Iterable[date], today: date) -> tuple[int, int]:
    """Return the current streak of days with answers, up to today or yesterday, and the longest streak."""
    answered = set(days)
    lengths = dict.fromkeys(answered, 0)
    for day in sorted(answered):
        lengths[day] = lengths.get(day - timedelta(days=1), 0) + 1
    # a streak is not over before today is
    current = lengths.get(today) or lengths.get(today - timedelta(days=1), 0)
    return current, max(lengths.values(), default=0)
