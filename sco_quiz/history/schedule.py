"""Schedule questions with FSRS: the only file that imports py-fsrs.

The scheduler is FSRS 6 with its default parameters and Anki's learning steps, one and ten minutes. Intervals are not
randomized, so that a schedule can be recomputed from its reviews.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from sco_quiz.core.review import Memory, Rating, Review, State

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

DECAY = 0.1542
"""The last of FSRS 6's default parameters."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


@dataclass(frozen=True)
class Schedule:
    """A scheduler for a desired retention: the predicted recall, from 0.7 to 0.99, at which a question is due."""

    desired_retention: float = 0.9

    @cached_property
    def _fsrs(self) -> "Scheduler":
        from fsrs import Scheduler

        return Scheduler(desired_retention=self.desired_retention, enable_fuzzing=False)

    def after(self, memory: Memory | None, rating: Rating, at: int) -> Memory:
        """Return the memory of a question after an answer at `at` (ms since 1970). Without a memory, it is new.

        An answer dated before the previous one counts as given at the same time: a clock may have been set back.
        """
        from fsrs import Rating as FsrsRating

        card, _ = self._fsrs.review_card(self._card(memory), FsrsRating(rating), self._moment(memory, at))
        return self._memory(card)

    def replay(self, ratings: Iterable[tuple[Rating, int]]) -> Memory | None:
        """Return the memory after all (rating, at) pairs in order of time; None without any."""
        memory = None
        for rating, at in ratings:
            memory = self.after(memory, rating, at)
        return memory

    def reviews(self, question: str, answers: Iterable[tuple[Rating, int, int]]) -> tuple[list[Review], Memory | None]:
        """Return the reviews for the (rating, at, duration) triples of a question, and the memory after them."""
        memory, reviews = None, []
        for rating, at, duration in answers:
            state = memory.state if memory else State.LEARNING
            memory = self.after(memory, rating, at)
            interval = (memory.due - memory.last_review) // 1000
            reviews.append(Review(question, at, rating, state, interval, duration, memory.difficulty))
        return reviews, memory

    def retrievability(self, memory: Memory, at: int) -> float:
        """Return the predicted recall at a time, from 0 to 1."""
        return float(self._fsrs.get_card_retrievability(self._card(memory), _EPOCH + at * _MS))

    def intervals(self, memory: Memory | None, at: int) -> dict[Rating, int]:
        """Return for each rating in how many ms the question would be due."""
        return {rating: self.after(memory, rating, at).due - at for rating in Rating}

    def _moment(self, memory: Memory | None, at: int) -> datetime:
        return _EPOCH + max(at, memory.last_review if memory else at) * _MS

    def _card(self, memory: Memory | None) -> "Card":
        from fsrs import Card
        from fsrs import State as FsrsState

        # with an id of its own: without one, py-fsrs waits a millisecond to create one
        if memory is None:
            return Card(card_id=1, due=_EPOCH)
        return Card(
            card_id=1,
            state=FsrsState(memory.state),
            step=None if memory.state is State.REVIEW else len(self._steps(memory.state)) - memory.left,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=_EPOCH + memory.due * _MS,
            last_review=_EPOCH + memory.last_review * _MS,
        )

    def _memory(self, card: "Card") -> Memory:
        state = State(card.state)
        assert card.last_review
        assert card.stability is not None
        assert card.difficulty is not None
        left = 0 if card.step is None else len(self._steps(state)) - card.step
        due, last = (round((moment - _EPOCH) / _MS) for moment in (card.due, card.last_review))
        return Memory(state, card.stability, card.difficulty, due, last, left)

    def _steps(self, state: State) -> tuple[timedelta, ...]:
        return tuple(self._fsrs.relearning_steps if state is State.RELEARNING else self._fsrs.learning_steps)
