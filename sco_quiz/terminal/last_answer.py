"""What a learner can do with the last answer: undo it, overrule its verdict, rate it."""

from itertools import groupby
from typing import Literal

from sco_quiz.core.due import LEARN_AHEAD_MS
from sco_quiz.core.durations import in_words
from sco_quiz.core.review import Rating
from sco_quiz.core.session import Claimed, Rated, Session, Undone
from sco_quiz.core.verdict import Verdict
from sco_quiz.terminal.interfaces import Choices, Stage
from sco_quiz.terminal.keys import Command


def choices_after(session: Session) -> Choices:
    """Return what the learner can do with the last answer."""
    verdict = session.last.verdict if session.last else None
    ratings = [(str(int(rating)), rating.name.casefold()) for rating in _ratings(session, verdict)]
    claim = [("r", f"count as {_opposite(verdict)}")] if verdict and verdict.claimable else []
    return [*ratings, ("u", "undo"), *claim, ("f", "flag"), ("q", "end")]


def _ratings(session: Session, verdict: Verdict | None) -> tuple[Rating, ...]:
    """Return the ratings to offer; none for a skipped question, which has no memory to update."""
    if not session.review or verdict is None:
        return ()
    # who answered wrongly did not find it easy
    return tuple(rating for rating in Rating if verdict.counts_as_right or rating is not Rating.EASY)


def show_due(stage: Stage, session: Session, before: str = "") -> None:
    """Show when the last question is asked again under its rating, and under each other one; `before` comes first."""
    rating = session.last.rating if session.review and session.last else None
    intervals = stage.recorder.intervals()
    if rating and intervals:
        times = {each: _when(each, intervals[each]) for each in Rating}
        others = groupby((each for each in Rating if each != rating), times.__getitem__)
        told = "; ".join(f"{' or '.join(each.name.casefold() for each in same)} {when}" for when, same in others)
        stage.say(f"{before}{rating.name.capitalize()}: asked again {times[rating]} ({told}).", "dim")


def _when(rating: Rating, interval: int) -> str:
    """Return when a question is asked again: steps of some minutes end with the review that is asked next."""
    if rating is Rating.AGAIN:
        return "at the end of this review"
    return "in your next review" if interval <= LEARN_AHEAD_MS else f"in {in_words(interval / 1000)}"


def rate(stage: Stage, session: Session, event: Rated) -> Session:
    """Rate the last answer as the learner says."""
    if session.last is None or session.last.verdict is None:
        stage.say("There is no answer to rate yet.")
        return session
    session = stage.move(session, event)
    show_due(stage, session, "Last question rated. ")  # it is read below the next one
    return session


def change_last(stage: Stage, session: Session, command: Command) -> Session:
    """Undo the last answer, or overrule its verdict."""
    last = session.last
    if last is None:
        stage.say("Nothing to undo yet." if command is Command.UNDO else "There is no answer to change yet.")
        return session
    if command is Command.UNDO:
        stage.say("Answer undone.")
        return stage.move(session, Undone())
    if session.exam or last.verdict is None or not last.verdict.claimable:
        already = last.verdict is not None and last.verdict.counts_as_right
        refusal = f"The last answer {'counts' if already else 'cannot be counted'} as right."
        stage.say("Answers are judged after the exam." if session.exam else refusal)
        return session
    word = _opposite(last.verdict)
    stage.say(f"The last answer counts as {word}.", word)
    return stage.move(session, Claimed())


def _opposite(verdict: Verdict) -> Literal["right", "wrong"]:
    """Return what the answer is if the learner overrules the verdict."""
    return "wrong" if verdict.counts_as_right else "right"
