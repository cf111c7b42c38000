"""Suggest the known word that a misspelled one was meant to be."""

from collections.abc import Iterable

_MOST_COMPARED = 500_000  # about a second


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


class Names:
    """Known words, perhaps many, and as many that are misspelled: only the first of these are explained."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)
        self._left = _MOST_COMPARED

    def suggest(self, word: str, otherwise: str = "", but: str = "") -> str:
        """Return what `suggest` does, without one word; `otherwise` once comparing took too long."""
        self._left -= len(self._known)
        return suggest(word, (name for name in self._known if name != but), otherwise) if self._left >= 0 else otherwise
