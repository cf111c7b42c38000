"""Formulas as data for the template of PDF files: lists that name a function of Typst and its arguments, never code."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from sco_quiz.core.markup.formula_shapes import needs_space
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

Data = Sequence["Data"] | Mapping[str, "Data"] | str | float | bool | None
"""What JSON can hold."""

_FUNCTION_SPACE = 0.167


def formula_data(node: Node) -> Data:  # noqa: C901 - one case for each type of node
    """Return a node as the name of a function of the template and its arguments."""
    match node:
        case Identifier(text, function=True, movable=movable):
            return ["function", text, movable]
        case Identifier(text, font):
            return ["letters", styled(text, font), font]
        case Number(text):
            return ["number", text]
        case Operator(text, stretchy):
            return ["stretched" if stretchy else "operator", text]
        case Words(text):
            return ["words", text]
        case Space(width):
            return ["space", width]
        case Row(items, display):
            return ["display" if display else "row", _spaced(items)]
        case Fraction(top, bottom):
            return ["fraction", formula_data(top), formula_data(bottom)]
        case Binomial(top, bottom):
            return ["binomial", formula_data(top), formula_data(bottom)]
        case Root(radicand, index):
            return ["root", formula_data(radicand), _optional(index)]
        case Scripts(base, sub, sup):
            return ["scripts", formula_data(base), _optional(sub), _optional(sup)]
        case Limits(base, under, over, movable):
            return ["limits", formula_data(base), _optional(under), _optional(over), movable]
        case Accent(base, name):
            return ["accent", formula_data(base), name]
        case Fenced(opening, inside, closing, stretchy):
            return ["fenced", opening, formula_data(inside), closing, stretchy]
        case Enclosed(inside, name):
            return ["enclosed", formula_data(inside), name]
        case Grid(rows, kind, alignments):
            return ["grid", [[formula_data(cell) for cell in row] for row in rows], kind, alignments]
    assert_never(node)


def _optional(node: Node | None) -> Data:
    return None if node is None else formula_data(node)


def _spaced(items: tuple[Node, ...]) -> Data:
    """Return neighbors, with space between a function and its argument, for which Typst does not know both."""
    spaced: list[Data] = []
    before: Node | None = None
    for item in items:
        if before and needs_space(before, item):
            spaced.append(["space", _FUNCTION_SPACE])
        spaced.append(formula_data(item))
        before = item
    return spaced
