"""Run commands where files may not be read or written, and print what came of it; started by `test_rights.py`.

All commands run in this process, which must have no right to go past the modes of files.
"""

import json
import os
import resource
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count, islice
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from tests.command import sco_quiz
from tests.conftest import ROOT

BANK = ROOT / "tests" / "other_article" / "bank"
HERE = ("--bank", "bank")
COMMANDS: list[tuple[str, ...]] = [
    ("check", "bank"),
    ("list", "--json", *HERE),
    ("quiz", "-n", "1", *HERE),
    ("quiz", "--exam", "-n", "1", "--result", "out/r.json", *HERE),
    ("review", *HERE),
    ("stats", "--html", "out/stats.html", *HERE),
    ("read", *HERE),
    ("flags", *HERE),
    ("doctor", *HERE),
    ("fmt", "bank"),
    ("diff", "bank", "bank"),
    ("rename", "ID", "other-id", *HERE),
    ("new", "new-topic", "--kind", "true_false", *HERE),
    ("schema", "bank"),
    ("source", "add", "article.txt", "--title", "T", "--replace", *HERE),
    ("import", "x.csv", *HERE, "--yes"),
    ("init", "out/new-bank", "--title", "T"),
    ("export", "anki", "-o", "out/d.apkg", *HERE),
    ("export", "page", "-o", "out/p.html", *HERE),
    ("export", "moodle", "-o", "out/m.xml", *HERE),
    ("export", "paper", "-o", "out/t.md", *HERE),
    ("history", "export", "-o", "out/a.jsonl"),
    ("history", "import", "answers.jsonl"),
    ("class", "results", "handed-in", "-o", "out/c.csv", *HERE),
]


def _link(root: Path) -> None:
    (root / "locked").mkdir()
    topic = next(path for path in (root / "bank").glob("*.yaml") if path.name not in ("bank.yaml", "source.yaml"))
    topic.rename(root / "locked" / topic.name)
    topic.symlink_to(root / "locked" / topic.name)
    (root / "locked").chmod(0)


Lock = Callable[[Path], object]
LOCKS: dict[str, Lock] = {
    "bank without writing": lambda root: (root / "bank").chmod(0o555),
    "bank without listing": lambda root: (root / "bank").chmod(0o111),
    "bank without anything": lambda root: (root / "bank").chmod(0),
    "files without reading": lambda root: [path.chmod(0) for path in (root / "bank").glob("*.yaml")],
    "files without writing": lambda root: [path.chmod(0o444) for path in (root / "bank").glob("*.yaml")],
    "a link into a locked folder": _link,
    "outputs in a locked folder": lambda root: (root / "out").chmod(0o555),
    "progress in a locked folder": lambda root: (root / "progress").chmod(0),
    "inputs without reading": lambda root: [(root / name).chmod(0) for name in ("article.txt", "x.csv", "handed-in")],
}


@contextmanager
def place() -> Iterator[Path]:
    """A folder with a bank, inputs, and a place for outputs and progress."""
    with TemporaryDirectory() as name:
        root = Path(name)
        copytree(BANK, root / "bank")
        for folder in ("out", "progress", "handed-in"):
            (root / folder).mkdir()
        (root / "article.txt").write_text("One two three four.\n\nFive six seven.\n")
        (root / "x.csv").write_text("prompt,answer\nWho?,me\n")
        (root / "answers.jsonl").touch()
        os.environ["SCO_QUIZ_PROGRESS"] = str(root / "progress" / "progress.sqlite")
        try:
            yield root
        finally:
            for path in (root, *root.rglob("*")):
                if not path.is_symlink() and path.is_dir():
                    path.chmod(0o755)
            for path in root.rglob("*"):
                if not path.is_symlink() and path.is_dir():
                    path.chmod(0o755)


def _limit(spare: int) -> int:
    """Return a limit that leaves some descriptors."""
    free = (number for number in count() if not _is_open(number))
    return next(islice(free, spare, None))


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def tried(root: Path, command: tuple[str, ...], name: str = "", given: str = "1\n" * 20) -> dict[str, object]:
    """Run a command; return what came of it."""
    arguments = [name if each == "ID" else each for each in command]
    try:
        done = sco_quiz(*arguments, given=given, cwd=root)
    except BaseException:
        return {"command": command, "fault": traceback.format_exc()}
    return {"command": command, "code": done.returncode, "said": done.stdout + done.stderr}


def main() -> None:
    """Print a line of JSON for each lock and command."""
    from sco_quiz.loading.load import load_bank

    name = load_bank(BANK).questions[0].id
    with place() as root:
        for command in COMMANDS:  # imports everything
            tried(root, command, name)
    for lock, make in LOCKS.items():
        for command in COMMANDS:
            with place() as root:
                make(root)
                print(json.dumps({"lock": lock, **tried(root, command, name)}), flush=True)
    for spare in range(8):
        for command in COMMANDS:
            with place() as root:
                soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
                resource.setrlimit(resource.RLIMIT_NOFILE, (_limit(spare), hard))
                try:
                    found = tried(root, command, name)
                finally:
                    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
                print(json.dumps({"lock": f"{spare} files", **found}), flush=True)


if __name__ == "__main__":
    main()
