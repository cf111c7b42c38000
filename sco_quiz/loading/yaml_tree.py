"""Parse YAML into a tree of values with lines and columns. Every scalar stays the text that was typed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, NamedTuple

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent
from yaml.scanner import ScannerError

from sco_quiz.core.place import KeyPath

MAX_DEPTH = 12  # twice what a bank needs; more would overflow the recursive functions below
# a base loader resolves no types: 2010 and `no` stay text; the one in C is missing where PyYAML was built without it
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


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
    """Fields with their values, in the order of the file; `names` are the field names with their places."""

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


class RepeatedKey(NamedTuple):
    """A key that its mapping has already: the first one counts."""

    key: Scalar
    first: Scalar


class NoKey(NamedTuple):
    """A key that is missing, or is a list or mapping: its value is dropped."""

    node: Node


Fault = RepeatedKey | NoKey


class Refusal(NamedTuple):
    """A feature of YAML that no bank uses; line and column from 0."""

    feature: Literal["tag", "anchor", "alias", "second document", "depth"]
    line: int
    column: int
    name: str = ""


class SyntaxStop(NamedTuple):
    """Where libyaml stopped, and where what it was reading had started: lines and columns from 0."""

    line: int
    column: int
    start_line: int
    start_column: int
    reason: str
    in_token: bool = False


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed file; `root` is None when it has no content, `scalars` are all of them in the order of the file."""

    root: Node | None
    scalars: list[Scalar]
    faults: list[Fault]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that cannot be parsed to its end: why, and what was read before."""

    stop: SyntaxStop | Refusal
    scalars: list[Scalar]
    faults: list[Fault]


def parse(text: str) -> Tree | Unreadable:
    """Parse the one YAML document of a file.

    The tree is built from libyaml's events without recursion: its own composer overflows the C stack on deep
    nesting, resolves aliases before they can be refused, and silently keeps the last of two equal keys.
    """
    builder = _Builder()
    try:
        stop = builder.build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        stop = _syntax_stop(error)
    except yaml.reader.ReaderError as error:  # a control character, which `scan` reports where a bank is read
        before = text.encode()[: error.position].decode("utf-8", "ignore")
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        stop = SyntaxStop(line, column, line, column, error.reason)
    if stop:
        return Unreadable(stop, builder.scalars, builder.faults)
    return Tree(builder.root, builder.scalars, builder.faults)


class _Builder:
    """Build a tree from events; what was read remains when they end early."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.scalars: list[Scalar] = []
        self.faults: list[Fault] = []

    def build(self, events: Iterable[Any]) -> SyntaxStop | Refusal | None:
        """Set the root, or return why the events must not be read further."""
        add: Callable[[Node], None] = self._set_root
        remember = self.scalars.append
        known: dict[Any, Any] = {}
        outer: list[Callable[[Node], None]] = []
        for event in events:
            kind = type(event)  # compared by identity, which is faster than isinstance; most of the time is spent here
            if kind is ScalarEvent:
                if (event.tag or event.anchor) and (refusal := _refuse_marks(event)):
                    return refusal
                scalar = _scalar(event, known)
                remember(scalar)
                add(scalar)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                add = outer.pop()
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                outer.append(add)
                if refusal := _refuse_marks(event) or _refuse_depth(event, len(outer)):
                    return refusal
                add = self._enter(event, add)
            elif refusal := _refuse_others(event, self.root is not None):
                return refusal
        return None

    def _set_root(self, node: Node) -> None:
        self.root = node

    def _enter(self, event: Any, add: Callable[[Node], None]) -> Callable[[Node], None]:
        """Add a list or mapping, and return the function that takes what is in it."""
        mark = event.start_mark
        if type(event) is SequenceStartEvent:
            listed = Sequence(mark.line, mark.column)
            add(listed)
            return listed.items.append
        mapping = Mapping(mark.line, mark.column)
        add(mapping)
        return self._adder(mapping)

    def _adder(self, mapping: Mapping) -> Callable[[Node], None]:
        """Return a function that takes keys and values in turn.

        After a second `id` it ignores the rest: another question continues there, without its dash.
        """
        waiting: list[Scalar | None] = []  # a key until its value comes; None when the value is to be dropped
        ended = False

        def add(node: Node) -> None:
            nonlocal ended
            if not waiting:
                waiting.append(self._key(node))
                return
            key = waiting.pop()
            if key is None or ended:
                return
            if key.value in mapping.entries:
                self.faults.append(RepeatedKey(key, mapping.keys[key.value]))
                ended = key.value == "id"
                return
            mapping.entries[key.value] = node
            mapping.names.append(key)

        return add

    def _key(self, node: Node) -> Scalar | None:
        if isinstance(node, Scalar) and not node.bare:
            return node
        self.faults.append(NoKey(node))
        return None


def _scalar(event: Any, known: dict[Any, Any]) -> Scalar:
    """Return the scalar of an event; `known` makes equal strings and lines one object, which saves memory."""
    start, end, one = event.start_mark, event.end_mark, known.setdefault
    text, line, last, plain = event.value, start.line, end.line, event.implicit[0]
    text, line = one(text, text), one(line, line)
    if plain and last == line and end.column == start.column + len(text):
        return Scalar(text, line, start.column)
    return LongScalar(text, line, start.column, one(last, last), end.column, plain)


def _refuse_marks(event: Any) -> Refusal | None:
    """Refuse tags and anchors; a lone `!` only says that a value is text, which every value is."""
    mark = event.start_mark
    if event.tag is not None and event.tag != "!":
        return Refusal("tag", mark.line, mark.column)
    if event.anchor is not None:
        return Refusal("anchor", mark.line, mark.column, event.anchor)
    return None


def _refuse_depth(event: Any, depth: int) -> Refusal | None:
    mark = event.start_mark
    return Refusal("depth", mark.line, mark.column) if depth > MAX_DEPTH else None


def _refuse_others(event: Any, begun: bool) -> Refusal | None:
    """Refuse aliases, and a document after the first."""
    mark = event.start_mark
    if type(event) is yaml.AliasEvent:
        return Refusal("alias", mark.line, mark.column, event.anchor or "")
    if type(event) is yaml.DocumentStartEvent and begun:
        return Refusal("second document", mark.line, mark.column)
    return None


def _syntax_stop(error: yaml.MarkedYAMLError) -> SyntaxStop:
    mark: Any = error.problem_mark or error.context_mark  # libyaml does not always give both
    start: Any = error.context_mark or mark
    reason = " ".join(part for part in (error.context, error.problem) if part)
    return SyntaxStop(mark.line, mark.column, start.line, start.column, reason, isinstance(error, ScannerError))


def to_data(node: Node) -> Any:
    """Return the tree as strings, lists and dicts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [to_data(item) for item in node.items]
    return {key: to_data(value) for key, value in node.entries.items()}


def parse_data(text: str) -> Any:
    """Return the content of a file as strings, lists and dicts; None when it has none or cannot be parsed."""
    parsed = parse(text)
    return to_data(parsed.root) if isinstance(parsed, Tree) and parsed.root else None


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
