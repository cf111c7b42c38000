"""Subscripts and superscripts in Unicode, as far as it has the characters."""

import unicodedata
from collections.abc import Mapping
from functools import cache

# the blocks with characters that Unicode itself calls lowered or raised forms of others
_RANGES = ((0xB2, 0xBA), (0x2B0, 0x2E5), (0x1D2C, 0x1D6B), (0x1D78, 0x1D79), (0x2070, 0x209D), (0x2C7C, 0x2C7E))


def subscript(text: str) -> str:
    """Return text as subscripts; behind `_` where a character has none.

    >>> subscript("2"), subscript("n+1"), subscript("gas")
    ('₂', 'ₙ₊₁', '_gas')
    """
    return _raised(text, "<sub>", "_")


def superscript(text: str) -> str:
    """Return text as superscripts; behind `^` where a character has none.

    >>> superscript("2"), superscript("-9"), superscript("st"), superscript("½")
    ('²', '⁻⁹', 'ˢᵗ', '^½')
    """
    return _raised(text, "<super>", "^")


def _raised(text: str, kind: str, otherwise: str) -> str:
    table = {**_table(kind), "-": _table(kind)["−"]}
    return "".join(table[each] for each in text) if all(map(table.__contains__, text)) else f"{otherwise}{text}"


@cache
def _table(kind: str) -> Mapping[str, str]:
    """Map characters to their lowered or raised forms, by Unicode's own decompositions."""
    table: dict[str, str] = {}
    for first, end in _RANGES:
        for character in map(chr, range(first, end)):
            parts = unicodedata.decomposition(character).split()
            if parts[:1] == [kind] and len(parts) == 2:
                table[chr(int(parts[1], 16))] = character
    return table
