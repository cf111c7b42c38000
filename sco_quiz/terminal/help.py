"""The keys, explained."""

from sco_quiz.core.session import Session
from sco_quiz.terminal.blocks import Block, Line


def keys_block(session: Session) -> Block:
    """The keys that do something in this session."""
    return Block("Keys", tuple(_lines(session)), words="What you can type")


def _lines(session: Session) -> list[Line]:
    answer = Line(
        "a number, or t and f: answer; several numbers or words: then Enter",
        label="1-9",
        words="A number, several numbers, t, f or words: the answer. Enter ends every line.",
    )
    move = Line(
        "or the arrows: move; Enter: answer; the space bar: take one of several",
        label="j k",
        words="Where single keys answer, j and k move, too; here every answer is typed.",
    )
    hint = Line("show the hint", label="h")
    claim = Line("say of the last answer: I was right", label="r")
    rate = Line(
        "after the verdict: again, hard, good, easy, if the suggestion does not fit",
        label="1-4",
        words="again, hard, good or easy: how well you knew the last answer, if the suggestion does not fit.",
    )
    end = "hand in" if session.exam else "end with the score so far (also Ctrl-C)"
    return [
        answer,
        move,
        *([] if session.exam else [hint]),
        Line("skip the question", label="s"),
        Line("undo the last answer", label="u"),
        *([] if session.exam else [claim]),
        *([rate] if session.review else []),
        Line("flag the question as doubtful, with a note (after the verdict where f means false)", label="f"),
        Line("pause: the question is hidden, and its time stands still", label="p"),
        Line("these keys", label="?"),
        Line(end, label="q"),
        Line('To answer with one of these letters, put it into quotes: "h".', "dim"),
    ]
