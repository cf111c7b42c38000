"""A student's progress with the bank of eight kinds: the answers are invented, the schedules computed by FSRS."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sco_quiz.core.bank import Bank
from sco_quiz.core.review import DAY_MS, Memory, Progress, Rating, Review, State
from sco_quiz.loading.load import read_bank
from tests.conftest import ROOT, absent

# Answers by question: days after the first one, and rating. `sequence` is a cloze of two gaps.
ANSWERS: dict[str, list[tuple[float, int]]] = {
    "seat": [(0, 3), (0.01, 3), (3, 3), (20, 4)],
    "staff": [(0, 1), (0.001, 2), (0.02, 3), (1.2, 3), (4, 1)],
    "statement": [(0, 4), (12, 3)],
    "members": [(28.999, 3)],
    "sequence": [(1, 3), (1.01, 3), (3, 1), (3.01, 3), (6, 2)],
}


def eight_kinds() -> Bank:
    """Return a bank with one question of each kind; its cloze has two gaps, and so two cards."""
    return replace(read_bank(ROOT / "tests" / "terminal" / "eight-kinds.yaml").bank, id="life", title="Life")


def ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def noon(days: int) -> datetime:
    """Return noon of a day, counted from the student's today, which begins at four in the morning."""
    today = (datetime.now().astimezone() - timedelta(hours=4)).replace(hour=12, minute=0, second=0, microsecond=0)
    return today + timedelta(days=days)


def sample(start: datetime) -> Progress:
    """Return the progress of a student in a time zone, whose first answer was at `start`."""
    try:
        from fsrs import Scheduler
    except ImportError:
        absent("fsrs")
    scheduler = Scheduler(enable_fuzzing=False)
    reviews: list[Review] = []
    memories = {}
    for number, (question, answers) in enumerate(ANSWERS.items()):
        first = (start + timedelta(seconds=7 * number)).astimezone(UTC)
        own, memories[question] = studied(scheduler, question, first, answers)
        reviews += own
    offset = start.utcoffset() or timedelta()
    in_order = tuple(sorted(reviews, key=lambda review: review.at))
    return Progress(in_order, memories, utc_offset=offset // timedelta(minutes=1))


def studied(
    scheduler: Any, question: str, start: datetime, answers: list[tuple[float, int]]
) -> tuple[list[Review], Memory]:
    """Return the reviews of a question, and its memory state."""
    from fsrs import Card
    from fsrs import Rating as FsrsRating

    card = Card(card_id=1, due=start)
    reviews = []
    for day, rating in answers:
        state = State(card.state)
        moment = start + timedelta(milliseconds=round(day * DAY_MS))
        card, _ = scheduler.review_card(card, FsrsRating(rating), moment)
        interval = round((card.due - moment).total_seconds())
        took = 2000 + round(day * 137)
        reviews.append(Review(question, ms(moment), Rating(rating), state, interval, took, card.difficulty))
    assert card.last_review
    assert card.stability
    assert card.difficulty
    steps = scheduler.relearning_steps if int(card.state) == State.RELEARNING else scheduler.learning_steps
    left = 0 if card.step is None else len(steps) - card.step
    memory = Memory(State(card.state), card.stability, card.difficulty, ms(card.due), ms(card.last_review), left)
    return reviews, memory
