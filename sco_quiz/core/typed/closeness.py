"""How close a typed answer is to one form of the key, and what is known when they are compared."""

from dataclasses import dataclass
from enum import IntEnum

from sco_quiz.core.typed.vocabulary import NO_WORDS, Vocabulary


class Closeness(IntEnum):
    """SAME is right, NEAR almost right, DIFFERENT another answer."""

    DIFFERENT = 0
    NEAR = 1
    SAME = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """How close two forms are; `difference` says in a sentence for learners what keeps NEAR from SAME."""

    closeness: Closeness
    difference: str = ""


SAME = Comparison(Closeness.SAME)
DIFFERENT = Comparison(Closeness.DIFFERENT)


def near(difference: str) -> Comparison:
    """Return that a form is almost the same, with what differs."""
    return Comparison(Closeness.NEAR, difference)


@dataclass(frozen=True, slots=True)
class Key:
    """What a typed answer is compared with: the forms as written, words that are never typos, and what is strict."""

    accepted: tuple[str, ...]
    rejected: tuple[str, ...] = ()
    known: Vocabulary = NO_WORDS
    strict: frozenset[str] = frozenset()
