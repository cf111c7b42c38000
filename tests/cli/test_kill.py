"""Answers confirmed on the screen survive when the program is killed, and it resumes where it was."""

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.kills import kill_many
from tests.conftest import ROOT
from tests.pseudo_terminal import Terminal

BANK = ROOT / "tests" / "terminal" / "eight-kinds.yaml"
MODES = (("quiz", "--all"), ("quiz", "--exam", "--all"), ("review", "--practice", "-n", "100"))
MOST, FEW = 30, 8  # questions in the bank; the maximum of answers before a kill where each verdict is read
KEYS = {
    "Press t": "f",
    "Press a": "1",
    "all 4 numbers": "1234\r",
    "3 rows": "123\r",
    "Select all": "1\r",
    "missing words": "a; b\r",
    "a number (": "30\r",
}
CONFIRMED = re.compile("✓ Right|✗ Wrong|Noted\\.")


@pytest.fixture
def statements(tmp_path: Path) -> Path:
    """A bank of true statements."""
    one = "  - {{id: s{0}, type: true_false, prompt: Statement {0} is true., answer: true, level: remember}}\n"
    path = tmp_path / "statements.yaml"
    path.write_text("topic: Statements\nquestions:\n" + "".join(map(one.format, range(MOST))), "utf-8")
    return path


def killed(rng: random.Random, mode: tuple[str, ...], bank: Path, keys: str) -> int:
    """Type answers and kill the program at a random time; return how many answers were confirmed."""
    terminal = Terminal(*mode[1:], "--bank", str(bank), command=mode[0])
    terminal.wait_for("Press t or f")
    ahead = "--exam" in mode  # elsewhere, keys are ignored when a verdict was just drawn
    stop = rng.randrange(1, MOST if ahead else FEW)
    for number, key in enumerate(keys[:1] if ahead else keys[:stop], start=1):
        terminal.press(keys if ahead else key)
        wanted = stop if ahead else number
        terminal.read_until(lambda: len(CONFIRMED.findall(terminal.raw)) >= wanted)  # noqa: B023
        if wanted < stop:
            terminal.read_until(lambda: terminal.raw.count("any key: next") == number)  # noqa: B023
            terminal.press(" ")
    time.sleep(rng.uniform(0, 0.03))  # so that the kill happens anywhere between two keys
    terminal.child.kill(signal.SIGKILL)
    terminal.wait_for_end()
    terminal.kill()
    return len(CONFIRMED.findall(terminal.raw))


def test_every_confirmed_answer_is_there_once(statements: Path, full: bool) -> None:
    answers = 1000 if full else 24
    path = Path(os.environ["SCO_QUIZ_PROGRESS"])
    rng = random.Random(11)
    confirmed = runs = 0
    while confirmed < answers:
        before = len(kept(path))
        keys = "".join(rng.choice("tf") for _ in range(MOST))
        shown = killed(rng, MODES[runs % len(MODES)], statements, keys)
        confirmed, runs = confirmed + shown, runs + 1
        new = kept(path)[before:]
        assert 0 < shown <= len(new) <= shown + 1, runs  # the last one may be saved and not yet shown
        assert new == [f'["{"true" if key == "t" else "false"}"]' for key in keys[: len(new)]]
    assert runs >= answers / MOST
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("SELECT count(*) FROM (SELECT DISTINCT question, at FROM answer)").fetchone()[0] == len(
            kept(path)
        )


def kept(path: Path) -> list[str]:
    """Return the saved responses in order."""
    if not path.exists():
        return []
    with sqlite3.connect(path) as db:
        return [row[0] for row in db.execute("SELECT response FROM answer ORDER BY id")]


def panel(terminal: Terminal, number: int) -> str:
    """Wait for the panel of a question and return it."""
    place = f"\n{number} of 8 "
    terminal.read_until(lambda: "╯" in terminal.text().rpartition(place)[2] and place in terminal.text())
    text = terminal.text().rpartition(place)[2]
    return text[: text.index("╯")]


def answering(text: str) -> str:
    """Return keys that answer a question somehow."""
    return next((keys for asked, keys in KEYS.items() if asked in text), "Nurgaliev\r")


@pytest.mark.parametrize(
    "mode",
    [
        ("--exam", "--time-limit", "30", "--pass-mark", "100"),
        pytest.param(("--exam", "--pass-mark", "100"), marks=pytest.mark.full),
        pytest.param((), marks=pytest.mark.full),
    ],
)
def test_a_killed_quiz_is_resumed_at_the_same_question(opened: list[Terminal], mode: tuple[str, ...]) -> None:
    """A question at which the program was killed is asked again, with its options in the same order."""
    terminal = Terminal(*mode, "--all", "--seed", "3", "--bank", str(BANK))
    opened.append(terminal)
    for number in range(1, 9):
        shown = panel(terminal, number)
        if number > 1:
            terminal.child.kill(signal.SIGKILL)
            terminal = Terminal("--resume", "--bank", str(BANK))
            opened.append(terminal)
            terminal.wait_for(f"resuming after {number - 1} of 8 questions")
            assert panel(terminal, number) == shown
        terminal.press(answering(shown))
        if not mode:
            terminal.wait_for("any key: next")
            terminal.press(" ")
    terminal.wait_for("hand in, u:" if mode else "missed questions? y/N")
    terminal.press("\r")
    if mode:
        terminal.wait_for("of 8 points (")
    assert terminal.ended() == (1 if mode else 0)
    assert len(kept(Path(os.environ["SCO_QUIZ_PROGRESS"]))) == 8


@pytest.mark.full
@pytest.mark.skipif(sys.platform == "win32", reason="no copies of a process")
@pytest.mark.parametrize("log", [True, False])
def test_answers_survive_kills_inside_the_writes_of_sqlite(tmp_path: Path, log: bool) -> None:
    confirmed, kept = kill_many(tmp_path, 12, 5, log)
    assert 0 < confirmed <= kept


INTERRUPTED = """
import os, runpy, signal, sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "sco_quiz.cli.main":
            os.kill(os.getpid(), signal.SIGINT)

# a job in the background ignores it
signal.signal(signal.SIGINT, signal.SIG_IGN if "ignored" in sys.argv else signal.default_int_handler)
sys.meta_path.insert(0, Interrupting())
sys.argv[1:] = ["--version"]
runpy.run_module("sco_quiz", run_name="__main__")
"""


def test_an_interrupt_at_the_start_ends_the_program_without_a_word() -> None:
    started = (
        subprocess.run([sys.executable, "-c", INTERRUPTED, how], check=False, capture_output=True)
        for how in ("", "ignored")
    )
    told = [(done.returncode, b"version" in done.stdout, done.stderr) for done in started]
    assert told == [(-signal.SIGINT, False, b""), (0, True, b"")]
