"""Commands that write replace a file as a whole or leave it unchanged, and report every error."""

import os
import random
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sco_quiz.core.errors import BankError
from sco_quiz.loading.files import replace_text, write_text
from tests.conftest import ROOT, absent, first

if sys.platform == "win32":
    pytest.skip("limits, mounts and SIGKILL need POSIX", allow_module_level=True)

import resource

QUESTIONS = """topic: First
questions:
  - id: year
    type: numeric
    prompt: "In which year did it open?"
    answer: 2004
    level: remember
"""
ROOM = 2000  # bytes that may be written to a full disk


def sco_quiz(*arguments: str, cwd: Path, given: str = "", limit: int | None = None) -> tuple[int, str]:
    """Return the exit code and standard error of a command; no file may grow beyond the limit."""

    def limited() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        [sys.executable, "-B", "-m", "sco_quiz", *arguments],
        check=False,
        input=given,
        cwd=cwd,
        preexec_fn=limited,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)},
    )
    return done.returncode, done.stderr


def make_bank(folder: Path, padding: int = 0) -> Path:
    """Write a bank whose files fmt would change; the padding makes its files large."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bank.yaml").write_text("id: b\ntitle:   B\n", "utf-8")
    (folder / "first.yaml").write_text(QUESTIONS + "#" + "x" * padding + "\n", "utf-8")
    (folder / "article.txt").write_text("Title\n\n" + "It opened in 2004.\n\n" * (padding // 100 + 1), "utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


COMMANDS: dict[str, tuple[str, ...]] = {
    "fmt": ("fmt", "first.yaml"),
    "rename": ("rename", "year", "opened", "--bank", "."),
    "new": ("new", "first", "--kind", "true_false", "--bank", "."),
    "init": ("init", "other", "--article", "article.txt", "--date", "2010-02-03"),
    "source": ("source", "add", "article.txt", "--bank", ".", "--title", "T", "--date", "2010-02-03"),
    "export": ("export", "anki", "--bank", "first.yaml", "-o", "deck.apkg"),
    "schema": ("schema", "."),
    "preview": ("preview", "year", "--bank", "first.yaml", "-o", "card.html"),
}
GIVEN = {"new": "It opened in 2004.\ntrue\nIt did.\nremember\n\n\ny\n"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with 64 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        absent("the right to mount")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.parametrize("name", first(COMMANDS, 3))
def test_a_file_that_cannot_grow(tmp_path: Path, name: str) -> None:
    folder = make_bank(tmp_path / "bank", padding=3 * ROOM)
    before = contents(folder)
    code, told = sco_quiz(*COMMANDS[name], cwd=folder, given=GIVEN.get(name, ""), limit=ROOM)
    assert code == 1, told
    assert "Error: " in told
    assert "file too large" in told.lower()
    assert "Traceback" not in told
    after = contents(folder)
    assert {path: after[path] for path in before} == before
    assert all(not path.startswith(".") and len(data) <= ROOM for path, data in after.items() if path not in before)


@pytest.mark.parametrize("name", first(COMMANDS, 3))
def test_a_full_disk(small_disk: Path, name: str) -> None:
    folder = make_bank(small_disk, padding=8000)
    with pytest.raises(OSError, match="No space left"):
        (folder / "ballast").write_bytes(b"x" * 2**20)
    before = contents(folder)
    code, told = sco_quiz(*COMMANDS[name], cwd=folder, given=GIVEN.get(name, ""))
    assert code == 1, told
    assert "no space left" in told.lower()
    assert "Traceback" not in told
    after = contents(folder)
    assert {path: after[path] for path in before} == before
    (folder / "ballast").unlink()
    if name in ("fmt", "rename", "source"):  # small enough for the space there is now
        code, told = sco_quiz(*COMMANDS[name], cwd=folder)
        assert code == 0, told


@pytest.mark.parametrize("name", first(COMMANDS, 3))
def test_a_disk_that_is_read_only(small_disk: Path, name: str) -> None:
    folder = make_bank(small_disk)
    before = contents(folder)
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    code, told = sco_quiz(*COMMANDS[name], cwd=folder, given=GIVEN.get(name, ""))
    assert code == 1, told
    assert "read-only" in told.lower()
    assert "Traceback" not in told
    assert contents(folder) == before


OTHERS: dict[str, tuple[str, ...]] = {
    "a card": ("preview", "year", "--bank", "first.yaml", "--card", "-o", "first.yaml"),
    "a picture": ("preview", "year", "--bank", "first.yaml", "--svg", "first.yaml"),
    "a deck": ("export", "anki", "--bank", "first.yaml", "-o", "first.yaml"),
    "statistics": ("stats", "--bank", "first.yaml", "--html", "bank.yaml"),
    "answers": ("history", "export", "-o", "bank.yaml"),
    "reviews": ("history", "import", "anki", "article.txt", "--bank", "first.yaml", "-o", "first.yaml"),
    "a result": ("quiz", "--bank", "first.yaml", "--exam", "--result", "first.yaml"),
}


@pytest.mark.parametrize("what", OTHERS)
def test_no_result_overwrites_questions(tmp_path: Path, what: str) -> None:
    folder = make_bank(tmp_path / "bank")
    before = contents(folder)
    code, told = sco_quiz(*OTHERS[what], cwd=folder, given="2004\n\n")
    assert code == 1, told
    assert "Error: " in told
    assert contents(folder) == before


KILLED = """
import sys
from pathlib import Path
from sco_quiz.loading.files import write_text
path = Path(sys.argv[1])
write_text(path, "a" * 200_000)
print("written", flush=True)
while True:
    for letter in "ba":
        write_text(path, letter * 200_000)
"""


def test_a_process_killed_in_the_middle_of_writing(tmp_path: Path, full: bool) -> None:
    path = tmp_path / "file.yaml"
    rng = random.Random(3)
    for _ in range(30 if full else 8):
        child = subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, cwd=ROOT)
        assert child.stdout
        assert child.stdout.readline() == b"written\n"
        with pytest.raises(subprocess.TimeoutExpired):
            child.wait(rng.uniform(0.001, 0.02))
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        assert path.read_text("utf-8") in ("a" * 200_000, "b" * 200_000)
    write_text(path, "text")
    assert [other.name for other in tmp_path.iterdir()] == ["file.yaml"]  # what killed programs left is removed


@pytest.mark.parametrize("name", ["fmt", "rename"])
def test_links_and_permissions_stay(tmp_path: Path, name: str) -> None:
    folder = make_bank(tmp_path / "bank")
    real = folder / "originals" / "first.yaml"
    real.parent.mkdir()
    (folder / "first.yaml").rename(real)
    real.write_text(QUESTIONS.replace("prompt: ", "prompt:   "), "utf-8")
    real.chmod(0o640)
    (folder / "first.yaml").symlink_to(real)
    before = real.read_text("utf-8")
    assert sco_quiz(*COMMANDS[name], cwd=folder) == (0, "")
    assert (folder / "first.yaml").is_symlink()
    assert real.read_text("utf-8") != before
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text("theirs\n", "utf-8")
    with pytest.raises(BankError, match="changed"):
        replace_text(path, "ours, as we read it\n", "ours, changed\n")
    assert path.read_text("utf-8") == "theirs\n"


WRITERS: dict[str, Callable[[Path], object]] = {"a folder": lambda path: path.mkdir()}


@pytest.mark.parametrize("what", WRITERS)
def test_a_folder_with_the_name_of_the_file(tmp_path: Path, what: str) -> None:
    path = tmp_path / "file.yaml"
    WRITERS[what](path)
    with pytest.raises(BankError, match="cannot be written"):
        write_text(path, "text")
    assert [other.name for other in tmp_path.iterdir()] == ["file.yaml"]
