"""A quiz as a frozen state machine: `step(session, event)` gives the next state."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from random import Random
from typing import Literal, NamedTuple, assert_never, get_args

from sco_quiz.core.bare_event import BareEvent
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.review import Rating
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Outcome, Response, Verdict

Mode = Literal["quiz", "review", "practice", "exam", "anki"]
"""For what an answer was given, as the progress file records it; `anki` is a review imported from there."""
MODES: tuple[Mode, ...] = get_args(Mode)


class Answered(NamedTuple):
    """The learner answers the current question."""

    response: Response


class HintTaken(BareEvent):
    """The learner asks for the hint."""


class Skipped(BareEvent):
    """The learner skips the question."""


class Undone(BareEvent):
    """The learner undoes the last answer or skip."""


class Claimed(BareEvent):
    """The learner overrules the verdict on the last answer: see `Verdict.claim`."""


class Rated(NamedTuple):
    """The learner rates how well they knew the last answer."""

    rating: Rating


class WentTo(NamedTuple):
    """The learner goes to a question by its number, counted from 1; not in a review."""

    number: int


class Stopped(BareEvent):
    """The learner ends the session early, or hands the exam in."""


Event = Answered | HintTaken | Skipped | Undone | Claimed | Rated | WentTo | Stopped


class Result(NamedTuple):
    """What became of one question; a skipped one has no response and no verdict.

    `rated` is how well the learner says it was known, where they said so.
    """

    question: AnyQuestion
    response: Response | None = None
    verdict: Verdict | None = None
    hint_taken: bool = False
    rated: Rating | None = None

    @property
    def rating(self) -> Rating | None:
        """How well the question was known: as the learner said, else by the verdict; None for a skipped one.

        Wholly right is good, right with the hint hard, almost right or at least half the credit hard, less again.
        Hard passes, as an almost right answer does, and brings its spelling back sooner than good.
        """
        if self.verdict is None or self.rated:
            return self.rated
        if self.verdict.outcome is Outcome.RIGHT:
            return Rating.HARD if self.hint_taken else Rating.GOOD
        passed = self.verdict.outcome is Outcome.ALMOST or self.verdict.credit >= Fraction(1, 2)
        return Rating.HARD if passed else Rating.AGAIN

    @property
    def missed(self) -> bool:
        """Whether the question is worth repeating: skipped, or the answer does not count as right."""
        return self.verdict is None or not self.verdict.counts_as_right


@dataclass(frozen=True)
class Session:
    """Questions, the results so far in the order of answering, and the seed from which options are shuffled.

    `repeat` marks a round over the missed questions of the round before. `went_to` is the index of a question to which
    the learner went.
    """

    questions: Sequence[AnyQuestion]
    seed: int
    known: Vocabulary = field(default=NO_WORDS, repr=False)
    results: tuple[Result, ...] = ()
    hint_taken: bool = False
    stopped: bool = False
    mode: Mode = "quiz"
    repeat: bool = False
    went_to: int | None = None

    @property
    def exam(self) -> bool:
        """Whether no verdict is shown before the end."""
        return self.mode == "exam"

    @property
    def review(self) -> bool:
        """Whether answers are rated, and a question rated `again` comes back."""
        return self.mode in ("review", "practice")

    @property
    def recorded_mode(self) -> Mode:
        """The mode recorded with an answer: a repetition is practice."""
        return "practice" if self.repeat else self.mode

    @cached_property
    def queue(self) -> Sequence[AnyQuestion]:
        """The questions in the order of asking, with those that come back."""
        back = [result.question for result in self.results if self.review and result.rating is Rating.AGAIN]
        return (*self.questions, *back) if back else self.questions

    @cached_property
    def place(self) -> int | None:
        """The index in the queue of the question that waits for an answer; None at the end."""
        if self.stopped or self.went_to is not None:
            return None if self.stopped else self.went_to
        if self.review:
            return len(self.results) if len(self.results) < len(self.queue) else None
        done = {result.question.id for result in self.results}
        return next((index for index, question in enumerate(self.questions) if question.id not in done), None)

    @property
    def current(self) -> AnyQuestion | None:
        """The question that waits for an answer; None at the end."""
        return None if self.place is None else self.queue[self.place]

    @cached_property
    def options(self) -> tuple[str, ...]:
        """The options of the current question as shown; the same for every visit under one seed."""
        return self.options_of(self.current) if self.current else ()

    def options_of(self, question: AnyQuestion) -> tuple[str, ...]:
        """The options of a question as shown under this session's seed; in another order when it comes back."""
        visit = sum(result.question.id == question.id for result in self.results) if self.review else 0
        return question.shown_options(Random(f"{self.seed}:{question.id}{f':{visit}' if visit else ''}"))

    @property
    def last(self) -> Result | None:
        """The newest result."""
        return self.results[-1] if self.results else None


def step(session: Session, event: Event) -> Session:
    """Return the state after an event; an event that the state does not allow changes nothing."""
    match event:
        case Answered(response):
            return _answered(session, response)
        case Skipped():
            return _skipped(session)
        case HintTaken():
            return replace(session, hint_taken=True) if session.current and session.current.hint else session
        case Undone():
            return _undone(session)
        case Claimed():
            return _claimed(session)
        case Rated(rating):
            return _rated(session, rating)
        case WentTo(number):
            allowed = not session.review and 1 <= number <= len(session.questions)
            return replace(session, went_to=number - 1, hint_taken=False, stopped=False) if allowed else session
        case Stopped():
            return replace(session, stopped=True)
    assert_never(event)


def _answered(session: Session, response: Response) -> Session:
    question = session.current
    if question is None:
        return session
    verdict = question.grade(response, session.known)
    return _with_result(session, Result(question, response, verdict, session.hint_taken))


def _skipped(session: Session) -> Session:
    question = session.current
    if question is None:
        return session
    # who only returned to a question keeps its answer
    if not session.review and any(result.question.id == question.id for result in session.results):
        return replace(session, hint_taken=False, went_to=None)
    return _with_result(session, Result(question, hint_taken=session.hint_taken))


def _with_result(session: Session, result: Result) -> Session:
    """Add a result; it replaces an earlier one of the question, except in a review."""
    name = result.question.id
    others = (other for other in session.results if session.review or other.question.id != name)
    return replace(session, results=(*others, result), hint_taken=False, went_to=None)


def _undone(session: Session) -> Session:
    undone = replace(session, results=session.results[:-1], hint_taken=False, stopped=False, went_to=None)
    if session.last is None or session.review or undone.current == session.last.question:
        return undone
    return replace(undone, went_to=session.questions.index(session.last.question))


def _claimed(session: Session) -> Session:
    last = session.last
    if last is None or last.verdict is None:
        return session
    return replace(session, results=(*session.results[:-1], last._replace(verdict=last.verdict.claim())))


def _rated(session: Session, rating: Rating) -> Session:
    last = session.last
    if last is None or last.verdict is None:
        return session
    return replace(session, results=(*session.results[:-1], last._replace(rated=rating)))


class Score(NamedTuple):
    """Points earned (a fraction each) over questions answered; skipped ones are counted apart."""

    points: Fraction
    answered: int
    skipped: int

    @property
    def percent(self) -> int:
        """Points over answered questions in percent; 0 when nothing was answered."""
        return percent_of(self.points, self.answered)


def percent_of(points: Fraction, most: Fraction | int) -> int:
    """Return points in percent of a maximum, rounded half up; 100 only for all of them.

    >>> percent_of(Fraction(2), 3), percent_of(Fraction(299), 300), percent_of(Fraction(0), 0)
    (67, 99, 0)
    """
    return min(int(points / most * 100 + Fraction(1, 2)), 100 if points == most else 99) if most else 0


def score(session: Session) -> Score:
    """Add up the verdicts so far."""
    verdicts = [result.verdict for result in session.results if result.verdict]
    points = sum((verdict.credit for verdict in verdicts), Fraction(0))
    return Score(points, len(verdicts), len(session.results) - len(verdicts))


def outcomes_in_words(session: Session) -> str:
    """Return how many answers were right and how many were not, such as "8 right (1 almost), 2 wrong, 1 skipped"."""
    verdicts = [result.verdict for result in session.results if result.verdict]
    right = [verdict.outcome for verdict in verdicts if verdict.counts_as_right]
    others = [verdict.outcome for verdict in verdicts if not verdict.counts_as_right]
    almost = f" ({right.count(Outcome.ALMOST)} almost)" if Outcome.ALMOST in right else ""
    counts = [(len(right), f"right{almost}"), *((others.count(outcome), outcome.value) for outcome in Outcome)]
    counts.append((len(session.results) - len(verdicts), "skipped"))
    return ", ".join(f"{count} {words}" for count, words in counts if count)


def missed(session: Session) -> tuple[AnyQuestion, ...]:
    """The questions skipped or not answered right, in the order they were asked, each once."""
    by_id = {result.question.id: result.question for result in session.results if result.missed}
    return tuple(by_id.values())


def known_at_first(session: Session) -> tuple[int, int]:
    """Return how many questions of a review were known when they were asked first, and how many were answered."""
    first: dict[str, Rating] = {}
    for result in session.results:
        if result.rating:
            first.setdefault(result.question.id, result.rating)
    return sum(rating > Rating.AGAIN for rating in first.values()), len(first)


def repeat_missed(session: Session) -> Session:
    """Return a new round over the missed questions."""
    return replace(session, questions=missed(session), results=(), repeat=True)
