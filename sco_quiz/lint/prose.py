"""Text as rules about words read it: without code, formulas and pictures, and its length as learners see it."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from sco_quiz.core.content import Content
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
    Row,
    Strong,
    Subscript,
    Superscript,
    Table,
)
from sco_quiz.core.plain_text import plain_blocks, plain_text

Inlines = tuple[Inline, ...]
Replaceable = Code | Math | Image
Replace = Callable[[Replaceable], Inlines]
# a command that draws a symbol, and what only arranges them
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.)")
_UNSEEN = re.compile(r"\\(?:begin|end)\{[a-z*]*\}|\\(?:left|right|frac|text|mathrm|[,;:!\\])(?![A-Za-z])|[{}^_&\s]")


def prose_of(content: Content, solved: bool = False) -> str:
    """Return the plain form of content without code, formulas and pictures, with the gaps filled if `solved`."""
    return _plain(content, lambda _: (), solved)


def paragraphs_of(content: Content) -> str:
    """Return the same of the paragraphs, items and cells alone, each on lines of its own, with the gaps filled."""
    if content.is_literal:
        return content.plain
    found = _paragraphs(_replaced(content.blocks, lambda _: ()))
    return "\n".join(plain_text(inlines, solved=True) for inlines in found)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Inlines]:
    for block in blocks:
        match block:
            case Paragraph(inlines):
                yield inlines
            case BulletList(items) | NumberedList(items):
                yield from (inlines for item in items for inlines in _paragraphs(item))
            case Table(header, rows):
                yield from (cell for row in (header, *rows) for cell in row)
            case CodeBlock() | MathBlock():
                pass
            case _:
                assert_never(block)


def without_code(content: Content) -> str:
    """Return the plain form of content without code and formulas."""
    return _plain(content, lambda node: (node,) if isinstance(node, Image) else ())


def without_pictures(content: Content) -> str:
    """Return the plain form of content without what its pictures show, which is in no article."""
    return _plain(content, lambda node: () if isinstance(node, Image) else (node,))


def shown_length(content: Content) -> int:
    """Return how many characters learners see, those of a formula without the commands that arrange them."""
    return len(_plain(content, _shown))


def running_text(content: Content) -> str:
    """Return the plain form of content without the blocks that nobody reads word by word, and without pictures."""
    if content.is_literal:
        return content.plain
    read = (block for block in content.blocks if not isinstance(block, CodeBlock | MathBlock | Table))
    return plain_blocks(_replaced(read, lambda node: () if isinstance(node, Image) else _shown(node))).strip()


def longest_block(content: Content) -> int:
    """Return how many lines the longest code or table has; 0 without any."""
    blocks = (block for block in content.blocks if isinstance(block, CodeBlock | Table))
    return max((plain_blocks((block,)).count("\n") + 1 for block in blocks), default=0)


def _plain(content: Content, replace: Replace, solved: bool = False) -> str:
    if content.is_literal:
        return content.plain
    return plain_blocks(_replaced(content.blocks, replace), solved).strip()


def _shown(node: Replaceable) -> Inlines:
    return (Plain(_COMMAND.sub("x", _UNSEEN.sub("", node.tex))),) if isinstance(node, Math) else (node,)


def _replaced(blocks: Iterable[Block], replace: Replace) -> Iterator[Block]:
    """Yield blocks with other nodes for code, formulas and pictures; empty blocks are dropped."""
    for block in blocks:
        match block:
            case Paragraph(inlines):
                yield Paragraph(_inlines(inlines, replace))
            case CodeBlock(inlines):
                if left := replace(Code(inlines)):
                    yield Paragraph(left)
            case MathBlock(tex):
                if left := replace(Math(tex)):
                    yield Paragraph(left)
            case BulletList(items):
                yield BulletList(tuple(tuple(_replaced(item, replace)) for item in items))
            case NumberedList(items, start):
                yield NumberedList(tuple(tuple(_replaced(item, replace)) for item in items), start)
            case Table(header, rows, alignments):
                yield Table(_row(header, replace), tuple(_row(row, replace) for row in rows), alignments)
            case _:
                assert_never(block)


def _row(row: Row, replace: Replace) -> Row:
    return tuple(_inlines(cell, replace) for cell in row)


def _inlines(nodes: Inlines, replace: Replace) -> Inlines:
    return tuple(left for node in nodes for left in _inline(node, replace))


def _inline(node: Inline, replace: Replace) -> Inlines:
    match node:
        case Code() | Math() | Image():
            return replace(node)
        case Emphasis(inside):
            return (Emphasis(_inlines(inside, replace)),)
        case Strong(inside):
            return (Strong(_inlines(inside, replace)),)
        case Subscript(inside):
            return (Subscript(_inlines(inside, replace)),)
        case Superscript(inside):
            return (Superscript(_inlines(inside, replace)),)
        case Link(inside, url):
            return (Link(_inlines(inside, replace), url),)
        case GapMark(number, hidden, hint):
            return (GapMark(number, _inlines(hidden, replace), hint),)
        case Correction(wrong, right):
            return (Correction(_inlines(wrong, replace), _inlines(right, replace)),)
        case Plain() | LineBreak():
            return (node,)
    assert_never(node)
