"""What is wrong in a bank, as a value: a name, a place, a sentence."""

from dataclasses import dataclass
from enum import StrEnum

from sco_quiz.core.place import Place


class Severity(StrEnum):
    """ERROR: the bank cannot be used. WARNING: a known flaw. INFO: a suggestion, worth a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    ADVICE = "info"  # the name of 0.1.0, so that code written for it still runs


@dataclass(frozen=True, slots=True)
class Problem:
    """One defect. `name` is kebab-case and is a key of the catalogue or of the rules; `question` is an id or empty."""

    name: str
    message: str
    place: Place
    hint: str = ""
    severity: Severity = Severity.ERROR
    question: str = ""


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Sort by file, line and column, and drop repeats."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.place, problem.name)))
