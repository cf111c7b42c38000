"""What a student did and remembers, in the words of FSRS and Anki: shared by decks and by the history."""

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
    """One rated answer. `question` and `at` say which review it is, in a terminal and in Anki alike.

    `at` is in ms since 1970 (UTC) and is Anki's id of the review, so no two reviews of a history share it.
    `state` is that before the answer. `interval` is the time from the answer to the next asking, in seconds.
    `duration` is in ms. `difficulty` is that after the answer, 1 to 10. 0 means unknown in these three.
    """

    question: String
    at: Milliseconds
    rating: Annotated[Rating, OnlyWhole, "a whole number from 1 to 4"]
    state: Annotated[State, OnlyWhole, "a whole number from 1 to 3"] = State.REVIEW
    interval: Whole = 0
    duration: Milliseconds = 0
    difficulty: Annotated[float, Field(strict=True, ge=0, le=10), "a number from 0 to 10"] = 0.0


REVIEW = Codec(Review)


class Memory(NamedTuple):
    """What FSRS knows of a question after its last review: `state`, `stability`, … are those of py-fsrs's Card.

    `stability` is in days, `difficulty` from 1 to 10, `due` and `last_review` in ms since 1970 (UTC).
    `left` counts the learning steps still ahead, as in Anki; it means nothing in review.
    """

    state: State
    stability: float
    difficulty: float
    due: int
    last_review: int
    left: int = 1


@dataclass(frozen=True, slots=True)
class Progress:
    """A student's reviews of a bank in order of time, and the memory of each question reviewed, by its id.

    `desired_retention` and `decay` are those of the scheduler. `utc_offset` is in minutes east of Greenwich: it
    tells on which of the student's days a question is due. Raises ValueError when reviews and memories do not
    speak of the same questions, or reviews are out of order.
    """

    reviews: tuple[Review, ...] = ()
    memories: Mapping[str, Memory] = field(default_factory=lambda: MappingProxyType({}))
    desired_retention: float = 0.9
    decay: float = 0.1542
    utc_offset: int = 0

    def __post_init__(self) -> None:
        if {review.question for review in self.reviews} != self.memories.keys():
            raise ValueError("each reviewed question has one memory, and no other question has")
        if any(later.at < earlier.at for earlier, later in zip(self.reviews, self.reviews[1:], strict=False)):
            raise ValueError("reviews are in order of time")


NO_PROGRESS = Progress()
