"""Facts that help to find a fault: versions, the bank, the progress file."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from itertools import count
from pathlib import Path
from typing import Literal

from sco_quiz.app.days import now
from sco_quiz.app.progress_file import Say, is_there, repair, waiting_for
from sco_quiz.app.shell import quoted
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.packages import EXTRAS
from sco_quiz.core.plural import counted
from sco_quiz.disk.os_errors import os_errors_as
from sco_quiz.disk.reading import is_file, is_present
from sco_quiz.disk.several import JOURNAL
from sco_quiz.history.database import SQLITE_VERSION, DamagedError, Database
from sco_quiz.history.future import correct_future, count_future
from sco_quiz.history.preferences import damaged_preferences, preferences, save_preferences
from sco_quiz.history.recovery import damaged_files, finish
from sco_quiz.history.schedule import Schedule
from sco_quiz.history.store import CLOCK_TOLERANCE_MS, OnProgress, Store, store_of
from sco_quiz.history.totals import are_right, discard
from sco_quiz.loading.files import shipped_bank
from sco_quiz.loading.load import read_bank

NEEDED = (
    "pydantic",
    "click",
    "genanki",
    "PyYAML",
    "rich",
    "rapidfuzz",
    "markdown-it-py",
    "fsrs",
    "platformdirs",
    "pint",
)
LOW_SPACE = 20_000_000  # bytes
UNUSED_SHARE = 0.25

State = Literal["ok", "missing", "warning", "wrong"]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One fact: its state (`missing`: an extra is not installed), what it is about, and what was found."""

    state: State
    what: str
    words: str


def diagnose_versions() -> Iterator[Diagnosis]:
    """Diagnose the program, Python, SQLite, and each package."""
    yield Diagnosis("ok", "sco-quiz", version("sco-quiz"))
    yield Diagnosis("ok", "Python", f"{platform.python_version()} on {platform.platform()}")
    yield Diagnosis("ok", "SQLite", SQLITE_VERSION)
    for name in NEEDED:
        yield _package(name, "wrong", "required")
    for name in (name for names in EXTRAS.values() for name in names):
        # newer versions of Python have Zstandard in their standard library
        if name != "backports.zstd" or sys.version_info < (3, 14):
            yield _package(name, "missing", f"`pip install {name}` installs it")


def _package(name: str, state: State, otherwise: str) -> Diagnosis:
    try:
        return Diagnosis("ok", name, version(name))
    except PackageNotFoundError:
        return Diagnosis(state, name, f"not installed; {otherwise}")


def diagnose_bank(bank: Path | None) -> Diagnosis:
    """Diagnose a bank; None: the built-in one."""
    path = bank or shipped_bank()
    if is_file(path / JOURNAL):
        words = "a change was interrupted while it was being written; the next command that changes the bank undoes it"
        return Diagnosis("wrong", "bank", f"{path}: {words}")
    loaded = read_bank(path)
    if loaded.errors:
        errors = counted(len(loaded.errors), "error")
        return Diagnosis("wrong", "bank", f"{path}: {errors}; `sco-quiz check {quoted(path)}` shows details")
    active = sum(outline.status == "active" for outline in loaded.bank.outlines)
    retired = len(loaded.bank.outlines) - active
    parts = [loaded.bank.id, counted(active, "question"), *([f"{retired} retired"] if retired else [])]
    return Diagnosis("ok", "bank", f"{path}: {', '.join(parts)}")


def diagnose_progress(path: Path, say: Say) -> Iterator[Diagnosis]:
    """Diagnose the progress file and its disk, without changing either; say for what that waits."""
    folder = next(parent for parent in path.parents if is_present(parent))
    exists = is_present(path)
    writable = os.access(path if exists else folder, os.W_OK)
    size = f", {path.stat().st_size / 1000:.0f} kB" if exists else ", does not exist yet"
    refusal = "" if writable else "; cannot be written"
    yield Diagnosis("ok" if writable else "wrong", "progress file", f"{path}{size}{refusal}")
    # SQLite needs room for its log, and a repair for a second file.
    free = shutil.disk_usage(folder).free
    yield Diagnosis("ok" if free > LOW_SPACE else "warning", "free disk space", f"{free / 1e6:.0f} MB")
    for aside in damaged_files(path):
        yield Diagnosis("warning", "set aside", f"{aside} is damaged; delete it if you miss no answers")
    try:
        if is_there(path):
            yield from _contents(Database(path, read_only=True, waiting=waiting_for(path, say)))
        else:
            yield Diagnosis("ok", "answers", "none yet")
    except HistoryError as error:
        yield Diagnosis("wrong", "answers", str(error))


def _contents(database: Database) -> Iterator[Diagnosis]:
    store_of(database).check()  # what opening does not: it takes seconds for a large file
    answers, latest = database.query("SELECT count(*), max(at) FROM answer")[0]
    when = f", the last on {datetime.fromtimestamp(latest / 1000):%Y-%m-%d at %H:%M}" if latest else ""
    flags = database.query("SELECT count(*) FROM flag")[0][0]
    yield Diagnosis("ok", "answers", f"{answers}{when}; {flags} flags")
    yield _settings(database)
    if future := count_future(database, now()):
        words = "the clock was wrong, and they do not count for the schedule; --repair corrects their dates"
        yield Diagnosis("warning", "clock", f"{counted(future, 'answer')} dated in the future: {words}")
    wrong = count_wrong_schedules(database)
    words = f"wrong for {counted(wrong, 'question')}; --repair fixes them" if wrong else "all match the answers"
    yield Diagnosis("warning" if wrong else "ok", "schedules", words)
    if not are_right(database):
        yield Diagnosis("warning", "totals", "the statistics do not match the answers; --repair counts again")


def _settings(database: Database) -> Diagnosis:
    if damaged := list(damaged_preferences(database)):
        words = f"{', '.join(damaged)}: not valid, so the default is used; --repair resets it"
        return Diagnosis("warning", "settings", words)
    used = preferences(database)
    shifted = "shifted at random" if used.fuzz else "not shifted"
    parameters = "your own" if used.parameters else "default"
    words = f"desired retention {used.desired_retention}, the day begins at {used.day_begins}:00"
    return Diagnosis("ok", "settings", f"{words}, due dates {shifted}, {parameters} FSRS parameters")


def count_wrong_schedules(database: Database) -> int:
    """Count the questions with answers and no schedule, a schedule and no answers, or one of another last answer.

    Answers of the future do not count.
    """
    # In both directions, since EXCEPT shows only what is missing on one side.
    until = now() + CLOCK_TOLERANCE_MS
    rated = f"SELECT bank, question, max(at) FROM answer WHERE rating IS NOT NULL AND at <= {until} GROUP BY 1, 2"
    remembered = "SELECT bank, question, last_review FROM memory"
    pairs = (rated, remembered), (remembered, rated)
    return sum(database.query(f"SELECT count(*) FROM ({one} EXCEPT {other})")[0][0] for one, other in pairs)


def repair_all(path: Path, say: Say, on_progress: OnProgress) -> None:
    """Repair the progress file, its schedules and its size; say what was done."""
    if not is_there(path):
        say(f"{path} does not exist: nothing to repair.")
        return
    waiting = waiting_for(path, say)
    try:
        with os_errors_as(HistoryError, str(path)):
            finish(path, waiting)
        database = Database(path, waiting=waiting)
        # not `store_of`, which would schedule without a word what is reported below
        Store(database, Schedule(preferences(database))).check()
    except DamagedError:
        database = repair(path, say, on_progress, waiting)
    if damaged := list(damaged_preferences(database)):
        save_preferences(database, preferences(database))
        say(f"Reset to the default: {', '.join(damaged)}.")
    if count_future(database, now()):
        _correct_dates(database, say)
    if count_wrong_schedules(database):
        number = Store(database, Schedule(preferences(database))).replay_all(on_progress)
        say(f"Rescheduled {counted(number, 'question')} from the answers.")
    if not are_right(database):
        discard(database)
        say("The totals of the statistics did not match the answers: they will be counted again.")
    pages, unused = (database.query(f"PRAGMA {name}")[0][0] for name in ("page_count", "freelist_count"))
    if unused > UNUSED_SHARE * pages:
        database.vacuum()
        say(f"Returned {counted(unused, 'unused page')} to the disk.")
    database.close()


def _correct_dates(database: Database, say: Say) -> None:
    """Correct the dates of answers of the future, after a copy of the file was made."""
    path = database.path
    names = (path.with_name(f"{path.stem}.backup-{number}{path.suffix}") for number in count(1))
    copy = next(name for name in names if not is_present(name))
    database.copy_to(copy)
    moved = correct_future(database, now())
    say(f"Moved {counted(moved, 'answer')} from the future to the last day that is possible.")
    say(f"{copy} is the progress file as it was before.")
