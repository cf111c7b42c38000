"""Numbers of points as they are printed."""

from fractions import Fraction

from sco_quiz.core.words.language import Language

_DECIMAL = {"de", "fr", "es", "ru"}
"""Languages with a decimal comma."""


def shown_points(points: Fraction, words: Language) -> str:
    """Return points as a number: with at most two decimals, else as a fraction.

    >>> from sco_quiz.formats.paper.words import paper_words
    >>> [shown_points(Fraction(each), paper_words("en")) for each in ("2", "0.5", "1/3", "7/3")]
    ['2', '0.5', '1/3', '2 1/3']
    """
    whole, rest = divmod(points, 1)
    if (points * 100).denominator != 1:
        return f"{whole} {rest}" if whole else str(rest)
    decimal = f"{float(points):g}"
    return decimal.replace(".", ",") if words.code in _DECIMAL else decimal


def counted(points: Fraction, words: Language) -> str:
    """Return points with their word; what is not whole takes a plural, in Russian that of a half."""
    plural = 2 if points.denominator != 1 or points < 0 else points.numerator
    if words.code == "fr" and points < 2:
        plural = 1
    return words.word("n_points", n=plural, shown=shown_points(points, words))
