"""What a reader of Moodle's formats finds wrong or doubtful."""

from dataclasses import dataclass, field

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.core.shorten import shorten
from sco_quiz.formats.exchange.reasons import QuestionError, named_problem


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

    def refuse(self, error: QuestionError) -> None:
        """Report that the question was not read."""
        self.warn(error.name, error.message, error.hint)
