"""Moodle's list of grades: the shares of the points that an answer can give."""

from fractions import Fraction
from functools import lru_cache

_DIVISORS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20)
_MANY = ((9, 10), (5, 6), (4, 5), (3, 4), (7, 10), (2, 3), (3, 5), (2, 5), (3, 10))
GRADES = tuple(sorted({Fraction(0), *(Fraction(1, n) for n in _DIVISORS), *(Fraction(*pair) for pair in _MANY)}))
_SLACK = Fraction(1, 100_000)
# 33, 67 and 14 % are meant as a third, two thirds and a seventh
_ROUNDED = tuple(grade for grade in GRADES if grade.denominator in (3, 6, 7, 9))
_ROUGH = Fraction(7, 1000)


@lru_cache(maxsize=1024)  # thousands of answers have the same few shares
def nearest_grade(share: Fraction) -> Fraction | None:
    """Return the grade of Moodle's list that a share stands for, exactly; None for a share that Moodle refuses."""
    size = abs(share)
    grade = next((grade for grade in GRADES if abs(grade - size) < _SLACK), None)
    return None if grade is None else grade if share >= 0 else -grade


def meant_grade(share: Fraction) -> Fraction:
    """Return the fraction that a rounded share stands for, or the share itself."""
    size = abs(share)
    grade = next((grade for grade in _ROUNDED if abs(grade - size) < _ROUGH), size)
    return grade if share >= 0 else -grade


def in_percent(grade: Fraction) -> str:
    """Write a grade as Moodle does: `33.33333`.

    >>> in_percent(Fraction(1, 3)), in_percent(Fraction(-1, 2)), in_percent(Fraction(1))
    ('33.33333', '-50', '100')
    """
    return f"{float(grade * 100):.5f}".rstrip("0").rstrip(".")
