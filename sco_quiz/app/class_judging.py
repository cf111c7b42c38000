"""Judge submissions again: by the bank as it is now, with the points of the blueprint."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from sco_quiz.core.bank import Bank
from sco_quiz.core.blueprint.draw import keeps
from sco_quiz.core.blueprint.model import Blueprint
from sco_quiz.core.class_results import Excluded, JudgedAnswer, PupilResult, mark_of
from sco_quiz.core.figures import ONE_POINT
from sco_quiz.core.fitting import fitting
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.revision import question_revision, shown_revision
from sco_quiz.core.submission import Submission, SubmittedAnswer

LATE_SECONDS = 60
"""Clocks, slow devices and the click on the button take some of it: less over the limit is not late."""
PointsOf = Callable[[AnyQuestion, Fraction], Fraction]
"""What a question counts, given what the file says."""


@dataclass(frozen=True)
class Judge:
    """Judges the submissions of a class. `time_limit` is in s, None: as the files say."""

    bank: Bank
    points_of: PointsOf
    scale: Mapping[str, Fraction] = field(default_factory=dict)
    time_limit: int | None = None

    def result(self, submission: Submission, name: str) -> PupilResult:
        """Return the result of a pupil."""
        answers: dict[str, JudgedAnswer] = {}
        excluded = []
        points = most = Fraction(0)
        for answer in submission.answers:
            question = self.bank.by_first_id.get(answer.first_id) or self.bank.find(answer.id)
            judged = self._judged(question, answer) if question else "it is not in the bank"
            if question and question.id in answers:
                judged = "its question is answered twice, under another id"
            if question is None or isinstance(judged, str):
                excluded.append(Excluded(answer.id, str(judged)))
                continue
            worth = self.points_of(question, answer.points)
            answers[question.id] = judged
            points, most = points + judged.credit * worth, most + worth
        return PupilResult(
            name=name,
            file=submission.file,
            at=submission.at,
            answers=answers,
            points=points,
            most=most,
            mark=mark_of(points, most, self.scale),
            email=submission.email,
            used=submission.used,
            late=self._late(submission),
            excluded=tuple(excluded),
            scale=self.scale,
        )

    def _judged(self, question: AnyQuestion, answer: SubmittedAnswer) -> JudgedAnswer | str:
        """Return the answer with its verdict, or why it does not count."""
        if answer.first_id != answer.id and self.bank.find(answer.id) not in (None, question):
            return f"the file says that it was first published as `{answer.first_id}`, which is another question"
        if question.status == "retired":
            return "it is retired"
        response = answer.response and fitting(question.interaction(), answer.response)
        if answer.response and response is None:
            return "the question no longer has this answer"
        return JudgedAnswer(
            response=response or None,
            verdict=question.grade(response, self.bank.vocabulary) if response else None,
            claimed=answer.claimed,
            other_revision=answer.revision not in ("", question_revision(question), shown_revision(question)),
            seconds=answer.seconds,
            hint_taken=answer.hint_taken,
        )

    def _late(self, submission: Submission) -> int:
        """Return by how many s the time limit was exceeded; 0 if it was not, or by little."""
        limit = self.time_limit or submission.time_limit
        elapsed = int((submission.at - submission.began).total_seconds()) if submission.began else 0
        over = max(submission.used or 0, elapsed) - (limit or 0)
        return over if limit and over > LATE_SECONDS else 0


def points_by(bank: Bank, blueprint: Blueprint | None, submissions: Sequence[Submission]) -> tuple[PointsOf, str]:
    """Return what each question counts, and where that is from as a sentence.

    A pupil may edit a file: what it says counts only where the blueprint allows it, or where all files agree.
    """
    if blueprint:
        return _by_sections(bank, blueprint), ""
    claims: dict[str, set[Fraction]] = {}
    for answer in (answer for submission in submissions for answer in submission.answers):
        claims.setdefault(answer.first_id, set()).add(answer.points)
    if all(claimed == {ONE_POINT} for claimed in claims.values()):
        return _one_point, ""
    if any(len(claimed) > 1 for claimed in claims.values()):
        return _one_point, "The files disagree on the points of questions, so that each counts 1: name a --blueprint."
    return _as_claimed, "The points of questions are those that all files have; --blueprint FILE sets them."


def _by_sections(bank: Bank, blueprint: Blueprint) -> PointsOf:
    def points(question: AnyQuestion, claimed: Fraction) -> Fraction:
        allowed = {Fraction(section.points) for section in blueprint.sections if keeps(bank, section, question)}
        return claimed if claimed in allowed else min(allowed, default=ONE_POINT)

    return points


def _one_point(question: AnyQuestion, claimed: Fraction) -> Fraction:
    return ONE_POINT


def _as_claimed(question: AnyQuestion, claimed: Fraction) -> Fraction:
    return claimed


def asked(pupils: Iterable[PupilResult], bank: Bank) -> list[AnyQuestion]:
    """Return the questions that at least one pupil was asked: as all were asked them, else in the order of the bank."""
    orders = {tuple(pupil.answers) for pupil in pupils}
    if len(orders) == 1:
        return [question for name in orders.pop() if (question := bank.find(name))]
    names = {name for order in orders for name in order}
    return [question for question in bank.questions if question.id in names]
