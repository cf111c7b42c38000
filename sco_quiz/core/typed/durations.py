"""Durations of several parts or in words: an hour and a half, 1 hour 30 minutes, half a year."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from sco_quiz.core.text import stem
from sco_quiz.core.typed.closeness import DIFFERENT, SAME, Comparison, Key
from sco_quiz.core.typed.digits import LIMIT
from sco_quiz.core.typed.phrases import read_phrase, words_of
from sco_quiz.core.typed.symbols import is_compared

# cards get the same table: the units that seconds and months make, which no other number of them makes exactly
TIME_UNITS = {
    "second": ("second", 1),
    "minute": ("second", 60),
    "hour": ("second", 3600),
    "day": ("second", 86400),
    "week": ("second", 604800),
    "fortnight": ("second", 1209600),
    "month": ("month", 1),
    "year": ("month", 12),
    "decade": ("month", 120),
    "century": ("month", 1200),
}
Duration = tuple[str, Fraction]


def compare_durations(typed: str, form: str, key: Key) -> Comparison | None:
    """Compare two durations; None unless both strings are nothing but durations."""
    meant = read_duration(form)
    found = read_duration(typed) if meant and not is_compared(typed + form) else None
    if not found:
        return None
    return SAME if found == meant else DIFFERENT


@lru_cache(maxsize=4096)
def read_duration(text: str) -> Duration | None:
    """Return a duration in seconds or in months; None for anything else.

    >>> read_duration("an hour and a half"), read_duration("half a year"), read_duration("1 day 2 months")
    (('second', Fraction(5400, 1)), ('month', Fraction(6, 1)), None)
    """
    words = words_of(read_phrase(text, articles=True))
    parts = list(_parts(["a" if word == "an" else word for word in words]))
    kinds = {kind for kind, _ in parts}
    if len(kinds) != 1 or "" in kinds:
        return None
    return kinds.pop(), sum((value for _, value in parts), Fraction(0))


def _parts(words: Sequence[str]) -> Iterator[Duration]:
    """Yield each number with its unit; ("", 0) for other words."""
    at = 0
    while at < len(words):
        value, used = _amount(words[at:])
        unit = TIME_UNITS.get(stem(words[at + used])) if at + used < len(words) else None
        if value is None or not unit:
            yield "", Fraction(0)
            return
        at += used + 1
        if list(words[at : at + 3]) == ["and", "a", "half"]:
            value, at = value + Fraction(1, 2), at + 3
        elif words[at : at + 1] == ["and"]:
            at += 1
        yield unit[0], value * unit[1]


def _amount(words: Sequence[str]) -> tuple[Fraction | None, int]:
    """Return the number that words begin with, and how many of them it takes."""
    if words[0] == "half":
        return Fraction(1, 2), 2 if words[1:2] == ["a"] else 1
    if words[0] == "a":
        return Fraction(1), 1
    number = words[0] if len(words[0]) <= LIMIT else ""  # nobody means a longer one
    if number.replace(".", "", 1).isdigit() and not number.endswith("."):
        return Fraction(number), 1
    return None, 0
