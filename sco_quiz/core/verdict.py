"""What grading says about one response."""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

Response = tuple[str, ...]
"""What was answered, as texts: the options chosen, the words typed, one per gap, or the right side for each pair."""

Notes = tuple[tuple[str, str], ...]
"""Feedback for what was chosen: (text, note) pairs."""


class Outcome(StrEnum):
    """RIGHT, PARTLY (with a fraction), ALMOST (a slip of the keyboard; no credit until claimed), WRONG."""

    RIGHT = "right"
    PARTLY = "partly"
    ALMOST = "almost"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome with its credit (0 to 1); `nearest` is the form an almost right answer was compared with.

    `claimable` is true when the learner may say "I was right"; `claimed` when they did.
    """

    outcome: Outcome
    credit: Fraction
    nearest: str = ""
    notes: Notes = ()
    claimable: bool = False
    claimed: bool = False

    def claim(self) -> "Verdict":
        """The verdict after the learner said "I was right"; itself when nothing can be claimed."""
        if not self.claimable:
            return self
        return replace(self, outcome=Outcome.RIGHT, credit=Fraction(1), claimable=False, claimed=True)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An answer that cannot be graded, and what would be: the question is asked again."""

    message: str


def by_credit(credit: Fraction, notes: Notes = ()) -> Verdict:
    """The verdict for a credit between 0 (wrong) and 1 (right)."""
    if credit == 1:
        return Verdict(Outcome.RIGHT, credit, notes=notes)
    return Verdict(Outcome.PARTLY if credit else Outcome.WRONG, credit, notes=notes)
