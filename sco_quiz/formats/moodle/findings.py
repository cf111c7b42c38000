"""What a reader of Moodle's formats finds wrong or doubtful."""

from dataclasses import dataclass, field

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.core.shorten import shorten
from sco_quiz.formats.exchange.reasons import named_problem


class Unreadable(Exception):
    """A question that cannot be read. `name` is that of a problem, `hint` says what to do."""

    def __init__(self, name: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.name, self.message, self.hint = name, message, hint


@dataclass(slots=True)
class Findings:
    """Collects the problems of a file; `question` is the name of the current one, `place` where it starts."""

    place: Place
    question: str = ""
    problems: list[Problem] = field(default_factory=list)

    def warn(self, name: str, message: str, hint: str = "", place: Place | None = None) -> None:
        """Report what is lost or in doubt."""
        shown = f"question `{shorten(self.question)}`: {message}" if self.question else message
        problem = named_problem(name, shown, place or self.place, hint)
        # several answers of a question can have the same problem
        if problem not in self.problems[-3:]:
            self.problems.append(problem)

    def refuse(self, error: Unreadable) -> None:
        """Report that the question was not read."""
        self.warn(error.name, error.message, error.hint)
