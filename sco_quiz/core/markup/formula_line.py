"""A row of a formula as text: the spaces and brackets between its parts."""

from enum import IntEnum
from typing import NamedTuple

from sco_quiz.core.markup.formula_shapes import is_function, is_large, is_number, is_operator, is_upright
from sco_quiz.core.markup.tex.nodes import Identifier, Node, Number, Operator, Root, Words

_SIGNS = frozenset("+−±∓")
_PUNCTUATION = frozenset(",;")
_TIGHT = frozenset("/!.()[]{}⟨⟩⌊⌋⌈⌉′")


class Level(IntEnum):
    """When a part needs brackets inside a larger one."""

    LEAF = 0
    SCRIPTED = 1
    PRODUCT = 2
    SPACED = 3
    QUOTIENT = 4
    SUM = 5


class Text(NamedTuple):
    """A node as text; `spaced` if a letter after it would seem to be a part of it, as after `v_max` or `sin`."""

    text: str
    level: Level = Level.LEAF
    spaced: bool = False

    def up_to(self, level: Level) -> str:
        """Return the text, in brackets if it needs them at this level."""
        return self.text if self.level <= level else f"({self.text})"


class Line:
    """Joins the parts of a row."""

    def __init__(self, compact: bool) -> None:
        self.text = ""
        self.level = Level.SCRIPTED
        self._compact = compact
        self._before: Node | None = None
        self._pending = ""
        self._spaced = False

    def space(self, width: float) -> None:
        """Remember space, which is shown between operands."""
        if width > 0:
            self._pending = "  " if width >= 1 else self._pending or " "

    def operator(self, item: Node, text: str) -> None:
        """Append an operator: a `+` or `−` without left operand has no spaces."""
        sign = item.text if isinstance(item, Operator) else ""
        if sign in _SIGNS and (self._before is None or is_operator(self._before)):
            self._append(self._pending, text, Level.PRODUCT)
        elif sign in _PUNCTUATION:
            self._append("", text, Level.SUM)
            self._pending = self._pending or ("" if self._compact else " ")
        elif sign and sign in _TIGHT:
            self._append("", text, Level.QUOTIENT if sign == "/" else Level.SCRIPTED)
        else:
            before = "" if self._compact or not self.text else self._pending or " "
            self._append("" if self.text.endswith(" ") else before, text, Level.SUM)
            self._pending = "" if self._compact else " "
        self._before, self._spaced = item, False

    def operand(self, item: Node, shown: Text, after: Node | None) -> None:
        """Append an operand, with a space where it would run into the one before it."""
        text = shown.text
        mixed = isinstance(self._before, Number) and is_number(item)
        if (
            shown.level >= Level.QUOTIENT
            and not mixed
            and (_multiplies(self._before) or _multiplies(after) or is_large(after))
        ):
            text = f"({text})"
        self._append(self._separator(item, text, mixed), text, Level.PRODUCT)
        self._before, self._spaced = item, shown.spaced

    def _separator(self, item: Node, text: str, mixed: bool) -> str:
        if self._before is None or text.startswith(" ") or self.text.endswith(" "):
            return ""
        if self._pending or is_operator(self._before):
            return self._pending
        named = isinstance(self._before, Identifier)  # brackets follow its name at once
        if mixed or (is_large(self._before) and not named) or _begins_word(item):
            return "" if is_upright(self._before) and is_upright(item) else " "
        runs_on = self._spaced and not (is_upright(self._before) and is_upright(item))
        return " " if runs_on and text[:1] not in "([{|" else ""

    def _append(self, before: str, text: str, level: Level) -> None:
        if before and self.text:
            level = max(level, Level.SPACED)
        self.text += (before if self.text else "") + text
        self.level = max(self.level, level)
        self._pending = ""


def _multiplies(node: Node | None) -> bool:
    """Whether a quotient beside this node needs brackets."""
    if node is None or isinstance(node, Words) or is_large(node):
        return False
    return not is_operator(node) or (isinstance(node, Operator) and node.text in "/!")


def _begins_word(node: Node) -> bool:
    """Whether a node would run into the letters before it."""
    match node:
        case Identifier(text, function=False):
            return len(text) > 1
        case Words() | Root(index=Identifier() | Number()):
            return True
    return is_function(node) or is_large(node)
