"""Write formulas of MathML, as QTI and editors have them, in TeX: fractions, roots, powers, indices, brackets."""

import re

from bs4.element import NavigableString, Tag

from sco_quiz.core.markup.formulas import formula_problem
from sco_quiz.formats.rich_text.marks import GAP

_ESCAPED = re.compile(r"[%&#_{}$]")
_SIMPLE = re.compile(r"[^\\{}]|\\[A-Za-z]+|\\[%&#_{}$]")
_GROUPS = ("math", "mrow", "mstyle", "semantics", "mpadded")
_TEMPLATES = {
    "mfrac": (r"\frac{{{}}}{{{}}}", 2),
    "mroot": (r"\sqrt[{1}]{{{0}}}", 2),
    "msup": ("{}^{{{}}}", 2),
    "msub": ("{}_{{{}}}", 2),
    "msubsup": ("{}_{{{}}}^{{{}}}", 3),
    "munderover": ("{}_{{{}}}^{{{}}}", 3),
    "munder": ("{}_{{{}}}", 2),
    "mover": ("{}^{{{}}}", 2),
}
_BASED = ("msup", "msub", "msubsup", "munder", "munderover", "mover")
_WORD = 2  # letters of a name such as sin


class _Unknown(Exception):
    """An element without an equal in the TeX that formulas here may have."""


def tex_of(formula: Tag) -> str:
    """Return a formula in TeX; empty if it cannot be written so."""
    try:
        tex = " ".join(_tex(formula).split())
    except _Unknown:
        return ""
    return "" if formula_problem(tex) else tex


def _tex(element: Tag) -> str:
    inside = [child for child in element.children if isinstance(child, Tag) and child.name != "annotation"]
    name = element.name.rpartition(":")[2]
    if name in ("mi", "mn", "mo", "mtext", "ms"):
        return _leaf(name, element.get_text().strip())
    if name == "mspace":
        return " "
    if any(isinstance(child, NavigableString) and child.strip() for child in element.children):
        raise _Unknown
    if name in _GROUPS:
        return " ".join(map(_tex, inside))
    if name == "msqrt":
        return rf"\sqrt{{{' '.join(map(_tex, inside))}}}"
    if name == "mfenced":
        divider = str(element.get("separators", ","))[:1]
        opening, closing = str(element.get("open", "(")), str(element.get("close", ")"))
        return f"{_escaped(opening)}{f'{divider} '.join(map(_tex, inside))}{_escaped(closing)}"
    template, count = _TEMPLATES.get(name, ("", 0))
    if not count or len(inside) != count:
        raise _Unknown
    base, *others = map(_tex, inside)
    if name in _BASED and not _SIMPLE.fullmatch(base):
        base = f"{{{base}}}"
    return template.format(base, *others)


def _leaf(name: str, text: str) -> str:
    if name in ("mtext", "ms"):
        return rf"\text{{{_escaped(text)}}}" if text else " "
    if name == "mi" and len(text) >= _WORD and text.isascii() and text.isalpha():
        return rf"\mathrm{{{text}}}"
    return _escaped(text)


def _escaped(text: str) -> str:
    if "\\" in text or GAP in text:
        raise _Unknown
    # a product, a function or a separator that is not shown
    return _ESCAPED.sub(r"\\\g<0>", text.translate(dict.fromkeys((0x2061, 0x2062, 0x2063, 0x2064))))
