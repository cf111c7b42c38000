"""One number with an optional unit, read from all of a string: "-2 1/2 km", "9.46 × 10^12", "MMI", "a dozen"."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from sco_quiz.core.typed.digits import LIMIT, Number, power, read_digits
from sco_quiz.core.typed.number_words import VALUES, read_and_part, read_scales, read_words, scale_of

# cards get the same tables, see sco_quiz/card/number_tables.py
ZEROS = "٠۰०০੦૦୦௦౦೦൦๐໐༠၀០᠐"  # of the scripts whose digits learners type
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-", strict=True))
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
ABBREVIATIONS = {"mn": 6, "mln": 6, "mio": 6, "bn": 9, "mrd": 9, "tn": 12, "trn": 12}
AFTER_CURRENCY = ABBREVIATIONS | {"k": 3, "m": 6, "b": 9, "t": 12}

MARKS = (
    dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("‘’‚‛ʼ`´′", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | {"٫": ".", "º": "°", "˚": "°"}
)
_MARKS = str.maketrans(MARKS)
# in the notation that Python and JavaScript share; cards get them, too
PATTERNS = {
    "invisible": r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff]",
    "space": r"[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+",
    "vulgar": "[¼-¾⅐-⅞↉]",
    "numerator": "([⁰¹²³⁴-⁹]+)⁄",
    "raised": "([0-9A-Za-zµμΩΩ°)]?)([⁺⁻]?[⁰¹²³⁴-⁹]+)",
    "digit": f"[{''.join(f'{zero}-{chr(ord(zero) + 9)}' for zero in ZEROS)}]",
    "end": " ?[.!?。]+$",
    "lead": r"(?:(?:about|approximately|approx\.?|around|roughly|circa|ca\.?|the answer is|the) |[~≈] ?)+",
    "before": (
        r"(?:(AD|A\.D\.|CE) (?=[0-9]))?"
        r"([-+] ?|(?:minus|negative|plus)[ -])?"
        r"([A-Z]{0,3}[$€£¥₹₽₩₸₴₺₫₪₦฿]|[A-Z]{3}(?= ?[+-]? ?[0-9.,]))? ?"
        r"([-+] ?|(?:minus|negative|plus)[ -])?"
    ),
    "below": "(.*[^ ]) below (?:zero|freezing)$",
    "run": r"(?:[0-9]|[.,' ](?=[0-9]))+",
    "fraction": r"(?:([0-9]+) )?([0-9]+) ?/ ?([1-9][0-9]*)(?![0-9.,/'^])",
    "exponent": r" ?e([+-]?[0-9]+)(?![0-9a-z.,^])",
    "times": r" ?(?:[x×*·⋅∙✕✖]|times) ?([0-9]+(?:[.,][0-9]+)?)(?= ?(?:\^|\*\*))",
    "power": r" ?(?:\^|\*\*) ?[({]?([+-]?[0-9]+)[)}]?(?![0-9.,^*])",
    "nth": "(?:st|nd|rd|th)(?![a-z])",
    "words": "[ -]?[a-z]+(?:[ -][a-z]+)*",
    "raised_in_unit": r"([A-Za-zµμΩ°)])\^?-?[0-9]{1,2}(?![0-9])",
}
# unlike the others, in capitals only
ROMAN_NUMERAL = r"(?=[IVXLCDM])M{0,4}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})(?![^ ])"
_FLAGS = re.IGNORECASE | re.ASCII
_COMPILED = {name: re.compile(pattern, _FLAGS) for name, pattern in PATTERNS.items()}
_ROMAN = re.compile(ROMAN_NUMERAL)
_TWICE = re.compile(r"([^()]+)\(([^()]+)\)([^()]*)")


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
    text = _COMPILED["invisible"].sub("", text.translate(_MARKS))
    text = _COMPILED["vulgar"].sub(lambda found: f" {unicodedata.normalize('NFKC', found[0])} ", text)
    text = _COMPILED["numerator"].sub(lambda found: f" {_lowered(found[1])}/", text)
    text = _COMPILED["raised"].sub(lambda found: f"{found[1]}{'^' if found[1] else ''}{_lowered(found[2])}", text)
    text = unicodedata.normalize("NFKC", text).translate(_MARKS).replace("⁄", "/")
    text = _COMPILED["digit"].sub(lambda found: str(unicodedata.decimal(found[0])), text)
    text = _COMPILED["space"].sub(" ", text).strip(" ")
    return _COMPILED["end"].sub("", text)


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
    return _read_twice(text) or _read_once(text)


def _read_twice(text: str) -> tuple[Quantity, ...]:
    """Read an amount with its number in brackets behind it: "seven (7) days"; nothing unless both are the same."""
    found = _TWICE.fullmatch(text.strip())
    if not found:
        return ()
    again = {each.value for each in _read_once(found[2]) if not each.unit}
    return tuple(each for each in _read_once(f"{found[1]} {found[3]}") if each.value in again)


def _read_once(text: str) -> tuple[Quantity, ...]:
    rest = plain(text)
    if below := _COMPILED["below"].match(rest):
        rest = f"-{below[1]}"
    rest = rest[_end("lead", rest) :]
    return tuple(found for found in _signed(rest) if not _has_number(found.unit))


def _end(name: str, text: str) -> int:
    found = _COMPILED[name].match(text)
    return found.end() if found else 0


def _signed(text: str) -> Iterator[Quantity]:
    """Read plus or minus and currency, in either order, then the number and its unit."""
    found = _COMPILED["before"].match(text)
    era, outer, currency, inner = (group or "" for group in found.groups()) if found else ("", "", "", "")
    if not found or (outer and inner) or currency != currency.upper():
        return
    negative = (outer + inner)[:1] in tuple("-mMnN")
    for number, rest in _magnitudes(text[found.end() :], bool(currency)):
        signed = replace(number, value=-number.value) if negative else number
        unit, before = rest.strip(" "), era + currency
        if not (unit and before) and not unit.startswith("-"):
            yield Quantity(signed, unit or before, rest[:1].isascii() and rest[:1].isalpha())


def _has_number(unit: str) -> bool:
    """Whether a unit contains another number: m^2 and s-1 do not."""
    words = re.findall("[a-z]+", unit.lower())
    return bool(re.search("[0-9]", _COMPILED["raised_in_unit"].sub(r"\1", unit))) or any(
        (word in VALUES and word != "second") or scale_of([word]) for word in words
    )


def _magnitudes(text: str, after_currency: bool = False) -> Iterator[tuple[Number, str]]:
    """Yield each number that a string can start with, and the rest."""
    if found := _COMPILED["fraction"].match(text):
        whole, part = int((found[1] or "0")[:LIMIT]), Fraction(int(found[2][:LIMIT]), int(found[3][:LIMIT]))
        if not found[1] or part < 1:
            yield from _scaled(Number(whole + part), text[found.end() :], after_currency)
    elif end := _end("run", text):
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
    found = list(re.finditer("[A-Za-z]+", text[: _end("words", text)]))
    return [word[0].lower() for word in found], [word.end() for word in found]


def _with_power(number: Number, text: str, after_currency: bool) -> Iterator[tuple[Number, str]]:
    """Read what makes digits larger or smaller: e12, × 10^12, ^2; then an ordinal ending or a scale in words."""
    value: Fraction | None = number.value
    if found := _COMPILED["exponent"].match(text):
        value, text = _times(number.value, power(Fraction(10), found[1])), text[found.end() :]
    elif found := _COMPILED["times"].match(text):
        raised = _COMPILED["power"].match(text, found.end())
        base = read_digits(found[1])[-1].value
        value = _times(number.value, power(base, raised[1]) if raised else None)
        text = text[raised.end() if raised else 0 :]
    elif found := _COMPILED["power"].match(text):
        value, text = power(number.value, found[1]), text[found.end() :]
        number = Number(Fraction(0))
    if value is not None:
        yield from _scaled(replace(number, value=value), text[_end("nth", text) :], after_currency)


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
    yield Number(value * scale, digits, number.usual), text[ends[count - 1] :] if count else text
