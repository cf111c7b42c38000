"""Numbers, ranges and dates in options, and their ascending order."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from sco_quiz.core.content import Content
from sco_quiz.core.option_references import refers_to_options
from sco_quiz.core.text import fold, read_date, stem, words

Key = tuple[Fraction | int, ...]

_FRACTION = re.compile(r"\\[dt]?frac\{(\d+)\}\{(\d+)\}")
# folding makes plain digits of both: 9½ is not 91/2, 10⁹ is not 109
_VULGAR = re.compile(r"(?<=\d)(?=[¼-¾⅐-⅞])")
_RAISED = re.compile(r"(?<=\d)(?=[⁻⁰¹²³⁴-⁹])")
_DIGITS = r"(?:\d+(?:[,' ]\d{3}(?!\d))*(?:\.\d+)?|\.\d+)"
_NUMBER = re.compile(
    # a dash after a word or number does not negate, and "H2O" contains no number
    rf"(?<![\w.])((?<![\w)] )-|)\$?({_DIGITS})(?:(?: (\d+))?\s*/\s*({_DIGITS})|:(\d\d)|\^[({{]?(-?\d{{1,4}})[)}}]?)?"
    r"(?: (thousand|million|billion|trillion)\b)?(?:st|nd|rd|th)?(?![.:]?\d|[a-z]+\d)"
)
_RANGE = re.compile(r"\s*(?:-|to)\s*")
_SCALES = {"thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# a greater exponent, or a number with more characters, would take long to compute
_LIMIT = 400
# "there is 1 way" and "there are 2 ways" are one frame
_COPULAS = frozenset({"is", "are", "was", "were"})
# one option in words is passed over when at least this many have a number
_MIN_NUMBERS = 3


class Amount(NamedTuple):
    """A number or range, the words around it in no order, and its string with a gap for it."""

    key: Key
    frame: frozenset[str]
    around: str


def order_keys(options: Iterable[str]) -> list[Key | None] | None:
    """Return what sorts each option, None for "none of these" and the like; None unless they can be sorted.

    Each option is a date, or has exactly one number or range, in the same words as the others; one may have none.
    """
    options = list(options)
    if _mostly_words(options):
        return None
    real = [not refers_to_options(fold(option)) for option in options]
    claims = [option for option, is_real in zip(options, real, strict=True) if is_real]
    keys = _date_keys(claims) or _amount_keys(claims)
    if keys is None:
        return None
    following = iter(keys)
    return [next(following) if is_real else None for is_real in real]


def _mostly_words(options: Iterable[str]) -> bool:
    """Whether two options claim something without a number, as most do: it takes a tenth of the time to see."""
    in_words = (option for option in options if not any(word[0].isdigit() for word in words(option)))
    claims = (option for option in in_words if not refers_to_options(fold(option)))
    return len(list(islice(claims, 2))) > 1


def _date_keys(options: Iterable[str]) -> list[Key | None] | None:
    """Return the dates of options; None at the first one without a date."""
    keys: list[Key | None] = []
    for option in options:
        if (key := _date_key(option)) is None:
            return None
        keys.append(key)
    return keys


def _amount_keys(options: Iterable[str]) -> list[Key | None] | None:
    """Return the numbers of options; None unless each has one, in the same words, but for one option in words."""
    amounts: list[Amount | None] = []
    for option in options:
        found = _amounts(option)
        if len(found) > 1 or (not found and None in amounts):
            return None
        amounts.append(found[0] if found else None)
    numbered = [amount for amount in amounts if amount]
    if len(numbered) < len(amounts) and len(numbered) < _MIN_NUMBERS:
        return None
    return [amount and amount.key for amount in amounts] if _alike(numbered) else None


def in_ascending_order(options: Iterable[Content]) -> list[Content] | None:
    """Sort numbers, ranges or dates by their plain form, options without one last; None unless they can be sorted.

    >>> from sco_quiz.core.content import literal
    >>> ordered = in_ascending_order(map(literal, ("20 km", "3.5 km", "none of these", "12 km")))
    >>> [option.plain for option in ordered]
    ['3.5 km', '12 km', '20 km', 'none of these']
    """
    options = list(options)
    keys = order_keys(option.plain for option in options)
    if keys is None:
        return None
    pairs = sorted(zip(keys, options, strict=True), key=lambda pair: (pair[0] is None, pair[0] or ()))
    return [option for _, option in pairs]


def read_amount(text: str) -> Amount | None:
    """Return the one number or range of a string; None when it has none, or several."""
    found = _amounts(text)
    return found[0] if len(found) == 1 else None


def _alike(amounts: Sequence[Amount]) -> bool:
    """Whether the words around the numbers are the same; another word in some, such as "exactly", does no harm."""
    frames = {amount.frame for amount in amounts}
    filled = [frame for frame in frames if frame]
    return bool(frames) and len(frames) <= 2 and (len(filled) <= 1 or bool(filled[0] & filled[1]))


def _date_key(text: str) -> Key | None:
    found = read_date(text)
    return None if found is None else (found[0] or 0, found[1], found[2] or 0)


@lru_cache(maxsize=4096)
def _amounts(text: str) -> tuple[Amount, ...]:
    """Return the numbers of an option, a range as one, each with the words around all of them."""
    plain = fold(_RAISED.sub("^", _VULGAR.sub(" ", _FRACTION.sub(r"\1/\2", text)))).replace("⁄", "/")
    found = list(_NUMBER.finditer(plain))
    if not found and not re.search(r"\d", plain):
        return _amounts_in_words(plain)
    rest = _NUMBER.sub(lambda match: "$#" if "$" in match[0] else "#", plain)
    values = [value for match in found if (value := _value(match)) is not None]
    if re.search(r"(?<![a-z])\d", rest):  # "1.10.2"
        return ()
    if len(values) == 2 and values[0] < values[1]:
        before, between = plain[: found[0].start()], plain[found[0].end() : found[1].start()]
        if _RANGE.fullmatch(between) or (before.endswith("between ") and between == " and "):
            return (_amount(words(rest), rest)._replace(key=tuple(values)),)
    return _each(values, _amount(words(rest), rest))


def _amounts_in_words(plain: str) -> tuple[Amount, ...]:
    tokens = words(plain)
    if re.search(r"[^\w\s.,'-]", plain):  # code
        return ()
    around = " ".join("#" if token[0].isdigit() else token for token in tokens)
    values = [Fraction(token) for token in tokens if token[0].isdigit()]
    return _each(values, _amount(tokens, around))


def _each(values: Iterable[Fraction], amount: Amount) -> tuple[Amount, ...]:
    return tuple(amount._replace(key=(value, value)) for value in values)


def _amount(tokens: Iterable[str], around: str) -> Amount:
    """Return an amount without its value."""
    frame = frozenset(stem(token) for token in tokens if not token[0].isdigit()) - _COPULAS
    return Amount((), frame, " ".join(stem(word) for word in around.rstrip(".").split()))


def _value(found: re.Match[str]) -> Fraction | None:
    if len(found[0]) > _LIMIT:
        return None
    sign, digits, numerator, denominator, minutes, exponent, scale = found.groups()
    value = _plain(digits)
    if denominator:
        part = Fraction(int(numerator)) if numerator else value
        if not (divisor := _plain(denominator)):
            return None
        value = part / divisor + (value if numerator else 0)
    elif minutes:
        value += Fraction(int(minutes), 60)
    elif exponent:
        if not value or abs(int(exponent)) > _LIMIT:
            return None
        value = Fraction(value ** int(exponent))
    return (-1 if sign else 1) * value * _SCALES.get(scale, 1)


def _plain(digits: str) -> Fraction:
    return Fraction(re.sub("[,' ]", "", digits))
