"""YAML to a tree of values with lines and columns. Every scalar stays the text that was typed."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from sco_quiz.core.place import KeyPath
from sco_quiz.core.problem import Problem
from sco_quiz.loading.diagnosis.folded_items import swallowed_items
from sco_quiz.loading.diagnosis.hash_comments import hash_lines, swallowed
from sco_quiz.loading.diagnosis.syntax_errors import Stop, starts_with_gap, syntax_problem, too_deep
from sco_quiz.loading.document import Document

MAX_DEPTH = 12
_GAP = re.compile(r" *(?:- +)*(?:[a-z_]+: +)(\{\{)")
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Scalar:
    """A text; `width` is its length on its first line, and `bare` means that nothing was typed at all."""

    value: str
    line: int
    column: int
    width: int = 1
    bare: bool = False


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    column: int
    items: list["Node"] = field(default_factory=list)
    width: int = 1


@dataclass(slots=True)
class Mapping:
    """Fields with their values, in the order of the file; `keys` keeps the places of the field names."""

    line: int
    column: int
    entries: dict[str, "Node"] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)
    width: int = 1


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    """The file cannot be read past this problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def parse_nodes(document: Document) -> tuple[Node | None, list[Problem]]:
    """Parse the one YAML document of a file; None beside a problem when it cannot be read.

    The tree is built from libyaml's events without recursion: its own composer overflows the C stack on deep
    nesting, resolves aliases before they can be refused, and keeps the last of two equal keys in silence.
    """
    problems: list[Problem] = []
    try:
        root = _build(document, yaml.parse(document.text, Loader=_LOADER), problems)
    except _Refused as refused:
        return None, [*problems, refused.problem]
    except yaml.MarkedYAMLError as error:
        problem = syntax_problem(document, _stop(document, error))
        return None, [*_before(problem, problems), problem]
    return root, problems


def _before(last: Problem, problems: list[Problem]) -> list[Problem]:
    """The problems found before the one at which reading ended, without those that follow from it."""
    return [problem for problem in problems if problem.place.line < last.place.line]


def _build(document: Document, events: Iterable[Any], problems: list[Problem]) -> Node | None:
    root: list[Node] = []
    stack: list[Callable[[Node], None]] = []
    add: Callable[[Node], None] = root.append
    hashes = hash_lines(document)
    for event in events:
        kind = type(event)
        if kind is ScalarEvent:
            if event.tag is not None or event.anchor is not None:
                _refuse_marks(document, event)
            add(_scalar(event))
            if hashes and event.end_mark.line in hashes:
                problems += swallowed(document, event)
            if event.end_mark.line > event.start_mark.line and not event.style:
                problems += swallowed_items(document, event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _refuse_marks(document, event)
            stack.append(add)
            if len(stack) > MAX_DEPTH:
                raise _Refused(too_deep(document, event.start_mark.line, event.start_mark.column))
            start = event.start_mark
            node = (Sequence if kind is SequenceStartEvent else Mapping)(start.line, start.column)
            add(node)
            add = node.items.append if isinstance(node, Sequence) else _adder(document, node, problems)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            add = stack.pop()
        else:
            _refuse_others(document, event, bool(root))
    return root[0] if root else None


def _scalar(event: Any) -> Scalar:
    start, end, value = event.start_mark, event.end_mark, event.value
    line, column = start.line, start.column
    width = end.column - column if end.line == line else 1
    return Scalar(value, line, column, width or 1, not width and value == "" and event.implicit[0])


def _refuse_others(document: Document, event: Any, begun: bool) -> None:
    """Refuse aliases, and a document after the first."""
    if type(event) is yaml.AliasEvent:
        raise _Refused(
            _at(document, event, "yaml-alias", f"`*{event.anchor}` repeats another part of the file",
                "write the value out; if a text starts with *, put it into quotes")
        )  # fmt: skip
    if type(event) is yaml.DocumentStartEvent and begun:
        raise _Refused(
            _at(document, event, "several-documents", "a second document starts here",
                "a bank file holds one document; remove the line `---`")
        )  # fmt: skip


def _adder(document: Document, mapping: Mapping, problems: list[Problem]) -> Callable[[Node], None]:
    """A function that takes keys and values in turn; after a second `id` another question goes on, without its dash."""
    waiting: list[Scalar | None] = []
    repeated: list[str] = []

    def add(node: Node) -> None:
        if not waiting:
            waiting.append(_key(document, node, problems))
            return
        key = waiting.pop()
        if key is None or repeated:
            return
        if key.value in mapping.entries:
            problems.append(_duplicate(document, key, mapping.keys[key.value].line + 1))
            repeated.extend(["id"] if key.value == "id" else [])
            return
        mapping.entries[key.value] = node
        mapping.keys[key.value] = key

    return add


def _duplicate(document: Document, key: Scalar, first: int) -> Problem:
    hint = f"the first stands in line {first}; keep one of them"
    if key.value == "id":
        hint = f"the first stands in line {first}; if a new question starts here, put a dash before it: `- id:`"
    message = f"`{_short(key.value)}` is given a second time"
    return document.problem("duplicate-key", message, key.line, key.column, key.width, hint)


def _key(document: Document, node: Node, problems: list[Problem]) -> Scalar | None:
    if isinstance(node, Scalar) and not node.bare:
        return node
    if isinstance(node, Mapping) and (gap := _GAP.fullmatch(document.lines[node.line][: node.column + 1])):
        problems.append(starts_with_gap(document, node.line, gap.start(1)))
        return None
    problems.append(
        document.problem("key-not-text", "the name of a field is missing, or something in brackets stands for it",
                         node.line, node.column, node.width,
                         "put a text that starts with [ or { into quotes")
    )  # fmt: skip
    return None


def _refuse_marks(document: Document, event: Any) -> None:
    if event.tag is not None and event.tag != "!":
        raise _Refused(
            _at(document, event, "yaml-tag", "a tag (a word starting with !) stands before this value",
                "if a text starts with !, put it into quotes")
        )  # fmt: skip
    if event.anchor is not None:
        raise _Refused(
            _at(document, event, "yaml-alias", f"`&{event.anchor}` marks this value for repetition",
                "write each value out; if a text starts with &, put it into quotes")
        )  # fmt: skip


def _at(document: Document, event: Any, name: str, message: str, hint: str = "") -> Problem:
    mark = event.start_mark
    return document.problem(name, message, mark.line, mark.column, 1, hint)


def _stop(document: Document, error: yaml.MarkedYAMLError) -> Stop:
    mark: Any = error.problem_mark or error.context_mark
    start: Any = error.context_mark or mark
    reason = " ".join(part for part in (error.context, error.problem) if part)
    last = len(document.lines) - 1
    quoted = isinstance(error, yaml.scanner.ScannerError)
    return Stop(min(mark.line, last), mark.column, min(start.line, last), start.column, reason, quoted)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def to_data(node: Node) -> Any:
    """The tree as texts, lists and dicts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [to_data(item) for item in node.items]
    return {key: to_data(value) for key, value in node.entries.items()}


def node_at(node: Node, path: KeyPath) -> Node:
    """The node under a key path, or the deepest one on the way that exists."""
    for part in path:
        if isinstance(node, Mapping) and isinstance(part, str) and part in node.entries:
            node = node.entries[part]
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            break
    return node


def bare_values(node: Node) -> list[KeyPath]:
    """The key path of every value that was left out after its colon or dash."""
    if isinstance(node, Scalar):
        return [()] if node.bare else []
    parts: Iterable[tuple[str | int, Node]]
    parts = enumerate(node.items) if isinstance(node, Sequence) else node.entries.items()
    return [(part, *path) for part, value in parts if not _full(value) for path in bare_values(value)]


def _full(node: Node) -> bool:
    """Whether a node is a scalar with a value: most are."""
    return isinstance(node, Scalar) and not node.bare
