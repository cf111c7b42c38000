"""What is ahead of a student after a session: what is due, and the streak of days."""

from typing import NamedTuple

from sco_quiz.core.bank import Bank
from sco_quiz.core.study_days import forecast, streaks
from sco_quiz.history.database import Database
from sco_quiz.history.store import Store, store_of
from sco_quiz.history.study_days import days_with_answers


class Outlook(NamedTuple):
    """How many questions are due today (or earlier) and tomorrow, and the current streak of days with answers."""

    today: int
    tomorrow: int
    streak: int


def outlook(bank: Bank, database: Database, now: int) -> Outlook:
    """Return what is ahead at a time (ms since 1970, UTC)."""
    store = store_of(database)
    day_of = store.schedule.days.date
    today, tomorrow, *_ = due_by_day(bank, store, now)
    streak, _ = streaks(days_with_answers(database, bank.id, day_of), day_of(now))
    return Outlook(today, tomorrow, streak)


def due_by_day(bank: Bank, store: Store, now: int) -> tuple[int, ...]:
    """Return how many questions of the bank are due today or earlier, and on each of the next days."""
    days = store.schedule.days
    asked = {outline.first_id for outline in bank.outlines if outline.status == "active"}
    current = (memory for name, memory in store.memories(bank.id).items() if name in asked)
    return tuple(count for _, count in forecast(current, days.date(now), days.date))
