"""The text of one file, and places in it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem

# the start of a question as people write it, even where YAML reads the line as something else
QUESTION_START = re.compile(r"""^[ \t]*-[ \t]+["']?(?P<key>id|type)["']?[ \t]*:""", re.MULTILINE)


# all lines of a large bank would be an eighth of its memory, and those of a file are needed again and again
@lru_cache(maxsize=2)
def _lines(text: str) -> tuple[str, ...]:
    # not splitlines, which also divides at characters that editors do not count as line ends
    return tuple(text.split("\n"))


@dataclass(frozen=True)
class Document:
    """A file's text, in which every line ends with a line feed, and its name as shown to the user."""

    name: str
    text: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, without their line ends."""
        return _lines(self.text)

    def line(self, number: int) -> str:
        """Return a line; an empty one where YAML puts what is missing behind the last line."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def place(self, line: int, column: int, width: int = 1) -> Place:
        """Return the place at a line and column counted from 0."""
        return Place(self.name, line + 1, column + 1, max(1, width), self.line(line))

    def place_at(self, offset: int, width: int = 1) -> Place:
        """Return the place at an offset into the text."""
        line = self.text.count("\n", 0, offset)
        return self.place(line, offset - self.text.rfind("\n", 0, offset) - 1, width)

    def problem(self, name: str, message: str, line: int, column: int, width: int = 1, hint: str = "") -> Problem:
        """Return a problem at a line and column counted from 0."""
        return Problem(name, message, self.place(line, column, width), hint)
