"""What the nodes of a formula are to their neighbors."""

from collections.abc import Iterable

from sco_quiz.core.markup.tex.commands import INTEGRALS, LARGE
from sco_quiz.core.markup.tex.nodes import (
    Fenced,
    Fraction,
    Identifier,
    Limits,
    Node,
    Number,
    Operator,
    Row,
    Scripts,
    Space,
    Words,
)

_OPERANDS = frozenset("…⋯⋮⋱") | LARGE | INTEGRALS
_FUNCTION_LETTERS = frozenset("fghFGHP")


def is_function(node: Node) -> bool:
    """Whether a node is the name of a function, also with scripts."""
    match node:
        case Identifier(function=True) | Scripts(Identifier(function=True)) | Limits(Identifier(function=True)):
            return True
    return False


def needs_space(before: Node, after: Node) -> bool:
    """Whether one of two neighbors is a function and the other its argument or factor."""
    if isinstance(before, Operator | Space | Words) or isinstance(after, Operator | Space | Words):
        return False
    return is_function(after) or (is_function(before) and not isinstance(after, Fenced))


def flattened(items: Iterable[Node]) -> list[Node]:
    """Return items with those of rows inside; braces group nothing that a reader sees."""
    flat: list[Node] = []
    for item in items:
        flat += flattened(item.items) if isinstance(item, Row) else [item]
    return flat


def is_operator(node: Node | None) -> bool:
    """Whether a node is an operator between operands."""
    match node:
        case Operator(text) | Scripts(Operator(text)) | Limits(Operator(text)):
            return text not in _OPERANDS
    return False


def is_large(node: Node | None) -> bool:
    """Whether a node is a sum, an integral, a limit, also with its limits."""
    match node:
        case Operator(text) | Scripts(Operator(text)) | Limits(Operator(text)):
            return text in LARGE | INTEGRALS
        case Identifier(movable=True) | Scripts(Identifier(movable=True)) | Limits(Identifier(movable=True)):
            return True
    return False


def is_upright(node: Node) -> bool:
    match node:
        case Identifier(font="upright", function=False) | Scripts(Identifier(font="upright", function=False)):
            return True
    return False


def applies(node: Node | None) -> bool:
    """Whether brackets after a node hold its arguments: a letter that usually names a function does so."""
    match node:
        case Identifier(text, "") | Scripts(Identifier(text, "")) if text in _FUNCTION_LETTERS:
            return True
    return node is not None and is_function(node)


def is_number(node: Node) -> bool:
    """Whether a node is a fraction of numbers, as in a mixed number."""
    return isinstance(node, Fraction) and isinstance(node.top, Number) and isinstance(node.bottom, Number)
