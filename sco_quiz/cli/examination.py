"""What is asked first when something goes wrong, found out."""

import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from sco_quiz.cli.bank_names import quoted
from sco_quiz.cli.progress_bar import progress_bar
from sco_quiz.cli.progress_file import progress_path, repair
from sco_quiz.core.constants import BANK_VARIABLE
from sco_quiz.core.errors import HistoryError
from sco_quiz.history.database import SQLITE_VERSION, DamagedError, Database
from sco_quiz.history.store import desired_retention, store_of

NEEDED = ("pydantic", "click", "genanki", "PyYAML", "rich", "rapidfuzz", "fsrs", "platformdirs")
EXTRAS = {"ruamel.yaml": "teach", "watchfiles": "teach", "plotext": "charts"}
if sys.version_info < (3, 14):
    EXTRAS["backports.zstd"] = "anki"
LITTLE_ROOM = 20_000_000
UNUSED_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One line: `ok`, `missing` (an extra), `warning`, or `wrong`; what it is about, and what was found."""

    state: Literal["ok", "missing", "warning", "wrong"]
    what: str
    words: str


def examine(bank: Path | None, progress: Path | None) -> Iterator[Diagnosis]:
    """Versions, paths, the terminal, the bank, and the progress file."""
    yield Diagnosis("ok", "sco-quiz", version("sco-quiz"))
    yield Diagnosis("ok", "Python", f"{platform.python_version()} on {platform.platform()}")
    yield Diagnosis("ok", "SQLite", SQLITE_VERSION)
    for name in NEEDED:
        yield _package(name, "wrong", "is needed")
    for name, extra in EXTRAS.items():
        yield _package(name, "missing", f"comes with `pip install 'sco-quiz[{extra}]'`")
    yield from _terminal()
    yield _bank(bank)
    yield from _progress(progress_path(progress))


def _package(name: str, state: Literal["missing", "wrong"], otherwise: str) -> Diagnosis:
    try:
        return Diagnosis("ok", name, version(name))
    except PackageNotFoundError:
        return Diagnosis(state, name, f"not installed; it {otherwise}")


def _terminal() -> Iterator[Diagnosis]:
    from sco_quiz.cli.display import draws

    size = shutil.get_terminal_size()
    manner = "panels and single keys" if draws() and sys.stdin.isatty() else "plain lines"
    names = ("TERM", "COLORTERM", "NO_COLOR", "SCO_QUIZ_PLAIN", "SCO_QUIZ_PROGRESS", BANK_VARIABLE)
    found = ", ".join(f"{name}={os.environ[name]}" for name in names if name in os.environ)
    yield Diagnosis("ok", "terminal", f"{size.columns} by {size.lines}, {manner}; {found or 'no variable is set'}")
    encoding = sys.stdout.encoding
    able = encoding.casefold().replace("-", "") in ("utf8", "utf16", "utf32")
    words = f"{encoding}, locale {locale.getlocale()[0]}" + ("" if able else "; some signs become `?`")
    yield Diagnosis("ok" if able else "warning", "encoding", words)


def _bank(bank: Path | None) -> Diagnosis:
    from sco_quiz.loading.files import shipped_bank
    from sco_quiz.loading.load import read_bank

    path = bank or shipped_bank()
    loaded = read_bank(path)
    count = len(loaded.bank.questions)
    if loaded.errors:
        return Diagnosis(
            "wrong", "bank", f"{path}: {len(loaded.errors)} errors; `sco-quiz check {quoted(path)}` tells them"
        )
    return Diagnosis("ok", "bank", f"{path}: {loaded.bank.id}, {count} questions")


def _progress(path: Path) -> Iterator[Diagnosis]:
    """The state of the progress file, which is not changed."""
    folder = next(parent for parent in path.parents if parent.exists())
    writable = os.access(path if path.exists() else folder, os.W_OK)
    state: Literal["ok", "wrong"] = "ok" if writable else "wrong"
    size = f", {path.stat().st_size / 1000:.0f} kB" if path.exists() else ", not there yet"
    yield Diagnosis(state, "progress file", f"{path}{size}" + ("" if writable else "; it cannot be written"))
    free = shutil.disk_usage(folder).free
    yield Diagnosis("ok" if free > LITTLE_ROOM else "warning", "room on its disk", f"{free / 1e6:.0f} MB")
    for aside in sorted(path.parent.glob(f"{path.stem}.damaged-*{path.suffix}")):
        yield Diagnosis("warning", "set aside", f"{aside} is damaged; delete it when you miss nothing")
    if not path.exists():
        yield Diagnosis("ok", "answers", "none yet")
        return
    try:
        yield from _contents(Database(path, read_only=True))
    except HistoryError as error:
        yield Diagnosis("wrong", "answers", str(error))


def _contents(database: Database) -> Iterator[Diagnosis]:
    database.check(thorough=True)
    answers, latest = database.query("SELECT count(*), max(at) FROM answer")[0]
    when = f", the last on {datetime.fromtimestamp(latest / 1000):%Y-%m-%d at %H:%M}" if latest else ""
    flags = database.query("SELECT count(*) FROM flag")[0][0]
    yield Diagnosis("ok", "answers", f"{answers}{when}; {flags} flags; desired retention {desired_retention(database)}")
    strays = misfits(database)
    words = "each rated question has its schedule" if not strays else f"{strays} questions do not fit; --repair helps"
    yield Diagnosis("warning" if strays else "ok", "schedules", words)


def misfits(database: Database) -> int:
    """How many questions have answers and no schedule, a schedule and no answers, or one of another last answer."""
    rated = "SELECT bank, question, max(at) FROM answer WHERE rating IS NOT NULL GROUP BY bank, question"
    remembered = "SELECT bank, question, last_review FROM memory"
    pairs = (rated, remembered), (remembered, rated)
    return sum(database.query(f"SELECT count(*) FROM ({one} EXCEPT {other})")[0][0] for one, other in pairs)


def repaired(progress: Path | None) -> Iterator[str]:
    """Repair the progress file; what was done, a line each."""
    path = progress_path(progress)
    if not path.exists():
        yield f"{path} is not there: nothing to repair."
        return
    try:
        database = Database(path)
        database.check(thorough=True)
    except DamagedError:
        database = repair(path)
    if misfits(database):
        with progress_bar("Scheduling") as on_progress:
            count = store_of(database).replay_all(on_progress)
        yield f"{count} questions were scheduled anew from their answers."
    pages, unused = (database.query(f"PRAGMA {name}")[0][0] for name in ("page_count", "freelist_count"))
    if unused > UNUSED_SHARE * pages:
        database.vacuum()
        yield f"{unused} unused pages were given back to the disk."
    database.close()
