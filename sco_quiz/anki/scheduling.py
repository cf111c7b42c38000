"""A student's progress as rows of Anki: schedules of cards, and the log of reviews. Pure.

A review of a question counts for each of its cards: a terminal asks all gaps of a cloze at once, Anki one by one.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

from sco_quiz.anki.revisions import Stamped
from sco_quiz.core.review import DAY_BEGINS_HOUR, DAY_MS, Memory, Progress, Rating, Review, State

DAY = 86_400
LOG_TYPES = {State.LEARNING: 0, State.REVIEW: 1, State.RELEARNING: 2}
_CARD_TYPES = {State.LEARNING: 1, State.REVIEW: 2, State.RELEARNING: 3}
_START_EASE = 2500  # what Anki gives a card under FSRS, for the day the student turns FSRS off


@dataclass(frozen=True, slots=True)
class Scheduling:
    """Anki's rows: `cards` holds the columns type … data by card id; `created` is in s since 1970, 0 for as ever."""

    created: int = 0
    cards: dict[int, tuple[object, ...]] = field(default_factory=dict)
    log: list[tuple[int, ...]] = field(default_factory=list)


def scheduling(stamped: Iterable[Stamped], progress: Progress) -> Scheduling:
    """The rows that carry progress; questions that the deck has no more are left out."""
    if not progress.reviews:
        return Scheduling()
    first_day = _day(progress.reviews[0].at, progress) - 1
    reviews = defaultdict(list)
    for review in progress.reviews:
        reviews[review.question].append(review)
    cards: dict[int, tuple[object, ...]] = {}
    entries: list[tuple[int, int, int, Review, int]] = []
    for position, item in enumerate(stamped, start=1):
        own = reviews.get(item.note.question)
        if own:
            memory = progress.memories[item.note.question]
            columns = *_columns(memory, own, progress, first_day), _data(memory, progress, position)
            cards.update(dict.fromkeys(item.cards, columns))
            entries += [
                (number, review.at, card, review, before)
                for number, card in enumerate(item.cards)
                for review, before in zip(own, [0, *(each.interval for each in own)], strict=False)
            ]
    return Scheduling(first_day * DAY + DAY_BEGINS_HOUR * 3600, cards, _log(entries))


def difficulty_of(factor: int) -> float:
    """FSRS's difficulty in the ease column of the log, which runs from 100 to 1100; 0 for an ease of older kind."""
    return round((factor - 100) * 9 / 1000 + 1, 3) if 100 <= factor <= 1100 else 0.0


def interval_of(column: int) -> int:
    """Seconds from an interval in the log: days above zero, seconds below."""
    return column * DAY if column > 0 else -column


def _interval_column(seconds: int) -> int:
    return round(seconds / DAY) if seconds >= DAY else -seconds


def _factor_column(difficulty: float) -> int:
    return round((difficulty - 1) / 9 * 1000) + 100 if difficulty else 0


def _day(at: int, progress: Progress) -> int:
    """The student's day of a moment in ms, counted from 1970; it begins at four in the morning."""
    return (at + (progress.utc_offset * 60 - DAY_BEGINS_HOUR * 3600) * 1000) // DAY_MS


def _columns(memory: Memory, reviews: Sequence[Review], progress: Progress, first_day: int) -> tuple[object, ...]:
    """The columns type, queue, due, ivl, factor, reps, lapses, left, odue, odid and flags of a card."""
    lapses = sum(review.state is State.REVIEW and review.rating is Rating.AGAIN for review in reviews)
    kind = _CARD_TYPES[memory.state]
    if memory.state is State.REVIEW:
        days = max(1, round((memory.due - memory.last_review) / DAY_MS))
        due = _day(memory.due, progress) - first_day
        return kind, 2, due, days, _START_EASE, len(reviews), lapses, 0, 0, 0, 0
    learnt = memory.state is State.RELEARNING
    days, ease = (_days_to_come(memory, progress), _START_EASE) if learnt else (0, 0)
    return kind, 1, memory.due // 1000, days, ease, len(reviews), lapses, memory.left, 0, 0, 0


def _days_to_come(memory: Memory, progress: Progress) -> int:
    """The interval after relearning: days until the chance of recall falls to what is desired.

    The forgetting curve of FSRS: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
    """
    curve = -1 / progress.decay
    days: float = memory.stability * (progress.desired_retention**curve - 1) / (0.9**curve - 1)
    return max(1, round(days))


def _data(memory: Memory, progress: Progress, position: int) -> str:
    """What FSRS needs, and the place in the order of study, which a card takes when it is made new again."""
    values = {
        "pos": position,
        "s": round(memory.stability, 4),
        "d": round(memory.difficulty, 3),
        "dr": round(progress.desired_retention, 2),
        "decay": round(progress.decay, 3),
        "lrt": memory.last_review // 1000,
    }
    return json.dumps(values, separators=(",", ":"))


def _log(entries: Iterable[tuple[int, int, int, Review, int]]) -> list[tuple[int, ...]]:
    """The log in order of time. Ids are ms and unlike: the further cards of a question take free ones."""
    taken: set[int] = set()
    rows = []
    for _, at, card, review, before in sorted(entries, key=lambda entry: (entry[0] > 0, *entry[1:3])):
        number = next(free for free in count(at) if free not in taken)
        taken.add(number)
        rows.append((number, card, -1, *_log_columns(review, before)))
    return sorted(rows)


def _log_columns(review: Review, before: int) -> tuple[int, ...]:
    """The columns ease, ivl, lastIvl, factor, time and type."""
    interval, last = _interval_column(review.interval), _interval_column(before)
    factor, kind = _factor_column(review.difficulty), LOG_TYPES[review.state]
    return review.rating, interval, last, factor, review.duration, kind
