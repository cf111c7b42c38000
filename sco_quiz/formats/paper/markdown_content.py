"""Lines of a key as Markdown."""

import re
from collections.abc import Iterable
from typing import assert_never

from sco_quiz.core.nodes import (
    Code,
    Correction,
    Emphasis,
    GapMark,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    Plain,
    Strong,
    Subscript,
    Superscript,
)
from sco_quiz.core.plain_text import plain_text
from sco_quiz.formats.rich_text.literal import escaped_part

BLANK = r"\_\_\_\_\_\_"
_TICKS = re.compile("`+")


def markdown_line(nodes: Iterable[Inline]) -> str:
    """Return nodes as a line of Markdown."""
    return "".join(map(_inline, nodes))


def _inline(node: Inline) -> str:  # noqa: C901 - one case for each type of node
    match node:
        case Plain(text):
            return escaped_part(text)
        case Emphasis(inside):
            return f"*{markdown_line(inside)}*"
        case Strong(inside):
            return f"**{markdown_line(inside)}**" if plain_text(inside).strip() else markdown_line(inside)
        case Code(inside):
            return _code(plain_text(inside))
        case Subscript(inside):
            return f"~{markdown_line(inside)}~"
        case Superscript(inside):
            return f"^{markdown_line(inside)}^"
        case Math(tex):
            return f"${tex}$"
        case Link(inside, url):
            return node.markup or f"[{markdown_line(inside)}](<{url}>)"
        case Image(file, alt):
            return node.markup or f"![{escaped_part(alt)}](<{file}>)"
        case LineBreak():
            return " "
        case GapMark():
            return BLANK
        case Correction(wrong, right):
            return f"~~{markdown_line(wrong)}~~ **{markdown_line(right)}**"
    assert_never(node)


def _code(text: str) -> str:
    """Return code between more backticks in a row than it has.

    >>> _code("a"), _code("`")
    ('`a`', '`` ` ``')
    """
    marks = "`" * (max(map(len, _TICKS.findall(text)), default=0) + 1)
    space = " " if "`" in (text[:1], text[-1:]) else ""
    return f"{marks}{space}{text}{space}{marks}"
