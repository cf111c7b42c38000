"""Text as a tree: what every surface renders, and the plain form that grading and lint read."""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from sco_quiz.core.nodes import (
    Block,
    Code,
    CodeBlock,
    GapMark,
    Image,
    Inline,
    Math,
    MathBlock,
    Paragraph,
    Plain,
    inlines_of,
    walk,
)
from sco_quiz.core.plain_text import plain_blocks

Notation = Literal["words", "code", "formula"]


@dataclass(frozen=True)
class Content:
    """Parsed text: `source` as typed, which identifies it in files, and the blocks it was parsed into."""

    source: str
    blocks: tuple[Block, ...] = field(compare=False, repr=False)

    @cached_property
    def inlines(self) -> tuple[Inline, ...]:
        """The inline nodes of all blocks in reading order, without those inside others."""
        return tuple(inlines_of(self.blocks))

    @cached_property
    def gaps(self) -> tuple[GapMark, ...]:
        """The gaps in reading order."""
        return tuple(node for node in walk(self.inlines) if isinstance(node, GapMark))

    @cached_property
    def images(self) -> tuple[Image, ...]:
        """The pictures in reading order."""
        return tuple(node for node in walk(self.inlines) if isinstance(node, Image))

    @cached_property
    def plain(self) -> str:
        """The text without markup; a gap shows as `[…]` or `[hint]`."""
        return self._literal or plain_blocks(self.blocks)

    @cached_property
    def solved(self) -> str:
        """The text without markup, every gap filled."""
        return self._literal or plain_blocks(self.blocks, solved=True)

    @property
    def notation(self) -> Notation:
        """Whether it is code alone, a formula alone, or anything else."""
        match self.blocks:
            case (Paragraph((Code(),)) | CodeBlock(),):
                return "code"
            case (Paragraph((Math(),)) | MathBlock(),):
                return "formula"
        return "words"

    @cached_property
    def is_literal(self) -> bool:
        """Whether it is one run of literal characters, as text without markup is."""
        return bool(self._literal) or not self.source

    @cached_property
    def _literal(self) -> str:
        """The text if it has no markup, as most have: ten times as fast as walking through the nodes."""
        match self.blocks:
            case (Paragraph((Plain(text),)),):
                return text
        return ""


@lru_cache(maxsize=4096)  # the parts of a question and its interaction ask for the same strings
def literal(source: str) -> Content:
    """Return content without markup: every character is itself."""
    content = Content.__new__(Content)
    # known without a look at the nodes, for most text of most banks is like this; a frozen class sets each field slowly
    blocks = (Paragraph((Plain(source),)),)
    vars(content).update(source=source, blocks=blocks, plain=source, solved=source, is_literal=True, _literal=source)
    return content
