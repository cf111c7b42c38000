"""Schedule questions with FSRS: the only file that imports py-fsrs.

The scheduler is FSRS 6 with Anki's learning steps, one and ten minutes. py-fsrs counts spans of 24 hours; here it gets
timestamps on a grid of the student's days, so that it counts days of the calendar, as Anki does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from sco_quiz.core.preferences import Preferences
from sco_quiz.core.review import DAY_MS, Given, Memory, Rating, Review, State
from sco_quiz.history.days import Days
from sco_quiz.history.intervals import after_learning, after_review, chance

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

DECAY = 0.1542
"""The last of FSRS 6's default parameters."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


@dataclass(frozen=True)
class Schedule:
    """A scheduler with a student's preferences."""

    preferences: Preferences = field(default_factory=Preferences)

    @cached_property
    def days(self) -> Days:
        """The student's days."""
        return Days(self.preferences.day_begins)

    @property
    def decay(self) -> float:
        """The parameter that bends the forgetting curve."""
        return self._fsrs.parameters[-1] if self.preferences.parameters else DECAY

    @cached_property
    def _fsrs(self) -> "Scheduler":
        from fsrs import Scheduler
        from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

        if not self.preferences.parameters:
            return Scheduler(enable_fuzzing=False)
        # the bounds of the optimizer differ a little, and py-fsrs refuses what exceeds its own
        bounds = zip(self.preferences.parameters, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
        kept = tuple(min(max(parameter, lowest), highest) for parameter, lowest, highest in bounds)
        return Scheduler(parameters=kept, enable_fuzzing=False)

    @cached_property
    def _per_stability(self) -> float:
        """How many days it takes, per day of stability, until predicted recall falls to the desired retention.

        The forgetting curve of FSRS: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
        """
        curve = -1 / self.decay
        return float((self.preferences.desired_retention**curve - 1) / (0.9**curve - 1))

    def after(self, question: str, memory: Memory | None, given: Given) -> Memory:
        """Return the memory of a question after an answer. Without a memory, the question is new.

        An answer dated before the previous one counts as given at the same time: a clock may have been set back.
        """
        at, day = given.at, self.days.number(given.at, given.utc_offset)
        if memory and at < memory.last_review:
            at, day = memory.last_review, memory.day
        before = self._card(memory)
        card = self._rated(before, given.rating, day)
        state = State(card.state)
        assert card.stability is not None
        assert card.difficulty is not None
        if state is State.REVIEW:
            # Not from the time of the answer: who studies earlier on the next day gets the same schedule.
            shift = chance(f"{question} {day}") if self.preferences.fuzz else None
            stabilities = self._stabilities(before, given.rating, card, day)
            intervals = [stability * self._per_stability for stability in stabilities]
            previous = memory.interval if memory else 0
            interval = after_review(intervals, previous, shift) if previous else after_learning(intervals, shift)
            due = self.days.start(day + interval)
            return Memory(state, card.stability, card.difficulty, due, at, 0, day, interval)
        left = len(self._steps(state)) - (card.step or 0)
        due = at + (card.due - _moment(day)) // _MS
        return Memory(state, card.stability, card.difficulty, due, at, left, day)

    def replay(self, question: str, answers: Iterable[Given]) -> Memory | None:
        """Return the memory after all answers to a question in order of time; None without any."""
        memory = None
        for given in answers:
            memory = self.after(question, memory, given)
        return memory

    def reviews(self, question: str, answers: Iterable[tuple[Given, int]]) -> tuple[list[Review], Memory | None]:
        """Return the reviews for the answers to a question, with their durations, and the memory after them."""
        memory, reviews = None, []
        for given, duration in answers:
            state = memory.state if memory else State.LEARNING
            memory = self.after(question, memory, given)
            seconds = _time_until_due(memory, memory.last_review) // 1000
            reviews.append(Review(question, given.at, given.rating, state, seconds, duration, memory.difficulty))
        return reviews, memory

    def retrievability(self, memory: Memory, at: int) -> float:
        """Return the predicted recall at a time, from 0 to 1."""
        return float(self._fsrs.get_card_retrievability(self._card(memory), _moment(self.days.number(at))))

    def intervals(self, question: str, memory: Memory | None, at: int, utc_offset: int | None) -> dict[Rating, int]:
        """Return for each rating in how many ms the question would be due; whole days once it is learned."""
        options = {rating: self.after(question, memory, Given(rating, at, utc_offset)) for rating in Rating}
        return {rating: _time_until_due(option, at) for rating, option in options.items()}

    def _stabilities(self, before: "Card", rating: Rating, after: "Card", day: int) -> Iterator[float]:
        """Yield the stabilities after the worse ratings that pass, and after the rating itself."""
        for worse in range(Rating.HARD if int(before.state) == State.REVIEW else Rating.GOOD, rating):
            yield self._rated(before, Rating(worse), day).stability or 0.0
        yield after.stability or 0.0

    def _rated(self, card: "Card", rating: Rating, day: int) -> "Card":
        from fsrs import Rating as FsrsRating

        return self._fsrs.review_card(card, FsrsRating(rating), _moment(day))[0]

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
            due=_EPOCH,
            last_review=_moment(memory.day),
        )

    def _steps(self, state: State) -> tuple[timedelta, ...]:
        return tuple(self._fsrs.relearning_steps if state is State.RELEARNING else self._fsrs.learning_steps)


def _moment(day: int) -> datetime:
    """Return a day as py-fsrs gets it."""
    return _EPOCH + timedelta(days=day)


def _time_until_due(memory: Memory, at: int) -> int:
    return memory.interval * DAY_MS or memory.due - at
