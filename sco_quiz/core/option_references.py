"""Options that refer to other options: to all, to none, or to some by their letters."""

import re
from collections.abc import Sequence

_OTHERS = r"(?:(?:the )?above|the others?|these|them|those|(?:the )?(?:answers|options|choices|following))\b"
_TRUE = r"(?:correct|right|true)\b"
# "A", "(a)", "ii" and "3" name options or statements
_LETTER = r"\(?(?:[a-h]|[ivx]+|\d)\)?"
_AND = r"\s*(?:,\s*and\b|,|\band\b|&)\s*"
_JOINING = (",", "and", "&")  # one of these is in every list
_LETTERS = rf"(?:(?:only|options?|answers?|choices?|statements?) )*{_LETTER}(?:{_AND}{_LETTER})+"
_LIST = re.compile(rf"^{_LETTERS}(?: only)?(?: are (?:all |both )?{_TRUE})?\W*$")
_LABEL = re.compile(r"\b(?:[a-h]|[ivx]+|\d)\b")
# "iii)", "(c)" and "IV." at the start of a statement in the prompt
_LABELED = re.compile(r"(?:(?<=\()|(?<!\S))([a-h]|[ivx]+|\d)(?=\)|\.\s)")

_ALL = re.compile(rf"^all(?: of (?:them|these|those))?\W*$|\ball (?:of )?{_OTHERS}|^(?>.*?\ball\b).*\bare {_TRUE}")
_NONE = re.compile(rf"^(?:none|neither)\W*$|\b(?:none|neither) of {_OTHERS}")
_BOTH = re.compile(rf"^both(?: of (?:them|these|those))?\W*$|\bboth (?:of )?{_OTHERS}|^both .+ and |^both {_LETTERS}")
# a list of two letters joins two options
MIN_LETTERS = 3


def refers_to_options(folded: str) -> bool:
    """Return whether a folded option refers to other options instead of making a claim.

    >>> [refers_to_options(text) for text in ("none of the above", "a, b and c are correct", "i and iii", "all day")]
    [True, True, True, False]
    """
    # most options have none of these words: looking for one is cheaper than a search
    return bool(("all" in folded and _ALL.search(folded)) or refers_to_none(folded) or combines_options(folded))


def refers_to_none(folded: str) -> bool:
    """Return whether a folded option says that none of the others is right."""
    return ("none" in folded or "neither" in folded) and bool(_NONE.search(folded))


def refer_to_all(options: Sequence[str], stem: str) -> list[bool]:
    """Return which folded options say that all others are right, in words or as a list of all letters.

    >>> refer_to_all(("i and ii", "i and iii", "i, ii and iii", "none"), "of (i) a, (ii) b, (iii) c")
    [False, False, True, False]
    """
    lists = [_labels(option) for option in options]
    every = frozenset(_LABELED.findall(stem)).union(*lists) if any(lists) else frozenset()
    return [
        bool(_ALL.search(option)) or (len(labels) >= MIN_LETTERS and _names_all(labels, lists, every))
        for option, labels in zip(options, lists, strict=True)
    ]


def combines_options(folded: str) -> bool:
    """Return whether a folded option joins some of the others: "a and c", "both trade and transport"."""
    return bool(("both" in folded and _BOTH.search(folded)) or _lists_labels(folded))


def _labels(folded: str) -> frozenset[str]:
    return frozenset(_LABEL.findall(folded)) if _lists_labels(folded) else frozenset()


def _lists_labels(folded: str) -> bool:
    return any(sign in folded for sign in _JOINING) and bool(_LIST.match(folded))


def _names_all(labels: frozenset[str], lists: Sequence[frozenset[str]], every: frozenset[str]) -> bool:
    # "A, B and C" as the fourth option, or the longest of several lists of the statements in the prompt
    return labels == every and (len(labels) >= len(lists) - 1 or any(labels > other for other in lists if other))
