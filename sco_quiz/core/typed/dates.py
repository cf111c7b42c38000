"""Dates in words and digits."""

from sco_quiz.core.text import read_date
from sco_quiz.core.typed.closeness import SAME, Comparison, Key


def compare_dates(typed: str, form: str, key: Key) -> Comparison | None:
    """Compare two dates; None unless both strings are nothing but dates."""
    date = read_date(typed)
    return SAME if date is not None and date == read_date(form) else None
