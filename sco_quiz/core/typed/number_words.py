"""Number words: "twenty-one", "nine point four six trillion", "two and a half", "nineteen eighty-four"."""

from collections.abc import Sequence
from fractions import Fraction

_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_SMALL_ORDINALS = """
zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TEN_ORDINALS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
CARDINALS = _SMALL.split()
ORDINALS = _SMALL_ORDINALS.split()
POWERS = {
    "hundred": 2,
    "thousand": 3,
    "lakh": 5,
    "million": 6,
    "crore": 7,
    "billion": 9,
    "trillion": 12,
    "quadrillion": 15,
    "quintillion": 18,
    "sextillion": 21,
    "septillion": 24,
    "octillion": 27,
    "nonillion": 30,
    "decillion": 33,
}

# cards get these tables, see sco_quiz/card/number_tables.py
VALUES = {word: value for words in (CARDINALS, ORDINALS) for value, word in enumerate(words)}
VALUES |= {word: 20 + 10 * index for words in (_TENS, _TEN_ORDINALS) for index, word in enumerate(words.split())}
VALUES |= {"nil": 0}
SCALES: dict[str, int] = {"dozen": 12} | {word: 10**power for word, power in POWERS.items()}
# "third" is one of three parts; a second is not one of two
PARTS = {"half": 2, "quarter": 4} | {word: value for value, word in enumerate(ORDINALS) if value > 2}
PARTS |= {f"{word}th": 10**power for word, power in POWERS.items()}

Found = tuple[Fraction, int]
"""A value, and how many words it takes."""


def read_words(words: Sequence[str]) -> list[Found]:
    """Return each number that lower-case words can start with.

    >>> read_words("two and a half million people".split())
    [(Fraction(2500000, 1), 5)]
    >>> read_words(["twenty", "second"]), read_words(["people"])
    ([(Fraction(22, 1), 2), (Fraction(20, 1), 1)], [])
    """
    found = _amount(words)
    # a second is an ordinal and a unit of time
    end = found[1] - 1 if found else 0
    both = [found, _amount(words[:end]) if words[end : end + 1] == ["second"] else None]
    return [each for each in both if each]


def _amount(words: Sequence[str]) -> Found | None:
    """Read a number with all that belongs to it: decimals, "and a half", scales."""
    found = read_part(words) or _year(words) or _decimal(words) or _cardinal(words)
    if found is None:
        return None
    value, end = found
    if value.denominator == 1 and (part := read_and_part(words[end:])):
        value, end = value + part[0], end + part[1]
    tail = words[end:]
    if value.denominator > 1:
        lead = _lead_of_scale(tail)
    elif scale_of(words[end - 1 : end]) or tail[:1] == ["dozen"]:
        lead = 0
    else:  # "two thousand three thousand" is two numbers
        return value, end
    scale, used = read_scales(tail[lead:])
    return (value * scale, end + lead + used) if used else (value, end)


def read_part(words: Sequence[str]) -> Found | None:
    """Read "half", "a third", "three quarters"."""
    if not words:
        return None
    if words[0] in ("half", "quarter"):
        return Fraction(1, PARTS[words[0]]), 1
    count = Fraction(1), 1
    if words[0] not in ("a", "an"):
        count = _cardinal(words, ordinals=False) or count
    part = words[count[1]] if count[1] < len(words) else ""
    singular = "half" if part == "halves" else part.removesuffix("s")
    if singular not in PARTS or (singular == part) != (count[0] == 1) or words[0] in PARTS:
        return None
    return count[0] / PARTS[singular], count[1] + 1


def read_and_part(words: Sequence[str]) -> Found | None:
    """Read "and a half" after a whole number."""
    part = read_part(words[1:]) if words[:1] == ["and"] else None
    return part and (part[0], part[1] + 1)


def _lead_of_scale(words: Sequence[str]) -> int:
    """Return how many words lead to the scale in "half a million", "three quarters of a million"."""
    for lead in (["of", "a"], ["a"]):
        if list(words[: len(lead)]) == lead and scale_of(words[len(lead) : len(lead) + 1]):
            return len(lead)
    return 0


def read_scales(words: Sequence[str]) -> tuple[int, int]:
    """Return the product of the scales that words start with, "hundred thousand", and their number."""
    value, end = 1, 0
    while scale := scale_of(words[end:]):
        value, end = value * scale, end + 1
    return value, end


def scale_of(words: Sequence[str]) -> int:
    """Return the scale that the first word is; 0 for none."""
    word = words[0] if words else ""
    return SCALES.get(word) or SCALES.get(word.removesuffix("s"), 0)


def _year(words: Sequence[str]) -> Found | None:
    """Read "nineteen eighty-four" and "twenty ten"; "one twenty" is two numbers."""
    if not words or (words[0] not in CARDINALS[10:] and words[0] != "twenty"):
        return None
    rest = _cardinal(words[1:])
    if rest is None or not 10 <= rest[0] <= 99:
        return None
    return 100 * VALUES[words[0]] + rest[0], rest[1] + 1


def _decimal(words: Sequence[str]) -> Found | None:
    """Read "nine point four six", "point five"."""
    whole = (Fraction(0), 0) if words[:1] == ["point"] else _cardinal(words, ordinals=False)
    if whole is None or words[whole[1] : whole[1] + 1] != ["point"]:
        return None
    value, end = whole[0], whole[1] + 1
    unit = Fraction(1, 10)
    while end < len(words) and words[end] in CARDINALS[:10]:
        value, end, unit = value + unit * VALUES[words[end]], end + 1, unit / 10
    return (value, end) if end > whole[1] + 1 else None


def _cardinal(words: Sequence[str], ordinals: bool = True) -> Found | None:
    """Read a whole number, scales from the largest down."""
    state = _Sum()
    end = 0
    for index, word in enumerate(words):
        if word == "and" and state.room == 100 and end and not read_part(words[index + 1 :]):
            continue  # counts only if more follows
        if not state.add(word, words[index + 1 :], ordinals):
            break
        end = index + 1
    return (Fraction(state.total + state.group), end) if end else None


class _Sum:
    """The part of a number that has been read: finished groups, and the group that is being added up."""

    def __init__(self) -> None:
        self.total = self.group = 0
        self.empty = True
        self.room = 100  # what is added to the group must be smaller
        self.limit = 10**36  # the next scale must be smaller

    def add(self, word: str, rest: Sequence[str], ordinals: bool) -> bool:
        """Add a word; False when it does not continue the number."""
        if not ordinals and (word in PARTS or word in ("first", "second")):
            return False
        value = 1 if word in ("a", "an") and self.empty and scale_of(rest) else VALUES.get(word)
        if value is None:
            return self._multiply(scale_of([word.removesuffix("th")]))
        if value >= self.room or not (value or self.empty):
            return False
        self.group, self.room, self.empty = self.group + value, 10 if value >= 20 else 0, False
        return True

    def _multiply(self, scale: int) -> bool:
        group = self.group or int(self.empty)
        if scale == 100 and 0 < group < 100:
            self.group, self.room = group * 100, 100
        elif 100 < scale < self.limit and group:
            self.total, self.group, self.room, self.limit = self.total + group * scale, 0, 100, scale
        else:
            return False
        self.empty = False
        return True
