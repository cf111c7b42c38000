"""Durations as text: on a clock, and in words."""

from sco_quiz.core.plural import counted

_UNITS = ((365 * 86400, "year"), (30 * 86400, "month"), (86400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))


def clock_time(seconds: float) -> str:
    """Return minutes and seconds; 0:00 for a negative duration.

    >>> clock_time(754.2), clock_time(-3)
    ('12:34', '0:00')
    """
    minutes, rest = divmod(max(0, int(seconds)), 60)
    return f"{minutes}:{rest:02}"


def in_words(seconds: float) -> str:
    """Return a duration in its largest unit, rounded.

    >>> in_words(0.4), in_words(59), in_words(600), in_words(86400), in_words(400 * 86400)
    ('0 seconds', '59 seconds', '10 minutes', '1 day', '1 year')
    """
    size, name = next((unit for unit in _UNITS if seconds >= unit[0]), _UNITS[-1])
    return counted(max(0, round(seconds / size)), name)
