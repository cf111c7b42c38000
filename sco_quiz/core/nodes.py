"""The nodes of content: blocks, and inline nodes within a line; how to walk through them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, assert_never

Alignment = Literal["", "left", "center", "right"]
MAX_DEPTH = 20
"""How deep marks and lists may be nested: beyond it, nobody could read them, and walking the tree would fail."""


@dataclass(frozen=True, slots=True)
class Plain:
    """Literal characters."""

    text: str


# one class for five: each dataclass costs time at the start of every command
@dataclass(frozen=True, slots=True)
class Mark:
    """A mark around other nodes."""

    inside: tuple["Inline", ...]


class Emphasis(Mark):
    """Words in italic type."""

    __slots__ = ()


class Strong(Mark):
    """Words in bold type."""

    __slots__ = ()


class Code(Mark):
    """Code within a line; only plain text and gaps are inside."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Math:
    """A formula within a line, in TeX. `markup` is the part of the source that it was parsed from."""

    tex: str
    markup: str = field(default="", compare=False)


class Subscript(Mark):
    """Characters below the line."""

    __slots__ = ()


class Superscript(Mark):
    """Characters above the line."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address on the web or of a mailbox. `markup` is the part of the source for it."""

    inside: tuple["Inline", ...]
    url: str
    markup: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: its file as written, and the text that stands for it, which is its plain form.

    `markup` is the part of the source that it was parsed from.
    """

    file: str
    alt: str
    markup: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class GapMark:
    """A gap of a cloze; gaps with the same number are hidden together on one card. `hint` is empty without one.

    `in_code` says that it is inside code.
    """

    number: int
    hidden: tuple["Inline", ...]
    hint: str = ""
    in_code: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """Wrong words of a false statement, and the right ones instead."""

    wrong: tuple["Inline", ...]
    right: tuple["Inline", ...]


Inline = (
    Plain | Emphasis | Strong | Code | Math | Subscript | Superscript | Link | LineBreak | Image | GapMark | Correction
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of inline nodes."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of code with the name of their language (empty: unknown); only plain text and gaps are inside."""

    inlines: tuple[Inline, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class MathBlock:
    """A formula on lines of its own, in TeX."""

    tex: str


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items without an order; each is a run of blocks."""

    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items that are numbered from `start`; each is a run of blocks."""

    items: tuple[tuple["Block", ...], ...]
    start: int = 1


Row = tuple[tuple[Inline, ...], ...]
"""The cells of a row of a table."""


@dataclass(frozen=True, slots=True)
class Table:
    """A header, rows with as many cells, and the alignment of each column."""

    header: Row
    rows: tuple[Row, ...]
    alignments: tuple[Alignment, ...]


Block = Paragraph | CodeBlock | MathBlock | BulletList | NumberedList | Table


def inlines_of(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Yield the inline nodes of blocks in reading order; a formula on lines of its own is one, too."""
    for block in blocks:
        match block:
            case Paragraph(inlines) | CodeBlock(inlines):
                yield from inlines
            case MathBlock(tex):
                yield Math(tex, tex)
            case BulletList(items) | NumberedList(items):
                for item in items:
                    yield from inlines_of(item)
            case Table(header, rows):
                for row in (header, *rows):
                    for cell in row:
                        yield from cell
            case _:
                assert_never(block)


def walk(nodes: Iterable[Inline]) -> Iterator[Inline]:
    """Yield nodes, each followed by those inside it, in reading order."""
    for node in nodes:
        yield node
        yield from walk(inside(node))


def inside(node: Inline) -> tuple[Inline, ...]:
    """Return the nodes inside a node."""
    match node:
        case Emphasis(nodes) | Strong(nodes) | Code(nodes) | Subscript(nodes) | Superscript(nodes) | Link(nodes):
            return nodes
        case GapMark(hidden=nodes):
            return nodes
        case Correction(wrong, right):
            return (*wrong, *right)
        case Plain() | Math() | LineBreak() | Image():
            return ()
    assert_never(node)
