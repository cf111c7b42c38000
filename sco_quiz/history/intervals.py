"""Turn the intervals that FSRS computes into whole days, by Anki's rules: rslib/src/scheduler/states in its source.

An interval is shifted at random within a range (fuzz), so that questions learned together are not always due together;
a better rating never gives a shorter interval than a worse one.
"""

from collections.abc import Iterable
from hashlib import blake2b
from math import floor, inf

LONGEST = 36_500
FUZZY_FROM = 2.5
FUZZ_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, inf, 0.05))
"""An interval of n days is shifted by at most a day plus, for each range, this share of its days from start to end."""


def chance(seed: str) -> float:
    """Return a number from 0 to 1, below 1, that looks random and is always the same for a seed."""
    return int.from_bytes(blake2b(seed.encode(), digest_size=6).digest(), "big") / 2**48


def whole_days(interval: float, minimum: int, shift: float | None) -> int:
    """Return an interval as a number of days, at least `minimum`.

    `shift`, from 0 to below 1, chooses one in the fuzz range; without it, the interval is only rounded.
    """
    lowest = min(max(minimum, 1), LONGEST)
    if shift is None:
        return min(max(_rounded(interval), lowest), LONGEST)
    lower, upper = _fuzz_range(interval, lowest)
    return floor(lower + shift * (1 + upper - lower))


def after_review(intervals: Iterable[float], previous: int, shift: float | None) -> int:
    """Return the last of the intervals for hard, good and easy, as far as they are given, in days.

    `previous` is the interval that ends with the review: fuzz does not make an interval shorter than it.
    """
    days = 0
    for interval in intervals:
        days = whole_days(interval, max(days + 1, _no_setback(interval, previous)), shift)
    return days


def after_learning(intervals: Iterable[float], shift: float | None) -> int:
    """Return the last of the intervals for good and easy, as far as they are given, in days."""
    days = 0
    for interval in intervals:
        days = whole_days(interval, days + 1, shift)
    return days


def _no_setback(interval: float, previous: int) -> int:
    if _rounded(interval) > previous:
        return previous + 1
    return previous if previous <= _fuzz_range(interval, 1)[1] else 0


def _fuzz_range(interval: float, minimum: int) -> tuple[int, int]:
    kept = min(max(interval, minimum), LONGEST)
    delta = 1.0 if kept >= FUZZY_FROM else 0.0
    for start, end, share in FUZZ_RANGES:
        if kept <= start:
            break
        delta += share * (min(kept, end) - start)
    lower, upper = max(_rounded(kept - delta), minimum), min(_rounded(kept + delta), LONGEST)
    return lower, upper + (upper == lower and 2 < upper < LONGEST)


def _rounded(interval: float) -> int:
    # Halves away from zero, as Anki rounds; Python rounds them to even numbers.
    return floor(interval + 0.5)
