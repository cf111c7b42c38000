"""Measure how long a learner works, without pauses."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic


class Stopwatch:
    """Runs from its creation. `limit` is in s; `used` (ms) is time spent before, in an interrupted exam."""

    def __init__(self, limit: float | None = None, used: int = 0) -> None:
        self._limit = limit
        self._start = monotonic() - used / 1000

    def used(self) -> int:
        """Return the time spent, in ms."""
        return int((monotonic() - self._start) * 1000)

    def left(self) -> float:
        """Return the time left in s, negative after the limit; infinite without a limit."""
        return float("inf") if self._limit is None else self._limit - (monotonic() - self._start)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Do not count the time inside."""
        begun = monotonic()
        try:
            yield
        finally:
            self._start += monotonic() - begun
