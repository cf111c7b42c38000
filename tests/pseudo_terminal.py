"""Run the program on a pseudo-terminal and read it through a terminal emulator."""

import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import pytest

from tests.conftest import ROOT, absent

if sys.platform == "win32":
    pytest.skip("pseudo-terminals of this kind need POSIX", allow_module_level=True)
try:
    import pexpect
    import pyte
except ImportError as error:  # pragma: no cover
    absent(str(error.name))


def spawn(*arguments: str, width: int = 100, height: int = 60, **environment: str) -> "pexpect.spawn[str]":
    """Start a command on a new pseudo-terminal."""
    settings = {name: value for name, value in os.environ.items() if name not in ("CI", "NO_COLOR", "COLUMNS", "LINES")}
    settings.update({"TERM": "xterm-256color", "PYTHONUTF8": "1", **environment})
    child = pexpect.spawn(
        sys.executable,
        ["-m", "sco_quiz", *arguments],
        dimensions=(height, width),
        env=settings,
        encoding="utf-8",
        cwd=ROOT,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # a background job ignores Ctrl-C
    )
    # tests wait for what they need, so that pexpect's own pauses only cost time
    child.delaybeforesend = None
    child.delayafterclose = child.ptyproc.delayafterclose = 0.01
    return child


def press_until(child: "pexpect.spawn[str]", key: str, shown: str) -> None:
    """Press a key until something is shown.

    Readline overlooks a signal that comes just before it begins to wait; a person would press the key again, too.
    """
    for _ in range(3):
        child.send(key)
        if child.expect_exact([shown, pexpect.TIMEOUT], timeout=10) == 0:
            return
    pytest.fail(f"{shown!r} is not shown")


def kill(child: "pexpect.spawn[str]") -> None:
    """End a command that may still run."""
    if child.isalive():
        child.kill(signal.SIGKILL)
        child.wait()
    child.close()


def ended(child: "pexpect.spawn[str]") -> int:
    """Wait for the end of a command; return its exit code."""
    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus)


class Terminal:
    """A program on a pseudo-terminal, and its screen."""

    def __init__(
        self, *arguments: str, command: str = "quiz", width: int = 100, height: int = 60, **environment: str
    ) -> None:
        self.screen = pyte.HistoryScreen(width, height, history=5000)
        self.stream = pyte.Stream(self.screen)
        self.child = spawn(command, *arguments, width=width, height=height, **environment)
        self.raw = ""
        self.gone: dict[int, tuple[Any, str]] = {}  # lines above the screen, which never change, by identity
        self.shown: dict[int, str] = {}  # lines on the screen, as they were when they were last read

    def text(self) -> str:
        return "\n".join([*map(self._above, self.screen.history.top), *self.lines()])

    def lines(self) -> list[str]:
        """Return the lines on the screen. Reading them takes long, so those that did not change are not read again."""
        self.shown.update((y, self._read(self.screen.buffer[y])) for y in self.screen.dirty)
        self.screen.dirty.clear()
        return [self.shown[y] for y in range(self.screen.lines)]

    def _above(self, line: Any) -> str:
        known = self.gone.get(id(line))
        if known is None or known[0] is not line:
            known = self.gone[id(line)] = (line, self._read(line))
        return known[1]

    def _read(self, line: Any) -> str:
        return "".join(line[x].data for x in range(self.screen.columns)).rstrip()

    def wait_for(self, wanted: str, count: int = 1, seconds: float = 30) -> str:
        """Read until the text occurs that many times on the screen or above it."""
        self.read_until(lambda: self.text().count(wanted) >= count, f"{wanted!r} {count} times", seconds)
        return self.text()

    def wait_for_screen(self, wanted: Callable[[list[str]], bool], seconds: float = 30) -> None:
        """Read until the lines on the screen meet a condition."""
        self.read_until(lambda: wanted(self.lines()), seconds=seconds)

    def read_until(self, done: Callable[[], bool], name: str = "what should", seconds: float = 30) -> None:
        """Read until a condition is met. Raise AssertionError with what the terminal shows."""
        end = time.monotonic() + seconds
        while not done():
            try:
                if time.monotonic() > end:
                    raise pexpect.TIMEOUT(name)
                data = self.child.read_nonblocking(65536, timeout=seconds)
                self.raw += data
                self.stream.feed(data)
            except pexpect.TIMEOUT:
                raise AssertionError(f"{name} did not appear:\n{self.text()}") from None
            except pexpect.EOF:
                assert done(), self.text()

    def wait_for_end(self) -> None:
        """Read until the program ends."""
        with suppress(pexpect.EOF):
            while True:
                data = self.child.read_nonblocking(65536, timeout=60)
                self.raw += data
                self.stream.feed(data)

    def press(self, keys: str) -> None:
        self.child.send(keys)

    def kill(self) -> None:
        kill(self.child)

    def ended(self) -> int:
        return ended(self.child)
