"""Run commands on a disk that is almost full, and print what came of it; started by `test_full_disk.py`.

All commands run in this process, in a small disk in memory that only this process sees.
"""

import json
import os
import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sco_quiz.formats import FORMATS
from sco_quiz.formats.exchange.answers_jsonl import render_line
from sco_quiz.loading.load import load_bank
from tests.cli.without_rights import BANK, HERE, place, tried
from tests.command import ok, sco_quiz
from tests.history.simulated import START, answer

SPARE = (0, 4_096, 8_192, 16_384, 49_152)
EARLIER = 3  # answers in the progress file before a command
COMMANDS: list[tuple[str, ...]] = [
    ("quiz", "-n", "9", *HERE),
    ("quiz", "--exam", "-n", "9", "--pass-mark", "0", "--result", "out/r.html", *HERE),
    ("review", "-n", "9", *HERE),
    ("stats", "--html", "out/stats.html", *HERE),
    ("read", *HERE),
    ("fmt", "bank"),
    ("rename", "ID", "other-id", *HERE),
    ("new", "new-topic", "--kind", "true_false", *HERE),
    ("source", "add", "article.txt", "--title", "T", "--replace", *HERE),
    ("import", "x.csv", *HERE, "--yes"),
    ("init", "out/new-bank", "--title", "T"),
    ("export", "anki", "-o", "out/d.apkg", *HERE),
    ("export", "page", "-o", "out/p.html", *HERE),
    ("export", "scorm", "-o", "out/s.zip", *HERE),
    ("export", "paper", "-o", "out/t.md", *HERE),
    ("export", "paper", "-o", "out/t.docx", *HERE),
    *(("export", form.name, "-o", f"out/x{form.suffixes[0]}", *HERE) for form in FORMATS if form.writer),
    ("preview", "ID", "--card", "-o", "out/card.html", *HERE),
    ("schema", "bank"),
    ("history", "export", "-o", "out/a.jsonl"),
    ("history", "import", "answers.jsonl"),
    ("doctor", "--repair", *HERE),
    ("class", "results", "handed-in", "-o", "out/c.csv", *HERE),
]
TYPED = "1\nt\ns\n\n" * 40


@cache
def _result() -> bytes:
    """Return the result of a test."""
    with place() as root:
        exam = ("quiz", "--exam", "-n", "9", "--pass-mark", "0", "--result", "r.json", "--name", "a", *HERE)
        sco_quiz(*exam, given=TYPED, cwd=root)
        return (root / "r.json").read_bytes()


@contextmanager
def _prepared() -> Iterator[Path]:
    """A place with a bank, inputs, and a progress file with answers."""
    with place() as root:
        os.environ["SCO_QUIZ_CACHE"] = str(root / "cache")
        lines = [render_line(answer("other", f"q{number}", START + number)) for number in range(2 * EARLIER)]
        (root / "answers.jsonl").write_text("".join(lines[:EARLIER]))
        ok("history", "import", str(root / "answers.jsonl"))
        (root / "answers.jsonl").write_text("".join(lines[EARLIER:]))
        (root / "handed-in" / "one.json").write_bytes(_result())
        yield root


def contents(root: Path) -> dict[str, bytes]:
    """Return the files of users below a folder, except the database, which SQLite changes in place."""
    files = [path for path in root.rglob("*") if path.is_file()]
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in files
        if path.parent.name not in ("progress", "cache") and path.name != "ballast"
    }


def fill(root: Path, spare: int) -> None:
    """Write a file that leaves some bytes of the disk."""
    found = os.statvfs(root)
    free = found.f_bavail * found.f_frsize
    (root / "ballast").write_bytes(bytes(max(free - spare, 0)))


def answers_in(path: Path) -> int:
    """Return how many answers a progress file has; it must be sound."""
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return int(db.execute("SELECT count(*) FROM answer").fetchone()[0])


def judged(root: Path, before: dict[str, bytes], best: dict[str, bytes], done: dict[str, object]) -> list[str]:
    """Return what is wrong after a command: `before` and `best` are the files before it, and with enough room."""
    if "fault" in done:
        return [str(done["fault"])]
    said, code, after = str(done["said"]), done["code"], contents(root)
    faults = [f"{name} is gone" for name in sorted((before.keys() & best.keys()) - after.keys())]
    for name, data in after.items():
        whole = name in best and len(data) > 0.9 * len(best[name])
        if data != before.get(name) and not whole and not name.startswith("unsaved-answers"):
            faults.append(f"{name} has {len(data)} bytes")
    if code == 0:
        faults += [f"exit code 0 without {name}" for name in sorted(best) if not _is_done(name, before, best, after)]
    elif "no space left on device" not in said and "disk is full" not in said:
        faults.append("the message does not say that the disk is full")
    return faults


def _is_done(name: str, before: dict[str, bytes], best: dict[str, bytes], after: dict[str, bytes]) -> bool:
    return name in after and (before.get(name) == best[name] or after[name] != before.get(name))


def _tried(command: tuple[str, ...], spare: int, best: dict[str, bytes], over: bool = False) -> dict[str, Any]:
    """Run a command where so many bytes are free, perhaps `over` its earlier outputs; return what came of it."""
    with _prepared() as root:
        for name, data in best.items():
            if over and name.startswith("out/"):
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_bytes(data)
        before, progress = contents(root), root / "progress" / "progress.sqlite"
        fill(root, spare)
        done = tried(root, command, given=TYPED)
        (root / "ballast").unlink()
        faults = judged(root, before, best, done)
        kept = sum(len(path.read_text().splitlines()) for path in root.rglob("unsaved-answers-*.jsonl"))
        said = str(done.get("said"))
        answered = len(re.findall("^(?:✓|✗|Right|Wrong|Noted)", said, re.MULTILINE))
        if command[0] in ("quiz", "review"):
            there = answers_in(progress)
            if there + kept < answered + EARLIER and "lost" not in said:
                faults.append(f"{answered} answers, {there} in the file, {kept} beside it")
        return {"command": command, "spare": spare, "faults": faults, **done}


def main(disk: str) -> None:
    """Print a line of JSON for each command and amount of free space."""
    tempfile.tempdir = disk
    name = load_bank(BANK).questions[0].id
    for words in COMMANDS:
        command = tuple(name if each == "ID" else each for each in words)
        with _prepared() as root:
            tried(root, command, given=TYPED)
            best = contents(root)
        for spare in SPARE:
            print(json.dumps(_tried(command, spare, best)), flush=True)
        if command[0] == "export":
            print(json.dumps(_tried(command, 0, best, over=True)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
