"""Formulas as MathML: elements and attributes of this module only, so that no formula can bring its own."""

from collections.abc import Iterable
from typing import assert_never
from xml.etree.ElementTree import Element, SubElement, tostring

from sco_quiz.core.markup.formula_shapes import is_operator, needs_space
from sco_quiz.core.markup.math_letters import styled
from sco_quiz.core.markup.tex.commands import ACCENTS
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

_NAMESPACE = "http://www.w3.org/1998/Math/MathML"
_ALIGNMENTS = {"l": "left", "c": "center", "r": "right"}
_ENCLOSURES = {
    "boxed": "box",
    "cancel": "updiagonalstrike",
    "bcancel": "downdiagonalstrike",
    "xcancel": "updiagonalstrike downdiagonalstrike",
    # as a mark above, a line is as long as its neighbor in few fonts only
    "overline": "top",
    "underline": "bottom",
}
_FENCES = frozenset("()[]{}|‖⟨⟩⌊⌋⌈⌉")
_TIGHT = frozenset("/!…⋯") | {"′", "′′", "′′′"}
_LONG_MARKS = ("wide", "over", "under")
_FUNCTION_SPACE = Space(0.167)


def render_mathml(formula: Node, display: bool, alternative: str) -> str:
    """Return a formula as a `math` element with an alternative text."""
    math = Element("math", xmlns=_NAMESPACE, display="block" if display else "inline", alttext=alternative)
    math.append(_row(formula.items if isinstance(formula, Row) and not formula.display else (formula,)))
    return tostring(math, encoding="unicode", short_empty_elements=False)


def _row(items: Iterable[Node]) -> Element:
    row = Element("mrow")
    before: Node | None = None
    for item in items:
        if before and needs_space(before, item):
            row.append(_element(_FUNCTION_SPACE))
        row.append(_element(item))
        if isinstance(item, Operator) and is_operator(before):
            row[-1].set("form", "prefix")  # x = -1: without it, as wide as in a difference
        before = item
    if isinstance(before, Operator) and before.text in "+−":
        row[-1].set("lspace", "0")  # a charge
    return row


def _element(node: Node) -> Element:  # noqa: C901 - one case for each type of node
    match node:
        case Identifier():
            return _identifier(node)
        case Number(text):
            return _leaf("mn", text)
        case Operator():
            return _operator(node)
        case Words(text):
            return _leaf("mtext", text.replace(" ", "\u00a0"))
        case Space(width):
            return Element("mspace", width=f"{width}em")
        case Row(items, display):
            return _display(_row(items)) if display else _row(items)
        case Fraction(top, bottom):
            return _parent("mfrac", top, bottom)
        case Binomial():
            return _binomial(node)
        case Root(radicand, index):
            return _parent("msqrt", radicand) if index is None else _parent("mroot", radicand, index)
        case Scripts(base, sub, sup):
            return _with_scripts(_element(base), ("msub", "msup", "msubsup"), sub, sup)
        case Limits():
            return _limits(node)
        case Accent(inside, "overline" | "underline" as name) | Enclosed(inside, name):
            enclosed = _parent("menclose", inside)
            enclosed.set("notation", _ENCLOSURES[name])
            return enclosed
        case Accent():
            return _accent(node)
        case Fenced():
            return _fenced(node)
        case Grid():
            return _grid(node)
    assert_never(node)


def _leaf(tag: str, text: str, **attributes: str) -> Element:
    leaf = Element(tag, attributes)
    leaf.text = text
    return leaf


def _parent(tag: str, *nodes: Node) -> Element:
    parent = Element(tag)
    parent.extend(map(_element, nodes))
    return parent


def _display(row: Element) -> Element:
    style = Element("mstyle", displaystyle="true", scriptlevel="0")
    style.append(row)
    return style


def _identifier(node: Identifier) -> Element:
    text = styled(node.text, node.font)
    # a single letter is italic in MathML; in TeX capital Greek is not
    upright = len(text) == 1 and (node.font == "upright" or (not node.font and "Α" <= text <= "Ω"))
    return _leaf("mi", text, **({"mathvariant": "normal"} if upright else {}))


def _operator(node: Operator) -> Element:
    if node.stretchy:
        return _leaf("mo", node.text, stretchy="true")
    if node.text in _FENCES:
        return _leaf("mo", node.text, stretchy="false")
    return _leaf("mo", node.text, lspace="0", rspace="0") if node.text in _TIGHT else _leaf("mo", node.text)


def _binomial(node: Binomial) -> Element:
    fraction = _parent("mfrac", node.top, node.bottom)
    fraction.set("linethickness", "0")
    row = Element("mrow")
    row.append(_fence("(", "prefix", True))
    row.append(fraction)
    row.append(_fence(")", "postfix", True))
    return row


def _with_scripts(base: Element, tags: tuple[str, str, str], below: Node | None, above: Node | None) -> Element:
    tag = tags[2] if below and above else tags[0] if below else tags[1]
    scripts = Element(tag)
    scripts.append(base)
    scripts.extend(_element(node) for node in (below, above) if node)
    return scripts


def _limits(node: Limits) -> Element:
    base = _element(node.base)
    match node.base:
        case Identifier(text, function=True):
            # only operators may have movable limits
            base = _leaf("mo", text, movablelimits=str(node.movable).lower(), lspace="0", rspace="0")
        case Operator(stretchy=False):
            base.set("movablelimits", str(node.movable).lower())
    return _with_scripts(base, ("munder", "mover", "munderover"), node.under, node.over)


def _accent(node: Accent) -> Element:
    under = node.name.startswith("under")
    accent = Element("munder" if under else "mover", {"accentunder" if under else "accent": "true"})
    accent.append(_element(node.base))
    stretchy = str(node.name.startswith(_LONG_MARKS)).lower()
    accent.append(_leaf("mo", ACCENTS[node.name], stretchy=stretchy))
    return accent


def _fenced(node: Fenced) -> Element:
    row = Element("mrow")
    if node.opening:
        row.append(_fence(node.opening, "prefix", node.stretchy))
    row.append(_element(node.inside))
    if node.closing:
        row.append(_fence(node.closing, "postfix", node.stretchy))
    return row


def _fence(text: str, form: str, stretchy: bool) -> Element:
    return _leaf("mo", text, fence="true", form=form, stretchy=str(stretchy).lower())


def _grid(node: Grid) -> Element:
    table = Element("mtable", {"displaystyle": "true"} if node.kind == "aligned" else {})
    for cells in node.rows:
        row = SubElement(table, "mtr")
        for at, cell in enumerate(cells):
            alignment = _ALIGNMENTS[node.alignments[at % len(node.alignments)]]
            SubElement(row, "mtd", columnalign=alignment).append(_element(cell))
    return table
