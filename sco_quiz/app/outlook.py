"""What is ahead of a student after a session: what is due, and the streak of days."""

from typing import NamedTuple

from sco_quiz.app.review import due_by_day
from sco_quiz.core.bank import Bank
from sco_quiz.core.statistics import streaks
from sco_quiz.history.database import Database
from sco_quiz.history.statistics import days_with_answers
from sco_quiz.history.store import store_of


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
