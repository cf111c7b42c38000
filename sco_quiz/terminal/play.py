"""The loop of a quiz, the same for a terminal with keys and for lines from a pipe."""

from dataclasses import replace
from typing import Protocol, assert_never

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.session import (
    Answered,
    Claimed,
    HintTaken,
    Session,
    Skipped,
    Stopped,
    Undone,
    missed,
    step,
)
from sco_quiz.core.verdict import Unreadable
from sco_quiz.terminal.blocks import Block, Line
from sco_quiz.terminal.keys import Command, command_of
from sco_quiz.terminal.screen import KEYS_BLOCK, hint_line, question_block, score_block, verdict_block


class Display(Protocol):
    """Where blocks are shown and answers come from. Each `ask_…` may raise EOFError or KeyboardInterrupt."""

    def show(self, block: Block) -> None:
        """Draw a block."""

    def ask_answer(self, question: AnyQuestion, options: tuple[str, ...]) -> str:
        """An answer as text, or a command's letter."""

    def ask_next(self, claimable: bool) -> str:
        """Wait after a verdict, which may be one the learner can claim; a command's letter or nothing."""

    def ask_line(self, prompt: str) -> str:
        """A line of text."""


def play(bank: Bank, session: Session, display: Display) -> Session:
    """Ask until the session ends, show the score, and offer the missed questions again; gives the first round."""
    first = session = _round(bank, session, display)
    while not session.stopped and missed(session):
        again = replace(session, questions=missed(session), results=())
        session = _round(bank, again, display)
    return first


def _round(bank: Bank, session: Session, display: Display) -> Session:
    """One pass over the questions; it ends stopped unless the learner wants the missed ones again."""
    try:
        while True:
            while (question := session.current) is not None:
                display.show(question_block(bank, session, question))
                session = _turn(bank, session, question, display)
            if session.stopped or not missed(session):
                break
            display.show(score_block(session))
            changed, again = _ask_again(bank, session, display)
            if again:
                return session
            if changed is session:
                return replace(session, stopped=True)
            session = changed
    except (EOFError, KeyboardInterrupt):
        session = step(session, Stopped())
    display.show(score_block(session))
    return session


def _ask_again(bank: Bank, session: Session, display: Display) -> tuple[Session, bool]:
    """After the last question: repeat the missed ones, or take back or claim the last answer."""
    count = len(missed(session))
    reply = display.ask_line(f"Repeat the {count} missed question{'s' * (count != 1)}? y/N ")
    command = command_of(reply)
    if command in (Command.UNDO, Command.CLAIM):
        return _after(bank, session, command, display), False
    return session, reply.strip().casefold() in ("y", "yes")


def _turn(bank: Bank, session: Session, question: AnyQuestion, display: Display) -> Session:
    """Ask until one answer or command changes where the session stands."""
    options = session.options
    while True:
        text = display.ask_answer(question, options)
        command = command_of(text)
        if command is not None:
            session, moved = _obey(bank, session, question, command, display)
            if moved:
                return session
            continue
        response = question.parse_answer(text, options)
        if isinstance(response, Unreadable):
            display.show(Block("", (Line(response.message, "note"),)))
            continue
        return _judged(bank, step(session, Answered(response)), display)


def _obey(
    bank: Bank, session: Session, question: AnyQuestion, command: Command, display: Display
) -> tuple[Session, bool]:
    """The session after a command, and whether the question is over."""
    match command:
        case Command.HINT:
            display.show(Block("", (hint_line(question),)))
            return step(session, HintTaken()), False
        case Command.HELP:
            display.show(KEYS_BLOCK)
            return session, False
        case Command.SKIP:
            return _judged(bank, step(session, Skipped()), display), True
        case Command.QUIT:
            return step(session, Stopped()), True
        case Command.UNDO | Command.CLAIM:
            return _after(bank, session, command, display), command is Command.UNDO and bool(session.results)
    assert_never(command)


def _judged(bank: Bank, session: Session, display: Display) -> Session:
    """Show the verdict on the last question and let the learner take it in."""
    if session.last:
        display.show(verdict_block(bank, session.last))
    while True:
        verdict = session.last.verdict if session.last else None
        command = command_of(display.ask_next(verdict is not None and verdict.claimable))
        match command:
            case Command.UNDO:
                return _after(bank, session, command, display)
            case Command.CLAIM:
                session = _after(bank, session, command, display)
            case Command.QUIT:
                return step(session, Stopped())
            case Command.HELP:
                display.show(KEYS_BLOCK)
            case Command.HINT | Command.SKIP | None:
                return session


def _after(bank: Bank, session: Session, command: Command, display: Display) -> Session:
    """Take back or claim the last answer, and say what became of it."""
    last = session.last
    if last is None:
        display.show(Block("", (Line("There is no answer to take back yet.", "note"),)))
        return session
    if command is Command.UNDO:
        display.show(Block("", (Line("The last answer is taken back.", "note"),)))
        return step(session, Undone())
    if last.verdict is None or not last.verdict.claimable:
        display.show(Block("", (Line("The last answer stays as it was judged.", "note"),)))
        return session
    display.show(Block("", (Line("The last answer counts as right.", "right"),)))
    return step(session, Claimed())
