"""What each figure of a learner's progress means: one definition for the terminal, the page and the guide."""

from fractions import Fraction
from typing import NamedTuple

MIN_REVIEWS = 20
"""Retention of fewer reviews would be chance: one more would move it by five percent or more."""
MIN_QUESTIONS = 10
"""From how many reviewed questions on their average recall is shown."""
MIN_ANSWERS = 10
"""From how many answers on a share is shown in percent; of fewer, the counts."""
MASTERED_DAYS = 21
"""A question is mastered when its stability reaches this many days: where Anki calls a card mature."""
ONE_POINT = Fraction(1)
"""What a question of an exam counts unless its blueprint says otherwise."""


class Figure(NamedTuple):
    """A figure with its definition, and who defines it so."""

    name: str
    definition: str
    source: str


FIGURES = (
    Figure(
        "Points",
        "1 for a right or almost right answer, a part of it for a partly right one, which does not count as “right”; "
        "skipped questions count in an exam only",
        "sco-quiz",
    ),
    Figure(
        "Retention",
        "of the questions that you had answered on an earlier day, the share that you still knew: the first review of "
        f"a question on a day, if it was not rated “again”; shown from {MIN_REVIEWS} reviews on",
        "Anki manual, “true retention”",
    ),
    Figure(
        "Predicted recall",
        "how likely you are to know a question now, on average over all questions that you reviewed; shown from "
        f"{MIN_QUESTIONS} questions on",
        "FSRS, “retrievability”",
    ),
    Figure(
        "Mastered",
        f"questions that you will probably still know in {MASTERED_DAYS} days: their stability is at least that long",
        "FSRS, “stability”; Anki manual, “mature”",
    ),
    Figure(
        "Streak",
        "days without a gap on which you answered a question, here or in Anki, up to today or yesterday",
        "sco-quiz",
    ),
)


def points_in_words(points: Fraction) -> str:
    """Return points with their noun.

    >>> points_in_words(Fraction(1)), points_in_words(Fraction(1, 2)), points_in_words(Fraction(20))
    ('1 point', '0.5 points', '20 points')
    """
    return f"{decimal(points)} {'point' if points == 1 else 'points'}"


def decimal(points: Fraction) -> str:
    """Return points as a learner reads them.

    >>> decimal(Fraction(3, 2)), decimal(Fraction(4, 3)), decimal(Fraction(2)), decimal(Fraction(299, 25))
    ('1.5', '1.3', '2', '11.96')
    """
    # a second digit says nothing to a learner, except that a point is not quite full
    rounded = f"{float(points):.1f}"
    return rounded.removesuffix(".0") if rounded[-1] != "0" or points == int(points) else f"{float(points):.2f}"


def percent(share: float) -> str:
    """Return a share from 0 to 1 in percent.

    >>> percent(1 / 3), percent(0), percent(1)
    ('33 %', '0 %', '100 %')
    """
    return f"{int(share * 100 + 0.5)} %"


def share_in_words(part: int, whole: int) -> str:
    """Return a share of answers, in percent unless they are few.

    >>> share_in_words(2, 3), share_in_words(20, 30)
    ('2 of 3', '67 % of 30')
    """
    return f"{percent(part / whole)} of {whole}" if whole >= MIN_ANSWERS else f"{part} of {whole}"
