"""How long a learner is at it, pauses apart."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic


class Clock:
    """Runs from the start; `limit` is in s, `used` (ms) was spent on an earlier occasion."""

    def __init__(self, limit: float | None = None, used: int = 0) -> None:
        self._limit = limit
        self._start = monotonic() - used / 1000

    def used(self) -> int:
        """The time spent, in ms."""
        return int((monotonic() - self._start) * 1000)

    def left(self) -> float:
        """The time left in s, below zero when it is over; without a limit there is no end."""
        return float("inf") if self._limit is None else self._limit - (monotonic() - self._start)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Time inside does not count."""
        begun = monotonic()
        try:
            yield
        finally:
            self._start += monotonic() - begun
