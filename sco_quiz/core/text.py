"""Text folding: what counts as the same word, number or date."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from sco_quiz.core.letters import fold as fold  # noqa: PLC0414 (other packages import it from here)

ARTICLES = frozenset({"a", "an", "the"})

# what `words` removes or joins, so that U.N. is one word and 1,000 one number
_TWO_PERIODS = re.compile(r"\.[^\W\d_]\.")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_THOUSANDS = re.compile(r"(?<=\d)[, '](?=\d{3}(?!\d))")
# an article comes before a word; a capital A within text is the letter
_ARTICLE = re.compile(
    r"""(?:^[\s"'“‘(¿¡]*(?i:an?|the)|(?<=[\s"'“‘(-])(?:a|[Aa]n|[Tt]he|THE))(?=\s+["'“‘(]?(?!(?:and|or|to|is)\b)\w)"""
)
_ORDINAL_DIGITS = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_DIGIT = re.compile(r"\d")
_POSSESSIVE = re.compile(r"(?<=\w)'s\b")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=t\b|\W|$)")
# a letter is any character of \w except digits and underscores: every script counts
_WORD = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")

_SMALL = {
    word: value
    for words in (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen",
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
    )
    for value, word in enumerate(words.split())
}
_TENS = {
    word: 20 + 10 * index
    for words in (
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
    )
    for index, word in enumerate(words.split())
}
_NUMBER_WORDS = frozenset(_SMALL) | frozenset(_TENS)
# "hundred" is not a scale: it multiplies only the digits before it, see read_number_words
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

# not from `calendar`, which speaks the user's language
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTHS = {
    name[:length].lower(): number for number, name in enumerate(MONTH_NAMES, start=1) for length in (3, len(name))
} | {"sept": 9}

Date = tuple[int | None, int, int | None]


# lint and grading split the same short strings again and again
@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """Split folded text into words; number words, ordinals and thousands separators become plain digits.

    >>> words("The U.N.'s twenty-first, 1,000th and 3.5")
    ('the', 'un', '21', '1000', 'and', '3.5')
    """
    folded = fold(text)
    # most strings have none of these characters: looking for one is cheaper than a substitution
    if "." in folded and _TWO_PERIODS.search(folded):
        folded = _INITIALS.sub(lambda match: match[0].replace(".", ""), folded)
    if "'" in folded:
        folded = _POSSESSIVE.sub("", _APOSTROPHE.sub("", folded))
    if _DIGIT.search(folded):
        folded = _ORDINAL_DIGITS.sub("", _THOUSANDS.sub("", folded))
    tokens = letter_runs(folded)
    return tuple(tokens if _NUMBER_WORDS.isdisjoint(tokens) else _with_digits(tokens))


def letter_runs(folded: str) -> list[str]:
    """Return the runs of letters, with the marks that belong to them, and the numbers of folded text."""
    if folded.isascii():
        return _WORD.findall(folded)
    # \w does not include the vowels of Indic scripts
    shape = "".join("a" if unicodedata.category(character)[0] == "M" else character for character in folded)
    return [folded[match.start() : match.end()] for match in _WORD.finditer(shape)]


def _with_digits(tokens: list[str]) -> list[str]:
    result: list[str] = []
    index = 0
    while index < len(tokens):
        value, used = read_number_words(tokens, index) if tokens[index] in _NUMBER_WORDS else (0, 0)
        result.append(str(value) if used else tokens[index])
        index += used or 1
    return result


def read_number_words(tokens: list[str], start: int) -> tuple[int, int]:
    """Return the number that starts at an index in English words, and how many tokens it takes (0: none starts)."""
    if tokens[start] not in _SMALL and tokens[start] not in _TENS:
        return 0, 0
    total, group, gap, used = 0, 0, 100, 0  # gap: what may still be added must be smaller
    for index in range(start, len(tokens)):
        token = tokens[index]
        # "twenty-one" is one number, "one twenty" and "two thousand three thousand" are two
        if token in _SMALL and _SMALL[token] < min(gap, 20):
            group, gap = group + _SMALL[token], 0
        elif token in _TENS and gap == 100:
            group, gap = group + _TENS[token], 10
        elif token in ("hundred", "hundredth") and 0 < group < 20:
            group, gap = group * 100, 100
        elif token in _SCALES and group:
            total, group, gap = total + group * _SCALES[token], 0, 100
        elif token == "and" and gap == 100 and used:  # only behind hundred or a scale, and only if more follows
            continue
        else:
            break
        used = index + 1 - start
    return total + group, used


def content_words(text: str, stop_words: frozenset[str] = ARTICLES) -> tuple[str, ...]:
    """Return the words that are not stop words, in order. The letter A stays where it is not an article.

    >>> content_words("The agency of a state"), content_words("Vitamin A"), content_words("B, A or D")
    (('agency', 'of', 'state'), ('vitamin', 'a'), ('b', 'a', 'or', 'd'))
    """
    if stop_words is ARTICLES:
        return words(_ARTICLE.sub("", text))
    return tuple(word for word in words(text) if word not in stop_words)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Remove a plural ending from an English word: the "S" stemmer of Harman, JASIS 42(1), 1991.

    >>> stem("policies"), stem("bodies"), stem("members"), stem("focus")
    ('policy', 'body', 'member', 'focus')
    """
    # the order of the three tests is that of the paper: the first that matches decides
    if word.endswith("ies") and not word.endswith(("eies", "aies")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")) and len(word) > 4:
        return word[:-1]
    if word.endswith("s") and not word.endswith(("us", "ss")) and len(word) > 3:
        return word[:-1]
    return word


_ENDINGS = ("ation", "ment", "ing", "ion", "ant", "al", "ed", "ly")


@lru_cache(maxsize=8192)
def root(word: str) -> str:
    """Remove plural and common verb endings, so that forms of one English word are equal: for search, not for grading.

    >>> root("strengthening"), root("considered"), root("consideration"), root("emerge"), root("king")
    ('strengthen', 'consider', 'consider', 'emerg', 'king')
    """
    word = stem(word)
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) >= len(end) + 4), "")
    word = word.removesuffix(ending)
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def month_of(day: date) -> str:
    """Return the month and year of a day, such as February 2010."""
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def long_date(day: date) -> str:
    """Return a day as people write it.

    >>> long_date(date(2010, 2, 3))
    '3 February 2010'
    """
    return f"{day.day} {month_of(day)}"


def read_date(text: str) -> Date | None:
    """Read a written date as (year or None, month, day or None); None for anything that is not only a date.

    >>> read_date("9 December 2009"), read_date("Dec 9th, 2009"), read_date("2009-12-09"), read_date("October 2009")
    ((2009, 12, 9), (2009, 12, 9), (2009, 12, 9), (2009, 10, None))
    """
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", fold(text))
    if iso:
        return int(iso[1]), int(iso[2]), int(iso[3])
    tokens = content_words(text, ARTICLES | {"of", "on", "in"})
    months = [MONTHS[token] for token in tokens if token in MONTHS]
    numbers = [int(token) for token in tokens if token.isascii() and token.isdigit() and len(token) < 5]
    if len(months) != 1 or not numbers or len(numbers) + 1 != len(tokens):
        return None
    # a number may be a day or a year, never both: two of one sort are not a date
    days = [number for number in numbers if 1 <= number <= 31]
    years = [number for number in numbers if number >= 1000]
    if len(days) + len(years) != len(numbers) or len(days) > 1 or len(years) > 1:
        return None
    return next(iter(years), None), months[0], next(iter(days), None)


_PLAIN_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")


def read_number(text: str) -> tuple[float, str] | None:
    """Read the number at the start, and the folded words after it (a unit, say).

    >>> read_number("about one hundred eighteen people"), read_number("-1,200.5 km"), read_number("many")
    ((118.0, 'people'), (-1200.5, 'km'), None)
    """
    tokens = list(content_words(text, ARTICLES | {"about", "and"}))
    # the sign is read from the whole string, since `words` drops punctuation
    sign = -1.0 if fold(text).startswith("-") else 1.0
    if not tokens or not _PLAIN_NUMBER.fullmatch(tokens[0]):
        return None
    value, rest = float(tokens[0]), tokens[1:]
    while rest and rest[0] in _SCALES:
        value, rest = value * _SCALES[rest[0]], rest[1:]
    return sign * value, " ".join(rest)
