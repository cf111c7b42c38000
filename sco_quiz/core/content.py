"""Text as a tree: what every surface renders, and the plain form that grading and lint read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import assert_never

from sco_quiz.core.gap_syntax import MarkupError, find_gaps


@dataclass(frozen=True, slots=True)
class Plain:
    """Literal characters."""

    text: str


@dataclass(frozen=True, slots=True)
class GapMark:
    """A gap of a cloze; gaps with the same number are hidden together on one card. `hint` is empty without one."""

    number: int
    hidden: tuple["Inline", ...]
    hint: str = ""

    @property
    def text(self) -> str:
        """The hidden words in plain text."""
        return plain_text(self.hidden)


Inline = Plain | GapMark


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of inline nodes."""

    inlines: tuple[Inline, ...]


Block = Paragraph


@dataclass(frozen=True)
class Content:
    """Parsed text: `source` as typed, which identifies it in files, and the blocks it was parsed into."""

    source: str
    blocks: tuple[Block, ...] = field(compare=False, repr=False)

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """The inline nodes of all blocks, in reading order."""
        return tuple(inline for block in self.blocks for inline in block.inlines)

    @cached_property
    def gaps(self) -> tuple[GapMark, ...]:
        """The gaps in reading order."""
        return tuple(node for node in self.inlines if isinstance(node, GapMark))

    @cached_property
    def plain(self) -> str:
        """The text without markup; a gap shows as `[…]` or `[hint]`."""
        return self._literal or plain_text(self.inlines)

    @cached_property
    def solved(self) -> str:
        """The text without markup, every gap filled."""
        return self._literal or plain_text(self.inlines, solved=True)

    @property
    def _literal(self) -> str:
        """The text if it has no markup, as most have: ten times as fast as walking through the nodes."""
        match self.blocks:
            case (Paragraph((Plain(text),)),):
                return text
        return ""


def plain_text(nodes: Iterable[Inline], solved: bool = False) -> str:
    """Return nodes as plain text, with the gaps filled if `solved`."""
    return "".join(_plain(node, solved) for node in nodes)


def _plain(node: Inline, solved: bool) -> str:
    match node:
        case Plain(text):
            return text
        case GapMark(_, hidden, hint):
            return plain_text(hidden) if solved else f"[{hint or '…'}]"
    assert_never(node)


@lru_cache(maxsize=4096)  # the parts of a question and its interaction ask for the same strings
def literal(source: str) -> Content:
    """Return content without markup: every character is itself."""
    return Content(source, (Paragraph((Plain(source),)),))


@lru_cache(maxsize=4096)
def parse_content(source: str, gaps: bool = False) -> Content | MarkupError:
    """Parse text. Only the prompt of a cloze has `gaps`; anywhere else `{{` is literal.

    Results are cached: every view of a cloze parses its prompt.
    """
    if not gaps:
        return literal(source)
    found = find_gaps(source)
    if isinstance(found, MarkupError):
        return found
    nodes: list[Inline] = []
    end = 0
    for gap in found:
        if gap.start > end:
            nodes.append(Plain(source[end : gap.start]))
        nodes.append(GapMark(gap.number, (Plain(gap.hidden),), gap.hint))
        end = gap.end
    if end < len(source):
        nodes.append(Plain(source[end:]))
    return Content(source, (Paragraph(tuple(nodes)),))
