"""When each note last changed: what the ledger and earlier decks say, beside what is planned now. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from sco_quiz.anki.escape import tag
from sco_quiz.anki.ids import FIELDS, NOTE_TYPE_IDS, SEPARATOR, Family, guid_for
from sco_quiz.anki.ledger import EARLIEST, Entry, Ledger, iso_time
from sco_quiz.anki.note_parts import SENT_AGAIN, changed_parts, note_parts
from sco_quiz.anki.notes import PlannedNote

_ID_FIELD = FIELDS.index("Id")
_TOPIC_TAG = tag("topic", "x").removesuffix("x")
_FIRST_STAMP = EARLIEST + 86_400  # the ids of notes are before it, and a clock may be back in 1970
_FAMILIES: dict[int, Family] = {number: family for family, number in NOTE_TYPE_IDS.items()}


@dataclass(frozen=True)
class PreviousNote:
    """A note of an earlier deck; `mod` is its modification time, `cards` are ids of cards by ordinal.

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

    @cached_property
    def entry(self) -> Entry:
        """What the note would be in a ledger. Its question may have had another id first."""
        question = self.fields[_ID_FIELD].partition("/")[2]
        added = min(self.id // 1000 + 1, self.mod)
        parts = note_parts(self.fields, self.tags)
        return Entry(question, _FAMILIES[self.note_type], added, self.mod, parts, tuple(sorted(self.cards)))


PreviousNotes = Mapping[str, PreviousNote]
"""The notes of an earlier deck by guid; empty without one."""

KnownNotes = Mapping[str, Entry]
"""The newest known state of each published note by guid."""


class RevisedNote(NamedTuple):
    """A planned note with its ids, its entry in the ledger, and what became of it since it was last published."""

    note: PlannedNote
    entry: Entry
    cards: tuple[int, ...]
    state: Literal["new", "changed", "unchanged"]

    @property
    def id(self) -> int:
        """The id of the note in the file: that of its first card."""
        return self.cards[0]

    @property
    def mod(self) -> int:
        """Its modification time."""
        return self.entry.changed

    @property
    def day(self) -> str:
        """The day of its last change, by which students see which state of a card they have: one of its fields."""
        return _day(self.entry.changed)

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields of the note."""
        before, after = self.note.joined
        return tuple(f"{before}{self.day}{after}".split(SEPARATOR))


def known_notes(ledger: Ledger, *decks: PreviousNotes) -> dict[str, Entry]:
    """Return the newest evidence for each note; an earlier deck counts only for what the ledger does not know."""
    known = {guid_for(ledger.bank, entry.question, entry.family): entry for entry in ledger.entries}
    for deck in decks:
        for guid, note in deck.items():
            before = known.get(guid)
            if note.note_type not in _FAMILIES or (before and before.changed >= note.mod):
                continue
            entry = note.entry
            known[guid] = entry.combined(before)._replace(question=before.question) if before else entry
    return known


def revise(
    notes: Iterable[PlannedNote], known: KnownNotes, now: int, resend: Collection[str] = ()
) -> list[RevisedNote]:
    """Give each note its ids and its modification time; an unchanged note retains its time.

    Anki updates a note only when its modification time has increased, so a changed note gets a time that is newer than
    its own and not older than any other, even when the clock is behind. `resend` has ids of questions to stamp again.
    """
    newest = max(now, max((entry.changed for entry in known.values()), default=_FIRST_STAMP))
    planned = list(notes)
    entries = [_entry(note, known.get(note.guid), newest, note.question in resend) for note in planned]
    return [
        RevisedNote(note, entry, cards, _state(known.get(note.guid), entry))
        for note, entry, cards in zip(planned, entries, _card_ids(planned, entries), strict=True)
    ]


def _entry(note: PlannedNote, before: Entry | None, newest: int, resend: bool) -> Entry:
    if before is None:
        return Entry(note.first_id, note.family, newest, newest, note.parts, note.cards)
    # a deck may know it by a later id, and only the ledger knows the cards of gaps that are gone
    cards = before.cards if before.cards == note.cards else tuple(sorted({*before.cards, *note.cards}))
    entry = before._replace(question=note.first_id, parts=note.parts, cards=cards, dropped=False)
    why = changed_parts(before.parts, note.parts) or (SENT_AGAIN,) * resend
    if not why:
        return entry
    stamp = max(newest, before.changed + 1)
    return entry._replace(changed=stamp, why=why, corrected=stamp if "answer" in why else before.corrected)


def _state(before: Entry | None, entry: Entry) -> Literal["new", "changed", "unchanged"]:
    if before is None:
        return "new"
    return "unchanged" if before.changed == entry.changed else "changed"


@lru_cache(maxsize=1024)  # notes of one export have one
def _day(seconds: int) -> str:
    return iso_time(seconds).partition("T")[0]


def _card_ids(notes: Sequence[PlannedNote], entries: Sequence[Entry]) -> list[tuple[int, ...]]:
    """Return the ids of each note's cards: milliseconds before the note was added, all different.

    They follow from the ledger alone, so that every machine writes the same file. Anki recognizes notes by their guid;
    it renumbers ids in the future.
    """
    found: list[tuple[int, ...]] = [()] * len(notes)
    end = max((entry.added for entry in entries), default=0) * 1000
    added = [entry.added for entry in entries]
    for index in sorted(range(len(notes) - 1, -1, -1), key=added.__getitem__, reverse=True):
        ever, cards = entries[index].cards, notes[index].cards
        end = min(end, added[index] * 1000) - len(ever)
        found[index] = (end,) if ever == cards == (0,) else tuple(end + ever.index(ordinal) for ordinal in cards)
    return found
