"""The result of an exam, and its record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction

from sco_quiz.core.bank import Bank
from sco_quiz.core.durations import in_words
from sco_quiz.core.figures import ONE_POINT
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.session import Result, Session, percent_of


@dataclass(frozen=True, slots=True)
class ExamResult:
    """An exam that was handed in. `pass_mark` is in percent, `used` and `time_limit` (None: no limit) in s.

    `interrupted` is how many seconds the program was closed or paused; `clock_stopped` says that they do not count for
    the time limit. `title` is that of the exam, empty: that of the bank. `worth` has by first id what a question counts
    if it is not one point; `scale` the lowest percentage by mark, the best one first.
    """

    session: Session
    pass_mark: int
    used: int
    time_limit: int | None = None
    interrupted: int = 0
    clock_stopped: bool = False
    title: str = ""
    worth: Mapping[str, Fraction] = field(default_factory=dict)
    scale: Mapping[str, Fraction] = field(default_factory=dict)

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
        """The sum of the points earned."""
        return sum((self.earned(result) for result in self.session.results), Fraction(0))

    @property
    def most(self) -> Fraction:
        """The maximum: the points of all questions, answered or not."""
        return sum(map(self.points_of, self.session.questions), Fraction(0))

    def points_of(self, question: AnyQuestion) -> Fraction:
        """Return how many points a question counts."""
        return self.worth.get(question.first_id, ONE_POINT)

    def earned(self, result: Result) -> Fraction:
        """Return the points that an answer earned."""
        return self.points_of(result.question) * result.verdict.credit if result.verdict else Fraction(0)

    @property
    def percent(self) -> int:
        """The points in percent of the maximum."""
        rounded = percent_of(self.points, self.most)
        # rounding up could claim a pass mark that was missed
        return rounded if self.passed else min(rounded, self.pass_mark - 1)

    @property
    def passed(self) -> bool:
        """Whether the pass mark was reached."""
        return self.points * 100 >= self.pass_mark * self.most

    @property
    def mark(self) -> str:
        """The mark by the scale; empty without a scale, or below its last mark."""
        return next((mark for mark, least in self.scale.items() if self.points * 100 >= least * self.most), "")


@dataclass(frozen=True, slots=True)
class ExamRecord:
    """A result with what a document about it names: the bank, the time of submission, and the student, if given."""

    bank: Bank
    result: ExamResult
    at: datetime
    student: str = ""
