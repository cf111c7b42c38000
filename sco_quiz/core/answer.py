"""An answer as it is kept: which question, when, what was said, how it was judged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sco_quiz.core.bank import Bank
from sco_quiz.core.record_fields import text_in, whole_in, yes_in
from sco_quiz.core.review import Rating, Review
from sco_quiz.core.session import Answered, Claimed, HintTaken, Result, Session, Skipped, step
from sco_quiz.core.verdict import Outcome, Response

Mode = Literal["quiz", "review", "practice", "exam", "anki"]
MODES: tuple[Mode, ...] = get_args(Mode)

MASTERED_DAYS = 21
"""A question is mastered when its stability reaches this many days: where Anki calls a card mature."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `bank`, `question` and `at` say which; `question` is the id under which it was first published.

    `at` is in ms since 1970 (UTC) and `duration` in ms (0: unknown). `response` and `outcome` are None for a skipped
    question and for a review in Anki. `credit` is from 0 to 1. `rating` is None where the answer does not count for
    the schedule. `mode` says in which command it was given.
    """

    bank: str
    question: str
    at: int
    response: Response | None
    outcome: Outcome | None
    credit: float
    duration: int
    mode: Mode
    rating: Rating | None
    hint_taken: bool = False
    claimed: bool = False


def answer_from(values: Mapping[str, Any]) -> Answer:
    """The answer with these fields, whose response is a list. Raises TypeError or ValueError where one does not fit."""
    response, credit = values["response"], values["credit"]
    if response is not None and not (isinstance(response, list) and all(isinstance(text, str) for text in response)):
        raise ValueError("`response` is a list of texts or null")
    if isinstance(credit, bool) or not isinstance(credit, int | float) or not 0 <= credit <= 1:
        raise ValueError("`credit` is a number from 0 to 1")
    if values["mode"] not in MODES:
        raise ValueError(f"`mode` is one of {', '.join(MODES)}")
    return Answer(
        bank=text_in(values, "bank"),
        question=text_in(values, "question"),
        at=whole_in(values, "at"),
        response=None if response is None else tuple(response),
        outcome=None if values["outcome"] is None else Outcome(values["outcome"]),
        credit=float(credit),
        duration=whole_in(values, "duration"),
        mode=values["mode"],
        rating=None if values["rating"] is None else Rating(whole_in(values, "rating")),
        hint_taken=yes_in(values, "hint_taken"),
        claimed=yes_in(values, "claimed"),
    )


def answer_to(result: Result, bank: str, at: int, duration: int, mode: Mode) -> Answer:
    """The answer that a result of a session is kept as."""
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
    )


def imported(review: Review, bank: Bank) -> Answer:
    """A review in Anki as it is kept among the answers."""
    question = bank.find(review.question)
    name = question.first_id if question else review.question
    return Answer(bank.id, name, review.at, None, None, 0.0, review.duration, "anki", review.rating)


def replayed(session: Session, answers: Iterable[Answer]) -> Session:
    """The session after answers that were kept, judged by the questions as they are now.

    An answer to a question that is no longer there is left out.
    """
    for answer in answers:
        if session.current is None or session.current.first_id != answer.question:
            continue
        if answer.hint_taken:
            session = step(session, HintTaken())
        session = step(session, Skipped() if answer.response is None else Answered(answer.response))
        if answer.claimed:
            session = step(session, Claimed())
    return session
