"""What the previous deck says about each note: its ids and the time of its last change. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sco_quiz.anki.ids import NOTE_TYPE_IDS
from sco_quiz.anki.notes import PlannedNote
from sco_quiz.core.errors import ExportError

EARLIEST = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A note as the previous deck holds it; `content` is compared, `cards` are ids by ordinal."""

    id: int
    mod: int
    content: tuple[int, str, str]
    cards: dict[int, int] = field(default_factory=dict)


Ledger = Mapping[str, Entry]


@dataclass(frozen=True, slots=True)
class Stamped:
    """A planned note with its ids and stamp; `state` is new, changed or unchanged."""

    note: PlannedNote
    id: int
    mod: int
    cards: tuple[int, ...]
    state: str


def content_of(note: PlannedNote) -> tuple[int, str, str]:
    """What is compared with the previous deck: note type, fields and tags as Anki stores them."""
    return NOTE_TYPE_IDS[note.family], "\x1f".join(note.fields), f" {' '.join(note.tags)} "


def stamp(notes: Iterable[PlannedNote], ledger: Ledger, now: int) -> list[Stamped]:
    """Give each note its ids and its time of change: an unchanged note keeps both.

    A question that changes again within a second is stamped with the next one; nothing else is later than `now`.
    Raises ExportError when the clock is behind the previous deck: a stamp in the future would block later updates.
    """
    _refuse_clock(ledger, now)
    if not ledger:
        return _all_new(notes, now)
    planned = list(notes)
    fresh = _free_ids(ledger, now * 1000, sum(1 + len(note.cards) for note in planned))
    stamped = []
    for note in planned:
        entry = ledger.get(note.guid)
        if entry is None:
            cards = tuple(next(fresh) for _ in note.cards)
            stamped.append(Stamped(note, next(fresh), now, cards, "new"))
            continue
        unchanged = content_of(note) == entry.content
        cards = tuple(entry.cards.get(ordinal) or next(fresh) for ordinal in note.cards)
        mod = entry.mod if unchanged else max(now, entry.mod + 1)
        stamped.append(Stamped(note, entry.id, mod, cards, "unchanged" if unchanged else "changed"))
    return stamped


def _all_new(notes: Iterable[PlannedNote], now: int) -> list[Stamped]:
    """Stamp a first deck. Ids are milliseconds that lie before now, however many notes there are."""
    planned = list(notes)
    start = now * 1000 - sum(len(note.cards) for note in planned)
    stamped = []
    for note in planned:
        end = start + len(note.cards)
        stamped.append(Stamped(note, start, now, tuple(range(start, end)), "new"))
        start = end
    return stamped


def _free_ids(ledger: Ledger, before: int, most: int) -> Iterator[int]:
    used = {entry.id for entry in ledger.values()}
    used.update(card for entry in ledger.values() for card in entry.cards.values())
    return iter([number for number in range(before - most - len(used), before) if number not in used])


def _refuse_clock(ledger: Ledger, now: int) -> None:
    latest = max((entry.mod for entry in ledger.values()), default=EARLIEST)
    if now < latest:
        raise ExportError(
            f"the previous deck is of {_moment(latest)}, but the clock says {_moment(now)}: "
            "set the clock, or bring back the deck before that one"
        )


def _moment(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M:%S} UTC"
