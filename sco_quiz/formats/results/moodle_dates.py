"""Read the dates of Moodle's reports, which are in the language and the form of the user."""

import re
from datetime import UTC, datetime

from sco_quiz.core.letters import fold

# a row for each month: English, German, French, Spanish, Russian (of the month, and alone)
_NAMES = """
january jan januar janvier enero января январь
february feb februar fevrier febrero февраля февраль
march mar marz mars marzo марта март
april apr avril abril апреля апрель
may mai mayo мая май
june jun juni juin junio июня июнь
july jul juli juillet julio июля июль
august aug aout agosto августа август
september sep sept septembre septiembre сентября сентябрь
october oct oktober octobre octubre октября октябрь
november nov novembre noviembre ноября ноябрь
december dec dezember decembre diciembre декабря декабрь
"""
_MONTHS = {name: month for month, row in enumerate(_NAMES.strip().splitlines(), 1) for name in fold(row).split()}
_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:\s*([ap])\.?\s?m\b)?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b")
_LONGEST = 100  # characters
_NOON = 12


def read_date(cell: str) -> datetime | None:
    """Return the time that a cell says; None if it cannot be read.

    >>> print(read_date("2 March 2026  9:41 PM"), read_date("jeudi 26 novembre 2026  09:10"))
    2026-03-02 21:41:00+00:00 2026-11-26 09:10:00+00:00
    >>> print(read_date("2026年11月26日 09:10"), read_date("26/11/26, 09:10"), read_date("soon"))
    2026-11-26 09:10:00+00:00 2026-11-26 09:10:00+00:00 None
    """
    text = fold(cell[:_LONGEST])
    times = [*_TIME.finditer(text)]
    if not times:
        return None
    at = times[-1]
    try:
        year, month, day = _day(text[: at.start()] + " " + text[at.end() :])
        hour = int(at[1]) % _NOON + (_NOON if at[4] == "p" else 0) if at[4] else int(at[1])
        return datetime(year, month, day, hour, int(at[2]), int(at[3] or 0), tzinfo=UTC)
    except ValueError:
        return None


def _day(text: str) -> tuple[int, int, int]:
    """Return year, month and day. Raises ValueError."""
    if found := _YEAR_FIRST.search(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY_FIRST.search(text):
        return int(found[3]) + (2000 if len(found[3]) == 2 else 0), int(found[2]), int(found[1])
    (month,) = {_MONTHS[word] for word in re.findall(r"[^\W\d]+", text) if word in _MONTHS}
    (year,) = re.findall(r"\b\d{4}\b", text)
    (day,) = re.findall(r"\b\d{1,2}\b", text)
    return int(year), month, int(day)
