"""A student's Anki collection, and small banks to put into it."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NOW = 1_790_000_000
OUTCOMES = ("new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype", "missing_deck")


@dataclass
class Profile:
    """A student's collection."""

    col: Any

    def load(self, path: Path) -> Counter[str]:
        """Import with the options of a fresh profile; what became of the notes, without zeros."""
        from anki.collection import ImportAnkiPackageRequest

        options = self.col._backend.get_import_anki_package_presets()
        log = self.col.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log
        return +Counter({name: len(getattr(log, name)) for name in OUTCOMES})

    def cards(self) -> list[Any]:
        """All cards, in order of creation."""
        return [self.col.get_card(number) for number in self.col.find_cards("")]

    def note(self, question_id: str) -> Any:
        """The note of a question."""
        (number,) = self.col.find_notes(f'"Id:*/{question_id}"')
        return self.col.get_note(number)

    def is_sound(self) -> bool:
        """Whether Check Database finds nothing and no card is empty."""
        empty = self.col.get_empty_cards()
        message, ok = self.col.fix_integrity()
        return bool(ok) and not empty.notes and message == "Database rebuilt and optimized."
