"""Notes of a deck that are remembered from the last export, in the folder in which banks are."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from sco_quiz.anki.media import MediaFile
from sco_quiz.anki.notes import Asked, PlannedNote
from sco_quiz.anki.remembered import StoredNotes, given_with, keys_of, stored
from sco_quiz.core.bank import Bank
from sco_quiz.loading.recall.files import BankFiles
from sco_quiz.loading.recall.fingerprint import fingerprint_with

PART = "notes"
ROOMS = ("anki", "card", "core", "data", "loading")


class RememberedNotes:
    """The notes of one bank."""

    def __init__(self, cache: Path | None, bank: Path) -> None:
        self._cache, self._bank = cache, bank

    def recall(
        self,
        bank: Bank,
        media: Mapping[str, MediaFile],
        asked: Sequence[Asked],
        plan: Callable[[Asked], PlannedNote],
    ) -> list[PlannedNote]:
        """Return the note of each question: the one that is remembered, or else planned now, and remembered."""
        state = fingerprint_with(ROOMS, given_with(bank, media)) if self._cache else None
        if self._cache is None or state is None:
            return list(map(plan, asked))
        files = BankFiles(self._cache, self._bank, state)
        known, keys = StoredNotes(files.read(PART) or b""), keys_of(bank, asked)
        found = [known.note(key, each) for key, each in zip(keys, asked, strict=True)]
        notes = [note or plan(each) for note, each in zip(found, asked, strict=True)]
        if None in found or len(notes) != len(known.records):  # no more is stored than the bank has
            files.write(PART, stored(dict(zip(keys, notes, strict=True))))
        return notes
