"""Parse YAML into a tree of values with lines and columns. Every scalar stays the text that was typed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent
from yaml.scanner import ScannerError

from sco_quiz.loading.yaml_nodes import LongScalar, Mapping, Node, Scalar, Sequence, to_data

MAX_DEPTH = 12  # twice what a bank needs; more would overflow the recursive functions below
# a base loader resolves no types: 2010 and `no` stay text; the one in C is missing where PyYAML was built without it
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


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


def parse_data(text: str) -> Any:
    """Return the content of a file as strings, lists and dicts; None when it has none or cannot be parsed."""
    parsed = parse(text)
    return to_data(parsed.root) if isinstance(parsed, Tree) and parsed.root else None
