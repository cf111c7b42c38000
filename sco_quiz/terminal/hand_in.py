"""Before an exam is handed in: the questions without an answer, and a way to each of them."""

from collections.abc import Iterator

from sco_quiz.core.plural import counted
from sco_quiz.core.session import Event, Session, Stopped, Undone, WentTo
from sco_quiz.terminal.blocks import Block, Line
from sco_quiz.terminal.content_text import spoken_text, text_of
from sco_quiz.terminal.interfaces import Stage
from sco_quiz.terminal.keys import Command, command_of, number_up_to
from sco_quiz.terminal.question_view import new_settings
from sco_quiz.terminal.sanitize import one_line, shorten_for_screen

MAX_LISTED = 20  # so that the list stays on the screen
_GO = "a number: go to that question"
_STAY: dict[str, Event | None] = {"": None, "n": None, "no": None}


def overview_block(session: Session) -> Block:
    """Return how many questions are answered, and the others with their numbers."""
    return Block("Before you hand in", tuple(_overview_lines(session)))


def _overview_lines(session: Session) -> Iterator[Line]:
    results = {result.question.id: result for result in session.results}
    answered = {name for name, result in results.items() if result.verdict}
    open_ones = [(number, q) for number, q in enumerate(session.questions, start=1) if q.id not in answered]
    if session.current is None:
        yield Line("That was the last question.")
    count = counted(len(session.questions), "question")
    yield Line(f"{len(answered)} of {count} answered.{' Not answered:' if open_ones else ''}", "strong")
    numbers = {question.id: number for number, question in open_ones}
    for question, setting in new_settings(question for _, question in open_ones[:MAX_LISTED]):
        yield from setting
        number = numbers[question.id]
        forms = text_of(question.stem.blocks), spoken_text(question.stem.blocks)
        shown, spoken = (shorten_for_screen(one_line(text), question.id) for text in forms)
        skipped = " (skipped)" if question.id in results else ""
        yield Line(f"{shown}{skipped}", label=str(number), spoken=f"{number}: {spoken}{skipped}")
    if more := open_ones[MAX_LISTED:]:
        yield Line(f"and {counted(len(more), 'more', 'more')}, from number {more[0][0]}")


def hand_in_at_the_end(stage: Stage, session: Session) -> Session:
    """Offer to change answers after the last question; return the session, which is stopped if it was handed in."""
    stage.display.show(overview_block(session))
    event = _ask(stage, session, f"Enter: hand in, u: undo the last answer, {_GO}. ", {"": Stopped()})
    return stage.move(session, event) if event else session


def hand_in_early(stage: Stage, session: Session) -> Session:
    """Ask whether to hand in now; return the session, which is stopped if it was handed in."""
    stage.display.show(overview_block(session))
    # handing in is final, and q is easily pressed by mistake
    event = _ask(stage, session, f"Hand in now? y: hand in, {_GO}, Enter: continue. ", _STAY)
    return stage.move(session, event) if event else session


def _ask(stage: Stage, session: Session, prompt: str, replies: dict[str, Event | None]) -> Event | None:
    """Ask until the reply is one of these, a yes, an undo or the number of a question."""
    while True:
        reply = stage.display.ask_line(prompt, "ynu").strip().casefold()
        if reply in replies:
            return replies[reply]
        if reply in ("y", "yes"):
            return Stopped()
        if command_of(reply) is Command.UNDO and session.results:
            stage.say("Answer undone.")
            return Undone()
        if number := number_up_to(len(session.questions), reply):
            return WentTo(number)
        stage.say(f"Type one of these, or a number from 1 to {len(session.questions)}.")
