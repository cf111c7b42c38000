import os
import signal
from collections.abc import Iterator

import pytest

from sco_quiz.terminal.interrupts import deferred_interrupts, interruptible


@pytest.fixture(autouse=True)
def ctrl_c_raises() -> Iterator[None]:
    """Have Ctrl-C raise KeyboardInterrupt, also where the tests were started with SIGINT ignored."""
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, former)


def press_ctrl_c() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_an_interrupt_waits_until_something_is_read() -> None:
    done = []
    with deferred_interrupts():
        press_ctrl_c()
        done.append("saved")
        with pytest.raises(KeyboardInterrupt), interruptible():
            done.append("read")
        with interruptible():  # it counts once
            done.append("read again")
    assert done == ["saved", "read again"]


def test_an_interrupt_counts_at_once_while_something_is_read() -> None:
    with deferred_interrupts(), interruptible(), pytest.raises(KeyboardInterrupt):
        press_ctrl_c()


def test_afterwards_an_interrupt_is_raised_as_before() -> None:
    with deferred_interrupts():
        press_ctrl_c()
    with interruptible():
        pass
    with pytest.raises(KeyboardInterrupt):
        press_ctrl_c()
