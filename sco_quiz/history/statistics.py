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
from sco_quiz.history.store import store_of

QUARTER_MS = 900_000  # the offsets of all time zones are whole quarters of an hour

# A full scan of the table: through an index, a million rows take twice as long.
TALLIES = (
    "SELECT question, count(*), count(outcome), sum(credit = 1), sum(credit) FROM answer NOT INDEXED "
    "WHERE bank = ? AND mode != 'anki' GROUP BY question"
)
QUARTERS = (
    f"SELECT at / {QUARTER_MS}, count(*), count(outcome), sum(credit = 1), sum(duration) "
    "FROM answer NOT INDEXED WHERE bank = ? AND mode != 'anki' GROUP BY 1 ORDER BY 1"
)
RETENTION = f"""
    SELECT count(*), sum(rating > 1), sum(at >= ?), sum(at >= ? AND rating > 1) FROM (
        SELECT at, rating, at - lag(at) OVER (PARTITION BY question ORDER BY at) AS gap
        FROM answer NOT INDEXED WHERE bank = ? AND rating IS NOT NULL
    ) WHERE gap >= {DAY_MS}
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
    month = now - 30 * DAY_MS
    reviews, recalled, late, late_recalled = database.query(RETENTION, month, month, bank.id)[0]
    known = store.retrievabilities(bank.id, now)
    current = bank.by_first_id
    by_topic: dict[str, list[AnyQuestion]] = defaultdict(list)
    for question in questions:
        by_topic[bank.topic_of(question.id).id].append(question)
    levels = [(level, [question for question in questions if question.level == level]) for level in LEVEL_NAMES]
    streak, longest = streaks((day.day for day in days), today)
    return Statistics(
        bank=bank.id,
        title=bank.title,
        today=today,
        topics=tuple(group(t.id, t.title, by_topic[t.id], tallies, memories) for t in bank.topics if t.id in by_topic),
        levels=tuple(group(level, level, own, tallies, memories) for level, own in levels if own),
        weakest=weakest(questions, tallies),
        days=days,
        forecast=forecast((memory for name, memory in memories.items() if name in current), today, day_of),
        retention=Retention(reviews, recalled or 0),
        retention_month=Retention(late or 0, late_recalled or 0),
        desired_retention=store.schedule.preferences.desired_retention,
        recall=sum(known.values()) / len(known) if known else None,
        streak=streak,
        longest_streak=longest,
        gone=sum(tally.given for name, tally in tallies.items() if name not in current),
        flags=int(database.query("SELECT count(*) FROM flag WHERE bank = ?", bank.id)[0][0]),
    )


def _days(database: Database, bank: str, day_of: DayOf) -> tuple[Day, ...]:
    """Return the days with answers in order of time."""
    sums: dict[date, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for quarter, *counts in database.query(QUARTERS, bank):
        day = day_of(quarter * QUARTER_MS)
        sums[day] = [old + new for old, new in zip(sums[day], counts, strict=True)]
    return tuple(Day(day, given, judged, right, ms // 1000) for day, (given, judged, right, ms) in sorted(sums.items()))
