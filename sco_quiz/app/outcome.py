"""The outcome of the check of a bank, remembered as long as nothing in its folder has changed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sco_quiz.core.problem import Problem
from sco_quiz.disk.reading import is_folder
from sco_quiz.loading.files import questions_below
from sco_quiz.loading.recall.files import BankFiles
from sco_quiz.loading.recall.fingerprint import fingerprint_of, fingerprint_with

_PART = "outcome"
_ROOMS = ("app", "core", "disk", "lint", "loading")


class Outcome(NamedTuple):
    """What was found in a bank, how many valid questions each file has, and how many paragraphs its article has."""

    problems: tuple[Problem, ...]
    counts: dict[str, int]
    paragraphs: int

    def count_in(self, path: Path) -> int:
        """Return how many valid questions a folder or file has."""
        return sum(self.counts.values()) if is_folder(path) else self.counts.get(str(path), 0)


def recall_outcome(bank: Path, cache: Path, today: date, find: Callable[[], Outcome]) -> Outcome:
    """Return what was found in a folder by all rules; find it now if it is not known."""
    state = _state(bank, today)
    if state is None:
        return find()
    files = BankFiles(cache, bank, state)
    if known := files.recall(_PART, Outcome):
        return known
    found = find()
    # what was read while somebody saved it may be of no state at all
    if _state(bank, today) == state:
        files.remember(_PART, Outcome, found)
    return found


def _state(bank: Path, today: date) -> str | None:
    """Return a hash of all that a check sees; None for a file, and for what cannot be read."""
    try:
        contents = fingerprint_of(bank) if is_folder(bank) else None
        # beside what is read, `check` reports files that are in a wrong place
        names = sorted(path.name for path in bank.iterdir()) if contents else []
        below = questions_below(bank) if contents else []
    except OSError:
        return None
    seen = f"{contents} {today} {str(bank)!r} {names} {below}"
    return fingerprint_with(_ROOMS, seen.encode("utf-8", "backslashreplace")) if contents else None
