"""The result of grading one response."""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

Response = tuple[str, ...]
"""An answer as strings: the chosen options, the typed words of each gap, or the right side of each row."""

Notes = tuple[tuple[str, str], ...]
"""Feedback for what was chosen: (text, note) pairs."""


class Outcome(StrEnum):
    """RIGHT, PARTLY (with a fraction), ALMOST (a typo; no credit until claimed), WRONG."""

    RIGHT = "right"
    PARTLY = "partly"
    ALMOST = "almost"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome with its credit (0 to 1); `nearest` is the accepted form that an almost right answer is nearest to.

    `difference` says in a sentence for learners what is not right yet.
    `claimable` is true when the learner may count it as right; `claimed` when they did.
    """

    outcome: Outcome
    credit: Fraction
    nearest: str = ""
    notes: Notes = ()
    claimable: bool = False
    claimed: bool = False
    difference: str = ""

    def claim(self) -> "Verdict":
        """Return the verdict after the learner counted it as right; itself when it cannot be claimed."""
        if not self.claimable:
            return self
        return replace(self, outcome=Outcome.RIGHT, credit=Fraction(1), claimable=False, claimed=True)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An answer that cannot be graded; the message says what can. The question is asked again."""

    message: str


def by_credit(credit: Fraction, notes: Notes = ()) -> Verdict:
    """Return the verdict for a credit between 0 (wrong) and 1 (right)."""
    if credit == 1:
        return Verdict(Outcome.RIGHT, credit, notes=notes)
    return Verdict(Outcome.PARTLY if credit else Outcome.WRONG, credit, notes=notes)
