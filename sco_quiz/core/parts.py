"""The parts of a question: all text in it, each with its role and its key path."""

from enum import StrEnum
from typing import NamedTuple

from sco_quiz.core.content import Content
from sco_quiz.core.place import KeyPath


class Role(StrEnum):
    """What a part is for."""

    SETTING = "setting"  # who spoke, where and when: what the prompt takes as given
    PROMPT = "prompt"
    RIGHT = "right"  # a right option, answer or right side of a row
    WRONG = "wrong"  # a distractor, or the wrong words of a false statement
    NOTE = "note"  # feedback on a wrong option or rejected answer
    ACCEPTED = "accepted"  # another form of the right answer
    REJECTED = "rejected"  # a wrong answer that never passes as a typo
    PARTIAL = "partial"  # a typed answer that gives a part of the points
    ROW = "row"
    ITEM = "item"
    CORRECTION = "correction"  # the right words in place of the wrong ones
    EXPLANATION = "explanation"
    BEYOND = "beyond"  # what the article does not say, with references
    HINT = "hint"
    REASON = "reason"


ANSWER_ROLES = frozenset(
    (
        Role.RIGHT,
        Role.WRONG,
        Role.ACCEPTED,
        Role.REJECTED,
        Role.PARTIAL,
        Role.ROW,
        Role.ITEM,
        Role.CORRECTION,
    )
)


class Part(NamedTuple):
    """Text of a question, under its key path."""

    path: KeyPath
    role: Role
    content: Content
