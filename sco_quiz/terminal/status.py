"""The status line: how far the session is, and how it goes."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from sco_quiz.core.figures import decimal
from sco_quiz.core.session import Session, score

SPOKEN_EVERY = 5
"""After how many answers linear text reports the status."""


class Status(NamedTuple):
    """Where a session is. `left` counts the questions to go in a review; else `number` is that of the question.

    `points` of `answered` questions, and how many answers in a row were right: None where no verdict is shown.
    `due` is how many questions are due today; None if that is unknown.
    """

    total: int
    done: int
    number: int | None = None
    points: Fraction | None = None
    answered: int = 0
    streak: int = 0
    due: int | None = None

    @property
    def spoken(self) -> str:
        """The status in sentences; empty unless it is time for it."""
        if self.points is None or not self.answered or self.answered % SPOKEN_EVERY:
            return ""
        due = f" Due today: {self.due}." if self.due else ""
        row = f" {self.streak} right answers in a row." if self.streak > 1 else ""
        return f"Score: {decimal(self.points)} of {self.answered}.{row}{due}"

    @property
    def place(self) -> str:
        """Which question it is, or how many are left."""
        return f"{self.total - self.done} left" if self.number is None else f"{self.number} of {self.total}"

    def forms(self) -> Iterator[tuple[str, str]]:
        """Yield the place and the other facts, from the longest form to the shortest."""
        if self.points is None:
            yield self.place, ""
            return
        points = decimal(self.points)
        due = f" · due today {self.due}" if self.due else ""
        if not self.answered:
            yield self.place, due.removeprefix(" · ") if self.due else ""  # "0" means nothing before the first quiz
            return
        yield self.place, f"score {points} of {self.answered} · {self.streak} in a row{due}"
        yield self.place, f"score {points}/{self.answered} · {self.streak} in a row{due}"
        yield self.place, f"{points}/{self.answered} · {self.streak} in a row{due.replace(' today', '')}"
        yield self.place, f"{points}/{self.answered} · {self.streak} in a row"
        yield self.place, f"{points}/{self.answered}"


def status_of(session: Session, number: int, due: int | None) -> Status:
    """Return the status of a session at the question with this number."""
    total = len(session.questions)
    if session.review:
        done, number_shown = total - (len(session.queue) - len(session.results)), None
    else:
        done, number_shown = len(session.results), number
    if session.exam:
        return Status(total, done, number_shown)
    sums = score(session)
    return Status(total, done, number_shown, sums.points, sums.answered, _streak(session), due)


def _streak(session: Session) -> int:
    """Return how many of the latest answers in a row were right; a skipped question does not count."""
    streak = 0
    for result in reversed(session.results):
        if result.verdict and not result.verdict.counts_as_right:
            break
        streak += result.verdict is not None
    return streak
