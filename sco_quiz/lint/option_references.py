"""Options that refer to other options: to all, to none, or to some by their letters."""

import re

_OTHERS = r"(?:(?:the )?above|the others?|these|them|those|(?:the )?(?:answers|options|choices|following))\b"
# "A", "(a)", "ii" and "3" name options
_LETTER = r"\(?(?:[a-h]|[ivx]+|\d)\)?"
_LETTERS = rf"(?:(?:only|options?|answers?|choices?) )*{_LETTER}(?:\s*(?:,\s*and|,|and|&)\s*{_LETTER})+"

ALL = re.compile(
    rf"^(?:all|both)(?: of (?:them|these|those))?\W*$|\b(?:all|both) (?:of )?{_OTHERS}"
    r"|\ball\b.*\bare (?:correct|right|true)\b"
    rf"|^(?:both )?{_LETTERS} are (?:all |both )?(?:correct|right|true)\b"
)
NONE = re.compile(rf"^(?:none|neither)\W*$|\b(?:none|neither) of {_OTHERS}")
JOINED = re.compile(rf"^{_LETTERS}(?: only)?\W*$|^both .+ and ")


def refers_to_options(folded: str) -> bool:
    """Return whether a folded option refers to other options instead of making a claim.

    >>> [refers_to_options(text) for text in ("none of the above", "a, b and c are correct", "i and iii", "all day")]
    [True, True, True, False]
    """
    return any(pattern.search(folded) for pattern in (ALL, NONE, JOINED))
