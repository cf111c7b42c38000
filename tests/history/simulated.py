"""Simulated answers of a student who reviews when questions are due, or some days late."""

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random

from sco_quiz.core.answer import Answer
from sco_quiz.core.review import DAY_MS, Given, Rating, State
from sco_quiz.core.verdict import Outcome
from sco_quiz.history.schedule import Schedule

START = round(datetime(2019, 1, 1, 4, 30, tzinfo=UTC).timestamp() * 1000)
OUTCOMES = {
    Rating.AGAIN: Outcome.WRONG,
    Rating.HARD: Outcome.PARTLY,
    Rating.GOOD: Outcome.RIGHT,
    Rating.EASY: Outcome.RIGHT,
}


def answer(bank: str, question: str, at: int, rating: Rating | None = Rating.GOOD) -> Answer:
    """Return an answer; without a rating the question is skipped."""
    outcome = OUTCOMES[rating] if rating else None
    credit = {Outcome.RIGHT: 1.0, Outcome.PARTLY: 0.5}.get(outcome, 0.0) if outcome else 0.0
    response = ("x",) if rating else None
    return Answer(bank, question, at, response, outcome, credit, 1500, "review", rating)


def studied(bank: str, question: str, number: int, count: int, rng: Random) -> Iterator[Answer]:
    """Yield that many answers to one question, on its due days or some days late, at any hour from five to midnight."""
    schedule, memory, at = Schedule(), None, START + number * 1000
    for _ in range(count):
        rating = Rating(rng.choices([1, 2, 3, 4], [10, 15, 65, 10])[0])
        yield answer(bank, question, at, rating)
        memory = schedule.after(question, memory, Given(rating, at))
        if memory.state is State.REVIEW:
            days = min(20, memory.interval) + rng.choice([0, 0, 1, 3])
            at = (at // DAY_MS + days) * DAY_MS + rng.randrange(5 * 3_600_000, DAY_MS)
        else:
            at = memory.due
