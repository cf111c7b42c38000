"""The result of an exam, and its record."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sco_quiz.core.bank import Bank
from sco_quiz.core.session import Session, score


@dataclass(frozen=True, slots=True)
class ExamResult:
    """An exam that was handed in. `pass_mark` is in per cent, `used` and `time_limit` (None: no limit) in s."""

    session: Session
    pass_mark: int
    used: int
    time_limit: int | None = None

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
        # rounded down: rounding up could claim a pass mark that was missed
        return int(self.points / self.most * 100) if self.most else 0

    @property
    def passed(self) -> bool:
        """Whether the pass mark was reached."""
        return self.percent >= self.pass_mark


@dataclass(frozen=True, slots=True)
class ExamRecord:
    """A result with what a document about it names: the bank, the time of submission, and the student, if given."""

    bank: Bank
    result: ExamResult
    at: datetime
    student: str = ""
