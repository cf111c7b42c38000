"""An exam: nothing is told before it is handed in."""

from sco_quiz.core.bank import Bank
from sco_quiz.core.exam import ExamResult
from sco_quiz.core.session import Session, Stopped, Undone
from sco_quiz.terminal.blocks import Block, Line
from sco_quiz.terminal.durations import in_words
from sco_quiz.terminal.interfaces import Display, OutOfTime, Recorder, Stage
from sco_quiz.terminal.keys import Command, command_of
from sco_quiz.terminal.question_view import stem_line, verdict_block
from sco_quiz.terminal.quiz_loop import ask_all


def play_exam(bank: Bank, session: Session, display: Display, recorder: Recorder) -> Session | None:
    """Ask until the exam is handed in or its time is over; None when it was interrupted, to go on another time."""
    stage = Stage(bank, display, recorder)
    recorder.begin(session)
    while True:
        session, broken = ask_all(stage, session)
        if isinstance(broken, OutOfTime):
            stage.say("Time is up.", "strong")
            session = stage.move(session, Stopped())
        elif broken:
            recorder.end(finished=False)
            return None
        if session.stopped or not _undoes(stage):
            recorder.end(finished=True)
            return session
        session = stage.move(session, Undone())


def _undoes(stage: Stage) -> bool:
    """After the last question: whether the last answer is taken back; else the exam is handed in."""
    try:
        reply = stage.display.ask_line("That was the last question. Enter: hand in, u: take the last answer back. ")
    except (EOFError, KeyboardInterrupt, OutOfTime):
        return False
    return command_of(reply) is Command.UNDO


def exam_blocks(bank: Bank, result: ExamResult) -> list[Block]:
    """Whether it was passed, and each question with what was answered and what would have been right."""
    points = f"{float(result.points):.2f}".rstrip("0").rstrip(".")
    most = f"{result.most} point{'s' * (result.most != 1)}"
    limit = f" of {in_words(result.time_limit)}" if result.time_limit else ""
    lines = [
        Line(f"{points} of {most} ({result.percent} %); the pass mark is {result.pass_mark} %.", "strong"),
        Line(f"Time used: {in_words(result.used)}{limit}."),
    ]
    title = "Passed" if result.passed else "Not passed"
    blocks = [Block(title, tuple(lines), "right" if result.passed else "wrong")]
    for number, item in enumerate(result.session.results, start=1):
        blocks.append(Block("", (Line(""), stem_line(item.question, f"{number}/{result.most}"))))
        blocks.append(verdict_block(bank, item, final=True))
    if left := result.most - len(result.session.results):
        blocks.append(Block("", (Line(f"{left} of {result.most} questions were not reached."),)))
    return blocks
