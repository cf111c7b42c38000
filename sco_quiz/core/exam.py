"""How an exam went."""

from dataclasses import dataclass
from fractions import Fraction

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
        """The credits, added up."""
        return score(self.session).points

    @property
    def most(self) -> int:
        """The points to be had: one a question, answered or not."""
        return len(self.session.questions)

    @property
    def percent(self) -> int:
        """Points of those to be had in per cent, rounded down, so that it never claims a pass mark that was missed."""
        return int(self.points / self.most * 100) if self.most else 0

    @property
    def passed(self) -> bool:
        """Whether the pass mark was reached."""
        return self.percent >= self.pass_mark
