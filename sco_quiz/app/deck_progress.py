"""A student's progress, as a deck of their own carries it."""

from dataclasses import replace

from sco_quiz.app.days import now
from sco_quiz.core.bank import Bank
from sco_quiz.core.review import Progress
from sco_quiz.history.days import local_offset
from sco_quiz.history.store import Store


def deck_progress(bank: Bank, store: Store) -> Progress:
    """Return the student's reviews under current ids, without those of deleted questions."""
    reviews, memories = store.reviews(bank.id)
    current = {name: question.id for name, question in bank.by_first_id.items()}
    return Progress(
        tuple(replace(review, question=current[review.question]) for review in reviews if review.question in current),
        {current[name]: memory for name, memory in memories.items() if name in current},
        store.schedule.preferences.desired_retention,
        store.schedule.decay,
        # Anki counts the days of a schedule in local time.
        local_offset(now()),
    )
