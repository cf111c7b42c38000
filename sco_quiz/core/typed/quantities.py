"""One number with an optional unit, read from all of a string: "-2 1/2 km", "9.46 × 10^12", "MMI", "a dozen"."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from sco_quiz.core.typed.digits import LIMIT, Number, power, read_digits
from sco_quiz.core.typed.number_words import VALUES, read_and_part, read_scales, read_words, scale_of

# cards get the same tables, see sco_quiz/anki/card_tables.py
ZEROS = "٠۰०০੦૦୦௦౦೦൦๐໐༠၀០᠐"  # of the scripts whose digits learners type
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-", strict=True))
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
ABBREVIATIONS = {"mn": 6, "mln": 6, "bn": 9, "tn": 12, "trn": 12}
AFTER_CURRENCY = ABBREVIATIONS | {"k": 3, "m": 6, "b": 9, "t": 12}

_MARKS = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("‘’‚‛ʼ`´′", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | {"٫": ".", "º": "°", "˚": "°"}
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff]")
_VULGAR = re.compile("[¼-¾⅐-⅞↉]")
_NUMERATOR = re.compile("([⁰¹²³⁴-⁹]+)⁄")
_RAISED = re.compile("([0-9A-Za-zµμΩΩ°)]?)([⁺⁻]?[⁰¹²³⁴-⁹]+)")
_DIGITS = re.compile(f"[{''.join(f'{zero}-{chr(ord(zero) + 9)}' for zero in ZEROS)}]")

_LEAD = re.compile(r"(?:(?:about|approximately|approx\.?|around|roughly|circa|ca\.?|the answer is|the) |[~≈] ?)+", re.I)
_SIGN = r"[-+] ?|(?:minus|negative|plus)[ -]"
_CURRENCY = r"[A-Z]{0,3}[$€£¥₹₽₩₸₴₺₫₪₦฿]|[A-Z]{3}(?= ?[0-9.,+-])"
_ERA = r"(?:AD|A\.D\.|CE)(?= [0-9])"
_BEFORE = re.compile(rf"(?:({_ERA}) )?({_SIGN})?({_CURRENCY})? ?({_SIGN})?", re.I)
_BELOW = re.compile(r"(.*[^ ]) below (?:zero|freezing)", re.I)
_RUN = re.compile(r"(?:[0-9]|[.,' ](?=[0-9]))+")
_FRACTION = re.compile(r"(?:([0-9]+) )?([0-9]+) ?/ ?([1-9][0-9]*)(?![0-9.,/'^])")
_EXPONENT = re.compile(r" ?e([+-]?[0-9]+)(?![0-9a-z.,^])", re.I)
_TIMES = re.compile(r" ?(?:[x×*·⋅∙✕✖]|times) ?([0-9]+(?:[.,][0-9]+)?)(?= ?(?:\^|\*\*))", re.I)
_POWER = re.compile(r" ?(?:\^|\*\*) ?[({]?([+-]?[0-9]+)[)}]?(?![0-9.,^*])")
_NTH = re.compile(r"(?:st|nd|rd|th)(?![a-z])", re.I)
_ROMAN = re.compile(r"(?=[IVXLCDM])M{0,4}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})(?![^ ])")
_WORDS = re.compile(r"[ -]?[a-z]+(?:[ -][a-z]+)*", re.I)
_RAISED_IN_UNIT = re.compile(r"([A-Za-zµμΩ°)])\^?-?[0-9]{1,2}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the unit that was typed; `glued` when letters follow the digits without a space."""

    number: Number
    unit: str = ""
    glued: bool = False

    @property
    def value(self) -> Fraction:
        return self.number.value


def plain(text: str) -> str:
    """Return text with one sort of dash, space, quote and digit; raised digits become powers.

    >>> plain("−2½ × 10²³ m² "), plain("⁵⁄₈")
    ('-2 1/2 × 10^23 m^2', '5/8')
    """
    text = _INVISIBLE.sub("", text.translate(_MARKS))
    text = _VULGAR.sub(lambda found: f" {unicodedata.normalize('NFKC', found[0])} ", text)
    text = _NUMERATOR.sub(lambda found: f" {_lowered(found[1])}/", text)
    text = _RAISED.sub(lambda found: f"{found[1]}{'^' if found[1] else ''}{_lowered(found[2])}", text)
    text = unicodedata.normalize("NFKC", text).translate(_MARKS).replace("⁄", "/")
    text = _DIGITS.sub(lambda found: str(unicodedata.decimal(found[0])), text)
    text = re.sub(r"\s+", " ", text).strip(" ")
    return re.sub(r" ?[.!?。]+$", "", text)


def _lowered(text: str) -> str:
    return "".join(SUPERSCRIPTS[character] for character in text)


@lru_cache(maxsize=1024)  # an answer is read once to accept it and once to judge it
def read_quantities(text: str) -> tuple[Quantity, ...]:
    """Return everything that all of a string can mean as one number with an optional unit.

    >>> [(str(found.value), found.unit) for found in read_quantities("3.264 km")]
    [('3264', 'km'), ('408/125', 'km')]
    >>> read_quantities("2001 or 2002"), read_quantities("four")[0].value
    ((), Fraction(4, 1))
    """
    rest = plain(text)
    if below := _BELOW.match(rest):
        rest = f"-{below[1]}"
    rest = rest[_end(_LEAD, rest) :]
    return tuple(found for found in _signed(rest) if not _has_number(found.unit))


def _end(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0


def _signed(text: str) -> Iterator[Quantity]:
    """Read plus or minus and currency, in either order, then the number and its unit."""
    found = _BEFORE.match(text)
    if not found or (found[2] and found[4]):
        return
    era, outer, currency, inner = (group or "" for group in found.groups())
    negative = (outer + inner)[:1] in tuple("-mMnN")
    for number, rest in _magnitudes(text[found.end() :], bool(currency)):
        signed = Number(-number.value, number.digits) if negative else number
        unit, before = rest.strip(" "), era + currency
        if not (unit and before) and not unit.startswith("-"):
            yield Quantity(signed, unit or before, rest[:1].isascii() and rest[:1].isalpha())


def _has_number(unit: str) -> bool:
    """Whether a unit contains another number: m^2 and s-1 do not."""
    words = re.findall("[a-z]+", unit.lower())
    return bool(re.search("[0-9]", _RAISED_IN_UNIT.sub(r"\1", unit))) or any(
        (word in VALUES and word != "second") or scale_of([word]) for word in words
    )


def _magnitudes(text: str, after_currency: bool = False) -> Iterator[tuple[Number, str]]:
    """Yield each number that a string can start with, and the rest."""
    if found := _FRACTION.match(text):
        whole, part = int(found[1] or 0), Fraction(int(found[2][:LIMIT]), int(found[3][:LIMIT]))
        if not found[1] or part < 1:
            yield from _scaled(Number(whole + part), text[found.end() :], after_currency)
    elif end := _end(_RUN, text):
        for number in read_digits(text[:end]):
            yield from _with_power(number, text[end:], after_currency)
    elif (found := _ROMAN.match(text)) and found[0]:
        yield Number(Fraction(_roman(found[0]))), text[found.end() :]
    else:
        words, ends = _words(text)
        for value, count in read_words(words):
            yield Number(value), text[ends[count - 1] :]


def _roman(text: str) -> int:
    values = [ROMAN[letter] for letter in text]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


def _words(text: str) -> tuple[list[str], list[int]]:
    """Return the lower-case words that a string starts with, and where each ends."""
    found = list(re.finditer("[A-Za-z]+", text[: _end(_WORDS, text)]))
    return [word[0].lower() for word in found], [word.end() for word in found]


def _with_power(number: Number, text: str, after_currency: bool) -> Iterator[tuple[Number, str]]:
    """Read what makes digits larger or smaller: e12, × 10^12, ^2; then an ordinal ending or a scale in words."""
    value: Fraction | None = number.value
    if found := _EXPONENT.match(text):
        value, text = _times(number.value, power(Fraction(10), found[1])), text[found.end() :]
    elif found := _TIMES.match(text):
        raised = _POWER.match(text, found.end())
        base = read_digits(found[1])[-1].value
        value = _times(number.value, power(base, raised[1]) if raised else None)
        text = text[raised.end() if raised else 0 :]
    elif found := _POWER.match(text):
        value, text = power(number.value, found[1]), text[found.end() :]
        number = Number(Fraction(0))
    if value is not None:
        yield from _scaled(Number(value, number.digits), text[_end(_NTH, text) :], after_currency)


def _times(value: Fraction, factor: Fraction | None) -> Fraction | None:
    return None if factor is None else value * factor


def _scaled(number: Number, text: str, after_currency: bool) -> Iterator[tuple[Number, str]]:
    """Read scales, "million" or "bn", and a fraction, "and a half"."""
    words, ends = _words(text)
    value, start = number.value, 0
    if part := read_and_part(words):
        value, start = value + part[0], part[1]
    scale, used = read_scales(words[start:])
    if not used and words[start : start + 1]:
        power_of_ten = (AFTER_CURRENCY if after_currency else ABBREVIATIONS).get(words[start])
        scale, used = (10**power_of_ten, 1) if power_of_ten else (1, 0)
    count = start + used
    digits = 0 if start else number.digits
    yield Number(value * scale, digits), text[ends[count - 1] :] if count else text
