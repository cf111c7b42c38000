"""The quiz in a real pseudo-terminal, read through a terminal emulator."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import pytest

from tests.conftest import ROOT, absent

if sys.platform == "win32":
    pytest.skip("pseudo-terminals of this kind need POSIX", allow_module_level=True)
try:
    import pexpect
    import pyte
except ImportError as error:  # pragma: no cover
    absent(str(error.name))

COMMAND = [sys.executable, "-m", "sco_quiz", "quiz"]


class Terminal:
    """A child on a pseudo-terminal, and its screen."""

    def __init__(
        self, *arguments: str, command: str = "quiz", width: int = 100, height: int = 60, **environment: str
    ) -> None:
        self.screen = pyte.HistoryScreen(width, height, history=5000)
        self.stream = pyte.Stream(self.screen)
        env = {k: v for k, v in os.environ.items() if k not in ("CI", "NO_COLOR", "COLUMNS", "LINES")}
        env.update({"TERM": "xterm-256color", "PYTHONUTF8": "1", **environment})
        self.child = pexpect.spawn(
            COMMAND[0], [*COMMAND[1:-1], command, *arguments], dimensions=(height, width), env=env,
            encoding="utf-8", cwd=ROOT,
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # a background job ignores Ctrl-C
        )  # fmt: skip
        self.raw = ""

    def text(self) -> str:
        history = ["".join(line[x].data for x in range(self.screen.columns)) for line in self.screen.history.top]
        return "\n".join(line.rstrip() for line in [*history, *self.screen.display])

    def wait_for(self, wanted: str, count: int = 1, seconds: float = 60) -> str:
        """Read until the screen, or what ran off it, holds the text so many times."""
        self.read_until(lambda: self.text().count(wanted) >= count, f"{wanted!r} {count} times", seconds)
        return self.text()

    def wait_for_screen(self, wanted: Callable[[list[str]], bool], seconds: float = 60) -> None:
        """Read until the lines on the screen are as they should be."""
        self.read_until(lambda: wanted([line.rstrip() for line in self.screen.display]), seconds=seconds)

    def read_until(self, done: Callable[[], bool], name: str = "what should", seconds: float = 60) -> None:
        """Read until it is done. Raises AssertionError with what the terminal shows."""
        end = time.monotonic() + seconds
        while not done():
            if time.monotonic() > end:
                raise AssertionError(f"{name} did not appear:\n{self.text()}")
            try:
                data = self.child.read_nonblocking(65536, timeout=0.1)
                self.raw += data
                self.stream.feed(data)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                assert done(), self.text()

    def wait_for_end(self) -> None:
        """Read to the end of what the program shows."""
        with suppress(pexpect.EOF):
            while True:
                data = self.child.read_nonblocking(65536, timeout=60)
                self.raw += data
                self.stream.feed(data)

    def press(self, keys: str) -> None:
        self.child.send(keys)

    def ended(self) -> int:
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus)


def piped(seed: int, number: int, lines: list[str]) -> str:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    run = subprocess.run(
        [*COMMAND, "--seed", str(seed), "-n", str(number)],
        input="\n".join(lines) + "\n", check=False, capture_output=True, text=True, encoding="utf-8", cwd=ROOT,
        env=environment,
    )  # fmt: skip
    assert run.returncode == 0
    assert run.stderr == ""
    return run.stdout


def answers_for(seed: int, number: int) -> list[tuple[str, str]]:
    """(kind, line) for each question drawn under a seed: right answers, but each third one a skip."""
    from random import Random

    from sco_quiz.core.kinds import Matching
    from sco_quiz.core.selection import Filter, select
    from sco_quiz.core.session import Session
    from sco_quiz.loading.load import load_bank

    bank = load_bank(ROOT / "questions")
    session = Session(select(bank, Filter(), number, Random(seed)), seed)
    lines = []
    for index, question in enumerate(session.questions):
        options = session.options_of(question)
        wanted = tuple(question.pairs.values()) if isinstance(question, Matching) else question.key
        if index % 3 == 2:
            line = "s"
        elif question.type == "true_false":
            line = question.key[0][0]
        elif options:
            line = " ".join(str(options.index(text) + 1) for text in wanted)
        else:
            line = "; ".join(wanted) if question.type == "cloze" else wanted[0]
        lines.append((question.type, line))
    return lines


def last_score(text: str) -> str:
    return next(line for line in reversed(text.splitlines()) if "Score: " in line).strip("│ ")


def test_twenty_questions_by_keys_score_as_from_a_pipe(opened: list[Terminal]) -> None:
    number = 20
    seed = next(seed for seed in range(100) if len({kind for kind, _ in answers_for(seed, number)}) == 8)
    answers = answers_for(seed, number)
    terminal = Terminal("--seed", str(seed), "-n", str(number))
    opened.append(terminal)
    for position, (kind, line) in enumerate(answers, start=1):
        terminal.wait_for(f"{position}/{number} ·")
        if line == "s":
            terminal.press("s\r" if kind in ("short_answer", "numeric", "cloze") else "s")
        elif kind in ("single_choice", "true_false"):
            terminal.press(line)  # one key, no Enter
        else:
            terminal.press(
                (line.replace(" ", "") if kind in ("multiple_choice", "matching", "ordering") else line) + "\r"
            )
        terminal.wait_for("any key: next", position)
        terminal.press(" ")
    terminal.wait_for("Repeat the 6 missed questions? y/N")
    terminal.press("n\r")
    assert terminal.ended() == 0
    text = terminal.text()
    assert "Score: 14 of 14 (100 %)" in text
    assert last_score(text) == last_score(piped(seed, number, [line for _, line in answers] + ["n"]))


def test_ctrl_c_in_the_middle_ends_with_the_score(opened: list[Terminal]) -> None:
    for keys in ("\x03", "\x04"):
        terminal = Terminal("--seed", "3", "-n", "5", "--kind", "true_false")
        opened.append(terminal)
        terminal.wait_for("1/5 ·")
        terminal.press("t")
        terminal.wait_for("any key: next")
        terminal.press(" ")
        terminal.wait_for("2/5 ·")
        terminal.press(keys)
        terminal.wait_for("4 of 5 questions not answered.")
        assert terminal.ended() == 0
        assert "Traceback" not in terminal.text()


def test_ctrl_c_while_typing(opened: list[Terminal]) -> None:
    terminal = Terminal("--seed", "3", "-n", "2", "--kind", "short_answer")
    opened.append(terminal)
    terminal.wait_for("1/2 ·")
    terminal.press("half an ans\x03")
    terminal.wait_for("No questions answered.")
    assert terminal.ended() == 0


def test_digits_can_be_taken_back_before_enter(opened: list[Terminal]) -> None:
    terminal = Terminal("--seed", "3", "-n", "1", "--kind", "ordering")
    opened.append(terminal)
    terminal.wait_for("1/1 ·")
    terminal.press("12\x7f3")
    terminal.wait_for("> 1 3")
    terminal.press("\r")
    terminal.wait_for("numbers, first to last.")
    terminal.press("q")
    terminal.wait_for("No questions answered.")


def test_the_keys_after_a_verdict(opened: list[Terminal]) -> None:
    terminal = Terminal("--seed", "3", "-n", "2", "--kind", "short_answer")
    opened.append(terminal)
    terminal.wait_for("1/2 ·")
    terminal.press("something else\r")
    terminal.wait_for("r: count as right")
    terminal.press("r")
    terminal.wait_for("The last answer counts as right.")
    terminal.press("u")
    terminal.wait_for("Answer undone.")
    terminal.wait_for("1/2 ·", 2)
    terminal.press("q\r")
    terminal.wait_for("No questions answered.")


@pytest.mark.parametrize("width", [40, 120])
def test_narrow_and_wide_windows(opened: list[Terminal], width: int) -> None:
    terminal = Terminal("--seed", "8", "-n", "1", "--kind", "matching", width=width)
    opened.append(terminal)
    terminal.wait_for("then press Enter.")
    text = terminal.wait_for("╯")
    panel = [line for line in text.splitlines() if line.startswith(("╭", "│", "╰"))]
    assert {len(line) for line in panel} == {min(width, 100)}


def test_no_colour_on_request(opened: list[Terminal]) -> None:
    terminal = Terminal("--seed", "3", "-n", "1", "--kind", "true_false", NO_COLOR="1")
    opened.append(terminal)
    terminal.wait_for("1/1 ·")
    assert "\x1b[3" not in terminal.raw.replace("\x1b[39m", "")


def test_a_dumb_terminal_gets_lines(opened: list[Terminal]) -> None:
    terminal = Terminal("--seed", "3", "-n", "1", "--kind", "true_false", TERM="dumb")
    opened.append(terminal)
    terminal.wait_for("Question 1 of 1")
    assert "╭" not in terminal.text()
    assert "\x1b" not in terminal.raw
    terminal.press("t\r")
    terminal.wait_for("Enter: next, u: undo, f: flag, q: end.")
    terminal.press("\r")
    terminal.wait_for("Score: ")
