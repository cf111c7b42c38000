"""The credits of a class: a row for each pupil, a column for each question."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import fsum

Credit = float | Fraction | None
Row = tuple[float | None, ...]
Matrix = tuple[Row, ...]
"""Credits from 0 to 1; None where a question was not presented to a pupil."""
Weights = Sequence[float]
"""The points of each question."""
_DIGITS = 12  # sums in another order are equal


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


def score(row: Row, weights: Weights, without: int | None = None) -> float | None:
    """Return the points of a pupil as a share of those of the questions presented; None without any.

    `without` excludes a question from its own criterion (the rest score). Where all pupils have the same questions, the
    share orders and correlates as the sum does; where forms differ, it compares pupils by what they were asked.
    """
    shown = [(credit, weights[at]) for at, credit in enumerate(row) if credit is not None and at != without]
    most = fsum(worth for _, worth in shown)
    return round(fsum(credit * worth for credit, worth in shown) / most, _DIGITS) if shown else None


def with_rest(matrix: Matrix, weights: Weights, item: int) -> Iterator[tuple[float, float]]:
    """Yield the credit of a question and the rest score of each pupil who has both."""
    for row in matrix:
        credit, rest = row[item], score(row, weights, item)
        if credit is not None and rest is not None:
            yield credit, rest


def pairs(matrix: Matrix, one: int, other: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the credits of two questions, of those to whom both were presented."""
    both = [(a, b) for row in matrix if (a := row[one]) is not None and (b := row[other]) is not None]
    return tuple(a for a, _ in both), tuple(b for _, b in both)
