"""The places in a file where something was found: searched once, and known at the next run."""

from collections.abc import Callable, Iterator
from typing import Any

from sco_quiz.core.place import KeyPath, Place
from sco_quiz.loading.document import Document

Asked = tuple[str, KeyPath, str]
"""The id of a question, a key path in it, and words in the value there."""
_Spot = tuple[int, int, int]
"""Line and column from 0, and width."""


class Places:
    """The places that were asked for in one file."""

    def __init__(self) -> None:
        self._known: dict[Asked, _Spot] = {}
        self._asked: dict[Asked, _Spot] = {}

    def find(self, document: Document, asked: Asked, search: Callable[[], Place]) -> Place:
        """Return the place in the document of the file that is known, else what a search finds."""
        spot = self._known.get(asked)
        place = document.place(*spot) if spot else search()
        self._asked[asked] = spot or (place.line - 1, place.column - 1, place.width)
        return place

    def stored(self) -> Iterator[tuple[object, ...]]:
        """Yield what was asked for as values for `revived`."""
        return ((*asked, *spot) for asked, spot in self._asked.items())

    @classmethod
    def revived(cls, values: Any) -> "Places":
        """Return places that know what was stored. Raises ValueError or TypeError if it is damaged."""
        places = cls()
        for question, path, part, line, column, width in values:
            places._known[question, tuple(path), part] = int(line), int(column), int(width)
        return places
