"""A student's Anki collection, and small banks to put into it."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import Any

NOW = 1_790_000_000
OUTCOMES = ("new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype", "missing_deck")


def repairs(col: Any) -> str:
    """Return what Check Database tells, without what Anki completes in cards that a test answered too quickly.

    Two entries of the review log within a millisecond may leave a card without the time of its last review. Anki
    counts this as a problem, so only the message says whether there is another.
    """
    message, _ = col.fix_integrity()
    return re.sub(r"^Added last review time to \S+ cards?\.\n", "", message)


@dataclass
class Profile:
    """A student's collection."""

    col: Any

    def load(self, path: Path, with_progress: bool = False, **changed: Any) -> Counter[str]:
        """Import with the options of a new profile, or also with “Import any learning progress” ticked.

        `changed` are other options by Anki's names. Return the numbers of notes by outcome, without zeros.
        """
        from anki.collection import ImportAnkiPackageRequest

        options = self.col._backend.get_import_anki_package_presets()
        options.with_scheduling = with_progress
        for name, value in changed.items():
            setattr(options, name, value)
        log = self.col.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log
        return +Counter({name: len(getattr(log, name)) for name in OUTCOMES})

    def cards(self) -> list[Any]:
        """Return all cards in order of creation."""
        return [self.col.get_card(number) for number in self.col.find_cards("")]

    def note(self, question_id: str) -> Any:
        """Return the note of a question."""
        (number,) = self.col.find_notes(f'"Id:*/{question_id}"')
        return self.col.get_note(number)

    def answer(self, *ratings: int) -> None:
        """Answer the next cards of all decks through the scheduler, each after 2.5 s."""
        self.col.decks.select(self.col.decks.id("Life"))
        for rating in ratings:
            card = self.col.sched.getCard()
            card.timer_started = time() - 2.5
            self.col.sched.answerCard(card, rating)

    def export(self, path: Path, old_format: bool) -> Path:
        """Export everything as .apkg with progress, or as .colpkg."""
        from anki.collection import ExportAnkiPackageOptions

        if path.suffix == ".colpkg":
            self.col.export_collection_package(str(path), include_media=False, legacy=old_format)
            self.col.reopen()
        else:
            options = ExportAnkiPackageOptions(with_scheduling=True, legacy=old_format)
            self.col.export_anki_package(out_path=str(path), options=options, limit=None)
        return path

    def is_sound(self) -> bool:
        """Return whether Check Database finds nothing and no card is empty."""
        empty = self.col.get_empty_cards()
        assert (list(empty.notes), repairs(self.col)) == ([], "Database rebuilt and optimized.")
        return True
