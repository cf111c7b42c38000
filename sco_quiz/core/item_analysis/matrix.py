"""The credits of a class: a row for each pupil, a column for each question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import compress
from math import fsum

Credit = float | Fraction | None
Row = tuple[float | None, ...]
Matrix = tuple[Row, ...]
"""Credits from 0 to 1; None where a question was not presented to a pupil."""
Weights = Sequence[float]
"""The points of each question."""
_DIGITS = 12  # sums in another order are equal
_NOTHING = 1e-12


def matrix_of(rows: Sequence[Sequence[Credit]]) -> Matrix:
    """Return credits as floats."""
    return tuple(tuple(None if credit is None else float(credit) for credit in row) for row in rows)


def column(matrix: Matrix, item: int) -> tuple[float, ...]:
    """Return the credits of a question, of those to whom it was presented."""
    return tuple(credit for row in matrix if (credit := row[item]) is not None)


def points_of(matrix: Matrix, weights: Weights) -> Matrix:
    """Return the points that each credit gives."""
    return tuple(
        tuple(None if credit is None else credit * worth for credit, worth in zip(row, weights, strict=True))
        for row in matrix
    )


@dataclass(frozen=True)
class Scores:
    """The scores of a class: points of pupils as a share of those of the questions presented to them.

    Where all pupils have the same questions, the share orders and correlates as the sum does; where forms differ, it
    compares pupils by what they were asked.
    """

    matrix: Matrix
    weights: Weights

    @cached_property
    def _sums(self) -> tuple[tuple[float, float], ...]:
        """The points of each pupil, and the maximum."""
        return tuple(
            (fsum(each for each in row if each is not None), fsum(compress(self.weights, map(_is_shown, row))))
            for row in points_of(self.matrix, self.weights)
        )

    @property
    def all(self) -> tuple[float, ...]:
        """The score of each pupil with at least one question."""
        return tuple(round(points / most, _DIGITS) for points, most in self._sums if most)

    def rest(self, pupil: int, item: int) -> float | None:
        """Return the score without a question, which is not part of its own criterion; None without any other."""
        credit, (points, most) = self.matrix[pupil][item], self._sums[pupil]
        if credit is None or most - self.weights[item] <= most * _NOTHING:
            return None
        return round((points - credit * self.weights[item]) / (most - self.weights[item]), _DIGITS)

    def with_rest(self, item: int) -> Iterator[tuple[float, float]]:
        """Yield the credit of a question and the rest score of each pupil who has both."""
        for pupil, row in enumerate(self.matrix):
            credit, rest = row[item], self.rest(pupil, item)
            if credit is not None and rest is not None:
                yield credit, rest


def _is_shown(points: float | None) -> bool:
    return points is not None


def pairs(matrix: Matrix, one: int, other: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the credits of two questions, of those to whom both were presented."""
    both = [(a, b) for row in matrix if (a := row[one]) is not None and (b := row[other]) is not None]
    return tuple(a for a, _ in both), tuple(b for _, b in both)
