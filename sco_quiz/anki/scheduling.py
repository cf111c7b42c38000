"""Convert a student's progress to rows of Anki: the schedules of cards, and the review log. Pure.

A review of a question counts for each of its cards: a terminal asks all gaps of a cloze at once, Anki one by one.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from sco_quiz.anki.revisions import RevisedNote
from sco_quiz.core.review import DAY_BEGINS_HOUR, DAY_MS, Memory, Progress, Rating, Review, State

DAY_S = DAY_MS // 1000
LOG_TYPES = {State.LEARNING: 0, State.REVIEW: 1, State.RELEARNING: 2}
_CARD_TYPES = {State.LEARNING: 1, State.REVIEW: 2, State.RELEARNING: 3}
_START_EASE = 2500  # Anki's default, needed once the student turns FSRS off


@dataclass(frozen=True, slots=True)
class Scheduling:
    """Anki's rows: the columns type … data of `cards` by card id, and the review log.

    `created` is when the collection begins, in s since 1970: days of cards count from it. 0 leaves genanki's value.
    """

    created: int = 0
    cards: dict[int, tuple[object, ...]] = field(default_factory=dict)
    log: list[tuple[int, ...]] = field(default_factory=list)


class _Entry(NamedTuple):
    """A review of a card: which card of its note, its id, and the interval before the review in s."""

    number: int
    card: int
    review: Review
    before: int


def scheduling(notes: Iterable[RevisedNote], progress: Progress) -> Scheduling:
    """Return the rows for a student's progress. Reviews of questions that are not in the deck are skipped."""
    if not progress.reviews:
        return Scheduling()
    first_day = _day(progress.reviews[0].at, progress) - 1  # the collection begins before its reviews
    reviews = defaultdict(list)
    for review in progress.reviews:
        reviews[review.question].append(review)
    cards: dict[int, tuple[object, ...]] = {}
    entries: list[_Entry] = []
    for position, item in enumerate(notes, start=1):
        own = reviews.get(item.note.question)
        if own:
            memory = progress.memories[item.note.question]
            columns = *_columns(memory, own, progress, first_day), _data(memory, progress, position)
            cards.update(dict.fromkeys(item.cards, columns))
            entries += [
                _Entry(number, card, review, before)
                for number, card in enumerate(item.cards)
                for review, before in zip(own, [0, *(each.interval for each in own)], strict=False)
                # of a review that the student's Anki has already, it skips the row with the same time, and no other
                if number == 0 or review.at not in progress.replaces.reviews
            ]
    return Scheduling(first_day * DAY_S + DAY_BEGINS_HOUR * 3600, cards, _log(entries))


def difficulty_of(factor: int) -> float:
    """Return FSRS's difficulty from the ease column of the log, where it is 100 to 1100; 0 for an older ease."""
    return round((factor - 100) * 9 / 1000 + 1, 3) if 100 <= factor <= 1100 else 0.0


def interval_of(column: int) -> int:
    """Return an interval of the log in seconds: the column has days above zero, seconds below."""
    return column * DAY_S if column > 0 else -column


def _interval_column(seconds: int) -> int:
    return round(seconds / DAY_S) if seconds >= DAY_S else -seconds


def _factor_column(difficulty: float) -> int:
    return round((difficulty - 1) / 9 * 1000) + 100 if difficulty else 0


def _day(at: int, progress: Progress) -> int:
    """Return the student's day of a time in ms, counted from 1970."""
    return (at + (progress.utc_offset * 60 - DAY_BEGINS_HOUR * 3600) * 1000) // DAY_MS


def _columns(memory: Memory, reviews: Sequence[Review], progress: Progress, first_day: int) -> tuple[object, ...]:
    """Return the columns type, queue, due, ivl, factor, reps, lapses, left, odue, odid and flags of a card."""
    lapses = sum(review.state is State.REVIEW and review.rating is Rating.AGAIN for review in reviews)
    kind = _CARD_TYPES[memory.state]
    if memory.state is State.REVIEW:
        return kind, 2, memory.due_day - first_day, memory.interval, _START_EASE, len(reviews), lapses, 0, 0, 0, 0
    relearning = memory.state is State.RELEARNING
    days, ease = (_next_interval(memory, progress), _START_EASE) if relearning else (0, 0)
    return kind, 1, memory.due // 1000, days, ease, len(reviews), lapses, memory.left, 0, 0, 0


def _next_interval(memory: Memory, progress: Progress) -> int:
    """Return the interval after relearning: days until predicted recall falls to the desired retention.

    The forgetting curve of FSRS: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
    """
    curve = -1 / progress.decay
    days: float = memory.stability * (progress.desired_retention**curve - 1) / (0.9**curve - 1)
    return max(1, round(days))


def _data(memory: Memory, progress: Progress, position: int) -> str:
    """Return what FSRS needs, and the position in study order, to which Anki returns a card that is reset."""
    values = {
        "pos": position,
        "s": round(memory.stability, 4),
        "d": round(memory.difficulty, 3),
        "dr": round(progress.desired_retention, 2),
        "decay": round(progress.decay, 3),
        "lrt": memory.last_review // 1000,
    }
    return json.dumps(values, separators=(",", ":"))


def _log(entries: Iterable[_Entry]) -> list[tuple[int, ...]]:
    """Return the log in order of time. Its ids are times in ms and unique: further cards of a note take free ones."""
    taken: set[int] = set()
    rows = []
    # first cards first: the time of a review is its id in an import
    for entry in sorted(entries, key=lambda entry: (entry.number > 0, entry.review.at, entry.card)):
        at = next(free for free in count(entry.review.at) if free not in taken)
        taken.add(at)
        rows.append((at, entry.card, -1, *_log_columns(entry.review, entry.before)))
    return sorted(rows)


def _log_columns(review: Review, before: int) -> tuple[int, ...]:
    """Return the columns ease, ivl, lastIvl, factor, time and type."""
    interval, last = _interval_column(review.interval), _interval_column(before)
    factor, kind = _factor_column(review.difficulty), LOG_TYPES[review.state]
    return review.rating, interval, last, factor, review.duration, kind
