"""Make the fixtures of a release with the code of that release.

From the root of the repository, with a checkout of the release at hand:

    git worktree add --detach ../released 72c723d
    PYTHONPATH=../released python tests/released/make.py tests/released/0.1.0

The banks are the shipped one and `tests/every_field` (that of 0.1.0 was written for it and is in its folder). Run
again, it makes the same rows: the clock is its own.
"""

import gc
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, redirect_stdout
from io import StringIO
from itertools import count
from pathlib import Path
from random import Random

START = 1_772_442_000  # 2026-03-02 09:00 UTC
DAY = 86_400
_clock: list[Iterator[int]] = [count(START)]

# before the program is imported, whose modules import these functions by name
time.time = time.monotonic = lambda: float(next(_clock[0]))
os.environ["TZ"] = "UTC"
time.tzset()

import sco_quiz  # noqa: E402
from sco_quiz.cli.main import main  # noqa: E402
from sco_quiz.core.kinds import Matching  # noqa: E402

RELEASED = Path(sco_quiz.__file__).parents[1]
BANKS = ("sco-2010", "every-field")

# what is typed at each question of every-field: all verdicts and all commands
TYPED = {
    "single": ["h", "1"],  # with a hint
    "several": ["f", "Is oak a material?", "oak"],  # flagged, partly right
    "statement": ["t"],
    "short": ["Ilse Maranne", "r"],  # almost, then claimed
    "number": ["12 feet"],  # the right number of the wrong thing
    "gaps": ["1611; carts; 1994"],
    "pairs": ["s"],
    "sequence": ["1 2 3 4"],
    "plain": ["t", "u", "f"],  # undone, then wrong
    "span": ["1250 cm"],  # since 0.2.0, as the next one
    "beyond-the-article": ["1"],
}


def run(*arguments: str, typed: Iterable[str] = (), on: int = 0) -> str:
    """Return what a command prints when these lines are typed, that many days after the start."""
    _clock[0] = count(START + on * DAY)
    sys.stdin, output = StringIO("".join(f"{line}\n" for line in typed)), StringIO()
    with redirect_stdout(output):
        try:
            main(list(arguments))
        except SystemExit as end:
            if end.code not in (0, 1, 130):
                raise
    return output.getvalue()


def drawn(bank: sco_quiz.Bank, number: int, seed: int) -> sco_quiz.Session:
    """Return the session that `quiz -n NUMBER --seed SEED` starts."""
    return sco_quiz.Session(sco_quiz.select(bank, sco_quiz.Filter(), number, Random(seed)), seed)


def right_answers(session: sco_quiz.Session) -> list[str]:
    """Return what to type so that all answers are right."""
    lines = []
    for question in session.questions:
        options = session.options_of(question)
        wanted = tuple(question.pairs.values()) if isinstance(question, Matching) else question.key
        if question.type != "true_false" and options:
            wanted = (" ".join(str(options.index(text) + 1) for text in wanted),)
        lines.append("; ".join(wanted) if question.type == "cloze" else wanted[0])
    return lines


def make_answers(folder: Path) -> None:
    """Simulate two weeks of a student: quizzes, exams and reviews, some of them interrupted."""
    shipped, small = (sco_quiz.load_bank(folder / name) for name in BANKS)
    first, second = (["--bank", str(folder / name)] for name in BANKS)
    small_session = drawn(small, sum(question.status == "active" for question in small.questions), 3)
    lines = [line for question in small_session.questions for line in TYPED[question.id]]
    run("quiz", *second, "--all", "--seed", "3", typed=[*lines, "n"])

    right = right_answers(drawn(shipped, 12, 5))
    run("quiz", *first, "-n", "12", "--seed", "5", typed=[*right[:10], "s", "x", "n"], on=1)
    run("quiz", *second, "-n", "2", "--seed", "8", typed=["9", "1", "?", "x", "y", "1", "x", "n"], on=1)
    right = right_answers(drawn(shipped, 6, 6))
    exam = ("--exam", "--time-limit", "30", "--pass-mark", "50")
    run("quiz", *first, *exam, "-n", "6", "--seed", "6", typed=[*right[:4], "s", right[5], ""], on=2)
    for day in (3, 4, 10):
        run(
            "review",
            *first,
            "--new",
            "6",
            "--seed",
            "1",
            typed=["1", "again", "2", "t", "easy", "x", "Tashkent"],
            on=day,
        )
        run("review", *second, "--seed", "1", typed=["1", "hard", "12.5", "s", "t"], on=day)
    run("review", *first, "--retention", "0.85", "--practice", "-n", "3", typed=["1", "t"], on=11)
    # interrupted: a quiz of one bank, an exam of the other
    right = right_answers(drawn(shipped, 8, 7))
    run("quiz", *first, "-n", "8", "--seed", "7", typed=["h", *right[:2], "s"], on=12)
    run("quiz", *second, *exam, "-n", "5", "--seed", "4", typed=right_answers(drawn(small, 5, 4))[:2], on=12)


def make(folder: Path) -> None:
    """Fill the folder of a release."""
    shipped, small = (folder / name for name in BANKS)
    shutil.rmtree(shipped, ignore_errors=True)
    shipped.mkdir(parents=True)
    if (written := RELEASED / "tests" / "every_field").exists():
        shutil.rmtree(small, ignore_errors=True)
        shutil.copytree(written, small)
    for path in (*(RELEASED / "questions").glob("*.yaml"), *(RELEASED / "questions").glob("anki-ledger.jsonl")):
        shutil.copy(path, shipped)
    if (media := RELEASED / "questions" / "media").exists():
        shutil.copytree(media, shipped / "media")
    shutil.copy(RELEASED / "decks" / "sco-2010.apkg", folder)
    (folder / "every-field.apkg").unlink(missing_ok=True)
    run("export", "anki", "--bank", str(small), "-o", str(folder / "every-field.apkg"))
    for name in BANKS:
        (folder / f"{name}.json").write_text(run("list", "--json", "--bank", str(folder / name)), "utf-8")
    progress = folder / "progress.sqlite"
    progress.unlink(missing_ok=True)
    os.environ["SCO_QUIZ_PROGRESS"] = str(progress)
    make_answers(folder)
    (folder / "answers.jsonl").write_text(run("history", "export", on=13), "utf-8")
    for name in BANKS:
        bank = ("--bank", str(folder / name))
        (folder / f"{name}-stats.json").write_text(run("stats", "--json", *bank, on=13), "utf-8")
    gc.collect()  # closes what is still open, so that the file has all of its log
    with closing(sqlite3.connect(progress)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for log in folder.glob("progress.sqlite-*"):
        log.unlink()


if __name__ == "__main__":
    make(Path(sys.argv[1]).resolve())
