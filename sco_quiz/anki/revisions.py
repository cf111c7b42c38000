"""Which notes changed since the previous deck: each note's ids and modification time. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from sco_quiz.anki.escape import tag
from sco_quiz.anki.ids import FIELDS, NOTE_TYPE_IDS
from sco_quiz.anki.notes import PlannedNote
from sco_quiz.core.errors import ExportError

EARLIEST = 1_000_000_000
"""The first modification time that a deck may contain, in seconds since 1970."""

_ID_FIELD = FIELDS.index("Id")
_TOPIC_TAG = tag("topic", "x").removesuffix("x")


@dataclass(frozen=True, slots=True)
class PreviousNote:
    """A note of the previous deck; `mod` is its modification time, `cards` are ids of cards by ordinal.

    `deck` is the full name of the deck of its cards.
    """

    id: int
    mod: int
    note_type: int
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    cards: Mapping[int, int] = field(default_factory=dict)
    deck: str = ""

    @property
    def topic(self) -> str:
        """The id of the note's topic."""
        found = (name.removeprefix(_TOPIC_TAG) for name in self.tags if name.startswith(_TOPIC_TAG))
        return next(found, "")

    @property
    def bank_id(self) -> str:
        """The id of the note's bank."""
        return self.fields[_ID_FIELD].partition("/")[0]

    def shows_the_same(self, note: PlannedNote) -> bool:
        """Return whether nothing that Anki would update differs."""
        return (self.note_type, self.fields, self.tags) == (NOTE_TYPE_IDS[note.family], note.fields, note.tags)


PreviousNotes = Mapping[str, PreviousNote]
"""The notes of the previous deck by guid; empty without one."""


@dataclass(frozen=True, slots=True)
class RevisedNote:
    """A planned note with its ids, its modification time, and what became of it since the previous deck."""

    note: PlannedNote
    id: int
    mod: int
    cards: tuple[int, ...]
    state: Literal["new", "changed", "unchanged"]


def revise(notes: Iterable[PlannedNote], previous: PreviousNotes, now: int) -> list[RevisedNote]:
    """Give each note its ids and its modification time; an unchanged note retains both.

    Anki updates a note only when its modification time has increased. A question that changes twice within a second
    gets the next second; no other time is later than `now`. Raise ExportError when the clock is behind the previous
    deck: a time in the future would block later updates.
    """
    _refuse_clock(previous, now)
    planned = list(notes)
    if not previous:
        return _all_new(planned, now)
    free = _free_ids(previous, now * 1000, sum(1 + len(note.cards) for note in planned))
    return [_revised(note, previous.get(note.guid), now, free) for note in planned]


def _revised(note: PlannedNote, before: PreviousNote | None, now: int, free: Iterator[int]) -> RevisedNote:
    if before is None:
        cards = tuple(next(free) for _ in note.cards)
        return RevisedNote(note, next(free), now, cards, "new")
    # a gap that was added needs a card; the other cards retain their ids, and so their schedules
    cards = tuple(before.cards.get(ordinal) or next(free) for ordinal in note.cards)
    if before.shows_the_same(note):
        return RevisedNote(note, before.id, before.mod, cards, "unchanged")
    return RevisedNote(note, before.id, max(now, before.mod + 1), cards, "changed")


def _all_new(notes: Iterable[PlannedNote], now: int) -> list[RevisedNote]:
    """Revise a first deck. Ids are milliseconds before `now`: Anki renumbers those in the future."""
    planned = list(notes)
    start = now * 1000 - sum(len(note.cards) for note in planned)
    revised = []
    for note in planned:
        end = start + len(note.cards)
        revised.append(RevisedNote(note, start, now, tuple(range(start, end)), "new"))
        start = end
    return revised


def _free_ids(previous: PreviousNotes, before: int, most: int) -> Iterator[int]:
    used = {note.id for note in previous.values()}
    used.update(card for note in previous.values() for card in note.cards.values())
    return iter([number for number in range(before - most - len(used), before) if number not in used])


def _refuse_clock(previous: PreviousNotes, now: int) -> None:
    latest = max((note.mod for note in previous.values()), default=EARLIEST)
    if now < latest:
        raise ExportError(
            f"the previous deck was written at {_utc(latest)}, but the clock shows {_utc(now)}: "
            "set the clock, or restore the deck before that one"
        )


def _utc(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M:%S} UTC"
