"""Statistics of a student's answers, from the totals in the progress file: a million rows are too many to read."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
    forecast,
    group,
    streaks,
    weakest,
)
from sco_quiz.history.database import Database
from sco_quiz.history.days import local_offset
from sco_quiz.history.schema import QUARTER_MS
from sco_quiz.history.store import store_of
from sco_quiz.history.totals import Calendar, Quarter, quarters_studied, totals

HOUR_MS = 3_600_000
LONGEST_DAY = 25 * 4  # quarters of an hour


def statistics(
    database: Database, bank: Bank, questions: tuple[AnyQuestion, ...], now: int, day_of: DayOf
) -> Statistics:
    """Return the statistics of a bank at a time (ms since 1970, UTC).

    Topics, levels and the weakest questions cover `questions`; days, retention and forecast cover the whole bank.
    """
    store = store_of(database)
    today, memories = day_of(now), store.memories(bank.id)
    calendar = Calendar(local_offset(now), store.schedule.preferences.day_begins * HOUR_MS)
    found = totals(database, bank.id, calendar)
    tallies, days = found.questions, _days(found.quarters, day_of)
    month = (now - 30 * DAY_MS) // QUARTER_MS
    current = bank.by_first_id
    asked = {name for name, question in current.items() if question.status == "active"}
    recall = [share for name, share in store.retrievabilities(bank.id, now).items() if name in current]
    by_topic: dict[str, list[AnyQuestion]] = defaultdict(list)
    for question in questions:
        by_topic[bank.topic_of(question.id).id].append(question)
    levels = [(level, [question for question in questions if question.level == level]) for level in LEVEL_NAMES]
    studied = [quarter.quarter for quarter in found.quarters if quarter.studied]
    streak, longest = streaks({day for day, _ in _by_day(studied, day_of)}, today)
    return Statistics(
        bank=bank.id,
        title=bank.title,
        today=today,
        topics=tuple(group(t.id, t.title, by_topic[t.id], tallies, memories) for t in bank.topics if t.id in by_topic),
        levels=tuple(group(level, level, own, tallies, memories) for level, own in levels if own),
        weakest=weakest(questions, tallies),
        days=days,
        forecast=forecast((memory for name, memory in memories.items() if name in asked), today, day_of),
        retention=_retention(found.quarters),
        retention_month=_retention(quarter for quarter in found.quarters if quarter.quarter >= month),
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
    return {day for day, _ in _by_day(quarters_studied(database, bank), day_of)}


def _retention(quarters: Iterable[Quarter]) -> Retention:
    sums = [(quarter.reviews, quarter.recalled) for quarter in quarters if quarter.reviews]
    return Retention(*map(sum, zip(*sums, strict=True))) if sums else Retention(0, 0)


def _days(quarters: Sequence[Quarter], day_of: DayOf) -> tuple[Day, ...]:
    """Return the days with answers in order of time."""
    found = []
    for day, span in _by_day([quarter.quarter for quarter in quarters], day_of):
        _, given, judged, right, duration, *_ = map(sum, zip(*quarters[span], strict=True))
        found.append(Day(day, given, judged, right, duration // 1000))
    return tuple(found)


def _by_day(quarters: Sequence[int], day_of: DayOf) -> Iterator[tuple[date, slice]]:
    """Yield the days of ascending quarters of an hour, each with the slice of its quarters."""
    start = 0
    while start < len(quarters):
        day = day_of(quarters[start] * QUARTER_MS)
        latest = min(start + LONGEST_DAY, len(quarters))
        # fewer calls of `day_of`, which takes long: one for each quarter would take most of the time of `stats`
        end = bisect_right(quarters, day, start, latest, key=lambda quarter: day_of(quarter * QUARTER_MS))
        yield day, slice(start, end)
        start = end
