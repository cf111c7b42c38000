"""The next state of a bank's deck and of its ledger, given what was published before. Pure."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property

from sco_quiz.anki.deck_names import DeckNames, published_names
from sco_quiz.anki.ids import guid_for
from sco_quiz.anki.ledger import LATEST, Entry, Ledger
from sco_quiz.anki.notes import DeckPlan, Recall, describe_decks, plan_notes, plan_now, withdrawn_deck
from sco_quiz.anki.replaced_notes import replaced_notes
from sco_quiz.anki.revisions import KnownNotes, PreviousNotes, RevisedNote, known_notes, revise
from sco_quiz.core.bank import Bank
from sco_quiz.core.errors import ExportError


@dataclass(frozen=True)
class Evidence:
    """What tells when notes last changed: the ledger, and earlier decks. `text` is the ledger's file."""

    ledger: Ledger
    decks: tuple[PreviousNotes, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class DeckRevision:
    """The plan of a deck, its notes with their ids and times, and the ledger that records them.

    `dropped` are notes whose question is no longer in the bank, `behind` how many seconds the clock is behind.
    """

    plan: DeckPlan
    notes: tuple[RevisedNote, ...]
    ledger: Ledger
    dropped: tuple[Entry, ...]
    behind: int

    @cached_property
    def rewritten(self) -> dict[str, tuple[str, ...]]:
        """What changed, by the id of the question."""
        found: dict[str, tuple[str, ...]] = {}
        for item in self.notes:
            if item.state == "changed":
                earlier = found.get(item.note.question, ())
                found[item.note.question] = tuple(dict.fromkeys((*earlier, *item.entry.why)))
        return found

    @property
    def new_questions(self) -> tuple[str, ...]:
        """The ids of questions that were never published, in study order."""
        known = set(self.replaced_notes)
        return tuple(
            item.note.question for item in self.notes if item.state == "new" and item.note.question not in known
        )

    @property
    def replaced_notes(self) -> tuple[str, ...]:
        """The ids of questions that have a second, retired note."""
        return tuple(item.note.question for item in self.notes if item.note.replaced)


def revise_deck(
    bank: Bank,
    evidence: Evidence,
    now: int,
    resend: Collection[str] = (),
    for_everyone: bool = True,
    recall: Recall = plan_now,
) -> DeckRevision:
    """Plan a deck and give each note its time. `recall` may know some of its notes.

    Raise ExportError like `plan_notes`, for an unknown id to resend, and for a time that no deck may contain. A
    student's own deck has no replaced notes: a new collection does not need them.
    """
    if now > LATEST:
        raise ExportError(f"the clock is wrong, it is past the year {datetime.fromtimestamp(LATEST, UTC).year}: set it")
    known = known_notes(evidence.ledger, *evidence.decks)
    plan = plan_notes(bank, _published_names(evidence), recall)
    withdrawn = withdrawn_deck(bank, plan.names)
    planned = [*plan.notes, *(replaced_notes(bank, plan.notes, known, withdrawn) if for_everyone else ())]
    notes = tuple(revise(planned, known, now, _found(bank, resend)))
    ledger = _next_ledger(bank, plan, known, notes)
    newest = max((entry.changed for entry in known.values()), default=now)
    return DeckRevision(
        replace(plan, decks=describe_decks(bank, plan.names, planned, ledger.corrections())),
        notes,
        ledger,
        tuple(_dropped(bank, known, notes)),
        max(0, newest - now),
    )


def _published_names(evidence: Evidence) -> DeckNames:
    """Return the names of decks that students have: those of the ledger, or without one those of an earlier deck."""
    if evidence.text:
        return evidence.ledger.names
    notes = (note for deck in evidence.decks for note in deck.values() if "retired" not in note.tags)
    return published_names((note.topic, note.deck) for note in notes)


def _dropped(bank: Bank, known: KnownNotes, notes: Iterable[RevisedNote]) -> Iterator[Entry]:
    """Yield the notes that are in the deck no more."""
    kept = {item.note.guid for item in notes}  # a deck may know one by a later id than its first
    for guid, entry in known.items():
        if guid not in kept and not entry.dropped and entry.question not in bank.by_first_id:
            yield entry


def _found(bank: Bank, ids: Collection[str]) -> set[str]:
    """Return the current ids of questions."""
    found = {}
    for name in ids:
        question = bank.find(name)
        if question is None:
            raise ExportError(f"no question of the bank has the id `{name}`")
        found[name] = question.id
    return set(found.values())


def _next_ledger(bank: Bank, plan: DeckPlan, known: KnownNotes, notes: Iterable[RevisedNote]) -> Ledger:
    """Return the ledger after the export; what it once knew stays, so that what returns gets a newer time."""
    entries = {item.note.guid: item.entry for item in notes}
    for guid, entry in known.items():
        # what an earlier deck knows by a later id than the first is no longer found by its name
        if guid not in entries and guid_for(bank.id, entry.question, entry.family) == guid:
            entries[guid] = entry._replace(dropped=True)
    return Ledger(bank.id, plan.names, tuple(entries.values()))
