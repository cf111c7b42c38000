"""Answers confirmed on the screen outlive a killed program."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

ANSWERS = 1000

if sys.platform == "win32":
    pytest.skip("SIGKILL needs POSIX", allow_module_level=True)


def confirmed_before_kill(rng: random.Random, most: int) -> int:
    """Answer statements until a kill at a random moment; how many verdicts were shown."""
    child = subprocess.Popen(
        [sys.executable, "-u", "-m", "sco_quiz", "review", "--kind", "true_false", "--practice", "-n", "100"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert child.stdin
    assert child.stdout
    child.stdin.write("t\nf\n" * most)  # it answers as fast as it can, and is killed somewhere inside
    child.stdin.flush()
    confirmed, stop = 0, rng.randrange(1, most)
    for line in child.stdout:
        confirmed += line in ("Right\n", "Wrong\n")
        if confirmed == stop:
            break
    child.send_signal(signal.SIGKILL)
    rest = child.stdout.read()
    child.wait()
    return confirmed + sum(line in ("Right", "Wrong") for line in rest.splitlines())


def test_every_confirmed_answer_is_there_once() -> None:
    path = Path(os.environ["SCO_QUIZ_PROGRESS"])
    rng = random.Random(11)
    confirmed = runs = 0
    while confirmed < ANSWERS:
        before = kept(path)
        shown = confirmed_before_kill(rng, 120)
        confirmed, runs = confirmed + shown, runs + 1
        assert shown, "nothing was asked"
        assert shown <= kept(path) - before <= shown + 1  # one may be on disk and not yet on the screen
    assert runs > 5
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("SELECT count(*) FROM (SELECT DISTINCT question, at FROM answer)").fetchone()[0] == kept(path)


def kept(path: Path) -> int:
    if not path.exists():
        return 0
    with sqlite3.connect(path) as db:
        return int(db.execute("SELECT count(*) FROM answer").fetchone()[0])
