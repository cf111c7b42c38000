"""Nodes that are put into text before it is parsed: gaps and corrections."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sco_quiz.core.nodes import Inline, Plain

ParseInline = Callable[[str], tuple[Inline, ...]]

# stands for embedded nodes while the text around them is parsed; none is in the source, see `with_stand_ins`
STAND_INS = ("\U000f0000", "\U000ffffd")


class Embedded(NamedTuple):
    """A stretch of the source that becomes a node, also in the middle of a word.

    `node` makes it with the parser of the place, and gets whether that is in code.
    """

    start: int
    end: int
    node: Callable[[ParseInline, bool], Inline]


def plain_nodes(text: str) -> tuple[Inline, ...]:
    """Return text as literal characters."""
    return (Plain(text),) if text else ()


def with_stand_ins(source: str, embedded: Sequence[Embedded]) -> tuple[str, dict[str, Embedded]]:
    """Return the source with a character of its own for each embedded node, and the nodes by these characters."""
    free = (
        character for character in map(chr, range(ord(STAND_INS[0]), ord(STAND_INS[1]) + 1)) if character not in source
    )
    parts, end, nodes = [], 0, {}
    for each, stand_in in zip(embedded, free, strict=False):
        parts += [source[end : each.start], stand_in]
        end, nodes[stand_in] = each.end, each
    return "".join([*parts, source[end:]]), nodes
