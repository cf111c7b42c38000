"""The outline of a question: what it is chosen by, without its text."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar, overload

from pydantic import PositiveInt

if TYPE_CHECKING:
    from sco_quiz.core.kinds import AnyQuestion

Counts = dict[str, PositiveInt]
Derived = TypeVar("Derived")


class Derive(Protocol):
    """Returns what follows from the whole bank under a name: remembered as a type of Pydantic, or else found now."""

    def __call__(self, name: str, kind: type[Derived], find: Callable[[], Derived]) -> Derived:
        """Return what is remembered under a name, or what `find` finds."""


class Outline(Protocol):
    """The fields by which questions are chosen; a question is an outline of itself."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def formerly(self) -> tuple[str, ...]:
        """Its previous ids, the oldest first."""

    @property
    def first_id(self) -> str:
        """The id under which it was first published."""

    @property
    def type(self) -> str:
        """The name of its kind."""

    @property
    def source(self) -> tuple[int, ...]:
        """The paragraphs that support it."""

    @property
    def level(self) -> str:
        """Its level."""

    @property
    def tags(self) -> tuple[str, ...]:
        """Its tags."""

    @property
    def never_with(self) -> tuple[str, ...]:
        """The ids of its enemies."""

    @property
    def status(self) -> str:
        """Whether it is active or retired."""


class LazyQuestions(Sequence["AnyQuestion"]):
    """Questions that have only outlines; `make` makes the one at an index when it is first asked for."""

    def __init__(self, outlines: Sequence[Outline], make: Callable[[int], "AnyQuestion"]) -> None:
        self.outlines = outlines
        self._make = make
        self._made: dict[int, AnyQuestion] = {}

    def __len__(self) -> int:
        return len(self.outlines)

    @overload
    def __getitem__(self, index: int) -> "AnyQuestion": ...
    @overload
    def __getitem__(self, index: slice) -> "tuple[AnyQuestion, ...]": ...
    def __getitem__(self, index: int | slice) -> "AnyQuestion | tuple[AnyQuestion, ...]":
        places = range(len(self))[index]
        return self._at(places) if isinstance(places, int) else tuple(map(self._at, places))

    def __iter__(self) -> Iterator["AnyQuestion"]:
        return map(self._at, range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _at(self, place: int) -> "AnyQuestion":
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]


def outlines_of(questions: "Sequence[AnyQuestion]") -> Sequence[Outline]:
    """Return the outlines of questions, without making those that have only outlines."""
    return questions.outlines if isinstance(questions, LazyQuestions) else questions


def find_now(name: str, kind: type[Derived], find: Callable[[], Derived]) -> Derived:
    """Find it without remembering anything."""
    return find()
