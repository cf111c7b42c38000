"""Numbers: judged against a numeric key, and compared as amounts in short answers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import product

from sco_quiz.core.interaction import NumberEntry
from sco_quiz.core.text import stem
from sco_quiz.core.typed.closeness import DIFFERENT, SAME, Comparison, Key
from sco_quiz.core.typed.differences import describe
from sco_quiz.core.typed.number_words import VALUES, read_scales, scale_of
from sco_quiz.core.typed.quantities import Quantity, plain, read_quantities
from sco_quiz.core.typed.units import Unit, convert, read_units
from sco_quiz.core.verdict import Outcome, Unreadable, Verdict

# cards get the same tables, see sco_quiz/card/number_tables.py
PERCENTS = {
    **dict.fromkeys(("%", "percent", "per cent", "pct", "percentage", "percentage point", "percentage points"), 100),
    **dict.fromkeys(("‰", "per mille", "permille", "per mil"), 1000),
    "ppm": 1_000_000,
}
ERAS = {"BC": -1, "BCE": -1, "AD": 1, "CE": 1}
_COUNTED = """
people persons person men women children staff personnel crew police troops cattle sheep fish deer mice geese teeth oxen
aircraft spacecraft species series folk youth clergy infantry cavalry cast audience
"""
_NO_NOUNS = """
or and to not no but more less fewer over under above below than plus minus times about nearly almost at least most
maximum max minimum min per with without out a an is are was were some ago before after later earlier older younger
squared cubed each point percent bc ad bce ce maybe perhaps probably else half double twice thrice
"""
COUNTED = frozenset(_COUNTED.split())  # what is counted, without an s; any plural counts as well
NO_NOUNS = frozenset(_NO_NOUNS.split())  # never a part of what is counted: they change the number or add another
_SEPARATOR = re.compile("(?<=[0-9])[.,' ](?=[0-9])")
# in short answers: Roman numerals, 007, the 1920s, 6 p.m.
NO_AMOUNT = "[IVXLCDM]+|0[0-9].*|(?:[Tt]he )?[1-9][0-9]{2}0['\u2019]?s|[0-9][0-9:]* ?[AaPp]\\.? ?[Mm]\\.?"
_NO_AMOUNT = re.compile(NO_AMOUNT)
_MOST_WORDS = 5  # "professional antiterrorist personnel of the members"


@dataclass(frozen=True, slots=True)
class Measure:
    """What the unit of a key is: a scale ("million people"), and the first of these that it is, if any."""

    scale: int
    era: int
    percent: int
    units: tuple[Unit, ...]
    words: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Whether it counts things, or nothing was said: then what is typed behind the number may be any noun."""
        return not (self.era or self.percent or self.units)


@lru_cache(maxsize=1024)
def read_measure(text: str) -> Measure:
    """Read the unit of a key or of an answer."""
    text = plain(text)
    words = text.split()
    scale, used = read_scales([word.lower() for word in words])
    text = " ".join(words[used:])
    era, percent = ERAS.get(text.replace(".", "").upper(), 0), PERCENTS.get(text.lower().rstrip("."), 0)
    units = () if era or percent or not text else read_units(text)
    letters = re.sub("[-'’.]", " ", text.lower()).split()
    return Measure(scale, era, percent, units, tuple(letters))


def judge_number(entry: NumberEntry, text: str) -> Verdict | Unreadable:
    """Judge a typed number: by its value in the unit of the key, in any unit and form."""
    found = read_quantities(text)
    if not found:
        return Unreadable(why_unreadable(text))
    measure = read_measure(entry.unit)
    values = [(value, each.number.digits) for each in found for value in values_in(each, measure)]
    outcome = max((judge_value(value, digits, entry) for value, digits in values), key=_RANK.index, default=None)
    match outcome:
        case Outcome.RIGHT:
            return Verdict(Outcome.RIGHT, Fraction(1))
        case Outcome.ALMOST:
            difference = describe("digits", digits=str(entry.digits))
            return Verdict(Outcome.ALMOST, Fraction(1), entry.shown, claimable=True, difference=difference)
        case None if not any(is_known(each, measure) for each in found):
            return Unreadable(_unknown(found[0], text))
        case None:
            difference = describe("unit", right=entry.unit) if entry.unit else ""
            return Verdict(Outcome.WRONG, Fraction(0), claimable=True, difference=difference)
    return Verdict(Outcome.WRONG, Fraction(0))


_RANK = (Outcome.WRONG, Outcome.ALMOST, Outcome.RIGHT)


def judge_value(value: Fraction, digits: int, entry: NumberEntry) -> Outcome:
    """Compare a value in the unit of the key; with fewer significant digits than asked for it is almost right."""
    few = bool(entry.digits) and 0 < digits < entry.digits
    if entry.in_range(value) or any(_is_near(value, key, digits if few else 0, entry) for key in entry.keys):
        return Outcome.ALMOST if few else Outcome.RIGHT
    return Outcome.WRONG


def _is_near(value: Fraction, key: Fraction, digits: int, entry: NumberEntry) -> bool:
    """Whether a value is within the tolerance, or the key rounded to the digits typed or asked for."""
    allowed = entry.allowed
    if (places := digits or entry.digits) and key:
        allowed = max(allowed, Fraction(10) ** (magnitude(key) - places + 1) / 2)
    return abs(value - key) <= allowed


def magnitude(value: Fraction) -> int:
    """Return the power of ten of the first digit: 2 for 100 to 999."""
    numerator, denominator = abs(value.numerator), value.denominator
    power = len(str(numerator)) - len(str(denominator))
    return power if numerator >= denominator * Fraction(10) ** power else power - 1


def values_in(typed: Quantity, wanted: Measure) -> Iterator[Fraction]:
    """Yield each value that a typed amount can have in the unit of the key; none when its unit is another or unknown.

    >>> list(values_in(read_quantities("36 months")[0], read_measure("years")))
    [Fraction(3, 1)]
    """
    value, given = typed.value, read_measure(typed.unit)
    if not typed.unit:
        yield value
        if wanted.scale > 1:
            yield value / wanted.scale
    elif not typed.glued or _may_be_glued(typed, given, wanted):
        yield from (each * given.scale / wanted.scale for each in _converted(value, given, wanted))


def _converted(value: Fraction, given: Measure, wanted: Measure) -> Iterator[Fraction]:
    if given.era and (wanted.era or wanted.words in ((), ("year",), ("years",))):
        yield value * given.era * (wanted.era or 1)
    elif given.percent and (wanted.percent or not wanted.words):
        yield value * (wanted.percent or 1) / given.percent
    elif given.units and wanted.units:
        every = (convert(value, one, other) for one in given.units for other in wanted.units)
        yield from (each for each in every if each is not None)
    elif given.words == wanted.words or (wanted.counts and _counts_the_same(value, given, wanted)):
        yield value


def _counts_the_same(value: Fraction, given: Measure, wanted: Measure) -> bool:
    if given.units or given.percent or given.era:
        return not wanted.words or _share_a_noun(given, wanted)
    return _share_a_noun(given, wanted) or is_noun(given.words, value)


def _share_a_noun(given: Measure, wanted: Measure) -> bool:
    if NO_NOUNS.intersection(given.words):
        return False
    return not {stem(word) for word in given.words}.isdisjoint({stem(w) for w in wanted.words} - {"of", "the", "in"})


def is_noun(words: tuple[str, ...], value: Fraction) -> bool:
    """Whether words name what is counted: a plural, or a singular behind a one.

    >>> is_noun(("members", "of", "staff"), Fraction(30)), is_noun(("or", "so"), Fraction(30))
    (True, False)
    """
    if not 0 < len(words) <= _MOST_WORDS or NO_NOUNS.intersection(words) or not all(map(str.isalpha, words)):
        return False
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    plural = head.endswith("s") and not head.endswith("ss")
    return head in COUNTED or (len(head) > 2 and (plural or abs(value) == 1))


def is_known(typed: Quantity, wanted: Measure) -> bool:
    """Whether a typed unit is known, though it is not the one of the key."""
    given = read_measure(typed.unit)
    if typed.glued and not _may_be_glued(typed, given, wanted):
        return False
    return not given.counts or (NO_NOUNS.isdisjoint(given.words) and not COUNTED.isdisjoint(given.words[-1:]))


def _may_be_glued(typed: Quantity, given: Measure, wanted: Measure) -> bool:
    """Whether letters may touch the digits: known symbols, a single letter only if the key has such a unit."""
    if len(typed.unit) > 1:
        return not given.counts
    return any(convert(Fraction(1), one, other) is not None for one in given.units for other in wanted.units)


def _unknown(typed: Quantity, text: str) -> str:
    if typed.glued:
        return describe("glued", typed=_short(text))
    return describe("unknown", word=_short(typed.unit))


def why_unreadable(text: str) -> str:
    """Say why some text is not one number with a unit."""
    folded = plain(text).lower()
    numbers = re.findall(r"[0-9][0-9.,']*", folded) + [w for w in re.findall("[a-z]+", folded) if _is_number_word(w)]
    if not numbers:
        return describe("number")
    if re.fullmatch(r"[0-9]+(?: [0-9]+)+", folded):
        return describe("apart", typed=_short(text))
    return (
        describe("several")
        if len(numbers) > 1
        else describe("glued" if _is_glued(folded) else "only", typed=_short(text))
    )


def _is_number_word(word: str) -> bool:
    return word in VALUES or bool(scale_of([word]))


def _is_glued(text: str) -> bool:
    return bool(re.search("[a-z][0-9]|[0-9][a-z]", text))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def compare_numbers(typed: str, form: str, key: Key) -> Comparison | None:
    """Compare two amounts by value and unit; None unless both are nothing but amounts."""
    given, meant = read_amount(typed), read_amount(form)
    if not given or not meant:
        return None
    # 1,234 is what it usually is in the key, and in an answer with the same separators
    same = _SEPARATOR.findall(plain(typed)) == _SEPARATOR.findall(plain(form))
    wanted = [(each.value, read_measure(each.unit)) for each in meant if each.number.usual]
    pairs = product((each for each in given if each.number.usual or not same), wanted)
    right = [(each, unit) for each, (value, unit) in pairs if value in tuple(values_in(each, unit))]
    # 44 is AD; any other unit may be said by the question
    return SAME if any(each.unit or unit.era >= 0 for each, unit in right) else DIFFERENT


@lru_cache(maxsize=4096)
def read_amount(text: str) -> tuple[Quantity, ...]:
    """Read a number with a unit of measurement in a short answer.

    Not so Roman numerals, codes such as 007, decades, and times of day.

    >>> read_amount("VII"), read_amount("the 1920s"), [each.unit for each in read_amount("7 s")]
    ((), (), ['s'])
    """
    if _NO_AMOUNT.fullmatch(text.strip()):
        return ()
    found = read_quantities(text)
    return tuple(each for each in found if not each.unit or not read_measure(each.unit).counts)
