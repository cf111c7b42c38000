"""What is no plain file (a pipe, device or broken link), or far too large, is named and not waited for."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command import sco_quiz
from tests.conftest import ROOT
from tests.fuzz.doors import in_time

BANK = ("--bank", str(ROOT / "tests" / "terminal" / "eight-kinds.yaml"))
# the place of the odd file, and the command that reads it
READING = {
    "x.apkg": ("history", "import", "anki", "x.apkg", *BANK),
    "x.jsonl": ("history", "import", "x.jsonl"),
    "replaced.apkg": ("export", "anki", *BANK, "--with-progress", "--replaces", "replaced.apkg", "--dry-run"),
    "decks/eight-kinds.apkg": ("export", "anki", *BANK, "--with-progress", "--dry-run"),
    "x.json": ("class", "results", "x.json", *BANK),
    "in/x.json": ("class", "results", "in", *BANK),
    "x.gift": ("import", "x.gift", "--bank", str(ROOT / "questions"), "--dry-run"),
    "exam.yaml": ("class", "results", "in", "--blueprint", "exam.yaml", *BANK),
}
ODD: dict[str, Callable[[Path], object]] = {
    "it is a pipe, not a file": os.mkfifo,
    "it is a (device|link)": lambda path: path.symlink_to("/dev/zero"),
    "does not exist": lambda path: path.symlink_to("nowhere"),
    "(has|more than) .* million|has .* MB|is not": lambda path: path.touch() or os.truncate(path, 10**13),
}


@pytest.mark.skipif(sys.platform != "linux", reason="pipes and devices by name")
@pytest.mark.parametrize("place", READING)
def test_an_odd_file_is_named(tmp_path: Path, place: str) -> None:
    path = tmp_path / place
    path.parent.mkdir(exist_ok=True)
    (tmp_path / "in").mkdir(exist_ok=True)
    sco_quiz("quiz", *BANK, "-n", "1", given="1\n")  # something for a deck with progress
    for reason, make in ODD.items():
        make(path)
        done = in_time(lambda: sco_quiz(*READING[place], cwd=tmp_path))
        said = f"{done.stdout} {done.stderr}"
        assert done.returncode in (1, 2), said
        assert re.search(rf"{path.name}[^\n]*({reason})", said.replace("\n  ", " ")), said
        path.unlink()


@pytest.mark.parametrize("command", [("quiz", *BANK), ("doctor",), ("stats", *BANK), ("history", "export")])
def test_an_empty_name_of_a_progress_file_is_the_folder(command: tuple[str, ...]) -> None:
    done = sco_quiz(*command, "--progress", "")
    assert (done.returncode, "is a directory" in done.stderr) == (2, True)


def test_what_columns_mean_is_said_in_a_few_words(tmp_path: Path) -> None:
    (tmp_path / "q.csv").write_text("question,answer,wrong\na,b,c\n", encoding="utf-8")
    done = sco_quiz("import", "q.csv", "--columns", "a" * 70_000, cwd=tmp_path)
    assert (done.returncode, "the maximum is 2000" in done.stderr) == (2, True)


@pytest.mark.skipif(sys.platform != "linux", reason="pipes and devices by name")
@pytest.mark.parametrize(
    "command", ["quiz --kind single_choice", "stats", "doctor", "doctor --repair", "history export"]
)
def test_an_odd_progress_file_is_named(tmp_path: Path, command: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "device").symlink_to("/dev/null")
    for kind in ("pipe", "device"):
        path = str(tmp_path / kind)
        done = in_time(lambda path=path: sco_quiz(*command.split(), given="1\n", cwd=tmp_path, SCO_QUIZ_PROGRESS=path))
        assert done.returncode == 1
        assert f"it is a {kind}, not a file" in " ".join(f"{done.stdout} {done.stderr}".split())
