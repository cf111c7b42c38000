"""Options that speak of other options: all of them, none of them, some of them by their letters."""

import re

_OTHERS = r"(?:(?:the )?above|the others?|these|them|those|(?:the )?(?:answers|options|choices|following))\b"
_LETTER = r"\(?(?:[a-h]|[ivx]+|\d)\)?"
_LETTERS = rf"(?:(?:only|options?|answers?|choices?) )*{_LETTER}(?:\s*(?:,\s*and|,|and|&)\s*{_LETTER})+"

ALL = re.compile(
    rf"^(?:all|both)(?: of (?:them|these|those))?\W*$|\b(?:all|both) (?:of )?{_OTHERS}"
    r"|\ball\b.*\bare (?:correct|right|true)\b"
    rf"|^(?:both )?{_LETTERS} are (?:all |both )?(?:correct|right|true)\b"
)
NONE = re.compile(rf"^(?:none|neither)\W*$|\b(?:none|neither) of {_OTHERS}")
JOINED = re.compile(rf"^{_LETTERS}(?: only)?\W*$|^both .+ and ")


def is_meta(folded: str) -> bool:
    """Whether an option, folded, refers to others instead of saying something itself.

    >>> is_meta("none of the above"), is_meta("a, b and c are correct"), is_meta("i and iii only"), is_meta("all day")
    (True, True, True, False)
    """
    return any(pattern.search(folded) for pattern in (ALL, NONE, JOINED))
