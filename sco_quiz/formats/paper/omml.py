"""Formulas as Office Math (OMML, ECMA-376 part 1, 22.1), which Word typesets and edits."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never
from xml.etree.ElementTree import Element, SubElement, tostring

from sco_quiz.core.markup.formula_shapes import needs_space
from sco_quiz.core.markup.math_letters import styled
from sco_quiz.core.markup.tex.commands import INTEGRALS, LARGE
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

_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_ALIGNMENTS = {"l": "left", "c": "center", "r": "right"}
_COMBINING = {
    **{"acute": "\u0301", "bar": "\u0305", "breve": "\u0306", "check": "\u030c", "dot": "\u0307", "ddot": "\u0308"},
    **{"dddot": "\u20db", "grave": "\u0300", "hat": "\u0302", "mathring": "\u030a", "tilde": "\u0303"},
    **{"vec": "\u20d7", "widehat": "\u0302", "widetilde": "\u0303", "overleftarrow": "\u20d6"},
    **{"overrightarrow": "\u20d7", "overleftrightarrow": "\u20e1"},
}
_BELOW = {"underbrace": "⏟", "underleftarrow": "←", "underrightarrow": "→", "underleftrightarrow": "↔"}
_STRIKES = {"cancel": ("BLTR",), "bcancel": ("TLBR",), "xcancel": ("BLTR", "TLBR")}
# from the widest: Word sets spaces of these widths in formulas
_SPACES = ((2, "\u2003\u2003"), (1, "\u2003"), (0.5, "\u2002"), (0.25, "\u2005"), (0.2, "\u205f"), (0.1, "\u2009"))
_FUNCTION_SPACE = Space(0.167)


def render_omml(formula: Node) -> str:
    """Return a formula as an `m:oMath` element."""
    root = Element("m:oMath", {"xmlns:m": _NAMESPACE})
    root.extend(_nodes(_items(formula)))
    return tostring(root, encoding="unicode")


def _items(node: Node) -> Sequence[Node]:
    return node.items if isinstance(node, Row) else (node,)


def _nodes(items: Sequence[Node]) -> Iterator[Element]:
    """Yield the elements of nodes beside each other; a sum or an integral holds the next one as its operand."""
    rest = list(items)
    before: Node | None = None
    while rest:
        node = rest.pop(0)
        if before and needs_space(before, node):
            yield from _elements(_FUNCTION_SPACE)
        if (large := _nary_of(node)) and rest:
            yield _nary(*large, rest.pop(0))
        else:
            yield from _elements(node)
        before = node


def _elements(node: Node) -> Iterator[Element]:  # noqa: C901 - one case for each type of node
    match node:
        case Identifier():
            yield _identifier(node)
        case Number(text) | Operator(text):
            yield _run(text, "p")
        case Words(text):
            yield _words(text)
        case Space(width):
            if text := next((text for least, text in _SPACES if width >= least), ""):
                yield _words(text)
        case Row(items):
            yield from _nodes(items)
        case Fraction(top, bottom):
            yield _parent("f", {}, num=top, den=bottom)
        case Binomial(top, bottom):
            yield _delimited("(", (_parent("f", {"type": "noBar"}, num=top, den=bottom),), ")")
        case Root(radicand, index):
            yield _parent("rad", {} if index else {"degHide": "1"}, deg=index or Row(()), e=radicand)
        case Scripts(base, sub, sup):
            yield _scripts(base, sub, sup)
        case Limits(base, under, over):
            yield _limits(base, under, over)
        case Accent(base, name):
            yield _accent(base, name)
        case Fenced(opening, inside, closing):
            yield _delimited(opening, _elements(inside), closing)
        case Enclosed(inside, name):
            yield _enclosed(inside, name)
        case Grid():
            yield _grid(node)
        case _:
            assert_never(node)


def _identifier(node: Identifier) -> Element:
    # as in TeX, capital Greek is upright, and so are names
    upright = node.font == "upright" or node.function or (not node.font and "Α" <= node.text <= "Ω")
    if node.font in ("sans-serif", "monospace"):
        return _run(node.text, "p", node.font)
    return _run(styled(node.text, node.font), "p" if upright or node.font not in ("", "italic") else "i")


def _run(text: str, style: str, script: str = "") -> Element:
    run = Element("m:r")
    _properties(run, "rPr", {**({"scr": script} if script else {}), "sty": style})
    SubElement(run, "m:t", {"xml:space": "preserve"}).text = text
    return run


def _words(text: str) -> Element:
    run = Element("m:r")
    _properties(run, "rPr", {"nor": "1"})
    SubElement(run, "m:t", {"xml:space": "preserve"}).text = text
    return run


def _properties(parent: Element, tag: str, values: dict[str, str]) -> None:
    """Add the properties of an element; their order is that of the schema."""
    properties = SubElement(parent, f"m:{tag}")
    for name, value in values.items():
        SubElement(properties, f"m:{name}", {"m:val": value})


def _parent(tag: str, properties: dict[str, str], **parts: Node) -> Element:
    parent = Element(f"m:{tag}")
    _properties(parent, f"{tag}Pr", properties)
    for name, part in parts.items():
        SubElement(parent, f"m:{name}").extend(_elements(part))
    return parent


def _scripts(base: Node, sub: Node | None, sup: Node | None) -> Element:
    if sub and sup:
        return _parent("sSubSup", {}, e=base, sub=sub, sup=sup)
    if sub:
        return _parent("sSub", {}, e=base, sub=sub)
    return _parent("sSup", {}, e=base, sup=sup or Row(()))


def _limits(base: Node, under: Node | None, over: Node | None) -> Element:
    if under and over:
        return _parent("limUpp", {}, e=Limits(base, under), lim=over)
    if under:
        return _parent("limLow", {}, e=base, lim=under)
    return _parent("limUpp", {}, e=base, lim=over or Row(()))


def _nary_of(node: Node) -> tuple[str, str, Node | None, Node | None] | None:
    """Return the symbol of a sum or an integral with limits, where they are, and what is below and above."""
    match node:
        case Scripts(Operator(text), below, above) if text in LARGE | INTEGRALS:
            return text, "subSup", below, above
        case Limits(Operator(text), below, above) if text in LARGE | INTEGRALS:
            return text, "undOvr", below, above
    return None


def _nary(symbol: str, place: str, below: Node | None, above: Node | None, operand: Node) -> Element:
    properties = {"chr": symbol, "limLoc": place}
    hidden = {name: "1" for name, part in (("subHide", below), ("supHide", above)) if part is None}
    empty = Row(())
    return _parent("nary", {**properties, **hidden}, sub=below or empty, sup=above or empty, e=operand)


def _accent(base: Node, name: str) -> Element:
    if name in ("overline", "underline"):
        return _parent("bar", {"pos": "top" if name == "overline" else "bot"}, e=base)
    if name == "overbrace":
        return _parent("groupChr", {"chr": "⏞", "pos": "top", "vertJc": "bot"}, e=base)
    if name in _BELOW:
        return _parent("groupChr", {"chr": _BELOW[name], "pos": "bot", "vertJc": "top"}, e=base)
    return _parent("acc", {"chr": _COMBINING[name]}, e=base)


def _delimited(opening: str, inside: Iterable[Element], closing: str) -> Element:
    delimited = Element("m:d")
    _properties(delimited, "dPr", {"begChr": opening, "endChr": closing})
    SubElement(delimited, "m:e").extend(inside)
    return delimited


def _enclosed(inside: Node, name: str) -> Element:
    if name not in _STRIKES:
        return _parent("borderBox", {}, e=inside)
    hidden = {f"hide{side}": "1" for side in ("Top", "Bot", "Left", "Right")}
    # the schema lists the strike from the lower left first
    return _parent("borderBox", {**hidden, **{f"strike{way}": "1" for way in _STRIKES[name]}}, e=inside)


def _grid(node: Grid) -> Element:
    table = Element("m:m")
    columns = SubElement(SubElement(table, "m:mPr"), "m:mcs")
    for at in range(max(map(len, node.rows))):
        column = SubElement(columns, "m:mc")
        _properties(column, "mcPr", {"count": "1", "mcJc": _ALIGNMENTS[node.alignments[at % len(node.alignments)]]})
    for cells in node.rows:
        row = SubElement(table, "m:mr")
        for cell in cells:
            SubElement(row, "m:e").extend(_elements(cell))
    return table
