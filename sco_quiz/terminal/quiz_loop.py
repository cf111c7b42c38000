"""The loop of a quiz or review, the same for a terminal with keys and for lines from a pipe."""

from dataclasses import replace
from typing import assert_never

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.review import Rating
from sco_quiz.core.saving import Saved
from sco_quiz.core.session import (
    Answered,
    Claimed,
    HintTaken,
    Rated,
    Session,
    Skipped,
    Stopped,
    Undone,
    missed,
    repeat_missed,
)
from sco_quiz.core.verdict import Unreadable
from sco_quiz.terminal.blocks import Block
from sco_quiz.terminal.durations import in_words
from sco_quiz.terminal.help import keys_block
from sco_quiz.terminal.interfaces import Choices, Display, NullRecorder, OutOfTime, Recorder, Stage
from sco_quiz.terminal.keys import Command, command_of, rating_of
from sco_quiz.terminal.question_view import hint_line, question_block, score_block, verdict_block


def play(bank: Bank, session: Session, display: Display, recorder: Recorder | None = None) -> Session:
    """Ask until the session ends, show the score, and offer the missed questions again; gives the first round."""
    stage = Stage(bank, display, recorder or NullRecorder())
    first = session = _round(stage, session)
    while not session.stopped and missed(session):
        session = _round(stage, repeat_missed(session))
    return first


def _round(stage: Stage, session: Session) -> Session:
    """One pass over the questions; it ends stopped unless the learner wants the missed ones again."""
    stage.recorder.begin(session)
    while True:
        session, broken = ask_all(stage, session)
        if broken:
            session = stage.move(session, Stopped())
        if session.stopped or session.review or not missed(session):
            break
        stage.display.show(score_block(session))
        try:
            changed, again = _ask_again(stage, session)
        except (EOFError, KeyboardInterrupt):
            changed, again = session, False
        if again or changed is session:
            stage.recorder.end(finished=True)
            return session if again else replace(session, stopped=True)
        session = changed
    stage.recorder.end(finished=len(session.results) == len(session.queue))
    stage.display.show(score_block(session))
    return session


def ask_all(stage: Stage, session: Session) -> tuple[Session, BaseException | None]:
    """Ask the questions that are left, until the end or until the learner stops; what broke it off, if anything."""
    try:
        while (question := session.current) is not None:
            show_question(stage, session)
            session = _turn(stage, session, question)
    except (EOFError, KeyboardInterrupt, OutOfTime) as error:
        return session, error
    return session, None


def show_question(stage: Stage, session: Session) -> None:
    """Show the current question; its time begins to run."""
    if session.current:
        stage.display.show(question_block(stage.bank, session, session.current))
        stage.recorder.asked()


def _ask_again(stage: Stage, session: Session) -> tuple[Session, bool]:
    """After the last question: repeat the missed ones, or take back or claim the last answer."""
    count = len(missed(session))
    reply = stage.display.ask_line(f"Repeat the {count} missed question{'s' * (count != 1)}? y/N ")
    command = command_of(reply)
    if command in (Command.UNDO, Command.CLAIM):
        return _after(stage, session, command), False
    return session, reply.strip().casefold() in ("y", "yes")


def _turn(stage: Stage, session: Session, question: AnyQuestion) -> Session:
    """Ask until one answer or command changes where the session stands."""
    options = session.options
    while True:
        text = stage.display.ask_answer(question, options)
        command = command_of(text, question)
        if command is not None:
            session, moved = _obey(stage, session, question, command)
            if moved:
                return session
            continue
        if session.review and (rating := rating_of(text, by_number=False)):
            session = _rate(stage, session, Rated(rating))
            continue
        response = question.parse_answer(text, options)
        if isinstance(response, Unreadable):
            stage.say(response.message)
            continue
        return _judged(stage, stage.move(session, Answered(response)))


def _obey(stage: Stage, session: Session, question: AnyQuestion, command: Command) -> tuple[Session, bool]:
    """The session after a command, and whether the question is over."""
    match command:
        case Command.HINT if session.exam:
            stage.say("There are no hints in an exam.")
        case Command.HINT:
            stage.display.show(Block("", (hint_line(question),)))
            return stage.move(session, HintTaken()), False
        case Command.SKIP:
            return _judged(stage, stage.move(session, Skipped())), True
        case Command.QUIT if session.exam:
            reply = stage.display.ask_line("Hand in now? What is not answered counts nothing. y/N ")
            handed_in = reply.strip().casefold() in ("y", "yes")
            return (stage.move(session, Stopped()), True) if handed_in else (session, False)
        case Command.QUIT:
            return stage.move(session, Stopped()), True
        case Command.UNDO | Command.CLAIM:
            return _after(stage, session, command), command is Command.UNDO and bool(session.results)
        case Command.HELP | Command.FLAG | Command.PAUSE:
            _beside(stage, session, question, command)
            if command is Command.PAUSE:
                stage.display.show(question_block(stage.bank, session, question))
        case _:
            assert_never(command)
    return session, False


def _beside(stage: Stage, session: Session, question: AnyQuestion, command: Command) -> None:
    """What leaves the session as it is: help, a flag, a pause."""
    match command:
        case Command.HELP:
            stage.display.show(keys_block(session))
        case Command.FLAG:
            note = stage.display.ask_line("What is doubtful about this question? ").strip()
            if not note:
                stage.say("Without a note nothing is saved.")
                return
            saving = stage.recorder.flag(question, note)
            if isinstance(saving, Saved):
                stage.say("Flagged.")
            stage.say_saving(saving)
        case _:
            with stage.recorder.pause():
                stage.display.wait()


def _judged(stage: Stage, session: Session) -> Session:
    """Show the verdict on the last question and let the learner take it in; in an exam only that it is noted."""
    last = session.last
    if session.exam or last is None:
        stage.say("Noted." if last and last.verdict else "Skipped.", "dim")
        return session
    stage.display.show(verdict_block(stage.bank, last))
    _say_when(stage, session)
    while True:
        reply = stage.display.ask_next(_choices(stage, session))
        if session.review and (rating := rating_of(reply)):
            return _rate(stage, session, Rated(rating))
        match command := command_of(reply):
            case Command.UNDO:
                return _after(stage, session, command)
            case Command.CLAIM:
                session = _after(stage, session, command)
            case Command.QUIT:
                return stage.move(session, Stopped())
            case Command.HELP | Command.FLAG | Command.PAUSE:
                _beside(stage, session, last.question, command)
            case Command.HINT | Command.SKIP | None:
                return session


def _choices(stage: Stage, session: Session) -> Choices:
    """What the learner can say of the last answer."""
    verdict = session.last.verdict if session.last else None
    rated = session.review and verdict is not None
    ratings = [(str(int(rating)), rating.name.casefold()) for rating in Rating] if rated else []
    claim = [("r", "I was right")] if verdict and verdict.claimable else []
    return [*ratings, ("u", "undo"), *claim, ("f", "flag"), ("q", "end")]


def _say_when(stage: Stage, session: Session) -> None:
    """When the question of the last answer is due again, as it is rated."""
    rating = session.last.rating if session.review and session.last else None
    intervals = stage.recorder.intervals()
    if rating and intervals:
        others = "; ".join(f"{r.name.casefold()} in {in_words(intervals[r] / 1000)}" for r in Rating if r != rating)
        name = rating.name.capitalize()
        stage.say(f"{name}: due again in {in_words(intervals[rating] / 1000)} ({others}).", "dim")


def _rate(stage: Stage, session: Session, event: Rated) -> Session:
    """The learner's own rating of the last answer."""
    if session.last is None or session.last.verdict is None:
        stage.say("There is no answer to rate yet.")
        return session
    session = stage.move(session, event)
    _say_when(stage, session)
    return session


def _after(stage: Stage, session: Session, command: Command) -> Session:
    """Take back or claim the last answer, and say what became of it."""
    last = session.last
    if last is None:
        stage.say("There is no answer to take back yet.")
        return session
    if command is Command.UNDO:
        stage.say("The last answer is taken back.")
        return stage.move(session, Undone())
    if session.exam or last.verdict is None or not last.verdict.claimable:
        stage.say("Answers are judged at the end." if session.exam else "The last answer stays as it was judged.")
        return session
    stage.say("The last answer counts as right.", "right")
    return stage.move(session, Claimed())
