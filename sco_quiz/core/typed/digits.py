"""Numbers in digits: separators and groups, decimal places, powers; exact, however large or small."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

# a number beyond 10 to the power of this, or nearer to zero, is read as that power: no key comes near it
LIMIT = 1000
HUGE = Fraction(10**LIMIT)


@dataclass(frozen=True, slots=True)
class Number:
    """A value, and with how many significant digits it was typed; 0 for exact ones, such as words and fractions.

    It is not `usual` when another reading of the digits is the one that is common in English: 1.234 as a thousand.
    """

    value: Fraction
    digits: int = 0
    usual: bool = True


def read_digits(text: str) -> list[Number]:
    """Return what digits with separators can mean: one separator before three digits is a group's or a decimal one.

    >>> [number.value for number in read_digits("1,234")], [number.value for number in read_digits("0,625")]
    ([Fraction(1234, 1), Fraction(617, 500)], [Fraction(5, 8)])
    >>> read_digits("4 4"), read_digits("1.2.3")
    ([], [])
    """
    found = re.fullmatch(r"([0-9.,' ]*?)(?:([.,])([0-9]*))?", text)
    if found is None:
        return []
    whole, mark, decimals = found[1], found[2], found[3] or ""
    numbers = []
    if _is_whole(text):
        numbers.append(_number(re.sub("[.,' ]", "", text), ""))
    if mark and (not whole or _is_whole(whole, mark)) and whole + decimals:
        numbers.append(_number(re.sub("[.,' ]", "", whole), decimals))
    if len(numbers) > 1:
        unusual = 0 if mark == "." else 1
        numbers[unusual] = replace(numbers[unusual], usual=False)
    return numbers


def _is_whole(text: str, decimal_mark: str = "") -> bool:
    """Whether a string is digits without separators, or in groups of three; none begins with 0, except for 0 itself."""
    if text.isdigit():
        return True
    grouped = re.fullmatch(r"[1-9][0-9]{0,2}(?:([.,' ])[0-9]{3})(?:\1[0-9]{3})*", text)
    return grouped is not None and grouped[1] != decimal_mark


def _number(whole: str, decimals: str) -> Number:
    whole = whole.lstrip("0")
    significant = len((whole + decimals).lstrip("0")) or 1
    if len(whole) > LIMIT:
        return Number(HUGE, significant)
    decimals = decimals[: 2 * LIMIT]
    return Number(Fraction(int(whole + decimals or "0"), 10 ** len(decimals)), significant)


def power(base: Fraction, exponent: str) -> Fraction | None:
    """Return a power with a whole exponent, given in digits; None for 0 to a negative power."""
    negative, size = exponent.startswith("-"), exponent.lstrip("+-0") or "0"
    times = int(size[:7])
    if base == 0:
        return None if negative else Fraction(times == 0)
    if abs(base) == 1:
        return base if int(size[-1]) % 2 else Fraction(1)
    length = max(len(str(abs(base.numerator))), len(str(base.denominator)))
    if length * times <= 2 * LIMIT:
        return base ** (-times if negative else times)
    limit = HUGE if (abs(base) > 1) != negative else 1 / HUGE
    return -limit if base < 0 and int(size[-1]) % 2 else limit
