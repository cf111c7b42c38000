"""The nodes of a formula: what its TeX was parsed into, and what MathML, text and words are made from."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Literal

Font = Literal["", "upright", "bold", "double-struck", "script", "fraktur", "italic", "sans-serif", "monospace"]
TableKind = Literal["matrix", "cases", "aligned", "lines"]


@dataclass(frozen=True, slots=True)
class Identifier:
    """A variable, a symbol that is not an operator, or the name of a function; `movable` puts its limits below it."""

    text: str
    font: Font = ""
    function: bool = False
    movable: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """Digits, also with a decimal point."""

    text: str


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator, a bracket or punctuation; a `stretchy` one is as high as its neighbors."""

    text: str
    stretchy: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Literal characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Space:
    """Space of a width in em."""

    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """Nodes beside each other; `display` typesets them as on a line of their own."""

    items: tuple["Node", ...]
    display: bool = False


@dataclass(frozen=True, slots=True)
class Fraction:
    """One node over another."""

    top: "Node"
    bottom: "Node"


@dataclass(frozen=True, slots=True)
class Binomial:
    """A binomial coefficient."""

    top: "Node"
    bottom: "Node"


@dataclass(frozen=True, slots=True)
class Root:
    """A square root, or the root with an index."""

    radicand: "Node"
    index: "Node | None" = None


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with what is below and above at its right side."""

    base: "Node"
    sub: "Node | None" = None
    sup: "Node | None" = None


@dataclass(frozen=True, slots=True)
class Limits:
    """A base with what is right below and above it; `movable` ones are scripts in a line of text."""

    base: "Node"
    under: "Node | None" = None
    over: "Node | None" = None
    movable: bool = False


@dataclass(frozen=True, slots=True)
class Accent:
    """A base with a mark, by the name of its command."""

    base: "Node"
    name: str


@dataclass(frozen=True, slots=True)
class Fenced:
    """A node in brackets or bars; one may be missing, and `stretchy` ones are as high as the node."""

    opening: str
    inside: "Node"
    closing: str
    stretchy: bool = False


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A node that is crossed out or in a box, by the name of its command."""

    inside: "Node"
    name: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in rows and columns; `alignments` has a letter (l, c, r) for each column, and is repeated."""

    rows: tuple[tuple["Node", ...], ...]
    kind: TableKind
    alignments: str = "c"


Node = (
    Identifier
    | Number
    | Operator
    | Words
    | Space
    | Row
    | Fraction
    | Binomial
    | Root
    | Scripts
    | Limits
    | Accent
    | Fenced
    | Enclosed
    | Grid
)


def depth_of(node: Node) -> int:
    """Return how deep a node is nested; without recursion, which too deep ones would break."""
    deepest, stack = 0, [(node, 1)]
    while stack:
        each, depth = stack.pop()
        deepest = max(deepest, depth)
        stack += [(inside, depth + 1) for inside in _inside(each)]
    return deepest


def _inside(node: Node) -> Iterator[Node]:
    for field in fields(node):
        value = getattr(node, field.name)
        yield from _nodes(value)


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _nodes(each)
