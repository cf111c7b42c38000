"""How long a learner waits at the start, beside other programs of the kind: `python -m tests.bench.peers [ROUNDS]`.

Makes a virtual environment, installs this program and its peers from PyPI into it, and times each from the command to
its help and, of those that ask in the terminal, to the first question on a pseudo-terminal. Runs take turns, so that a
busy minute affects all; the first round, in which files are read from the disk, does not count. Medians, in ms; a peer
that does not install or start is reported.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

ROUNDS = 7
QUIZ = "<quiz>\nWhich city?\n- [x] Beijing\n- [ ] Moscow\n\nIt is so.\n</quiz>\n"
CARDS = "term,definition\nWhich city?,Beijing\n"
PROGRESS = "empty.sqlite"


@dataclass(frozen=True)
class Peer:
    """A package and its command; for one that asks in the terminal, how to start it and what its question shows."""

    package: str
    command: str
    asking: tuple[str, ...] = ()
    question: str = ""


OURS = Peer("sco-quiz", "sco-quiz", ("quiz", "--progress", PROGRESS), "Press|Type|Select|Give")
PEERS = (
    Peer("mkdocs-quiz", "mkdocs-quiz", ("run", "quiz.md"), "Which city"),
    Peer("flashcards-cli", "flashcards_cli", ("cards.csv",), "Which city"),
    Peer("flashcard-cli", "flashcard"),
    Peer("anvil-whet", "whet"),
    Peer("quizzy", "quizzy"),
    Peer("ankcompiler", "ankc"),
    Peer("inka2", "inka2"),
    Peer("quizml", "quizml"),
    Peer("text2qti", "text2qti"),
)


def install(folder: Path, peers: Iterable[Peer]) -> list[Peer]:
    """Install this program, and the peers one by one; return those that were installed."""
    venv.create(folder / "venv", with_pip=True)
    pip = [str(folder / "venv" / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, str(ROOT)], check=True, stderr=subprocess.DEVNULL)
    found = []
    for peer in peers:
        if subprocess.run([*pip, peer.package], check=False, capture_output=True).returncode:
            print(f"{peer.package}: cannot be installed here")
        else:
            found.append(peer)
    return found


def until_help(folder: Path, peer: Peer) -> None:
    command = [folder / "venv" / "bin" / peer.command, "--help"]
    subprocess.run(command, check=True, capture_output=True, cwd=folder, env=environment())


def until_question(folder: Path, peer: Peer) -> None:
    import pexpect

    program = str(folder / "venv" / "bin" / peer.command)
    child = pexpect.spawn(
        program,
        list(peer.asking),
        cwd=folder,
        env=environment(),
        timeout=60,
        dimensions=(40, 100),
        encoding="utf-8",
    )
    try:
        child.expect(peer.question)
    finally:
        child.close(force=True)


def environment() -> dict[str, str]:
    return {**{name: value for name, value in os.environ.items() if name != "CI"}, "TERM": "xterm-256color"}


def in_turn(contestants: list[Peer], work: Callable[[Peer], None], rounds: int) -> dict[str, float]:
    """Return the median time of each contestant; report one that fails and skip it."""
    times: dict[str, list[float]] = {peer.package: [] for peer in contestants}
    for number in range(rounds + 1):
        for peer in contestants:
            began = time.perf_counter()
            try:
                work(peer)
            except Exception as error:
                times.pop(peer.package, None)
                print(f"{peer.package}: does not start here ({type(error).__name__})")
                contestants = [other for other in contestants if other is not peer]
                continue
            if number:
                times[peer.package].append(1000 * (time.perf_counter() - began))
    return {name: statistics.median(taken) for name, taken in times.items()}


def report(title: str, times: dict[str, float]) -> None:
    ours = times[OURS.package]
    print(f"{title}:")
    for name, took in sorted(times.items(), key=lambda pair: pair[1]):
        print(f"  {took:6.0f} ms  {took / ours:5.2f}x  {name}")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        contestants = [OURS, *install(folder, PEERS)]
        (folder / "quiz.md").write_text(QUIZ, "utf-8")
        (folder / "cards.csv").write_text(CARDS, "utf-8")
        report("to the help", in_turn(contestants, lambda peer: until_help(folder, peer), rounds))
        asking = [peer for peer in contestants if peer.asking]
        report("to the first question", in_turn(asking, lambda peer: until_question(folder, peer), rounds))


if __name__ == "__main__":
    main()
