"""The outcome of a check as one value, which each format renders in its own way."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sco_quiz.core.problem import Problem, Severity
from sco_quiz.core.rule_page import Page


@dataclass(frozen=True, slots=True)
class Report:
    """Problems in order of position, the number of valid questions checked, and the pages of all names.

    `unread` names files without a readable question, `subject` the bank that was checked by default, and `instead`
    what was checked if it was not questions.
    """

    problems: tuple[Problem, ...]
    questions: int
    pages: Mapping[str, Page] = field(default_factory=dict, repr=False)
    unread: tuple[str, ...] = ()
    subject: str = ""
    instead: str = ""

    def count(self, severity: Severity) -> int:
        """How many problems of a severity there are."""
        return sum(problem.severity is severity for problem in self.problems)

    def fails(self, strict: bool) -> bool:
        """Whether the check fails: by an error, and when strict by a warning; suggestions never do."""
        return self.count(Severity.ERROR) > 0 or (strict and self.count(Severity.WARNING) > 0)
