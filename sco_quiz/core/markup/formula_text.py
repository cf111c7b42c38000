"""Formulas in one line of Unicode, with brackets where the layout grouped: `(a + b)/(c + d)`."""

from collections.abc import Sequence
from typing import assert_never

from sco_quiz.core.markup.formula_line import Level, Line, Text
from sco_quiz.core.markup.formula_shapes import applies, flattened, is_function, is_large, is_operator
from sco_quiz.core.markup.math_letters import styled
from sco_quiz.core.markup.tex.nodes import (
    Accent,
    Binomial,
    Enclosed,
    Fenced,
    Fraction,
    Grid,
    Identifier,
    Limits,
    Node,
    Number,
    Operator,
    Root,
    Row,
    Scripts,
    Space,
    Words,
)
from sco_quiz.core.scripts import subscript, superscript

_MARKS = {
    **{"acute": "\u0301", "bar": "\u0304", "breve": "\u0306", "check": "\u030c", "dot": "\u0307", "ddot": "\u0308"},
    **{"dddot": "\u20db", "grave": "\u0300", "hat": "\u0302", "widehat": "\u0302", "mathring": "\u030a"},
    **{"tilde": "\u0303", "widetilde": "\u0303", "vec": "\u20d7", "overline": "\u0305", "underline": "\u0332"},
    **{"overrightarrow": "\u20d7", "overleftarrow": "\u20d6", "overleftrightarrow": "\u20e1"},
    **{"underrightarrow": "\u20ef", "underleftarrow": "\u20ee"},
}
_LINES = ("overline", "underline")
_BRACES = ("overbrace", "underbrace")
_SHOWN = {"′′": "″", "′′′": "‴", "⋅": "·", "∗": "*", "∣": "|", "∙": "•"}
_EMPTY = Row(())
_ROOTS = {"³": "∛", "⁴": "∜"}


def render_text(formula: Node) -> str:
    """Return a formula in one line."""
    return _text(formula, compact=False).text.strip()


def _text(node: Node, compact: bool) -> Text:  # noqa: C901 - one case for each type of node
    match node:
        case Identifier(text, font, function):
            return Text(styled(text, font), spaced=function or len(text) > 1)
        case Number(text):
            return Text(text)
        case Operator(text):
            return Text(_SHOWN.get(text, text), spaced=is_large(node))
        case Words(text):
            return Text(text, spaced=True)
        case Space():
            return Text("")
        case Row(items):
            return _row(items, compact)
        case Fraction(top, bottom):
            return Text(f"{_text(top, compact).up_to(Level.PRODUCT)}/{_denominator(top, bottom)}", Level.QUOTIENT)
        case Binomial(top, bottom):
            return Text(f"({_text(top, compact).text} choose {_text(bottom, compact).text})")
        case Root():
            return _root(node)
        case Scripts(base, sub, sup) | Limits(base, sub, sup):
            return _scripted(base, sub, sup, isinstance(node, Limits) and not node.movable)
        case Accent():
            return _accent(node, compact)
        case Fenced():
            return _fenced(node, compact)
        case Enclosed(inside, name):
            shown = _text(inside, compact)
            return shown if name == "boxed" else Text(f"cancel({shown.text})")
        case Grid():
            grid = _grid(node, compact)
            return Text(f"[{grid}]" if node.kind == "matrix" else grid, Level.SUM)
    assert_never(node)


def _fenced(node: Fenced, compact: bool) -> Text:
    opening, inside, closing = node.opening, node.inside, node.closing
    if isinstance(inside, Grid) and opening:
        # the brackets are those of the matrix; the brace of cases has no partner
        closing = closing or ("}" if inside.kind == "cases" else "")
        return Text(f"{opening}{_grid(inside, compact)}{closing}")
    shown = _text(inside, compact)
    text = shown.text.strip() if opening else shown.up_to(Level.PRODUCT)
    return Text(f"{opening}{text}{closing}", Level.LEAF if closing else Level.SUM)


def _denominator(top: Node, bottom: Node) -> str:
    if _differential(bottom) and _differential(_first(top)) == _differential(bottom):
        return _text(bottom, compact=True).text
    return _text(bottom, compact=False).up_to(Level.SCRIPTED)


def _first(node: Node) -> Node:
    return Row(node.items[:2]) if isinstance(node, Row) else Row((node, node))


def _differential(node: Node) -> str:
    """Return the d, ∂ or Δ of `dx`, also of `d²y`; empty for anything else."""
    match node:
        case Row((Identifier("d" | "∂" | "Δ" as sign) | Scripts(Identifier("d" | "∂" | "Δ" as sign)), _)):
            return sign
    return ""


def _root(node: Root) -> Text:
    radicand = _text(node.radicand, compact=False).up_to(Level.LEAF)
    if node.index is None:
        return Text(f"√{radicand}", Level.SCRIPTED, spaced=True)
    index = _script(node.index, "^")
    sign = _ROOTS.get(index) or f"{index}√"
    return Text(f"{sign}{radicand}", Level.SCRIPTED, spaced=True)


def _scripted(base: Node, sub: Node | None, sup: Node | None, fixed: bool) -> Text:
    """Return a base with its scripts; with what is right above and below it in brackets."""
    shown = _text(base, compact=False)
    if fixed and not is_large(base):
        labels = "; ".join(_text(label, compact=False).text for label in (sup, sub) if label)
        return Text(f"{shown.up_to(Level.LEAF)}[{labels}]")
    below = _script(sub, "_") if sub else ""
    above = _script(sup, "^") if sup else ""
    last = above or below
    open_ended = last[:1] in ("_", "^") and last[-1].isalpha()
    base_text = "" if base == _EMPTY else shown.up_to(Level.LEAF)
    return Text(f"{base_text}{below}{above}", Level.SCRIPTED, open_ended or is_function(base) or is_large(base))


def _script(node: Node, sign: str) -> str:
    """Return a script in the characters of Unicode, or behind `_` or `^`."""
    shown = _text(node, compact=True)
    text = shown.text
    if sign == "^" and text in ("∘", "°"):
        return "°"
    if sign == "^" and text.strip("′″‴*†‡") == "":
        return text
    script = subscript(text) if sign == "_" else superscript(text)
    is_word = len(text) == 1 or (shown.spaced and text.isalnum())
    return script if not script.startswith(sign) or is_word else f"{sign}({text})"


def _accent(node: Accent, compact: bool) -> Text:
    base = _text(node.base, compact)
    mark = _MARKS.get(node.name, "")
    if node.name in _BRACES:
        return Text(base.text, base.level)
    if len(base.text) == 1 or (node.name in _LINES and base.text.isalnum()):
        return Text("".join(f"{character}{mark}" for character in base.text))
    name = node.name.removeprefix("wide").replace("overrightarrow", "vec")
    return Text(f"{name}({base.text})", spaced=False)


def _grid(node: Grid, compact: bool) -> str:
    rows = [[_text(cell, compact).text.strip() for cell in row] for row in node.rows]
    match node.kind:
        case "matrix":
            between = ", " if any(" " in cell for row in rows for cell in row) else " "
        case "cases":
            between = " " if all(_begins_with_words(row[-1]) for row in node.rows) else ", "
        case _:
            between = " "
    return "; ".join(between.join(filter(None, row)) for row in rows)


def _begins_with_words(node: Node) -> bool:
    return isinstance(node, Words) or (isinstance(node, Row) and bool(node.items) and _begins_with_words(node.items[0]))


def _row(items: Sequence[Node], compact: bool) -> Text:
    flat = flattened(items)
    visible = [item for item in flat if not isinstance(item, Space)]
    if len(visible) == 1:
        return _text(visible[0], compact)
    line = Line(compact)
    following = iter([*visible[1:], None])
    for item in flat:
        if isinstance(item, Space):
            line.space(item.width)
            continue
        after, shown = next(following), _text(item, compact)
        if is_operator(item):
            line.operator(item, shown.text)
        else:
            line.operand(item, shown, after)
    return Text(line.text, _level(visible, line.level))


def _level(items: Sequence[Node], level: Level) -> Level:
    """Return the level of a row; a factorial and the value of a function are like one letter."""
    match items:
        case [Identifier() | Number(), Operator("!")]:
            return Level.SCRIPTED
        case [function, Fenced("(", _, ")")] if applies(function):
            return Level.SCRIPTED
    return level
