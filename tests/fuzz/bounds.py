"""The time for a text grows no faster than its length: each reader, check and writer with each nasty shape of text.

Times are measured, so this runs from the command line (`python -m tests.fuzz bounds 4000`) and not among the tests.
A size is doubled until the work takes a while; then it may take at most `WORST` times as long as for a quarter of it.
"""

import signal
import sys
import time
from collections.abc import Callable
from functools import _lru_cache_wrapper, cache
from types import FrameType
from typing import Any, TypeVar

from tests.fuzz.bounded import DOORS
from tests.fuzz.shapes import SHAPES

NAME, TIMED = "bounds", True
T = TypeVar("T")
CASES = [(door, shape) for shape in SHAPES for door in DOORS]
FULL = len(CASES)
FIRST, LAST = 2_000, 256_000
SECONDS = 0.06
"""A shorter time says little: a part of it belongs to the first call of everything."""
ENDS = 20.0
"""This is without end, for any size."""
WORST = 8.0
"""4 is linear, 16 quadratic; n log n and the noise of the machine are in between."""
ROUNDS = 3


def run(seed: int) -> None:
    """Try a door with a shape: the number of the case is the seed."""
    door, shape = CASES[seed % len(CASES)]
    assert_bounded(f"{door}, {shape}, characters", DOORS[door](), SHAPES[shape], FIRST, LAST)


def assert_bounded(name: str, work: Callable[[T], object], made: Callable[[int], T], first: int, last: int) -> None:
    """Work on what is made of a size must not take far more than four times as long as for a quarter of it."""
    size = first
    while (seconds := _seconds(work, made(size))) < SECONDS and size < last:
        size *= 2
    quarter = size // 4
    if seconds < SECONDS:
        return
    for _ in range(ROUNDS):
        less = max(_seconds(work, made(quarter)), 1e-4)
        if less >= ENDS:  # neither ended, which says nothing of their ratio
            break
        if seconds / less <= WORST:
            return
        seconds = min(seconds, _seconds(work, made(size)))
        if seconds / less <= WORST:  # the first time was one of a busy machine
            return
    raise AssertionError(f"{name}: {less:.3f} s for {quarter}, {seconds:.3f} s for {size}")


class EndlessError(BaseException):
    """The work takes too long; no command takes it for one of its own errors."""


def _seconds(work: Callable[[T], object], given: T) -> float:
    """Return the processor seconds of work that remembers nothing."""
    for each in _remembering(len(sys.modules)):
        each.cache_clear()

    def end(_: int, __: FrameType | None) -> None:
        raise EndlessError

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, ENDS)
    began = time.process_time()
    try:
        work(given)
    except EndlessError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.process_time() - began


@cache
def _remembering(_: int) -> list[Any]:
    """Return the functions of the program that remember results; those that load tables once keep them."""
    modules = [module for name, module in sys.modules.items() if name.startswith("sco_quiz.")]
    functions = [each for module in modules for each in vars(module).values() if isinstance(each, _lru_cache_wrapper)]
    return [each for each in functions if each.cache_parameters()["maxsize"] is not None]
