"""Dates: day, month and year in every common form, in words and in digits."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import permutations

from sco_quiz.core.text import ARTICLES, MONTHS, Date, content_words, fold
from sco_quiz.core.typed.closeness import DIFFERENT, SAME, Comparison, Key, near
from sco_quiz.core.typed.differences import describe
from sco_quiz.core.typed.symbols import is_compared

# cards get the same tables, see sco_quiz/card/tables.py
DAYS_OF_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# the words that may be in a date beside its month: weekdays with their abbreviations, prepositions
BESIDE = (
    "monday mon tuesday tues tue wednesday weds wed thursday thurs thur thu friday fri saturday sat sunday sun "
    "of on in at year"
)
ERAS = {"bc": -1, "bce": -1, "ad": 1, "ce": 1}

_YEAR_FIRST = re.compile(r"(\d{4})[-./] ?(\d{1,2})(?:[-./] ?(\d{1,2}))?\.?")
_YEAR_LAST = re.compile(r"(?:(\d{1,2})[-./] ?)?(\d{1,2})[-./] ?(\d{4})")
_SHORT_YEAR = re.compile(r"(\d{1,2})[-./] ?(\d{1,2})[-./] ?(\d{2})")
_YEAR = re.compile(r"(?:in )?(\d{4})")
_NO_YEAR = re.compile(r"(\d{1,2})[-./] ?(\d{1,2})\.?")


def compare_dates(typed: str, form: str, key: Key) -> Comparison | None:
    """Compare two dates; None unless both are nothing but dates. A year is compared with longer dates alone."""
    meant = read_dates(form) or _read_year(form)
    found = read_dates(typed, whole=False) if meant and not is_compared(typed + form) else frozenset()
    if not found:
        return None
    if found & meant or _more_exact(found, meant, key.accepted):
        return SAME
    # not the other way round: a year that nobody asked for may be wrong
    if found & {(None, month, day) for _, month, day in meant}:
        return near(describe("year"))
    return DIFFERENT


def _more_exact(found: Iterable[Date], meant: Iterable[Date], accepted: Iterable[str]) -> bool:
    """Whether a date says more than is asked for, and no other accepted form contradicts it."""
    others = {other for form in accepted for other in read_dates(form)}
    return any(
        _narrows(date, asked) and all(_agree(date, other) for other in others if _narrows(other, asked))
        for date in found
        for asked in meant
    )


def _agree(date: Date, other: Date) -> bool:
    return date == other or _narrows(date, other) or _narrows(other, date)


def _narrows(date: Date, asked: Date) -> bool:
    """Whether a date with a year is within another one: May 1984 is within 1984, and 3 May 1984 within May 1984."""
    year, month, day = asked
    if year is None or day is not None or date[0] != year or date == asked:
        return False
    return not month or date[1] == month


def _read_year(text: str) -> frozenset[Date]:
    match = _YEAR.fullmatch(fold(text))
    return frozenset([(int(match[1]), 0, None)]) if match else frozenset()


@lru_cache(maxsize=4096)
def read_dates(text: str, whole: bool = True) -> frozenset[Date]:
    """Return each reading of a date as year, month and day; a part that is not said is None.

    Without `whole`, a month alone, or a day and a month in digits, count as well.

    >>> sorted(read_dates("2/3/2010")), sorted(read_dates("Sunday, 28th of December 1879"))
    ([(2010, 2, 3), (2010, 3, 2)], [(1879, 12, 28)])
    """
    folded = fold(text)
    dates = _in_digits(folded, whole) if folded[:1].isdigit() else ()
    return frozenset(date for date in (*dates, *_in_words(text, whole)) if _exists(date))


def _in_digits(text: str, whole: bool) -> Iterator[Date]:
    """Yield the readings of digits alone: the day first, or the month."""
    if match := _YEAR_FIRST.fullmatch(text):
        yield int(match[1]), int(match[2]), int(match[3]) if match[3] else None
    elif match := _YEAR_LAST.fullmatch(text):
        yield from _either_first(match[1], match[2], [int(match[3])])
    elif match := _SHORT_YEAR.fullmatch(text):
        yield from _either_first(match[1], match[2], _years(match[3]))
    elif not whole and (match := _NO_YEAR.fullmatch(text)):
        yield from _either_first(match[1], match[2], [None])


def _either_first(left: str | None, right: str, years: Sequence[int | None]) -> Iterator[Date]:
    for year in years:
        yield year, int(right), int(left) if left else None
        if left:
            yield year, int(left), int(right)


def _in_words(text: str, whole: bool) -> Iterator[Date]:
    """Yield the readings of a month's name with a day, a year or both, in any order."""
    tokens = [token for token in content_words(text, ARTICLES) if token not in BESIDE.split()]
    months = [token for token in tokens if token in MONTHS]
    numbers = [token for token in tokens if token.isascii() and token.isdigit() and len(token) < 5]
    eras = [ERAS[token] for token in tokens if token in ERAS]
    if len(months) != 1 or len(eras) > 1 or len(tokens) != 1 + len(numbers) + len(eras):
        return
    month = MONTHS[months[0]]
    if len(numbers) == 2:
        for day, year in permutations(numbers):
            yield from ((number * (eras or [1])[0], month, int(day)) for number in _years(year))
    elif len(numbers) == 1 and (len(numbers[0]) < 3 and not eras):
        yield None, month, int(numbers[0])
    elif len(numbers) == 1:
        yield int(numbers[0]) * (eras or [1])[0], month, None
    elif not (whole or eras or numbers):
        yield None, month, None


def _years(digits: str) -> list[int]:
    """Return the years that digits may mean: '79 is one of this century or the last, too."""
    year = int(digits)
    return [year, 1900 + year, 2000 + year] if len(digits) == 2 else [year]


def _exists(date: Date) -> bool:
    _, month, day = date
    return 1 <= month <= 12 and (day is None or 1 <= day <= DAYS_OF_MONTHS[month - 1])
