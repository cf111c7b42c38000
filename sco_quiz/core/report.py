"""The outcome of a check as one value, which each format renders in its own way."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sco_quiz.core.problem import Problem, Severity
from sco_quiz.core.rule_page import Page


@dataclass(frozen=True, slots=True)
class Report:
    """Problems in the order of their places, how many good questions were looked at, and the pages of all names.

    `unread` names files of which no question could be read, `subject` the bank where nobody named one, and `instead`
    says what was looked at where that was no question.
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
