"""Where the lives of a deck take place, and the table of them with what is expected."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from sco_quiz.core.errors import ExportError
from tests.anki.life_student import Outcome, Student
from tests.anki.life_teacher import AT, DAY, Deck, Teacher, main_line
from tests.anki.profile import Profile

Steps = Iterator[tuple[str, Outcome]]
OK = "ok"


@dataclass
class World:
    """A folder in which students and teachers appear."""

    folder: Path
    students: list[Student] = field(default_factory=list)

    @property
    def decks(self) -> tuple[Deck, ...]:
        """The decks of a teacher who publishes all versions on one computer."""
        folder = self.folder / "main-line"
        folder.mkdir(exist_ok=True)
        return main_line(folder)

    def student(self, first: Deck, at: int | None = None) -> Student:
        """Return a student who imported a first deck, by default on the day after it was published."""
        from anki.collection import Collection

        collection = Collection(str(self._room("student") / "collection.anki2"))
        student = Student(Profile(collection), at or AT[first.number] + DAY)
        self.students.append(student)
        outcome = student.load(first)
        assert outcome.found == [], outcome
        return student

    def teacher(self, clock: int = 0, with_ledger: bool = True) -> Teacher:
        """Return a teacher with an empty folder. `clock` is how many days the clock is ahead."""
        return Teacher(self._room("teacher"), clock * DAY, with_ledger)

    def _room(self, name: str) -> Path:
        room = next(path for number in count() if not (path := self.folder / f"{name}-{number}").exists())
        room.mkdir()
        return room


def on(student: Student, deck: Deck, days: int = 1) -> Student:
    """Let time pass until some days after a version was published."""
    student.now = AT[deck.number] + days * DAY
    return student


Life = Callable[[World], Steps]
LIVES: dict[str, tuple[Life, Mapping[str, str]]] = {}
"""Each life by name, with what is expected of its steps where that is not `ok`."""


def life(name: str, expected: Mapping[str, str] | None = None) -> Callable[[Life], Life]:
    """Add a life to the table. A step with ` before 25.02` after its name is what older versions of Anki do."""

    def register(function: Life) -> Life:
        LIVES[name] = function, expected or {}
        return function

    return register


def expected_of(name: str, step: str) -> str:
    """Return what is expected of a step with the installed Anki."""
    expected = LIVES[name][1]
    return (expected.get(f"{step} before 25.02") if is_old() else None) or expected.get(step, OK)


def is_old() -> bool:
    """Return whether the installed Anki stamps updated notes with the time of the import."""
    from anki.buildinfo import version

    return tuple(int(part) for part in version.split(".")[:2]) < (25, 2)


def run(name: str, folder: Path) -> dict[str, Outcome]:
    """Return what happened in a life, by step."""
    world, happened = World(folder), {}
    try:
        for step, outcome in LIVES[name][0](world):
            happened[step] = outcome
    except ExportError as error:
        happened["export"] = Outcome({}, [f"refused: {error}"])
    finally:
        for student in world.students:
            student.col.close()
    return happened
