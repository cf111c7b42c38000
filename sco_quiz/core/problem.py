"""What is wrong in a bank, as a value: a name, a place, a sentence."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from sco_quiz.core.place import KeyPath, Place


class Severity(StrEnum):
    """ERROR: must be corrected, and `check` fails. WARNING: a known flaw. INFO: a suggestion, worth a look.

    A bank does not load with an error in its files; an error that a rule finds in a question does not prevent that.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    ADVICE = "info"  # the name of 0.1.0, so that code written for it still runs


@dataclass(frozen=True, slots=True)
class Problem:
    """One defect. `name` is a key of the catalog or of the rules, `question` an id or empty.

    `path` leads to the value in question, from its question or, without one, from the root of its file.
    """

    name: str
    message: str
    place: Place
    hint: str = ""
    severity: Severity = Severity.ERROR
    question: str = ""
    path: KeyPath = field(default=(), kw_only=True, compare=False)


def in_files(problems: Iterable[Problem], files: Collection[str]) -> tuple[Problem, ...]:
    """Return the problems that are in some files."""
    return tuple(problem for problem in problems if problem.place.file in files)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by file, line and column, and drop repeats."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.place, problem.name)))
