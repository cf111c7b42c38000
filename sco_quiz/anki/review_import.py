"""Import reviews of a bank from a student's Anki: find the question for each row of the review log."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sco_quiz.anki.collection_reader import Exported, LogRow, read_collection
from sco_quiz.anki.ids import FAMILIES, guid_for
from sco_quiz.anki.scheduling import LOG_TYPES, difficulty_of, interval_of
from sco_quiz.core.bank import Bank
from sco_quiz.core.record_fields import LATEST
from sco_quiz.core.review import Rating, Review, State

_STATES = {kind: state for state, kind in LOG_TYPES.items()}
_ECHO_MS = 100  # further cards of a question are at most a few milliseconds later


@dataclass(frozen=True, slots=True)
class ReviewImport:
    """The reviews of a bank in a file in order of time, and counts of the rest.

    `notes` counts the notes of the bank, `unknown` those whose question is no longer in it, `unrated` changes of due
    dates and cramming, `others` reviews of other cards. `cards` are the ids of its cards by guid and ordinal.
    """

    reviews: tuple[Review, ...]
    notes: int
    unknown: int
    unrated: int
    others: int
    cards: Mapping[tuple[str, int], int] = field(default_factory=dict, hash=False)

    @property
    def questions(self) -> frozenset[str]:
        """The ids of the reviewed questions."""
        return frozenset(review.question for review in self.reviews)


def read_reviews(path: Path, bank: Bank) -> ReviewImport:
    """Read the reviews of a bank, including its retired questions, from an .apkg or .colpkg that Anki exported.

    A review of any card of a question counts for the question. Raise ReviewsError for a file that cannot be read.
    """
    asked = bank.questions
    # both families: a question may have changed its kind since
    questions = {guid_for(bank.id, one.first_id, family): one.id for one in asked for family in FAMILIES}
    prefix = f"{bank.id}/"  # of the first field: it recognizes notes of deleted questions
    return _found(read_collection(path, lambda guid, first: guid in questions or first.startswith(prefix)), questions)


def _found(exported: Exported, questions: dict[str, str]) -> ReviewImport:
    unknown = {guid for guid, _ in exported.notes} - questions.keys()
    ours = [row for row in exported.log if row.guid in questions]
    rated = [row for row in ours if row.rated]
    reviews = tuple(_review(row, questions[row.guid]) for row in _without_echoes(rated))
    return ReviewImport(
        reviews,
        len(exported.notes),
        len(unknown),
        len(ours) - len(rated),
        exported.reviews - len(rated),
        exported.cards,
    )


def _review(row: LogRow, question: str) -> Review:
    state = _STATES.get(row.kind, State.REVIEW)
    difficulty, interval = difficulty_of(row.factor), interval_of(row.interval)
    return Review(question, row.at, Rating(row.ease), state, interval, min(max(row.duration, 0), LATEST), difficulty)


def _without_echoes(rows: Iterable[LogRow]) -> list[LogRow]:
    """Skip what `scheduling` wrote for the further cards of a question: the same answer, the next millisecond."""
    kept: list[LogRow] = []
    last: dict[tuple[object, ...], LogRow] = {}
    for row in rows:
        answer = (row.guid, *row[4:])
        previous = last.get(answer)
        if previous and previous.ordinal != row.ordinal and row.at - previous.at <= _ECHO_MS:
            continue
        last[answer] = row
        kept.append(row)
    return kept
