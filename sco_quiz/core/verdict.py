"""The result of grading one response."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

Response = tuple[str, ...]
"""An answer as strings: the chosen options, the typed words of each gap, or the right side of each row."""

Notes = tuple[tuple[str, str], ...]
"""Feedback for what was chosen: (text, note) pairs."""


class Outcome(StrEnum):
    """RIGHT, PARTLY (with a fraction), ALMOST (right but for a typo or the like, with full credit), WRONG."""

    RIGHT = "right"
    PARTLY = "partly"
    ALMOST = "almost"
    WRONG = "wrong"


class Verdict(NamedTuple):
    """An outcome with its credit (0 to 1); `nearest` is the accepted form that an almost right answer is nearest to.

    `difference` says in a sentence for learners what is not right yet.
    `parts` are the outcomes of the gaps, where each is judged by itself.
    `claimable` is true when the learner may overrule it; `judged` is the verdict that they overruled, if they did.
    """

    outcome: Outcome
    credit: Fraction
    nearest: str = ""
    notes: Notes = ()
    claimable: bool = False
    difference: str = ""
    judged: "Verdict | None" = None
    parts: tuple[Outcome, ...] = ()

    @property
    def counts_as_right(self) -> bool:
        """Whether it earns the full credit, as right and almost right do."""
        return self.credit == 1

    @property
    def claimed(self) -> bool:
        """Whether it is the learner's own verdict."""
        return self.judged is not None

    def claim(self) -> "Verdict":
        """Return the opposite verdict, or the one that was overruled before; itself when it cannot be overruled.

        What counts as right becomes wrong, anything else right.
        """
        if self.judged or not self.claimable:
            return self.judged or self
        credit = Fraction(not self.counts_as_right)
        return self._replace(outcome=Outcome.RIGHT if credit else Outcome.WRONG, credit=credit, judged=self, parts=())


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An answer that cannot be graded; the message says what can. The question is asked again."""

    message: str


def by_credit(credit: Fraction, notes: Notes = ()) -> Verdict:
    """Return the verdict for a credit between 0 (wrong) and 1 (right)."""
    if credit == 1:
        return Verdict(Outcome.RIGHT, credit, notes=notes)
    return Verdict(Outcome.PARTLY if credit else Outcome.WRONG, credit, notes=notes)


def almost(nearest: str, difference: str, notes: Notes = ()) -> Verdict:
    """Return the verdict for an answer that counts as right although something is different."""
    return Verdict(Outcome.ALMOST, Fraction(1), nearest, notes, claimable=True, difference=difference)
