"""Writes that wait until the disk takes them."""

import pytest

from sco_quiz.app.write_queue import WriteQueue
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.saving import NotSaved, Saved


class Disk:
    """A disk that is full or not."""

    def __init__(self) -> None:
        self.full = False
        self.written: list[str] = []

    def write(self, text: str) -> None:
        if self.full:
            raise HistoryError("the disk is full")
        self.written.append(text)


def test_a_write_that_fails_waits_with_all_after_it() -> None:
    disk, queue = Disk(), WriteQueue()
    assert queue.run(lambda: disk.write("a")) == Saved()
    disk.full = True
    assert queue.run(lambda: disk.write("b")) == NotSaved("the disk is full")
    assert queue.run(lambda: disk.write("c")) == NotSaved("the disk is full", waiting=1)
    assert len(queue) == 2
    disk.full = False
    assert queue.run(lambda: disk.write("d")) == Saved(delayed=2)
    assert disk.written == ["a", "b", "c", "d"]
    assert len(queue) == 0


def test_a_write_that_is_interrupted_is_not_lost() -> None:
    disk, queue = Disk(), WriteQueue()
    attempts = iter([KeyboardInterrupt(), None])

    def write() -> None:
        if error := next(attempts):
            raise error
        disk.write("a")

    with pytest.raises(KeyboardInterrupt):
        queue.run(write)
    assert queue.run(lambda: disk.write("b")) == Saved(delayed=1)
    assert disk.written == ["a", "b"]
