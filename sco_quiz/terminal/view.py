"""The part of a tall page that is in the window."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sco_quiz.terminal.page import Row

END = 1_000_000
"""A `top` that is after every row: the end is shown."""


@dataclass
class View:
    """The rows in sight: those from `top` on for which there is room."""

    top: int = 0
    room: int = 0
    rows: int = 0

    @property
    def above(self) -> bool:
        """Whether there are rows above those in sight."""
        return self.top > 0

    @property
    def below(self) -> bool:
        """Whether there is something to read below the rows in sight: more than the frame."""
        return self.top + self.room < self.rows - 1

    @property
    def keys(self) -> str:
        """The keys that show the rest; empty if all is in sight."""
        below, above = "↓ Page Down" if self.below else "", "↑ Page Up" if self.above else ""
        return " · ".join(filter(None, (below, above)))

    def cut(self, rows: list[Row], room: int, sought: Iterable[str] = ()) -> list[Row]:
        """Return the rows in sight; the first one that contains one of these strings is among them."""
        self.rows, self.room = len(rows), max(1, room)
        if strings := tuple(sought):
            self._follow(rows, strings)
        self.top = max(0, min(self.top, self.rows - self.room))
        return rows[self.top : self.top + self.room]

    def turn(self, pages: int) -> None:
        """Move by what is in sight, less a row."""
        self.top = max(0, self.top + pages * max(1, self.room - 1))

    def _follow(self, rows: Sequence[Row], strings: Sequence[str]) -> None:
        found = (n for n, row in enumerate(rows) if any(string in part.text for part in row for string in strings))
        at = next(found, self.top if self.top < END else 0)
        spare = min(2, self.room // 2)  # the option may have several rows
        if self.top >= END:  # what is above it was read before
            self.top = 0 if at + spare < self.room else at - 1
        else:
            self.top = max(min(self.top, at - 1), at + 1 + spare - self.room)
