"""Nodes that are put into text before it is parsed: gaps and corrections."""

from collections.abc import Callable
from typing import NamedTuple

from sco_quiz.core.nodes import Inline, Plain

ParseInline = Callable[[str], tuple[Inline, ...]]


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
