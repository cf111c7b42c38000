"""Commands at odd places (pipes, links, folders, locked and long names) end with a message, and wait for nothing."""

import os
import signal
import socket
from collections.abc import Callable
from contextlib import chdir, suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import FrameType
from typing import TypeVar
from unittest.mock import patch

from tests.cli.test_check import GOOD
from tests.fuzz.commands import COMMANDS, tried

NAME, FULL = "doors", 500
T = TypeVar("T")
SECONDS = 30  # only to end a command that waits: the slowest takes a tenth
NAMES = (
    "topic.yaml",
    "two.yaml",
    "bank.yaml",
    "source.yaml",
    "summaries.yaml",
    "media",
    "notes.txt",
    ".yaml",
    "x.YAML",
)
ODD_NAMES = ("\udcff", "\x07", " ", "\n", "x" * 250, "\u202e", "-", "CON", "a:b", "'", "é" * 80)


def _socket(path: Path) -> None:
    with chdir(path.parent), socket.socket(socket.AF_UNIX) as opened:
        opened.bind(path.name)


MAKERS: tuple[Callable[[Path], object], ...] = (
    lambda path: path.symlink_to("nowhere.yaml"),
    lambda path: path.symlink_to(path.name),
    lambda path: path.symlink_to("/dev/zero"),
    lambda path: path.symlink_to("/proc/self/environ"),
    lambda path: path.symlink_to("x" * 300),
    lambda path: path.symlink_to(".."),
    lambda path: path.write_bytes(b"\0" * 1000),
    lambda path: path.touch(0o000),
    lambda path: path.mkdir(0o000),
    os.mkfifo,
    _socket,
)


def run(seed: int) -> None:
    """Put something odd into a bank, or instead of it, or give it an odd name; try a few commands."""
    rng = Random(seed)
    with TemporaryDirectory() as name:
        folder = Path(name)
        bank = folder / (rng.choice(ODD_NAMES) if rng.random() < 0.3 else "bank")
        bank.mkdir()
        (bank / "bank.yaml").write_text("id: b\ntitle: B\n")
        (bank / "topic.yaml").write_text(GOOD.format(id="one"))
        place = rng.choice([bank / rng.choice(NAMES), bank / f"{rng.choice(ODD_NAMES)[:90]}.yaml"])
        place.unlink(missing_ok=True)
        with suppress(OSError):  # some names are too long for a socket
            rng.choice(MAKERS)(place)
        shown = bank if rng.random() < 0.8 else place
        commands = [_at(command, shown) for command in rng.sample(COMMANDS, 3)]
        with patch.dict(os.environ, {"SCO_QUIZ_PROGRESS": str(folder / "progress.sqlite")}):
            in_time(lambda: [tried(command, folder) for command in commands])
        if not place.is_symlink() and place.is_dir():
            place.chmod(0o700)


def _at(command: tuple[str, ...], place: Path) -> tuple[str, ...]:
    """Return the command with another path instead of that of the bank or of its topic."""
    return tuple(str(place) if word in ("bank", "bank/topic.yaml") else word for word in command)


class WaitsError(BaseException):
    """A command waits; no command takes it for one of its own errors."""


def in_time(work: Callable[[], T]) -> T:
    """Return what the work returns. Raises AssertionError if it waits."""

    def end(_: int, __: FrameType | None) -> None:
        raise WaitsError

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(SECONDS)
    try:
        return work()
    except WaitsError:
        raise AssertionError("a command waits") from None
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
