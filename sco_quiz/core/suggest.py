"""Suggest the known word that a misspelled one was meant to be."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word whose spelling is nearest, ignoring case; empty when none is near.

    >>> nearest("Secuirty", ["economy", "security"])
    'security'
    """
    from difflib import get_close_matches  # only a misspelled word needs it

    by_folded = {name.casefold(): name for name in known}
    return next((by_folded[name] for name in get_close_matches(word.casefold(), by_folded, 1)), "")


def did_you_mean(meant: str, otherwise: str = "") -> str:
    """Return the question that suggests a word; `otherwise` when there is no word to suggest."""
    return f"did you mean `{meant}`?" if meant else otherwise


def suggest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return "did you mean …?" with the nearest known word; `otherwise` when none is near.

    >>> suggest("Secuirty", ["economy", "security"])
    'did you mean `security`?'
    >>> suggest("x", ["economy", "security"], otherwise="see `sco-quiz list`")
    'see `sco-quiz list`'
    """
    return did_you_mean(nearest(word, known), otherwise)
