"""A student's progress, as a deck of their own carries it."""

from dataclasses import replace
from pathlib import Path

from sco_quiz.anki.review_import import read_reviews
from sco_quiz.app.days import now
from sco_quiz.core.bank import Bank
from sco_quiz.core.errors import ReviewsError
from sco_quiz.core.plural import counted
from sco_quiz.core.review import AnkiCards, Progress
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


def replacing(progress: Progress, exported: Path, bank: Bank) -> Progress:
    """Return the progress for a deck that replaces the cards of a file exported from the student's Anki.

    Raise ReviewsError if the file has reviews that are not saved: the student would lose them.
    """
    found = read_reviews(exported, bank)
    saved = {(review.question, review.at) for review in progress.reviews}
    missing = sum((review.question, review.at) not in saved for review in found.reviews)
    if missing:
        raise ReviewsError(
            f"{counted(missing, 'review')} in {exported} would be lost: "
            f"run `sco-quiz history import anki {exported}` first"
        )
    return replace(progress, replaces=AnkiCards(found.cards, frozenset(review.at for review in found.reviews)))
