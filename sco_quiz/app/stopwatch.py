"""Measure how long a learner works, and how long they are away."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from sco_quiz.app.days import now

SHORTEST_INTERRUPTION_MS = 1000


class Stopwatch:
    """Runs from its creation. `limit` is in s.

    A resumed session has its time `used` before, in ms, and the time when it `began` (ms since 1970). The limit counts
    all time since then, unless the clock `stops` while the learner is away.
    """

    def __init__(
        self, limit: float | None = None, used: int = 0, began: int | None = None, *, stops: bool = False
    ) -> None:
        self._limit, self._stops = limit, stops
        self._start = monotonic() - used / 1000
        self._began = now() - used if began is None else began

    def used(self) -> int:
        """Return the time spent, in ms, without pauses."""
        return int((monotonic() - self._start) * 1000)

    def away(self) -> int:
        """Return in ms how long the program was paused or closed, or the computer asleep."""
        return time_away(now() - self._began, self.used())

    def left(self) -> float:
        """Return the time left in s, negative after the limit; infinite without a limit."""
        if self._limit is None:
            return float("inf")
        used = monotonic() - self._start
        # the clock of the computer may have been set back
        return self._limit - (used if self._stops else max(used, (now() - self._began) / 1000))

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Count the time inside as time away."""
        begun = monotonic()
        try:
            yield
        finally:
            self._start += monotonic() - begun


def time_away(elapsed: int, used: int) -> int:
    """Return how much of the time since the beginning was not used; all in ms."""
    # two clocks drift apart, by less than a thousandth: not an interruption
    return elapsed - used if elapsed - used >= SHORTEST_INTERRUPTION_MS + used / 1000 else 0
