"""Position in a file, and key path in a question."""

from dataclasses import dataclass, field

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A file with 1-based line and column; `text` is that line, and `width` the number of characters to mark."""

    file: str
    line: int = 0
    column: int = 0
    width: int = field(default=1, compare=False)
    text: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file
