"""The direction of text, as browsers find it for dir="auto"."""

import unicodedata
from typing import Literal

_STRONG = ("L", "R", "AL")


def direction_of(text: str) -> Literal["ltr", "rtl"]:
    """Return the direction of the first strong character; left to right without any.

    >>> direction_of("2010: שלום"), direction_of("Beijing (بكين)")
    ('rtl', 'ltr')
    """
    strong = (kind for kind in map(unicodedata.bidirectional, text) if kind in _STRONG)
    return "ltr" if next(strong, "L") == "L" else "rtl"
