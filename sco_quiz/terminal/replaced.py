"""Copies of content in which some of the inline nodes are replaced by others."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from sco_quiz.core.nodes import (
    Block,
    BulletList,
    Code,
    CodeBlock,
    Correction,
    Emphasis,
    GapMark,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    MathBlock,
    NumberedList,
    Paragraph,
    Plain,
    Strong,
    Subscript,
    Superscript,
    Table,
)

Change = Callable[[Inline], Iterable[Inline] | None]
"""Returns what replaces a node; after None the node stays, and those inside it are asked for."""


def replaced(blocks: Iterable[Block], change: Change) -> tuple[Block, ...]:
    """Return blocks with each inline node as `change` has it, from the first to the last."""
    return tuple(_block(block, change) for block in blocks)


def replaced_inlines(nodes: Iterable[Inline], change: Change) -> tuple[Inline, ...]:
    """Return inline nodes as `change` has them."""
    return tuple(after for node in nodes for after in _inline(node, change))


def _block(block: Block, change: Change) -> Block:
    match block:
        case Paragraph(inlines) | CodeBlock(inlines):
            return replace(block, inlines=replaced_inlines(inlines, change))
        case MathBlock(tex):
            instead = change(Math(tex))
            return block if instead is None else Paragraph(tuple(instead))
        case BulletList(items) | NumberedList(items):
            return replace(block, items=tuple(replaced(item, change) for item in items))
        case Table(header, rows, alignments):
            first, *others = (tuple(replaced_inlines(cell, change) for cell in row) for row in (header, *rows))
            return Table(first, tuple(others), alignments)
    assert_never(block)


def _inline(node: Inline, change: Change) -> Iterator[Inline]:
    if (instead := change(node)) is not None:
        yield from instead
        return
    match node:
        case Emphasis(inside) | Strong(inside) | Code(inside) | Subscript(inside) | Superscript(inside) | Link(inside):
            yield replace(node, inside=replaced_inlines(inside, change))
        case Correction(wrong, right):
            yield Correction(replaced_inlines(wrong, change), replaced_inlines(right, change))
        case GapMark() | Plain() | Math() | LineBreak() | Image():
            yield node
        case _:
            assert_never(node)
