"""Statistics of a student's answers, from the totals in the progress file: a million rows are too many to read."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, compress

from sco_quiz.core.bank import Bank
from sco_quiz.core.constants import LEVEL_NAMES
from sco_quiz.core.outline import Outline
from sco_quiz.core.review import DAY_MS
from sco_quiz.core.statistics import (
    Day,
    Retention,
    Statistics,
    group,
    weakest,
)
from sco_quiz.core.study_days import DayOf, forecast, streaks
from sco_quiz.history.database import Database
from sco_quiz.history.days import local_offset
from sco_quiz.history.schema import QUARTER_MS
from sco_quiz.history.store import store_of
from sco_quiz.history.study_days import by_day
from sco_quiz.history.totals import Calendar, Quarters, totals

HOUR_MS = 3_600_000


def statistics(database: Database, bank: Bank, questions: Sequence[Outline], now: int, day_of: DayOf) -> Statistics:
    """Return the statistics of a bank at a time (ms since 1970, UTC).

    Topics, levels and the weakest questions cover `questions`; days, retention and forecast cover the whole bank.
    """
    store = store_of(database)
    today, memories = day_of(now), store.memories(bank.id)
    calendar = Calendar(local_offset(now), store.schedule.preferences.day_begins * HOUR_MS)
    found = totals(database, bank.id, calendar)
    tallies, days = found.questions, _days(found.quarters, day_of)
    current = {outline.first_id for outline in bank.outlines}
    asked = {outline.first_id for outline in bank.outlines if outline.status == "active"}
    recall = [share for name, share in store.retrievabilities(bank.id, now).items() if name in current]
    by_topic: dict[str, list[Outline]] = defaultdict(list)
    for question in questions:
        by_topic[bank.topic_of(question.id).id].append(question)
    levels = [(level, [question for question in questions if question.level == level]) for level in LEVEL_NAMES]
    studied = list(compress(found.quarters.quarter, found.quarters.studied))
    streak, longest = streaks({day for day, _ in by_day(studied, day_of)}, today)
    return Statistics(
        bank=bank.id,
        title=bank.title,
        today=today,
        topics=tuple(group(t.id, t.title, by_topic[t.id], tallies, memories) for t in bank.topics if t.id in by_topic),
        levels=tuple(group(level, level, own, tallies, memories) for level, own in levels if own),
        weakest=weakest(questions, tallies, bank.question),
        days=days,
        forecast=forecast((memory for name, memory in memories.items() if name in asked), today, day_of),
        retention=_retention(found.quarters),
        retention_month=_retention(found.quarters, (now - 30 * DAY_MS) // QUARTER_MS),
        desired_retention=store.schedule.preferences.desired_retention,
        recall=sum(recall) / len(recall) if recall else None,
        reviewed=len(recall),
        streak=streak,
        longest_streak=longest,
        gone=sum(tally.judged for name, tally in tallies.items() if name not in current),
        flags=int(database.query("SELECT count(*) FROM flag WHERE bank = ?", bank.id)[0][0]),
    )


def _retention(quarters: Quarters, since: int = 0) -> Retention:
    """Return the retention since a quarter of an hour."""
    start = bisect_left(quarters.quarter, since)
    return Retention(sum(quarters.reviews[start:]), sum(quarters.recalled[start:]))


def _days(quarters: Quarters, day_of: DayOf) -> tuple[Day, ...]:
    """Return the days with answers in order of time."""
    columns = quarters.given, quarters.judged, quarters.right, quarters.duration
    running = [list(accumulate(column, initial=0)) for column in columns]
    found = []
    for day, span in by_day(quarters.quarter, day_of):
        given, judged, right, duration = (sums[span.stop] - sums[span.start] for sums in running)
        found.append(Day(day, given, judged, right, duration // 1000))
    return tuple(found)
