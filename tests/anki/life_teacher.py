"""A teacher's computer, which publishes decks of a bank: its files, its clock, and what it shares with others."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from shutil import copy

from sco_quiz.anki.ids import FIELDS
from sco_quiz.anki.notes import PlannedNote, plan_notes
from sco_quiz.anki.package import DeckReport, write_deck
from sco_quiz.core.bank import Bank
from sco_quiz.core.review import NO_PROGRESS, Progress
from tests.anki.life_versions import versions
from tests.anki.older_deck import with_older_templates
from tests.anki.profile import NOW

DAY = 86_400
LEDGER = "anki-ledger.jsonl"
VERSIONS = versions()
AT = [NOW + 10 * DAY * number for number in range(len(VERSIONS))]
"""When each version is published, in s since 1970: the days of all students follow from these."""

_SEEN = ("Kind", "Prompt", "Typed", "Hint", "Answer", "Explanation", "Level", "AsOf", "Setting", "Beyond")
_OLDER_CSS = ".card { color: black; }"
_NEWEST = len(VERSIONS) - 1  # only the last version is written by the program of today


@dataclass(frozen=True)
class Deck:
    """A published deck: the file that students get, and what the teacher was told when it was written."""

    path: Path
    number: int
    bank: Bank
    report: DeckReport | None = None

    @property
    def rewritten(self) -> Mapping[str, tuple[str, ...]]:
        """The questions that the export names as rewritten, with the parts that changed."""
        return self.report.rewritten if self.report else {}

    def changes_since(self, older: "Deck") -> dict[str, str]:
        """Return what a reader would call changed since an older version, by question."""
        between = VERSIONS[older.number + 1 : self.number + 1]
        return {name: what for version in between for name, what in version.changed.items()}

    @cached_property
    def notes(self) -> dict[str, PlannedNote]:
        """What each question should show, by the id under which it was first published."""
        planned = {note.question: note for note in plan_notes(self.bank).notes}
        return {question.first_id: planned[question.id] for question in self.bank.questions}


@dataclass
class Teacher:
    """A computer with a folder of its own. `clock` is how far its clock is ahead, in s."""

    folder: Path
    clock: int = 0
    with_ledger: bool = True
    decks: list[Deck] = field(default_factory=list)

    @property
    def ledger(self) -> Path:
        """The file that is under version control with the bank."""
        return self.folder / "town" / LEDGER

    @property
    def output(self) -> Path:
        """The deck that each export overwrites."""
        return self.folder / "decks" / "town.apkg"

    def publish(
        self, number: int, *, at: int | None = None, progress: Progress = NO_PROGRESS, resend: Sequence[str] = ()
    ) -> Deck:
        """Write a version's files over those of the former one, and export them."""
        bank = VERSIONS[number].write(self.folder / "town")
        self.output.parent.mkdir(exist_ok=True)
        now = (AT[number] if at is None else at) + self.clock
        ledger = self.ledger if self.with_ledger else None
        report = write_deck(bank, self.output, now, progress, ledger_file=ledger, resend=resend)
        if number < _NEWEST:
            with_older_templates(self.output, _OLDER_CSS, 365 * DAY)
        path = Path(copy(self.output, self.folder / f"{len(self.decks)}-{VERSIONS[number].name}.apkg"))
        self.decks.append(Deck(path, number, bank, report))
        return self.decks[-1]

    def clean(self) -> None:
        """Begin with a fresh checkout: the former deck is gone, the ledger comes with the bank."""
        self.output.unlink()

    def pull(self, other: "Teacher") -> None:
        """Take over what the other one committed: the ledger, but not the deck."""
        if other.ledger.exists():
            self.ledger.parent.mkdir(parents=True, exist_ok=True)
            copy(other.ledger, self.ledger)

    def merge(self, other: "Teacher") -> None:
        """Merge what the other one committed as git merges lines that both have added."""
        if other.ledger.exists():
            lines = [*self.ledger.read_text("utf-8").splitlines(), *other.ledger.read_text("utf-8").splitlines()]
            first, *rest = dict.fromkeys(lines)
            self.ledger.write_text("\n".join([first, *sorted(rest)]) + "\n", "utf-8")


@cache
def main_line(folder: Path) -> tuple[Deck, ...]:
    """Return the decks of a teacher who publishes all versions on one computer, in a folder of that teacher's own."""
    teacher = Teacher(folder)
    return tuple(teacher.publish(number) for number in range(len(VERSIONS)))


def content(fields: Sequence[str]) -> dict[str, object]:
    """Return what a reader would call the content of a note, by field."""
    named = dict(zip(FIELDS, fields, strict=False))
    seen: dict[str, object] = {name: named[name] for name in _SEEN}
    # a card shuffles its options, and a withdrawn question may name another successor
    seen["Options"] = sorted(re.findall(r'dir="auto">(.*?)</li>', named["Options"]))
    seen["Retired"] = bool(named["Retired"])
    seen["Source"] = re.findall(r'class="paragraph"[^>]*>\D*(\d+)', named["Source"])
    return seen
