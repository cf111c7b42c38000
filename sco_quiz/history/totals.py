"""Totals of a student's answers by question and by quarter of an hour, kept by triggers or counted again."""

from contextlib import suppress
from itertools import chain
from typing import Any, NamedTuple

from sco_quiz.core.errors import HistoryError
from sco_quiz.core.review import DAY_MS
from sco_quiz.core.tally import Tally
from sco_quiz.history.database import Database
from sco_quiz.history.schema import CREDIT_UNIT, QUARTER_MS

# A full scan of the table: through an index, a million rows take twice as long.
COUNT_QUESTIONS = f"""
    SELECT bank, question, count(*) AS given, count(outcome) AS judged, sum(credit = 1) AS right,
        sum(CAST(round(credit * {CREDIT_UNIT}) AS INTEGER)) AS credit
    FROM answer NOT INDEXED GROUP BY bank, question
"""
# A review counts if the previous one of its question was on an earlier day; days as `Days.number` counts them.
COUNT_QUARTERS = f"""
    SELECT bank, quarter, sum(given) AS given, sum(judged) AS judged, sum(right) AS right, sum(duration) AS duration,
        sum(studied) AS studied, sum(reviews) AS reviews, sum(recalled) AS recalled
    FROM (
        SELECT bank, at / {QUARTER_MS} AS quarter, count(*) AS given, count(outcome) AS judged,
            sum(credit = 1) AS right, sum(duration) AS duration,
            sum(outcome IS NOT NULL OR mode = 'anki') AS studied, 0 AS reviews, 0 AS recalled
        FROM answer NOT INDEXED GROUP BY bank, quarter
        UNION ALL
        SELECT bank, at / {QUARTER_MS}, 0, 0, 0, 0, 0, count(*), sum(rating > 1) FROM (
            SELECT bank, at, rating, day, lag(day) OVER (PARTITION BY bank, question ORDER BY at) AS before FROM (
                SELECT bank, question, at, rating,
                    (at + coalesce(utc_offset, :utc_offset) * 60000 - :begins) / {DAY_MS} AS day
                FROM answer NOT INDEXED WHERE rating IS NOT NULL
            )
        ) WHERE before < day GROUP BY 1, 2
    ) GROUP BY bank, quarter
"""
_KEPT = "SELECT bank, question, given, judged, right, credit FROM question_total", "SELECT * FROM quarter_total"
_COUNTED = COUNT_QUESTIONS, COUNT_QUARTERS
_PAIRS = tuple(zip(_KEPT, _COUNTED, strict=True))

Rows = list[tuple[Any, ...]]


class Calendar(NamedTuple):
    """What a day is: the offset in minutes of answers without an own one, and when a day begins, in ms."""

    utc_offset: int
    begins: int


Column = tuple[int, ...]


class Quarters(NamedTuple):
    """The answers by quarter of an hour, in order of time, which is counted from 1970 (UTC); as columns.

    `duration` is in ms; `studied` are those without skipped questions. `reviews` are the first ones on a day of
    questions that were reviewed on an earlier day; `recalled` those not rated "again".
    """

    quarter: Column = ()
    given: Column = ()
    judged: Column = ()
    right: Column = ()
    duration: Column = ()
    studied: Column = ()
    reviews: Column = ()
    recalled: Column = ()


class Totals(NamedTuple):
    """The totals of a bank: by the first id of a question, and by quarter of an hour."""

    questions: dict[str, Tally]
    quarters: Quarters


def totals(database: Database, bank: str, calendar: Calendar) -> Totals:
    """Return the totals of a bank. Those in the file are counted again if another calendar was used for them."""
    if _calendar(database) != calendar and database.writable:
        with suppress(HistoryError):  # of a full disk or a lock: the answers can still be counted
            count_again(database, calendar)
    if _calendar(database) == calendar:
        questions, quarters = _read(database, bank, calendar, _KEPT)
        if _are_whole(quarters) and _are_whole([row[1:] for row in questions]):
            return _totals(questions, quarters)
    return _totals(*_read(database, bank, calendar, _COUNTED))


def count_again(database: Database, calendar: Calendar) -> None:
    """Count all answers, and let triggers keep the totals from now on."""
    with database.writing():
        for table in ("calendar", "question_total", "quarter_total"):
            database.execute(f"DELETE FROM {table}")
        database.execute(f"INSERT INTO question_total {COUNT_QUESTIONS}")
        database.execute(f"INSERT INTO quarter_total {COUNT_QUARTERS}", **calendar._asdict())
        database.execute("INSERT INTO calendar VALUES (?, ?)", *calendar)


def discard(database: Database) -> None:
    """Let triggers rest; the totals are counted when they are needed. Faster than triggers for many answers."""
    with database.writing():
        database.execute("DELETE FROM calendar")


def are_right(database: Database) -> bool:
    """Return whether the totals equal what counting gives; those that are not kept at all are right."""
    calendar = _calendar(database)
    if calendar is None:
        return not database.query("SELECT 1 FROM calendar")
    # when answers are deleted, zeros remain
    sources = ((f"SELECT * FROM ({kept}) WHERE given != 0", f"SELECT * FROM ({counted})") for kept, counted in _PAIRS)
    pairs = chain.from_iterable(((kept, counted), (counted, kept)) for kept, counted in sources)
    return not any(database.query(f"{one} EXCEPT {other} LIMIT 1", **calendar._asdict()) for one, other in pairs)


def quarters_studied(database: Database, bank: str) -> list[int]:
    """Return the quarters of an hour in which questions of a bank were answered, and not only skipped, in order."""
    if _calendar(database):
        kept = database.query("SELECT quarter FROM quarter_total WHERE bank = ? AND studied ORDER BY quarter", bank)
        if _are_whole(kept):
            return [row[0] for row in kept]
    studied = "bank = ? AND (outcome IS NOT NULL OR mode = 'anki')"
    counted = database.query(f"SELECT DISTINCT at / {QUARTER_MS} FROM answer NOT INDEXED WHERE {studied}", bank)
    return sorted(row[0] for row in counted)


def _calendar(database: Database) -> Calendar | None:
    """Return the calendar of the totals; None if they are not kept, or if it cannot be right."""
    rows = database.query("SELECT utc_offset, begins FROM calendar")
    return Calendar(*rows[0]) if len(rows) == 1 and _are_whole(rows) else None


def _read(database: Database, bank: str, calendar: Calendar, sources: tuple[str, str]) -> list[Rows]:
    """Return the rows of a bank by question and by quarter, without the name of the bank."""
    columns = "question, given, judged, right, credit", ", ".join(Quarters._fields)
    return [
        database.query(
            f"SELECT {names} FROM ({source}) WHERE bank = :bank AND given != 0 ORDER BY 1",
            bank=bank,
            **calendar._asdict(),
        )
        for names, source in zip(columns, sources, strict=True)
    ]


def _are_whole(rows: Rows) -> bool:
    """Return whether all values are whole numbers."""
    return set(map(type, chain.from_iterable(rows))) <= {int}


def _totals(questions: Rows, quarters: Rows) -> Totals:
    tallies = {
        name: Tally(given, judged, right, credit / CREDIT_UNIT) for name, given, judged, right, credit in questions
    }
    # columns: to make objects of 100,000 rows takes longer than all else in `stats`
    return Totals(tallies, Quarters(*zip(*quarters, strict=True)))
