"""The loop of an exam: no verdict is shown before it is handed in."""

from sco_quiz.core.bank import Bank
from sco_quiz.core.session import Session, Stopped, Undone
from sco_quiz.terminal.interfaces import Display, OutOfTime, Recorder, Stage
from sco_quiz.terminal.keys import Command, command_of
from sco_quiz.terminal.quiz_loop import ask_all


def play_exam(bank: Bank, session: Session, display: Display, recorder: Recorder) -> Session | None:
    """Ask until the exam is handed in or its time is up; return None when it was interrupted and can be resumed."""
    stage = Stage(bank, display, recorder)
    recorder.begin(session)
    while True:
        session, broken = ask_all(stage, session)
        if isinstance(broken, OutOfTime):
            stage.say("Time is up.", "strong")
            session = stage.move(session, Stopped())
        elif broken:
            recorder.end(finished=False)  # so that `--resume` finds it
            return None
        if session.stopped or not _wants_undo(stage):
            recorder.end(finished=True)
            return session
        session = stage.move(session, Undone())


def _wants_undo(stage: Stage) -> bool:
    """Ask after the last question whether to undo its answer; anything else hands the exam in."""
    try:
        reply = stage.display.ask_line("That was the last question. Enter: hand in, u: undo the last answer. ")
    except (EOFError, KeyboardInterrupt, OutOfTime):  # every question is answered: hand it in
        return False
    return command_of(reply) is Command.UNDO
