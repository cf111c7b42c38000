"""A quiz as a frozen state machine: `step(session, event)` gives the next state."""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from random import Random
from typing import assert_never

from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Outcome, Response, Verdict


@dataclass(frozen=True, slots=True)
class Answered:
    """The learner answers the current question."""

    response: Response


@dataclass(frozen=True, slots=True)
class HintTaken:
    """The learner asks for the hint."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """The learner passes the question over."""


@dataclass(frozen=True, slots=True)
class Undone:
    """The learner takes the last answer or skip back."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """The learner says of the last answer: I was right."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The learner ends the session early."""


Event = Answered | HintTaken | Skipped | Undone | Claimed | Stopped


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one question; a skipped one has no response and no verdict."""

    question: AnyQuestion
    response: Response | None = None
    verdict: Verdict | None = None
    hint_taken: bool = False

    @property
    def missed(self) -> bool:
        """Whether the question is worth repeating: skipped, or not wholly right."""
        return self.verdict is None or self.verdict.outcome is not Outcome.RIGHT


@dataclass(frozen=True)
class Session:
    """Questions, the results so far, and the seed from which options are shuffled."""

    questions: tuple[AnyQuestion, ...]
    seed: int
    known: Vocabulary = field(default=NO_WORDS, repr=False)
    results: tuple[Result, ...] = ()
    hint_taken: bool = False
    stopped: bool = False

    @property
    def current(self) -> AnyQuestion | None:
        """The question that waits for an answer; None at the end."""
        if self.stopped or len(self.results) == len(self.questions):
            return None
        return self.questions[len(self.results)]

    @property
    def options(self) -> tuple[str, ...]:
        """The options of the current question as shown; the same for every visit under one seed."""
        return self.options_of(self.current) if self.current else ()

    def options_of(self, question: AnyQuestion) -> tuple[str, ...]:
        """The options of a question as shown under this session's seed."""
        return question.shown_options(Random(f"{self.seed}:{question.id}"))

    @property
    def last(self) -> Result | None:
        """The newest result."""
        return self.results[-1] if self.results else None


def step(session: Session, event: Event) -> Session:
    """The state after an event; events that do not fit the state leave it as it is."""
    match event:
        case Answered(response):
            return _answered(session, response)
        case Skipped():
            question = session.current
            return _with_result(session, Result(question, hint_taken=session.hint_taken)) if question else session
        case HintTaken():
            return replace(session, hint_taken=True) if session.current and session.current.hint else session
        case Undone():
            return replace(session, results=session.results[:-1], hint_taken=False, stopped=False)
        case Claimed():
            return _claimed(session)
        case Stopped():
            return replace(session, stopped=True)
    assert_never(event)


def _answered(session: Session, response: Response) -> Session:
    question = session.current
    if question is None:
        return session
    verdict = question.grade(response, session.known)
    return _with_result(session, Result(question, response, verdict, session.hint_taken))


def _with_result(session: Session, result: Result) -> Session:
    return replace(session, results=(*session.results, result), hint_taken=False)


def _claimed(session: Session) -> Session:
    last = session.last
    if last is None or last.verdict is None:
        return session
    claimed = replace(last, verdict=last.verdict.claim())
    return replace(session, results=(*session.results[:-1], claimed))


@dataclass(frozen=True, slots=True)
class Score:
    """Points earned (a fraction each) over questions answered; skipped ones are counted apart."""

    points: Fraction
    answered: int
    skipped: int

    @property
    def percent(self) -> int:
        """Points over answered questions in per cent, rounded half up; 0 when nothing was answered."""
        return int(self.points / self.answered * 100 + Fraction(1, 2)) if self.answered else 0


def score(session: Session) -> Score:
    """Add up the verdicts so far."""
    verdicts = [result.verdict for result in session.results if result.verdict]
    points = sum((verdict.credit for verdict in verdicts), Fraction(0))
    return Score(points, len(verdicts), len(session.results) - len(verdicts))


def missed(session: Session) -> tuple[AnyQuestion, ...]:
    """The questions skipped or not wholly right, in the order they were asked."""
    return tuple(result.question for result in session.results if result.missed)
