"""Writes that wait until the disk takes them."""

from collections import deque
from collections.abc import Callable

from sco_quiz.core.errors import HistoryError
from sco_quiz.core.saving import NotSaved, Saved, Saving


class WriteQueue:
    """Runs writes in order. One that fails waits, with all after it, and is tried again before the next one."""

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], object]] = deque()

    def __len__(self) -> int:
        return len(self._waiting)

    def run(self, write: Callable[[], object]) -> Saving:
        """Run the writes that wait, then this one."""
        before = len(self)
        self._waiting.append(write)
        return self._run_all(before)

    def retry(self) -> Saving:
        """Run the writes that wait."""
        return self._run_all(len(self))

    def _run_all(self, before: int) -> Saving:
        try:
            while self._waiting:
                self._waiting[0]()
                # Only now: a write that raised anything else, such as KeyboardInterrupt, stays in the queue.
                self._waiting.popleft()
        except HistoryError as error:
            return NotSaved(str(error), before)
        return Saved(before)
