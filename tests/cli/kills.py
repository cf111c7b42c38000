"""Kill programs that save answers, anywhere in their writes: `python -m tests.cli.kills NUMBER [SEED]`.

Each program is a copy of this process, so that thousands of kills take minutes.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sco_quiz.app.diagnostics import count_wrong_schedules
from sco_quiz.history.database import Database
from sco_quiz.history.saved_sessions import begin, end, spend
from sco_quiz.history.store import store_of
from sco_quiz.history.totals import are_right
from tests.command import sco_quiz
from tests.history.simulated import START, answer

QUESTIONS, MOST = 30, 40
STEP_MS = 60_000


def _save(path: Path, first: int, confirm: Callable[[], object]) -> None:
    """Save answers as a quiz does, one after another; `confirm` each when it is saved."""
    with closing(Database(path)) as database:
        store = store_of(database)
        session = begin(database, "b", "quiz", 1, tuple(f"q{number}" for number in range(QUESTIONS)), START, {})
        for number in range(first, first + MOST):
            with database.writing():
                store.save(answer("b", f"q{number % QUESTIONS}", START + number * STEP_MS), session)
            confirm()
            spend(database, session, number)
        end(database, session, START)


def kill_one(path: Path, first: int, rng: random.Random) -> int:
    """Let a program save answers, and kill it; return how many were confirmed."""
    reading, writing = os.pipe()
    if not (child := os.fork()):
        try:
            os.close(reading)
            _save(path, first, lambda: os.write(writing, b"."))
        finally:
            os._exit(0)
    os.close(writing)
    time.sleep(rng.choice((0.002, 0.01, 0.03)) * rng.random())
    confirmed = b""
    if rng.random() < 0.7:  # else while the file is opened
        confirmed = os.read(reading, 1)
        time.sleep(rng.choice((0.0005, 0.005, 0.05)) * rng.random())
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with open(reading, "rb") as pipe:
        return len(confirmed + pipe.read())


def kill_many(folder: Path, number: int, seed: int, log: bool) -> tuple[int, int]:
    """Kill programs that write into one file; check it after each; return the numbers of confirmed and kept answers."""
    path, rng = folder / "progress.sqlite", random.Random(seed)
    if not log:
        (folder / "progress.sqlite-shm").mkdir()  # then programs cannot share memory
    confirmed = kept = 0
    for _ in range(number):
        shown = kill_one(path, kept, rng)
        confirmed += shown
        if not path.exists():
            assert not shown
            continue
        with closing(Database(path)) as database:
            store = store_of(database)
            store.check()
            before, kept = kept, store.count()
            assert 0 <= kept - before - shown <= 1, (before, shown, kept)  # the last one is perhaps not yet confirmed
            assert database.query("SELECT DISTINCT at FROM answer ORDER BY at") == [
                (START + at * STEP_MS,) for at in range(kept)
            ]
            assert count_wrong_schedules(database) == 0
            assert are_right(database)
        found = sco_quiz("doctor", SCO_QUIZ_PROGRESS=str(path))
        assert found.returncode == 0, found.stdout
    return confirmed, kept


def main(number: int, seed: int = 0) -> None:
    """Kill programs in both ways of writing; print how many answers were confirmed and kept."""
    for log in (True, False):
        with TemporaryDirectory() as name:
            confirmed, kept = kill_many(Path(name), number, seed, log)
        print(f"{'with' if log else 'without'} a log: {number} kills, {confirmed} confirmed answers, {kept} kept")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
