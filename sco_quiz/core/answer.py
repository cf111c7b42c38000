"""The stored form of an answer: which question, when, the response and its verdict."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Annotated

from sco_quiz.core.bank import Bank
from sco_quiz.core.record_fields import Boolean, Codec, Milliseconds, OnlyWhole, Share, String, UtcOffset
from sco_quiz.core.review import Rating, Review
from sco_quiz.core.session import MODES, Answered, HintTaken, Mode, Result, Session, Skipped, WentTo, step
from sco_quiz.core.verdict import Outcome, Response

_MAX_PARTS = 1000  # no question has more gaps, pairs or items, so a recorded credit is one of these fractions


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, identified by `bank`, `question` (the id under which it was first published) and `at`.

    `at` is in ms since 1970 (UTC) and `duration` in ms (0: unknown). `response` and `outcome` are None for a skipped
    question and for a review in Anki. `credit` is from 0 to 1. `rating` is None if the answer does not count for the
    schedule. `mode` is how it was asked. `claimed` says that the learner overruled the verdict. `utc_offset` is how
    many minutes the student's local time was ahead of UTC; None: unknown.
    """

    bank: String
    question: String
    at: Milliseconds
    response: Annotated[Response | None, "a list of strings or null"]
    outcome: Annotated[Outcome | None, f"{', '.join(Outcome)} or null"]
    credit: Share
    duration: Milliseconds
    mode: Annotated[Mode, f"one of {', '.join(MODES)}"]
    rating: Annotated[Rating | None, OnlyWhole, "a whole number from 1 to 4 or null"]
    hint_taken: Boolean = False
    claimed: Boolean = False
    utc_offset: UtcOffset = None


ANSWER = Codec(Answer)


def answer_to(result: Result, bank: str, at: int, duration: int, mode: Mode, utc_offset: int | None = None) -> Answer:
    """Return the answer that records a result of a session."""
    verdict = result.verdict
    return Answer(
        bank=bank,
        question=result.question.first_id,
        at=at,
        response=result.response,
        outcome=verdict.outcome if verdict else None,
        credit=float(verdict.credit) if verdict else 0.0,
        duration=duration,
        mode=mode,
        rating=result.rating,
        hint_taken=result.hint_taken,
        claimed=verdict.claimed if verdict else False,
        utc_offset=utc_offset,
    )


def imported(review: Review, bank: Bank) -> Answer:
    """Return the answer that records a review in Anki."""
    question = bank.find(review.question)
    name = question.first_id if question else review.question
    return Answer(bank.id, name, review.at, None, None, 0.0, review.duration, "anki", review.rating)


def replayed(session: Session, answers: Iterable[Answer], seen: bool = True) -> Session:
    """Return the session after recorded answers. Skip answers to questions that no longer exist.

    Verdicts that the learner has `seen` stay; others are those of the current questions.
    """
    numbers = {question.first_id: number for number, question in enumerate(session.questions, start=1)}
    for answer in answers:
        if answer.question not in numbers:
            continue
        session = step(session, WentTo(numbers[answer.question]))
        if answer.hint_taken:
            session = step(session, HintTaken())
        session = step(session, Skipped() if answer.response is None else Answered(answer.response))
        if seen:
            session = replace(session, results=(*session.results[:-1], _as_seen(session.results[-1], answer)))
    return session


def _as_seen(result: Result, answer: Answer) -> Result:
    """Return a result with the verdict that was recorded with the answer."""
    verdict = result.verdict
    if verdict is None or answer.outcome is None:
        return result
    credit = Fraction(answer.credit).limit_denominator(_MAX_PARTS)
    judged = verdict if answer.claimed else None
    return result._replace(verdict=verdict._replace(outcome=answer.outcome, credit=credit, judged=judged))
