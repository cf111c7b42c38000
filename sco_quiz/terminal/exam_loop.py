"""The loop of an exam: no verdict is shown before it is handed in."""

from collections.abc import Mapping
from fractions import Fraction

from sco_quiz.core.bank import Bank
from sco_quiz.core.session import Session, Stopped
from sco_quiz.terminal.hand_in import hand_in_at_the_end
from sco_quiz.terminal.interfaces import Display, OutOfTime, Recorder, Stage
from sco_quiz.terminal.interrupts import deferred_interrupts
from sco_quiz.terminal.quiz_loop import ask_all


def play_exam(
    bank: Bank, session: Session, display: Display, recorder: Recorder, worth: Mapping[str, Fraction] | None = None
) -> Session | None:
    """Ask until the exam is handed in or its time is up; return None when it was interrupted and can be resumed.

    `worth` is that of `ExamResult`.
    """
    stage = Stage(bank, display, recorder, worth or {})
    with deferred_interrupts():
        with display.opened():
            stage.say_saving(recorder.begin(session))
            session, interrupted = _ask_and_hand_in(stage, session)
        recorder.end(finished=not interrupted)  # else `--resume` finds it
    return None if interrupted else session


def _ask_and_hand_in(stage: Stage, session: Session) -> tuple[Session, bool]:
    """Ask until the exam is handed in or its time is up; return the session, and whether it was interrupted."""
    while not session.stopped:
        session, broken = ask_all(stage, session)
        if not (broken or session.stopped):
            session, broken = _hand_in(stage, session)
        if isinstance(broken, OutOfTime):
            stage.say("Time is up.", "strong")
            session = stage.move(session, Stopped())
        elif broken:
            return session, True
    return session, False


def _hand_in(stage: Stage, session: Session) -> tuple[Session, BaseException | None]:
    """Ask after the last question; return the session, and the exception that interrupted it, if any."""
    try:
        return hand_in_at_the_end(stage, session), None
    except EOFError:  # the input of a pipe is over: nobody can change an answer
        return stage.move(session, Stopped()), None
    except (KeyboardInterrupt, OutOfTime) as error:
        return session, error
