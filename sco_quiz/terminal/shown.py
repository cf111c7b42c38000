"""Marked-up text on its way to the screen: the blocks of content, joined as strings are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Union

from sco_quiz.core.content import Content
from sco_quiz.core.nodes import Block, GapMark, Image, Inline, Paragraph, Plain, inlines_of, walk
from sco_quiz.terminal.content_text import text_of
from sco_quiz.terminal.replaced import replaced


@dataclass(frozen=True, slots=True)
class Shown:
    """Blocks to show. As a string, they have the form for a line of a list."""

    blocks: tuple[Block, ...]

    def __str__(self) -> str:
        return text_of(self.blocks)

    def __add__(self, after: "Words") -> "Shown":
        return _joined(self.blocks, shown(after).blocks)

    def __radd__(self, before: str) -> "Shown":
        return _joined(shown(before).blocks, self.blocks)

    @property
    def images(self) -> tuple[Image, ...]:
        """The pictures in reading order."""
        return tuple(node for node in walk(inlines_of(self.blocks)) if isinstance(node, Image))

    def removesuffix(self, suffix: str) -> "Shown":
        """Return it without literal characters at its end."""
        match self.blocks:
            case (*before, Paragraph((*nodes, Plain(text)))):
                return Shown((*before, Paragraph((*nodes, Plain(text.removesuffix(suffix))))))
        return self


Words = Union[str, Shown]  # noqa: UP007 (a class that is defined below has no `|`)
"""Text to show: literal characters, or content."""


def shown(text: Words | Content) -> Shown:
    """Return text as blocks."""
    if isinstance(text, str):
        return Shown((Paragraph((Plain(text),)),))
    return Shown(text.blocks) if isinstance(text, Content) else text


def join(separator: str, parts: Iterable[Words]) -> Shown:
    """Join text as a string joins strings; no separator is put beside a block with lines of its own."""
    return reduce(lambda before, after: _separated(before, separator, after), map(shown, parts), shown(""))


def has_own_lines(text: Words) -> bool:
    """Return whether text cannot be a part of a line: code, a list, a table, several paragraphs."""
    return not isinstance(text, str) and not (len(text.blocks) == 1 and isinstance(text.blocks[0], Paragraph))


def rewrite_literal(text: Words, rewrite: Callable[[str], str]) -> Words:
    """Return text with its literal characters rewritten, except those in code and in other marks."""
    if isinstance(text, str):
        return rewrite(text)
    return Shown(tuple(_rewritten(block, rewrite) for block in text.blocks))


def fill_gaps(content: Content, fills: Iterable[Words]) -> Shown:
    """Return content with each gap filled, in brackets."""
    each = iter(fills)

    def fill(node: Inline) -> Iterable[Inline] | None:
        return inlines_of(("[" + shown(next(each)) + "]").blocks) if isinstance(node, GapMark) else None

    return Shown(replaced(content.blocks, fill))


def _rewritten(block: Block, rewrite: Callable[[str], str]) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return Paragraph(tuple(Plain(rewrite(node.text)) if isinstance(node, Plain) else node for node in block.inlines))


def _separated(before: Shown, separator: str, after: Shown) -> Shown:
    if before == shown(""):
        return after
    match before.blocks, after.blocks:
        case (*_, Paragraph()), (Paragraph(), *_):
            return before + (separator + after)
    return Shown((*before.blocks, *after.blocks))


def _joined(before: tuple[Block, ...], after: tuple[Block, ...]) -> Shown:
    match before, after:
        case (*start, Paragraph(left)), (Paragraph(right), *end):
            return Shown((*start, Paragraph(_merged(left, right)), *end))
    return Shown((*before, *after))


def _merged(left: tuple[Inline, ...], right: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Join literal characters: they may be parts of one command."""
    match left, right:
        case (*start, Plain(before)), (Plain(after), *end):
            return (*start, Plain(before + after), *end)
    return (*left, *right)
