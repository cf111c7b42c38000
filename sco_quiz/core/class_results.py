"""The results of a class: the answers of each pupil, judged again, and what was set aside."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from functools import cached_property
from typing import Literal

from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.response_content import response_contents
from sco_quiz.core.session import percent_of
from sco_quiz.core.verdict import Response, Verdict

Keep = Literal["first", "last", "best", "all"]
"""Which result counts of a pupil who handed in several."""
NO_CREDIT = Fraction(0)


@dataclass(frozen=True, slots=True)
class ClassQuestion:
    """A question that at least one pupil was asked, and what it counts."""

    question: AnyQuestion
    points: Fraction = Fraction(1)

    @property
    def id(self) -> str:
        """The id of the question."""
        return self.question.id


@dataclass(frozen=True, slots=True)
class JudgedAnswer:
    """The answer of a pupil to a question, judged again; response and verdict are None if there was none.

    `claimed` is the credit in the file, None if it had none. `other_revision` says that the question has changed since.
    """

    response: Response | None
    verdict: Verdict | None
    claimed: Fraction | None = None
    other_revision: bool = False
    seconds: float | None = None
    hint_taken: bool = False

    @property
    def credit(self) -> Fraction:
        """From 0 to 1; 0 without an answer."""
        return self.verdict.credit if self.verdict else NO_CREDIT

    @property
    def differs(self) -> bool:
        """Whether the credit in the file is another one: it was edited, or the question has changed."""
        # the file has two or three digits of a third
        return self.claimed is not None and abs(self.claimed - self.credit) > Fraction(1, 1000)


@dataclass(frozen=True, slots=True)
class Excluded:
    """An answer that does not count, by the id in the file, and why: a clause."""

    question: str
    reason: str


@dataclass(frozen=True, slots=True)
class PupilResult:
    """One pupil: the judged answers by the id of the question, and the answers that do not count.

    `points` and `most` are sums over the questions that the pupil was asked. `late` is by how many s the time limit was
    exceeded, 0 if it was not. `scale` is that of the class.
    """

    name: str
    file: str
    at: datetime
    answers: Mapping[str, JudgedAnswer]
    points: Fraction
    most: Fraction
    mark: str = ""
    email: str = ""
    used: int | None = None
    late: int = 0
    excluded: tuple[Excluded, ...] = ()
    scale: Mapping[str, Fraction] = field(default_factory=dict)

    @property
    def percent(self) -> int:
        """The points in percent of the maximum."""
        rounded = percent_of(self.points, self.most)
        exact = self.points * 100 / self.most if self.most else NO_CREDIT
        # rounding up could claim a mark that was missed
        return rounded - any(exact < least <= rounded for least in self.scale.values())

    @property
    def differing(self) -> tuple[str, ...]:
        """The ids of the questions whose credit in the file differs from ours."""
        return tuple(name for name, answer in self.answers.items() if answer.differs)

    @property
    def changed(self) -> tuple[str, ...]:
        """The ids of the questions that have changed since they were answered."""
        return tuple(name for name, answer in self.answers.items() if answer.other_revision)


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that does not count, whose it is, and why: a clause."""

    file: str
    pupil: str
    reason: str


@dataclass(frozen=True)
class ClassResults:
    """The questions in the order of the exam or bank, and the pupils by name; this is what item analysis reads.

    `notes` are sentences for the teacher about the whole.
    """

    bank: str
    title: str
    questions: tuple[ClassQuestion, ...]
    pupils: tuple[PupilResult, ...]
    set_aside: tuple[SetAside, ...] = ()
    scale: Mapping[str, Fraction] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def credit(self, pupil: PupilResult, question: ClassQuestion) -> Fraction | None:
        """Return the credit of a pupil from 0 to 1; None for a question that was not asked or does not count."""
        answer = pupil.answers.get(question.id)
        return answer.credit if answer else None

    def responses(self, question: ClassQuestion) -> tuple[Response | None, ...]:
        """Return the response of each pupil, None without one, in the order of the pupils."""
        answers = (pupil.answers.get(question.id) for pupil in self.pupils)
        return tuple(answer.response if answer else None for answer in answers)

    def facility(self, question: ClassQuestion) -> Fraction | None:
        """Return the mean credit of the pupils who were asked a question; None if its answers do not count."""
        credits = [each for pupil in self.pupils if (each := self.credit(pupil, question)) is not None]
        return sum(credits, NO_CREDIT) / len(credits) if credits else None

    def usual_mistake(self, question: ClassQuestion) -> tuple[str, int]:
        """Return the most frequent answer without full credit, and how often it was given."""
        answers = (pupil.answers.get(question.id) for pupil in self.pupils)
        wrong = (each.response for each in answers if each and each.response and each.credit < 1)
        for response, times in Counter(wrong).most_common(1):
            contents = response_contents(question.question.interaction(), response)
            return "; ".join(content.plain for content in contents), times
        return "", 0

    @cached_property
    def matrix(self) -> tuple[tuple[Fraction | None, ...], ...]:
        """The credits: a row for each pupil, a column for each question."""
        return tuple(tuple(self.credit(pupil, question) for question in self.questions) for pupil in self.pupils)


def mark_of(points: Fraction, most: Fraction, scale: Mapping[str, Fraction]) -> str:
    """Return the best mark that the points reach, by the lowest percentage of each; empty without one.

    >>> mark_of(Fraction(5), Fraction(8), {"A": Fraction(90), "B": Fraction(60), "F": Fraction(0)})
    'B'
    """
    share = points * 100 / most if most else NO_CREDIT
    reached = [(least, mark) for mark, least in scale.items() if share >= least]
    return max(reached, key=lambda each: each[0])[1] if reached else ""
