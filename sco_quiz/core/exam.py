"""The result of an exam, and its record."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sco_quiz.core.bank import Bank
from sco_quiz.core.durations import in_words
from sco_quiz.core.session import Result, Session, percent_of, score


@dataclass(frozen=True, slots=True)
class ExamResult:
    """An exam that was handed in. `pass_mark` is in per cent, `used` and `time_limit` (None: no limit) in s.

    `interrupted` is how many seconds the program was closed or paused; `clock_stopped` says that they do not count for
    the time limit.
    """

    session: Session
    pass_mark: int
    used: int
    time_limit: int | None = None
    interrupted: int = 0
    clock_stopped: bool = False

    @property
    def results(self) -> tuple[Result, ...]:
        """The result of each question in their order; that of an unanswered one has no verdict."""
        given = {result.question.id: result for result in self.session.results}
        return tuple(given.get(question.id, Result(question)) for question in self.session.questions)

    @property
    def time_in_words(self) -> str:
        """How much time was used, and how long the exam was interrupted, if it was."""
        limit = f" of {in_words(self.time_limit)}" if self.time_limit else ""
        clock = f" while the clock {'stopped' if self.clock_stopped else 'kept running'}" if limit else ""
        away = f" Interrupted for {in_words(self.interrupted)}{clock}." if self.interrupted else ""
        return f"Time used: {in_words(self.used)}{limit}.{away}"

    @property
    def points(self) -> Fraction:
        """The sum of the credits."""
        return score(self.session).points

    @property
    def most(self) -> int:
        """The maximum: one point per question, answered or not."""
        return len(self.session.questions)

    @property
    def percent(self) -> int:
        """The points in per cent of the maximum."""
        rounded = percent_of(self.points, self.most)
        # rounding up could claim a pass mark that was missed
        return rounded if self.passed else min(rounded, self.pass_mark - 1)

    @property
    def passed(self) -> bool:
        """Whether the pass mark was reached."""
        return self.points * 100 >= self.pass_mark * self.most


@dataclass(frozen=True, slots=True)
class ExamRecord:
    """A result with what a document about it names: the bank, the time of submission, and the student, if given."""

    bank: Bank
    result: ExamResult
    at: datetime
    student: str = ""
