"""Cells that spreadsheet programs leave as they are: an apostrophe before what they would calculate or convert.

`=1+1` would run, `1e5` become 100000, `2-3` a day in March, `007` the number 7, `true` a word of another language.
"""

import re

_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|mär|mrz|okt|dez|fév|fev|avr|aoû|ene|abr|ago|dic|gen|mag|giu|lug|"
    "set|ott|out|mrt|mei|am|pm|e"
)
# digits with punctuation on one line, and at most the name of a month: a number, an amount of money, a date or a time
_CONVERTED = re.compile(
    rf"(?=.*\d)[ \t\d.,:/\\()'’%$€£¥+\-−]*(?:(?:{_MONTHS})[^\W\d_]*\.?[ \t\d.,:/\\()'’%$€£¥+\-−]*)?", re.IGNORECASE
)
_STAYS = re.compile(r"0|[1-9]\d{0,13}")
_LONGEST = 40  # characters of the longest date


def is_risky(text: str) -> bool:
    """Return whether a spreadsheet program would calculate or convert a cell of a CSV file.

    >>> [is_risky(text) for text in ("=1+1", "1e5", "2-3", "mar-1", "007", "12", "12 apples", "seat")]
    [True, True, True, True, True, False, False, False]
    """
    if _FORMULA.match(text):
        return True
    return len(text) <= _LONGEST and not _STAYS.fullmatch(text) and _CONVERTED.fullmatch(text) is not None


def protected(text: str) -> str:
    """Return text for a cell of CSV."""
    return f"'{text}" if is_risky(text.lstrip("'")) else text


def protected_in_workbook(text: str) -> str:
    """Return text for a cell that a workbook has as text: only an apostrophe that reading would drop is doubled."""
    return f"'{text}" if text.startswith("'") and is_risky(text.lstrip("'")) else text


def unprotected(cell: str) -> str:
    """Return the text of a cell that was protected."""
    return cell[1:] if cell.startswith("'") and is_risky(cell.lstrip("'")) else cell
