"""Statistics of a student's answers, counted in SQL: a million rows are too many to read one by one."""

from collections import defaultdict
from datetime import date

from sco_quiz.core.bank import Bank
from sco_quiz.core.constants import LEVEL_NAMES
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.review import DAY_MS
from sco_quiz.core.statistics import (
    Day,
    DayOf,
    Retention,
    Statistics,
    Tally,
    forecast,
    group,
    streaks,
    weakest,
)
from sco_quiz.history.database import Database
from sco_quiz.history.days import local_offset
from sco_quiz.history.store import Store, store_of

HOUR_MS = 3_600_000
QUARTER_MS = 900_000  # the offsets of all time zones are whole quarters of an hour

# A full scan of the table: through an index, a million rows take twice as long.
TALLIES = (
    "SELECT question, count(*), count(outcome), sum(credit = 1), sum(credit) FROM answer NOT INDEXED "
    "WHERE bank = ? GROUP BY question"
)
QUARTERS = (
    f"SELECT at / {QUARTER_MS}, count(*), count(outcome), sum(credit = 1), sum(duration) "
    "FROM answer NOT INDEXED WHERE bank = ? GROUP BY 1 ORDER BY 1"
)
# the first review on a day, of a question that was reviewed on an earlier day; days as `Days.number` counts them
RETENTION = f"""
    SELECT count(*), sum(rating > 1), sum(at >= ?1), sum(at >= ?1 AND rating > 1) FROM (
        SELECT at, rating, day, lag(day) OVER (PARTITION BY question ORDER BY at) AS before FROM (
            SELECT question, at, rating, (at + coalesce(utc_offset, ?2) * 60000 - ?3) / {DAY_MS} AS day
            FROM answer NOT INDEXED WHERE bank = ?4 AND rating IS NOT NULL
        )
    ) WHERE before < day
"""


def statistics(
    database: Database, bank: Bank, questions: tuple[AnyQuestion, ...], now: int, day_of: DayOf
) -> Statistics:
    """Return the statistics of a bank at a time (ms since 1970, UTC).

    Topics, levels and the weakest questions cover `questions`; days, retention and forecast cover the whole bank.
    """
    store = store_of(database)
    today, memories = day_of(now), store.memories(bank.id)
    tallies = {row[0]: Tally(*row[1:]) for row in database.query(TALLIES, bank.id)}
    # by quarter in SQL, then by day here: SQL does not know the student's time zone on each date
    days = _days(database, bank.id, day_of)
    current = bank.by_first_id
    asked = {name for name, question in current.items() if question.status == "active"}
    retention, month = _retention(database, store, bank.id, now)
    recall = [share for name, share in store.retrievabilities(bank.id, now).items() if name in current]
    by_topic: dict[str, list[AnyQuestion]] = defaultdict(list)
    for question in questions:
        by_topic[bank.topic_of(question.id).id].append(question)
    levels = [(level, [question for question in questions if question.level == level]) for level in LEVEL_NAMES]
    streak, longest = streaks(days_with_answers(database, bank.id, day_of), today)
    return Statistics(
        bank=bank.id,
        title=bank.title,
        today=today,
        topics=tuple(group(t.id, t.title, by_topic[t.id], tallies, memories) for t in bank.topics if t.id in by_topic),
        levels=tuple(group(level, level, own, tallies, memories) for level, own in levels if own),
        weakest=weakest(questions, tallies),
        days=days,
        forecast=forecast((memory for name, memory in memories.items() if name in asked), today, day_of),
        retention=retention,
        retention_month=month,
        desired_retention=store.schedule.preferences.desired_retention,
        recall=sum(recall) / len(recall) if recall else None,
        reviewed=len(recall),
        streak=streak,
        longest_streak=longest,
        gone=sum(tally.judged for name, tally in tallies.items() if name not in current),
        flags=int(database.query("SELECT count(*) FROM flag WHERE bank = ?", bank.id)[0][0]),
    )


def days_with_answers(database: Database, bank: str, day_of: DayOf) -> set[date]:
    """Return the days on which a student answered questions of a bank, and did not only skip some."""
    answered = "(outcome IS NOT NULL OR mode = 'anki')"
    query = f"SELECT DISTINCT at / {QUARTER_MS} FROM answer NOT INDEXED WHERE bank = ? AND {answered}"
    quarters = database.query(query, bank)
    return {day_of(quarter * QUARTER_MS) for (quarter,) in quarters}


def _retention(database: Database, store: Store, bank: str, now: int) -> tuple[Retention, Retention]:
    """Return the retention of all days, and of the last 30."""
    month, night = now - 30 * DAY_MS, store.schedule.preferences.day_begins * HOUR_MS
    rows = database.query(RETENTION, month, local_offset(now), night, bank)
    reviews, recalled, late, late_recalled = rows[0]
    return Retention(reviews, recalled or 0), Retention(late or 0, late_recalled or 0)


def _days(database: Database, bank: str, day_of: DayOf) -> tuple[Day, ...]:
    """Return the days with answers in order of time."""
    sums: dict[date, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for quarter, *counts in database.query(QUARTERS, bank):
        day = day_of(quarter * QUARTER_MS)
        sums[day] = [old + new for old, new in zip(sums[day], counts, strict=True)]
    return tuple(Day(day, given, judged, right, ms // 1000) for day, (given, judged, right, ms) in sorted(sums.items()))
