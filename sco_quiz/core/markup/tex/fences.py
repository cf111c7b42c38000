"""Pair brackets and bars that are typed one by one, so that what is between them is one node."""

from collections.abc import Sequence
from typing import NamedTuple

from sco_quiz.core.markup.tex.nodes import Fenced, Node, Operator, Row, Scripts

_OPENING = frozenset("([{⟨⌊⌈⟮")
_CLOSING = frozenset(")]}⟩⌋⌉⟯")
_BARS = frozenset("|‖")


class _Open(NamedTuple):
    """A bracket or bar that is not closed yet, and what has followed it."""

    bracket: Operator
    items: list[Node]


def paired(items: Sequence[Node]) -> tuple[Node, ...]:
    """Join brackets with what they enclose; any closing one ends any opening one, as in `[0, 1)`.

    A bar opens where an operand is expected, or where no bar is open. What has no partner stays an operator.
    """
    stack = [_Open(Operator(""), [])]
    for item in items:
        closing = _base(item)
        if closing.text in _CLOSING and stack[-1].bracket.text in _BARS:
            _give_up(stack)
        if _closes(closing.text, stack[-1]):
            opening, inside = stack.pop()
            stretchy = opening.stretchy or closing.stretchy
            stack[-1].items.append(_replaced(item, Fenced(opening.text, row_of(inside), closing.text, stretchy)))
        elif isinstance(item, Operator) and (item.text in _OPENING or item.text in _BARS):
            stack.append(_Open(item, []))
        else:
            stack[-1].items.append(item)
    while len(stack) > 1:
        _give_up(stack)
    return tuple(stack[0].items)


def row_of(items: Sequence[Node]) -> Node:
    """Return a node alone, or several in a row."""
    return items[0] if len(items) == 1 else Row(tuple(items))


def _closes(text: str, last: _Open) -> bool:
    if text in _BARS:
        return last.bracket.text == text and bool(last.items) and not isinstance(last.items[-1], Operator)
    return text in _CLOSING and last.bracket.text in _OPENING


def _give_up(stack: list[_Open]) -> None:
    bracket, inside = stack.pop()
    stack[-1].items.extend((bracket, *inside))


def _base(item: Node) -> Operator:
    """Return the operator that a node is, also with scripts."""
    match item:
        case (Operator() as found) | Scripts(base=Operator() as found):
            return found
    return Operator("")


def _replaced(item: Node, base: Node) -> Node:
    """Return a node with another base for its scripts."""
    match item:
        case Scripts(_, sub, sup):
            return Scripts(base, sub, sup)
    return base
