"""The keys, explained."""

from collections.abc import Iterator

from sco_quiz.core.session import Session
from sco_quiz.terminal.blocks import Block, Line

_QUIT_EXAM = "list the questions without an answer; hand in, or go to a question by its number"


def keys_block(session: Session) -> Block:
    """Return the keys that have an effect in this session."""
    return Block("Keys", tuple(_lines(session)), spoken="What you can type")


def _lines(session: Session) -> Iterator[Line]:
    yield from _answering(session.exam)
    if not session.exam:
        yield Line("show the hint", label="h")
    yield Line("skip the question", label="s")
    if any(part.content.images for question in session.questions for part in question.parts()):
        yield _opening()
    yield Line("undo the last answer", label="u")
    if not session.exam:  # an exam is judged by the bank alone
        yield Line("count my last answer as right, or as wrong if it was almost right", label="r")
    if session.review:
        yield _rating()
    at_true_false = "not at true/false" if session.exam else "at true/false: only after the verdict"
    yield Line(f"flag this question, with a note on what is wrong ({at_true_false})", label="f")
    clock = "the time of the exam, if it is limited, continues" if session.exam else "the clock stops"
    yield Line(f"pause: the question is hidden and {clock}", label="p")
    yield Line("show these keys", label="?")
    yield Line(_QUIT_EXAM if session.exam else "end and show the score so far (also Ctrl-C)", label="q")
    yield Line('To answer with one of these letters, put it in quotes: "h".', "dim")


def _answering(exam: bool) -> Iterator[Line]:
    yield Line(
        "answer with a number, or with t or f; for several numbers or words, press Enter at the end",
        label="1-9",
        spoken="A number, several numbers, t, f or words: the answer. Press Enter after every line.",
    )
    yield Line(
        "or arrow keys: move; Enter: answer; space bar: select one of several",
        label="j k",
        spoken="Where a single key answers, j and k move, too; here every answer is typed.",
    )
    yield Line(
        f"{'' if exam else 'hint, and '}these keys, while you type an answer; a letter below needs Enter there, and "
        "Ctrl-A, E, K, U and W edit as in a shell",
        label="F1" if exam else "Tab F1",
        spoken="",
    )


def _opening() -> Line:
    shown = "open the picture; with several, then type its number (F2 while you type an answer)"
    return Line(shown, label="o", spoken="o: open the picture; with several, type its number, too, such as o 2")


def _rating() -> Line:
    ratings = "again: not known; hard: known with effort; good: known; easy: known at once"
    shown = f"after the verdict: correct the rating of your answer; {ratings}"
    spoken = f"again, hard, good or easy corrects the rating of the last answer; {ratings}."
    return Line(shown, label="1-4", spoken=spoken)
