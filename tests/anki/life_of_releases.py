"""The life of a student who has the deck of a release, and imports the one of today over it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from shutil import copy, copytree
from time import time

from sco_quiz.anki.package import write_deck
from sco_quiz.anki.previous_deck import read_previous_notes
from sco_quiz.loading.load import load_bank
from tests.anki.life_student import Student
from tests.anki.life_teacher import LEDGER, Deck, content
from tests.anki.life_world import Steps, World, life
from tests.conftest import ROOT

RELEASED = ROOT / "tests" / "released" / "0.1.0"


@dataclass(frozen=True)
class Released(Deck):
    """A deck of the built-in bank, whose changes are those that its fields show."""

    @cached_property
    def shown(self) -> dict[str, object]:
        """What each note shows, with the question's own tags."""
        return {
            name: (content(note.fields), [tag for tag in note.tags if tag.startswith(("tag::", "kind::"))])
            for name, note in self.notes.items()
        }

    def changes_since(self, older: Deck) -> dict[str, str]:
        assert isinstance(older, Released)
        return {name: "changed" for name, what in self.shown.items() if older.shown.get(name, what) != what}


def of_today(folder: Path) -> Deck:
    """Export the built-in bank as it is now over the committed deck."""
    path = Path(copy(ROOT / "decks" / "sco-2010.apkg", folder))
    bank = copytree(ROOT / "questions", folder / "questions")
    loaded = load_bank(bank)
    return Released(path, 1, loaded, write_deck(loaded, path, int(time()), ledger_file=bank / LEDGER))


@life("has the deck of 0.1.0, and imports the one of today")
def release(world: World) -> Steps:
    path = RELEASED / "sco-2010.apkg"
    first = Released(path, 0, load_bank(RELEASED / "sco-2010"))
    latest = max(note.mod for note in read_previous_notes(path, first.bank.id).values())
    student = world.student(first, at=latest + 60)
    own_things(student, tuple(first.notes))
    newest = of_today(world.folder)
    student.now = int(time())
    yield "today", student.load(newest)
    yield "today, again", student.load(newest)
    yield "0.1.0, again", student.load(first)


def over_release(folder: Path, first: Deck) -> Deck:
    """Export the built-in bank over the deck of a release, whose bank begins the ledger."""
    path, ledger = Path(copy(first.path, folder / "sco-2010.apkg")), folder / LEDGER
    write_deck(first.bank, path, int(time()), ledger_file=ledger)
    bank = load_bank(ROOT / "questions")
    return Released(path, 1, bank, write_deck(bank, path, int(time()), ledger_file=ledger))


@life(
    "has the deck of 0.1.0, and tags a note after the one of today was made, before importing it",
    {"today": "missed most-urgent (listed)"},
)
def tags_between(world: World) -> Steps:
    path = RELEASED / "sco-2010.apkg"
    student = world.student(Released(path, 0, load_bank(RELEASED / "sco-2010")), at=int(time()) - 60)
    assert student.deck
    newest = over_release(world.folder, student.deck)
    student.now = int(time()) + 60
    student.tag("most-urgent")
    yield "today", student.load(newest)


def own_things(student: Student, questions: tuple[str, ...]) -> None:
    """Do everything that students do, on every fifth question something else."""
    student.review(*questions[::3])
    for name in questions[::2]:
        student.tag(name)
    for name in questions[1::5]:
        student.edit(name, "Spare8")
    for name in questions[2::5]:
        student.flag(name)
    for name in questions[3::5]:
        student.suspend(name)
    for name in questions[4::5]:
        student.move(name, "Mine::Exam")
    student.write_note()
