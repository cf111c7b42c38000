"""The ledger of a bank: all notes that were ever published, and when each last changed, as JSON Lines. Pure.

One record per line, sorted, so that version control merges it by lines.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import Annotated, Any, NamedTuple

from sco_quiz.anki.deck_names import UNPUBLISHED, DeckNames
from sco_quiz.anki.ids import MAX_GAP, Family
from sco_quiz.core.errors import ExportError
from sco_quiz.core.record_fields import Boolean, Codec, String, Whole

LEDGER_FILE = "anki-ledger.jsonl"
EARLIEST = 1_000_000_000
"""The first modification time that a deck may contain, in seconds since 1970."""
LATEST = 1 << 33
"""The last one: the year 2242."""

_VERSION = 1
_ORDINALS = f"a list of whole numbers below {MAX_GAP}"
_CONFLICT_MARKERS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class Entry(NamedTuple):
    """A published note; times are in seconds since 1970.

    `parts` are hashes of its content, `why` the parts that changed at `changed`, `cards` all ordinals that were ever
    published. `corrected` is when its answer last changed, or 0.
    """

    question: str
    family: Family
    added: int
    changed: int
    parts: Mapping[str, str]
    cards: tuple[int, ...] = (0,)
    why: tuple[str, ...] = ()
    corrected: int = 0
    dropped: bool = False

    def combined(self, other: "Entry") -> "Entry":
        """Return what two records of one note say together: the newer one, with the cards of both.

        Parts that differ in two equally new ones are unknown, so that the next export stamps the note again.
        """
        newer, older = (self, other) if self.changed >= other.changed else (other, self)
        parts = newer.parts
        if newer.changed == older.changed:
            same = dict(newer.parts.items() & older.parts.items())
            parts = dict.fromkeys((*newer.parts, *older.parts), "") | same
        return newer._replace(
            added=min(self.added, other.added),
            parts=parts,
            cards=tuple(sorted({*self.cards, *other.cards})),
            corrected=max(self.corrected, other.corrected),
        )


@dataclass(frozen=True)
class Ledger:
    """The published notes of a bank, and the names of its decks."""

    bank: str
    names: DeckNames = UNPUBLISHED
    entries: tuple[Entry, ...] = ()

    @cached_property
    def newest(self) -> int:
        """The newest modification time."""
        return max((entry.changed for entry in self.entries), default=EARLIEST)

    def corrections(self) -> list[tuple[int, str]]:
        """Return the corrected answers, the newest first: when each changed, and the first id of its question."""
        found = sorted((entry.corrected, entry.question) for entry in self.entries if not entry.dropped)
        newest = {question: at for at, question in found if at}  # one that changed to or from a cloze has two notes
        return sorted(((at, question) for question, at in newest.items()), key=lambda each: (-each[0], each[1]))


@lru_cache(maxsize=1024)  # the notes of one export have one time
def iso_time(seconds: int) -> str:
    """Return a time in UTC."""
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"


def render_ledger(ledger: Ledger) -> str:
    """Return the text of the file."""
    lines: list[Mapping[str, object]] = [{"bank": ledger.bank, "deck": ledger.names.parent, "version": _VERSION}]
    lines += ({"topic": topic, "deck": name} for topic, name in sorted(ledger.names.topics.items()))
    lines += map(_record, sorted(ledger.entries, key=lambda entry: (entry.question, entry.family)))
    encode = json.JSONEncoder(ensure_ascii=False).encode  # `dumps` would make one for each line
    return "".join(f"{encode(line)}\n" for line in lines)


def _record(entry: Entry) -> dict[str, object]:
    """Return the values of a line, without empty ones."""
    values: dict[str, object] = {
        "question": entry.question,
        "family": entry.family,
        "added": iso_time(entry.added),
        "changed": iso_time(entry.changed),
        "why": entry.why,
        "corrected": iso_time(entry.corrected) if entry.corrected else "",
        "cards": entry.cards,
        "parts": entry.parts,
        "dropped": entry.dropped,
    }
    return {name: value for name, value in values.items() if value}


@dataclass(frozen=True, slots=True)
class _Head:
    bank: String
    version: Whole
    deck: String = ""


@dataclass(frozen=True, slots=True)
class _Topic:
    topic: String
    deck: String


@dataclass(frozen=True, slots=True)
class _Note:
    question: String
    family: Annotated[Family, "`standard` or `cloze`"]
    added: String
    changed: String
    cards: Annotated[tuple[Whole, ...], _ORDINALS]
    parts: Annotated[dict[String, String], "a mapping of strings"] = field(default_factory=dict)
    why: Annotated[tuple[String, ...], "a list of strings"] = ()
    corrected: String = ""
    dropped: Boolean = False


_HEAD, _TOPIC, _NOTE = Codec(_Head), Codec(_Topic), Codec(_Note)


def parse_ledger(text: str, name: str, bank_id: str) -> Ledger:
    """Read the text of a ledger, also one that version control merged: markers of conflicts are skipped.

    Raise ExportError, with the name of the file and the line, for one that is damaged or of another bank.
    """
    heads: list[_Head] = []
    decks: dict[str, str] = {}
    notes: dict[tuple[str, Family], Entry] = {}
    for number, record in _records(text, name):
        try:
            if "question" in record:
                entry = _entry(_NOTE.from_json(record))
                key = entry.question, entry.family
                notes[key] = notes[key].combined(entry) if key in notes else entry
            elif "topic" in record:
                topic = _TOPIC.from_json(record)
                decks.setdefault(topic.topic, topic.deck)
            else:
                heads.append(_head(record, name))
        except ValueError as error:
            raise _damaged(name, number, str(error)) from None
    _refuse(heads, name, bank_id)
    return Ledger(bank_id, DeckNames(heads[0].deck, decks), tuple(notes.values()))


def _records(text: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.split("\n"), start=1):  # `splitlines` would also split at characters of names
        if not line.strip() or line.startswith(_CONFLICT_MARKERS):
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            raise _damaged(name, number, "expected a JSON object") from None
        if not isinstance(record, dict):
            raise _damaged(name, number, "expected a JSON object")
        yield number, record


def _head(record: dict[str, Any], name: str) -> _Head:
    """Decode a head. Raise ExportError for that of a newer program, whose other lines may be of another form."""
    head = _HEAD.from_json(record)
    if head.version > _VERSION:
        raise ExportError(f"{name} was written by a newer sco-quiz: update the program first")
    return head


def _entry(note: _Note) -> Entry:
    corrected = _seconds("corrected", note.corrected) if note.corrected else 0
    cards = tuple(sorted({*note.cards}))
    if not cards or cards[-1] >= MAX_GAP:
        raise ValueError(f"`cards` must be {_ORDINALS}")
    return Entry(
        note.question,
        note.family,
        _seconds("added", note.added),
        _seconds("changed", note.changed),
        note.parts,
        cards,
        note.why,
        corrected,
        note.dropped,
    )


def _seconds(name: str, text: str) -> int:
    try:
        at = datetime.fromisoformat(text)
        seconds = int(at.timestamp()) if at.tzinfo else 0
    except (ValueError, OverflowError):
        seconds = 0
    if not EARLIEST <= seconds <= LATEST:
        raise ValueError(f"`{name}` must be a time such as 2026-09-21T14:13:20Z")
    return seconds


def _refuse(heads: Collection[_Head], name: str, bank_id: str) -> None:
    """Raise ExportError for a ledger without a head, or of another bank."""
    if not heads:
        raise _damaged(name, 1, "expected a line with the id of the bank")
    others = sorted({head.bank for head in heads} - {bank_id})
    if others:
        raise ExportError(
            f"{name} is the ledger of the bank `{others[0]}`, but the id in bank.yaml is `{bank_id}`: "
            "restore the id, or delete the ledger if this is a new bank"
        )


def _damaged(name: str, number: int, cause: str) -> ExportError:
    return ExportError(f"{name}, line {number}: {cause}: restore the file, for example from version control")
