"""A student's reviews and memories, in the terms of FSRS and Anki: shared by decks and by the progress file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType
from typing import Annotated, NamedTuple

from pydantic import Field

from sco_quiz.core.record_fields import Codec, Milliseconds, OnlyWhole, String, Whole

DAY_MS = 86_400_000
DAY_BEGINS_HOUR = 4
"""The hour at which a student's day begins, here and in Anki: who learns past midnight has not finished the day."""


class Rating(IntEnum):
    """How well the learner knew an answer, with the numbers of FSRS and of Anki's buttons."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class State(IntEnum):
    """The learning state of a question, with the numbers of py-fsrs."""

    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


@dataclass(frozen=True, slots=True)
class Review:
    """One rated answer, identified by `question` and `at`, in a terminal and in Anki.

    `at` is in ms since 1970 (UTC) and is Anki's id of the review, so no two reviews of a student have the same.
    `state` is the state before the answer. `interval` is the time until the question is due again, in seconds.
    `duration` is in ms. `difficulty`, 1 to 10, is the difficulty after the answer. 0 means unknown in these three.
    """

    question: String
    at: Milliseconds
    rating: Annotated[Rating, OnlyWhole, "a whole number from 1 to 4"]
    state: Annotated[State, OnlyWhole, "a whole number from 1 to 3"] = State.REVIEW
    interval: Whole = 0
    duration: Milliseconds = 0
    difficulty: Annotated[float, Field(strict=True, ge=0, le=10), "a number from 0 to 10"] = 0.0


REVIEW = Codec(Review)


class Given(NamedTuple):
    """A rated answer: when it was given, in ms since 1970 (UTC), and in which time zone, in minutes ahead of UTC.

    Without `utc_offset`, it is that of the computer's time zone at the time of the answer.
    """

    rating: Rating
    at: int
    utc_offset: int | None = None


class Memory(NamedTuple):
    """The state of a question in FSRS after its last review, with the values of py-fsrs's Card.

    `stability` is in days, `difficulty` from 1 to 10, `due` and `last_review` in ms since 1970 (UTC).
    `left` counts the remaining learning steps, as in Anki; it has no meaning in review.
    `day` is the student's day of the last review, counted from 1970, and `interval` the number of days until the
    question is due; 0 while it is in learning. A question in review is due as soon as the day `due_day` begins.
    """

    state: State
    stability: float
    difficulty: float
    due: int
    last_review: int
    left: int = 1
    day: int = 0
    interval: int = 0

    @property
    def due_day(self) -> int:
        """The student's day on which a question in review is due."""
        return self.day + self.interval


class AnkiCards(NamedTuple):
    """Cards in a student's Anki: their ids by the guid of the note and the ordinal, and the times of their reviews.

    The review log of an Anki names cards by their ids, also after they were deleted.
    """

    ids: Mapping[tuple[str, int], int] = MappingProxyType({})
    reviews: frozenset[int] = frozenset()


NO_CARDS = AnkiCards()


@dataclass(frozen=True, slots=True)
class Progress:
    """A student's reviews of a bank in order of time, and the memory of each reviewed question, by its id.

    `desired_retention` and `decay` are the scheduler's. `utc_offset` is in minutes east of Greenwich: it decides on
    which of the student's days a question is due. `replaces` has the cards of the student's Anki that a deck
    replaces. Raise ValueError if reviews and memories are of different questions, or if reviews are out of order.
    """

    reviews: tuple[Review, ...] = ()
    memories: Mapping[str, Memory] = field(default_factory=lambda: MappingProxyType({}))
    desired_retention: float = 0.9
    decay: float = 0.1542
    utc_offset: int = 0
    replaces: AnkiCards = NO_CARDS

    def __post_init__(self) -> None:
        if {review.question for review in self.reviews} != self.memories.keys():
            raise ValueError("reviews and memories must be of the same questions")
        if any(later.at < earlier.at for earlier, later in zip(self.reviews, self.reviews[1:], strict=False)):
            raise ValueError("reviews must be in order of time")


NO_PROGRESS = Progress()
