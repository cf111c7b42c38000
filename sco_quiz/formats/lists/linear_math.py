"""Formulas of Word in a line, such as x^2/(a+b): what can be read of them without their arrangement."""

import re

from sco_quiz.formats.exchange.xml_tree import Element

_SIMPLE = re.compile(r"\w*", re.ASCII)
_JOINTS = {"f": "/", "sSup": "^", "sSub": "_", "limLow": "_", "limUpp": "^"}
_PROPERTIES = "Pr"  # how their names end


def linear(formula: Element) -> str:
    """Return a formula as text: fractions, powers and indices with `/`, `^` and `_`, long parts in brackets."""
    match formula.name:
        case "t":
            return formula.text
        case name if name.endswith(_PROPERTIES):
            return ""
        case name if name in _JOINTS:
            return _JOINTS[name].join(_parts(formula, first=name == "f"))
        case "sSubSup":
            base, below, above = (*_parts(formula), "", "", "")[:3]
            return f"{base}_{below}^{above}"
        case "rad":
            degree, radicand = (*(linear(each) for each in _inside(formula)), "", "")[:2]
            return f"{degree}√{_bracketed(radicand)}"
        case _:
            return "".join(map(linear, formula.elements()))


def _inside(formula: Element) -> list[Element]:
    return [each for each in formula.elements() if not each.name.endswith(_PROPERTIES)]


def _parts(formula: Element, first: bool = False) -> list[str]:
    """Return the parts of an element; only of a fraction the first one needs brackets."""
    base, *others = (linear(each) for each in _inside(formula))
    return [_bracketed(base) if first else base, *map(_bracketed, others)]


def _bracketed(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) else f"({text})"
