"""Numerals inside a name: Roman, Arabic and spelled-out ones (George III, George 3, George the Third)."""

import re
from functools import lru_cache

# an ordinal is its digits with a point: "3." is third, "3" is three
_NUMERAL = re.compile(r"([0-9]+)\.?")
_ROMAN = re.compile(r"(?=.)(m{0,3})(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@lru_cache(maxsize=4096)
def roman_value(word: str) -> int:
    """Return the value of a folded Roman numeral; 0 for other words, and for letters that rarely are one.

    >>> roman_value("xiv"), roman_value("v"), roman_value("c"), roman_value("did")
    (14, 5, 0, 0)
    """
    if not _ROMAN.fullmatch(word) or word in ("l", "c", "d", "m"):
        return 0
    values = [_ROMAN_DIGITS[letter] for letter in word]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def digits_of(word: str) -> str:
    """Return the digits of an Arabic numeral, such as 3 or 3. (third), without leading zeros; empty for other words.

    Digits, since a typed number may have more of them than Python converts.
    """
    match = _NUMERAL.fullmatch(word)
    return (match[1].lstrip("0") or "0") if match else ""


def same_numeral(left: str, right: str, place: int) -> bool:
    """Whether two different words are the same numeral at an index of a phrase.

    Behind a word, Roman, Arabic and ordinal numerals are the same: in "George the Third", but not in "3 Georges".
    """
    one, other = digits_of(left), digits_of(right)
    if one and other:
        return one == other and place > 0
    word, digits = (right, one) if one else (left, other)
    return digits not in ("", "0") and (place > 0 or len(word) > 1) and str(roman_value(word)) == digits


def is_numeral(word: str) -> bool:
    """Whether a word is a numeral of any kind, which is never a typo of another one."""
    return digits_of(word) != "" or (len(word) > 1 and roman_value(word) > 0)
