"""A tree of YAML: text, lists and mappings with their lines and columns, which are counted from 0."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from sco_quiz.core.place import KeyPath


@dataclass(slots=True)
class Scalar:
    """Text with its start and end; `plain` means without quotes, and not below `>` or `|`.

    Most is on one line as it is: only a `LongScalar` must keep its end, for these are a third of a bank's memory.
    """

    value: str
    line: int
    column: int

    @property
    def end_line(self) -> int:
        """The line of its last character."""
        return self.line

    @property
    def end_column(self) -> int:
        """The column behind its last character."""
        return self.column + len(self.value)

    @property
    def plain(self) -> bool:
        """Whether its characters are those of the file."""
        return True

    def read_as(self, value: str) -> "LongScalar":
        """Return another text of the same place."""
        return LongScalar(value, self.line, self.column, self.end_line, self.end_column, self.plain)

    @property
    def width(self) -> int:
        """Its length on the first line, at least 1."""
        return self.end_column - self.column or 1 if self.end_line == self.line else 1

    @property
    def bare(self) -> bool:
        """Whether nothing was typed at all."""
        return self.plain and not self.value and self.end_column == self.column


@dataclass(slots=True)
class LongScalar(Scalar):
    """Text with another end than its length tells."""

    end_line: int = field()
    end_column: int = field()
    plain: bool = field()


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    column: int
    items: list["Node"] = field(default_factory=list)
    width: ClassVar[int] = 1


@dataclass(slots=True)
class Mapping:
    """Fields with their values, in the order of the file; `names` are the field names, in the same order."""

    line: int
    column: int
    entries: dict[str, "Node"] = field(default_factory=dict)
    names: list[Scalar] = field(default_factory=list)
    width: ClassVar[int] = 1

    @property
    def keys(self) -> dict[str, Scalar]:
        """The place of each field name; made when it is asked for, since few are."""
        return {name.value: name for name in self.names}


Node = Scalar | Sequence | Mapping


def to_data(node: Node) -> Any:
    """Return the tree as strings, lists and dicts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [to_data(item) for item in node.items]
    return {key: to_data(value) for key, value in node.entries.items()}


def node_at(node: Node, path: KeyPath) -> Node:
    """Return the node under a key path, or the deepest one on the way that exists."""
    for part in path:
        if isinstance(node, Mapping) and isinstance(part, str) and part in node.entries:
            node = node.entries[part]
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            break
    return node


def end_of(node: Node) -> tuple[int, int]:
    """Return the line and column where a node ends."""
    if isinstance(node, Scalar):
        return node.end_line, node.end_column
    inside = node.items if isinstance(node, Sequence) else [*node.entries.values()]
    return end_of(inside[-1]) if inside else (node.line, node.column + 1)
