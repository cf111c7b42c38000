"""A student's progress with the bank of eight kinds: the answers are invented, the schedules computed by FSRS."""

from dataclasses import replace
from datetime import datetime, timedelta

from sco_quiz.core.bank import Bank
from sco_quiz.core.preferences import Preferences
from sco_quiz.core.review import DAY_MS, Given, Progress, Rating, Review
from sco_quiz.history.schedule import Schedule
from sco_quiz.loading.load import read_bank
from tests.conftest import ROOT

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
    schedule = Schedule(Preferences(fuzz=False))
    offset = (start.utcoffset() or timedelta()) // timedelta(minutes=1)
    reviews: list[Review] = []
    memories = {}
    for number, (question, answers) in enumerate(ANSWERS.items()):
        first = ms(start + timedelta(seconds=7 * number))
        given = [
            (Given(Rating(rating), first + round(day * DAY_MS), offset), 2000 + round(day * 137))
            for day, rating in answers
        ]
        own, memory = schedule.reviews(question, given)
        assert memory
        memories[question] = memory
        reviews += own
    return Progress(tuple(sorted(reviews, key=lambda review: review.at)), memories, utc_offset=offset)
