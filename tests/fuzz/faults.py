"""The system refuses one step of a command, or what the step needs is deleted: a message, and no file is lost or half.

Steps are the calls of Python that name a file; SQLite's own are in `tests/cli/test_kill.py`.
"""

import atexit
import builtins
import errno
import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from unittest.mock import patch

from tests.command import Finished, sco_quiz
from tests.conftest import ROOT

NAME, FULL = "faults", 1500
ERRORS = (errno.EACCES, errno.ENOENT, errno.EIO, errno.ELOOP, errno.ENAMETOOLONG, errno.ENOTDIR, errno.ENOSPC)
CALLS = (
    *("open", "stat", "lstat", "scandir", "listdir", "readlink", "mkdir", "rmdir", "unlink", "remove", "rename"),
    *("replace", "link", "chmod", "utime"),
)
WAYS = ("refused", "refused from now on", "deleted", "a folder")
TYPED = "1\na\nWhy?\nHe\n\n\nBecause.\nremember\n\nwhy\ny\n\n"
BANK = ("--bank", "bank")
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("check", "bank"),
    ("check", "bank", "--format", "json"),
    ("list", "--json", *BANK),
    ("list", "--by", "source", *BANK),
    ("quiz", "-n", "3", "--seed", "1", *BANK),
    ("quiz", "--exam", "--seed", "1", *BANK, "--result", "result.json"),
    ("review", *BANK),
    ("stats", *BANK, "--html", "stats.html"),
    ("read", *BANK),
    ("preview", "--card", "span", *BANK, "-o", "card.html"),
    ("diff", "bank", "other"),
    ("fmt", "bank"),
    ("rename", "pairs", "another-id", *BANK),
    ("new", "history", "--kind", "true_false", *BANK),
    ("schema", "bank"),
    ("export", "anki", "-o", "deck.apkg", *BANK),
    ("export", "anki", *BANK),
    ("export", "page", "-o", "page.html", *BANK),
    ("export", "gift", "-o", "bank.gift", *BANK),
    ("export", "qti", "-o", "bank.zip", *BANK),
    ("export", "paper", "-o", "test.md", *BANK),
    ("import", "questions.gift", "--yes", *BANK),
    ("import", "questions.gift", "--yes", "--bank", "imported"),
    ("import", "deck.apkg"),
    ("init", "new-bank", "--article", "article.txt", "--id", "new"),
    ("source", "add", "article.txt", *BANK, "--replace"),
    ("source", "coverage", "article.txt", *BANK),
    ("history", "export", "-o", "history.jsonl"),
    ("history", "import", "answers.jsonl"),
    ("history", "import", "anki", "deck.apkg", *BANK),
    ("class", "results", "results", *BANK, "-o", "class.html"),
    ("class", "analysis", "results", *BANK),
    ("doctor", "--repair", *BANK),
)
Tree = dict[str, bytes]


class Case(NamedTuple):
    """A command, in a folder with or without a cache, and what happens at one of its steps."""

    command: tuple[str, ...]
    warm: bool
    way: str = ""
    step: int = -1
    error: int = 0


class Outcome(NamedTuple):
    """How a command ended, what is in the folder then, how many steps it took, and which was disturbed."""

    done: Finished
    tree: Tree
    steps: int
    at: str


def run(seed: int) -> None:
    """Try a case."""
    rng = Random(seed)
    command, warm = rng.choice(COMMANDS), rng.random() < 0.5
    way, error = rng.choice(WAYS), rng.choice(ERRORS)
    attempt(Case(command, warm, way, rng.randrange(undisturbed(command, warm).steps), error))


def attempt(case: Case) -> None:
    """Run a command with its fault, and judge what it said and left; a traceback raises here."""
    with world(case.warm) as folder:
        before, found = tree_of(folder), outcome(case, folder)
    try:
        judge(case, before, found, undisturbed(case.command, case.warm))
    except AssertionError as error:
        error.add_note(f"{case}: {found.at}\n{found.done.stdout[-600:]}\n{found.done.stderr[-600:]}")
        raise


def judge(case: Case, before: Tree, found: Outcome, whole: Outcome) -> None:
    """Raise AssertionError if a command ended without a word, or a file is lost, half written or left over."""
    done = found.done
    assert done.returncode in (0, 1, 2, 130)
    assert done.returncode == 0 or (done.stdout + done.stderr).strip(), "no word"
    if case.way not in ("refused", "refused from now on"):
        return
    for name in before.keys() & whole.tree.keys():
        assert name in found.tree, f"{name} is gone"
    for name, content in found.tree.items():
        if name.startswith("bank/") and name in before and done.returncode:  # outputs may have less, and say so
            assert content in (before[name], whole.tree.get(name)), f"{name} is half written"
        # a draft that cannot be deleted goes with the next command
        draft = name.endswith(".part") and name not in before
        assert not draft or found.at.startswith(("unlink", "remove")) or case.way != "refused", f"{name} is left over"


@cache
def undisturbed(command: tuple[str, ...], warm: bool) -> Outcome:
    """Return what happens without a fault."""
    with world(warm) as folder:
        return outcome(Case(command, warm), folder)


def outcome(case: Case, folder: Path) -> Outcome:
    """Run a command, and disturb its step."""
    steps = Steps(case, folder)
    with steps.watched():
        done = sco_quiz(*case.command, given=TYPED, cwd=folder, **environment(folder))
    return Outcome(done, tree_of(folder), steps.count, steps.at)


def environment(folder: Path) -> dict[str, str]:
    """Return the variables that keep a command in its folder."""
    return {"SCO_QUIZ_PROGRESS": str(folder / "data" / "progress.sqlite"), "SCO_QUIZ_CACHE": str(folder / "cache")}


class Steps:
    """The calls of one command that name something in its folder; one of them is disturbed."""

    def __init__(self, case: Case, folder: Path) -> None:
        self._case, self._folder = case, f"{folder}/"
        self.count, self.at = 0, ""
        self._refused, self._busy = "", False

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Let all calls inside pass through here."""
        with ExitStack() as patches:
            for owner, names in ((os, CALLS), (builtins, ("open",)), (io, ("open",))):
                for name in names:
                    patches.enter_context(patch.object(owner, name, self._watching(name, getattr(owner, name))))
            yield

    def _watching(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any, **options: Any) -> Any:
            if not self._busy and arguments and not isinstance(arguments[0], int):
                self._busy = True  # what disturbs takes steps, too
                try:
                    self._step(name, os.path.abspath(os.fsdecode(arguments[0])))
                finally:
                    self._busy = False
            return call(*arguments, **options)

        return watched

    def _step(self, name: str, path: str) -> None:
        if not path.startswith(self._folder):
            return
        number, self.count = self.count, self.count + 1
        if number == self._case.step:
            self.at = f"{name} {path.removeprefix(self._folder)}"
            self._disturb(Path(path))
        elif path == self._refused:
            self._refuse(path)

    def _disturb(self, path: Path) -> None:
        match self._case.way:
            case "refused":
                self._refuse(str(path))
            case "refused from now on":
                self._refused = str(path)
                self._refuse(str(path))
            case way:
                shutil.rmtree(path, ignore_errors=True)
                path.unlink(missing_ok=True)
                if way == "a folder":
                    path.mkdir(parents=True)

    def _refuse(self, path: str) -> None:
        raise OSError(self._case.error, os.strerror(self._case.error), path)


@contextmanager
def world(warm: bool) -> Iterator[Path]:
    """Yield a folder with a bank, what commands read, and a progress file; with a cache if it is warm."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "world"
        shutil.copytree(templates() / ("warm" if warm else "cold"), folder)
        yield folder


@cache
def templates() -> Path:
    """Return a folder with what each case has a copy of."""
    kept = TemporaryDirectory(ignore_cleanup_errors=True)
    atexit.register(kept.cleanup)
    cold, warm = Path(kept.name) / "cold", Path(kept.name) / "warm"
    for bank in ("bank", "other"):
        shutil.copytree(ROOT / "tests" / "every_field", cold / bank)
    (cold / "data").mkdir()
    shutil.copyfile(ROOT / "tests" / "released" / "0.1.0" / "progress.sqlite", cold / "data" / "progress.sqlite")
    (cold / "article.txt").write_text("The bridge\n\nThe bridge of Orvane crosses the Lesk.\n", "utf-8")
    (cold / "questions.gift").write_text("::one::Which river? {=Lesk ~Arn ~Mure}\n\n::two::Is it old? {T}\n", "utf-8")
    _fill(cold, ("history", "export", "-o", "answers.jsonl"), SCO_QUIZ_CACHE="off")
    for name in ("Ann", "Bob"):
        exam = ("quiz", "--exam", "--seed", "1", *BANK, "--result", f"results/{name}.json", "--name", name)
        _fill(cold, exam, SCO_QUIZ_CACHE="off")
    shutil.copytree(cold, warm)
    for command in (("check", "bank"), ("list", "--json", *BANK), ("export", "anki", "-o", "deck.apkg", *BANK)):
        _fill(warm, command)
    shutil.copyfile(warm / "deck.apkg", cold / "deck.apkg")
    return Path(kept.name)


def _fill(folder: Path, command: tuple[str, ...], **variables: str) -> None:
    """Run a command that writes into a folder."""
    done = sco_quiz(*command, given="s\n" * 30, cwd=folder, **(environment(folder) | variables))
    assert done.returncode in (0, 1), done  # 1: the exam is not passed


def tree_of(root: Path) -> Tree:
    """Return the content of each file below a folder, by its name."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
