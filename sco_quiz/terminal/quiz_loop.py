"""The loop of a quiz or review, the same for a terminal with keys and for lines from a pipe."""

from dataclasses import replace
from typing import NamedTuple, assert_never

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.plural import counted
from sco_quiz.core.saving import Saved
from sco_quiz.core.session import (
    Answered,
    HintTaken,
    Rated,
    Session,
    Skipped,
    Stopped,
    missed,
    repeat_missed,
)
from sco_quiz.core.verdict import Unreadable
from sco_quiz.terminal.blocks import Block
from sco_quiz.terminal.hand_in import hand_in_early
from sco_quiz.terminal.help import keys_block
from sco_quiz.terminal.interfaces import Display, NullRecorder, OutOfTime, Recorder, Stage
from sco_quiz.terminal.interrupts import deferred_interrupts
from sco_quiz.terminal.keys import Command, answer_keys, command_of, rating_of
from sco_quiz.terminal.last_answer import change_last, choices_after, rate, show_due
from sco_quiz.terminal.question_view import hint_line, question_block
from sco_quiz.terminal.score_view import score_block
from sco_quiz.terminal.status import Status
from sco_quiz.terminal.verdict_view import answered_block, verdict_block


def play(bank: Bank, session: Session, display: Display, recorder: Recorder | None = None) -> Session:
    """Ask until the session ends, show the score, and offer to repeat missed questions; return the first round."""
    stage = Stage(bank, display, recorder or NullRecorder())
    with deferred_interrupts(), display.opened():
        first = session = _play_round(stage, session)
        while not session.stopped and not session.review and missed(session):
            session = _play_round(stage, repeat_missed(session))
    return first


def _play_round(stage: Stage, session: Session) -> Session:
    """Ask every question once; the session ends stopped unless the learner wants to repeat the missed questions."""
    stage.say_saving(stage.recorder.begin(session))
    while True:
        session, broken = ask_all(stage, session)
        if broken:
            session = stage.move(session, Stopped())
        # in a review, missed questions have come back by themselves
        if session.stopped or session.review or not missed(session):
            break
        stage.display.show(score_block(session))
        try:
            changed, again = _ask_again(stage, session)
        except (EOFError, KeyboardInterrupt):  # all questions are answered: nothing is interrupted
            changed, again = session, False
        if again or changed is session:
            stage.recorder.end(finished=True)
            return session if again else replace(session, stopped=True)
        session = changed
    stage.recorder.end(finished=len(session.results) == len(session.queue))
    stage.display.show(score_block(session))
    return session


def ask_all(stage: Stage, session: Session) -> tuple[Session, BaseException | None]:
    """Ask the remaining questions; return the session, and the exception that interrupted it, if any."""
    try:
        while (question := session.current) is not None:
            show_question(stage, session)
            session = _ask_question(stage, session, question)
    # returned, not raised: the answers so far are in the session, which an exception would lose
    except (EOFError, KeyboardInterrupt, OutOfTime) as error:
        return session, error
    return session, None


def show_question(stage: Stage, session: Session) -> None:
    """Show the current question and start its time."""
    if session.current:
        stage.display.begin(_question_block(stage, session, session.current), _status(stage, session))
        stage.recorder.asked()


def _question_block(stage: Stage, session: Session, question: AnyQuestion) -> Block:
    return question_block(stage.bank, session, question, stage.points(question))


def _status(stage: Stage, session: Session) -> Status:
    """Return the status while the current question is asked."""
    return stage.status(session, (session.place or 0) + 1)


def _ask_again(stage: Stage, session: Session) -> tuple[Session, bool]:
    """Offer to repeat the missed questions; return the session, and whether the learner accepted.

    An undone or overridden last answer changes the session instead.
    """
    reply = stage.display.ask_key(f"Repeat the {counted(len(missed(session)), 'missed question')}? y/N ", "ynurq")
    command = command_of(reply)
    if command in (Command.UNDO, Command.CLAIM):
        return change_last(stage, session, command), False
    return session, reply.strip().casefold() in ("y", "yes")


def _ask_question(stage: Stage, session: Session, question: AnyQuestion) -> Session:
    """Ask until an answer or a command finishes the question."""
    options, interaction, refused = session.options, question.interaction(), ""
    while True:
        text, refused = stage.display.ask_answer(interaction, options, refused), ""
        command = command_of(text, answer_keys(interaction))
        if command is not None:
            session, moved = _carry_out(stage, session, question, command)
            if moved:
                return session
            continue
        if session.review and (rating := rating_of(text, by_number=False)):
            session = rate(stage, session, Rated(rating))
            continue
        response = question.parse_answer(text, options)
        if isinstance(response, Unreadable):
            stage.say(response.message)
            refused = text.strip()
            continue
        return _show_verdict(stage, session, stage.move(session, Answered(response)))


def _carry_out(stage: Stage, session: Session, question: AnyQuestion, command: Command) -> tuple[Session, bool]:
    """Carry out a command; return the session, and whether the question is finished."""
    match command:
        case Command.HINT:
            return _take_hint(stage, session, question), False
        case Command.SKIP if session.exam:
            stage.say("Skipped.", "dim")
            return stage.move(session, Skipped()), True
        case Command.SKIP:
            return _show_verdict(stage, session, stage.move(session, Skipped())), True
        case Command.QUIT if session.exam:
            return hand_in_early(stage, session), True  # the list has hidden the question
        case Command.QUIT:
            return stage.move(session, Stopped()), True
        case Command.UNDO | Command.CLAIM:
            return change_last(stage, session, command), command is Command.UNDO and bool(session.results)
        case Command.HELP | Command.FLAG | Command.PAUSE:
            _carry_out_aside(stage, session, question, command)
            if command is Command.PAUSE:  # it has hidden the question
                _update(stage, session, question)
        case _:
            assert_never(command)
    return session, False


def _take_hint(stage: Stage, session: Session, question: AnyQuestion) -> Session:
    """Show the hint in the question, if there is one and hints are allowed."""
    if session.exam or not question.hint:
        stage.say("There are no hints in an exam." if session.exam else hint_line(question).text)
        return session
    session = stage.move(session, HintTaken())
    _update(stage, session, question, Block("", (hint_line(question),)))
    return session


def _update(stage: Stage, session: Session, question: AnyQuestion, spoken: Block | None = None) -> None:
    """Show the question as it is now; spoken, only what is new."""
    block = _question_block(stage, session, question)
    stage.display.update(block, _status(stage, session), spoken or block)


def _carry_out_aside(stage: Stage, session: Session, question: AnyQuestion, command: Command) -> None:
    """Carry out a command that does not change the session: help, a flag, a pause."""
    match command:
        case Command.HELP:
            stage.display.consult(keys_block(session))
        case Command.FLAG:
            note = stage.display.ask_note("What's wrong with this question? (Ctrl-C: cancel) ").strip()
            if not note:
                stage.say("Not flagged: the note is empty.")
                return
            saving = stage.recorder.flag(question, note)
            if isinstance(saving, Saved):
                stage.say("Flagged.")
            stage.say_saving(saving)
        case _:
            with stage.recorder.pause():
                stage.display.wait()


def _show_verdict(stage: Stage, before: Session, session: Session) -> Session:
    """Show the verdict on the last answer and wait; in an exam, only confirm the answer."""
    last = session.last
    if session.exam or last is None:
        stage.say("Noted.", "dim")
        return session
    asked = _Asked((before.place or 0) + 1, before.options)
    _show_marked(stage, session, asked, verdict_block(stage.bank, last))
    show_due(stage, session)
    while True:
        try:
            session, again = _after_verdict(stage, session, asked)
        except (EOFError, KeyboardInterrupt):  # not passed on: `ask_all` has only the session before this answer
            return stage.move(session, Stopped())
        if not again:
            return session


class _Asked(NamedTuple):
    """How the last question was shown."""

    number: int
    options: tuple[str, ...]


def _show_marked(stage: Stage, session: Session, asked: _Asked, spoken: Block) -> None:
    """Mark the last answer in its question; spoken, say only what is new."""
    if session.last:
        marked = answered_block(stage.bank, session.last, asked.options)
        stage.display.update(marked, stage.status(session, asked.number), spoken)


def _after_verdict(stage: Stage, session: Session, asked: _Asked) -> tuple[Session, bool]:
    """Carry out what the learner types after a verdict; return the session, and whether to ask for more."""
    reply = stage.display.ask_next(choices_after(session))
    if session.review and (rating := rating_of(reply)):
        return rate(stage, session, Rated(rating)), False
    match command := command_of(reply):
        case Command.UNDO:
            return change_last(stage, session, command), False
        case Command.CLAIM:
            claimed = change_last(stage, session, command)
            if claimed is not session:
                _show_marked(stage, claimed, asked, Block("", ()))
            show_due(stage, claimed)
            return claimed, True
        case Command.QUIT:
            return stage.move(session, Stopped()), False
        case Command.HELP | Command.FLAG | Command.PAUSE:
            if session.last:
                _carry_out_aside(stage, session, session.last.question, command)
            return session, True
        case Command.HINT | Command.SKIP | None:  # "any key: next"
            return session, False
    assert_never(command)
