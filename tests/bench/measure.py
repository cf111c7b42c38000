"""A row of the table of `python -m tests.bench`, and how its figures are measured: in turn, in processor seconds.

Other programs of the machine change elapsed time, and hardly the seconds that a process used its processor; taking
turns lets a busy minute affect both sides of a ratio.
"""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from tests.conftest import ROOT

ROUNDS = 3


class Row(NamedTuple):
    """What was measured, beside a floor of the same minute; `goal` is the largest ratio of both that is good enough.

    Of a goal without a floor, such as at most 0.4 seconds, the floor is the goal itself, and the largest ratio 1.
    """

    what: str
    today: float
    floor: float
    goal: float
    beside: str
    unit: str = "s"
    peers: str = ""

    @property
    def ratio(self) -> float:
        """How many times the floor it takes."""
        return self.today / self.floor


def run(
    command: Sequence[str | Path], cwd: Path = ROOT, stdout: IO[bytes] | int = subprocess.DEVNULL
) -> tuple[float, float]:
    """Run a command; return its processor seconds, and the megabytes of memory that it needed (Linux)."""
    process = subprocess.Popen(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=stdout)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(map(str, command))} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def ours(*arguments: str | Path) -> Callable[[], float]:
    """Return the work of running a command of this program; it returns processor seconds."""
    return lambda: run([sys.executable, "-m", "sco_quiz", *arguments])[0]


def here(work: Callable[[], object]) -> Callable[[], float]:
    """Return the work of calling a function in this process; it returns processor seconds."""

    def timed() -> float:
        gc.collect()
        began = time.process_time()
        work()
        return time.process_time() - began

    return timed


def in_turn(*works: Callable[[], float], rounds: int = ROUNDS) -> list[float]:
    """Return the best figure of each of several works, which take turns."""
    times = [[work() for work in works] for _ in range(rounds)]
    return list(map(min, zip(*times, strict=True)))
