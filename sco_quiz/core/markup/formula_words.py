"""Formulas in words, for screen readers: short ones short, and the ends of longer parts named."""

from collections.abc import Sequence
from typing import assert_never

from sco_quiz.core.markup import formula_names as names
from sco_quiz.core.markup.formula_shapes import applies, flattened, is_function, is_large, is_number, is_operator
from sco_quiz.core.markup.tex.commands import INTEGRALS
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

_POWERS = {"2": "squared", "3": "cubed"}
_BARS = {"{": "such that", "(": "given"}
_ROOTS = {"2": "square", "3": "cube"}


def render_words(formula: Node) -> str:
    """Return a formula in words."""
    return " ".join(_words(formula).split()).replace(" ,", ",").replace(" ;", ";").replace(" :", ":")


def _words(node: Node, alone: bool = True) -> str:  # noqa: C901 - one case for each type of node
    """Return a node in words; beside a factor, where it is not `alone`, with words for its end."""
    match node:
        case Identifier(text, font, function):
            return names.FUNCTIONS.get(text, text) if function else names.name_letters(text, font)
        case Number(text):
            return text
        case Operator(text):
            return f"{names.name_operator(text)}{' of' if is_large(node) else ''}"
        case Words(text):
            return text
        case Space():
            return ""
        case Row(items):
            return _row(flattened(items), alone)
        case Fraction(top, bottom):
            short = _is_short(top) and _is_short(bottom)
            words = f"{_words(top, short)} over {_words(bottom, short)}"
            return words if alone and short else f"fraction {words} end fraction"
        case Binomial(top, bottom):
            short = _is_short(top) and _is_short(bottom)
            words = f"{_words(top)} choose {_words(bottom)}"
            return words if short else f"binomial {words} end binomial"
        case Root():
            return _root(node, alone)
        case Scripts():
            return _scripts(node, alone)
        case Limits():
            return _limits(node)
        case Accent():
            return _accent(node)
        case Fenced():
            return _fenced(node)
        case Enclosed(inside, name):
            what = "box" if name == "boxed" else "crossed out"
            return f"{what} {_words(inside)} end {what}"
        case Grid():
            return _grid(node)
    assert_never(node)


def _is_short(node: Node) -> bool:
    """Whether a node needs no words for its end."""
    match node:
        case Identifier() | Number() | Words():
            return True
        case Scripts(base, None, Number("2" | "3") | Operator()):
            return _is_short(base)
        case Row((Operator("−" | "+"), operand)):
            return _is_short(operand)
        case Row((Identifier("d" | "∂" | "Δ"), operand)) | Accent(operand):
            return _is_short(operand)
    return False


# -- rows


def _row(items: Sequence[Node], alone: bool) -> str:
    visible = [item for item in items if not isinstance(item, Space)]
    words: list[str] = []
    for at, item in enumerate(visible):
        before = visible[at - 1] if at else None
        after = visible[at + 1] if at + 1 < len(visible) else None
        words.append(_in_row(item, before, after, alone))
    return " ".join(filter(None, words))


def _in_row(item: Node, before: Node | None, after: Node | None, alone: bool) -> str:
    if isinstance(item, Fenced) and applies(before) and _is_list(item):
        return f"of {_words(item.inside)}"
    if isinstance(before, Number) and is_number(item):
        return f"and {_words(item)}"
    if is_function(item) and isinstance(after, Fenced) and _is_list(after):
        return _words(item).removesuffix(" of")
    beside = _is_factor(after) or (isinstance(item, Fraction) and _is_factor(before))
    return _words(item, alone and not beside)


def _is_factor(node: Node | None) -> bool:
    return node is not None and not is_operator(node) and not is_large(node) and not isinstance(node, Words)


def _is_list(node: Fenced) -> bool:
    """Whether brackets hold arguments that are short."""
    if node.opening != "(" or node.closing != ")":
        return False
    arguments = flattened([node.inside])
    return _is_argument(node.inside) or all(
        _is_argument(item) if at % 2 == 0 else item == Operator(",") for at, item in enumerate(arguments)
    )


def _is_argument(node: Node) -> bool:
    match node:
        case Scripts(base, Identifier() | Number(), None):
            return _is_short(base)
    return _is_short(node)


# -- parts


def _root(node: Root, alone: bool) -> str:
    index = _words(node.index) if node.index else "2"
    short = _is_short(node.radicand) and alone
    name = _ROOTS.get(index) or (f"{index}{'th' if index.isdigit() else '-th'}" if " " not in index else "")
    which = f"{name} root" if name else f"root with index {index}"
    return f"{which} of {_words(node.radicand)}{'' if short else ' end root'}"


def _scripts(node: Scripts, alone: bool) -> str:
    if is_function(node.base) and node.sub and _words(node.base).startswith("log"):
        return f"log base {_words(node.sub)} of"
    if is_large(node.base):
        return _limits(Limits(node.base, node.sub, node.sup))
    match node.base:
        case Fenced("", inside, "|"):
            ends = (f"{word} {_words(end)}" for word, end in (("from", node.sub), ("to", node.sup)) if end)
            return f"{_words(inside)} evaluated {' '.join(ends)}"
        case Row(()) if node.sup == Operator("∘") and not node.sub:
            return "degrees"
        case Row(()):
            return " ".join(f"{word} {_words(end)}" for word, end in _placed(node) if end)
        case Row() | Fraction() | Scripts() | Root():
            base = f"open parenthesis {_words(node.base)} close parenthesis"
        case _:
            base = _words(node.base)
    sub = _sub(node.sub, alone and node.sup is None) if node.sub else ""
    sup = _sup(node.sup, alone) if node.sup else ""
    return f"{base} {sub} {sup}{' of' if base.endswith(' of') else ''}".replace(" of ", " ", base.endswith(" of"))


def _placed(node: Scripts) -> tuple[tuple[str, Node | None], ...]:
    return ("superscript", node.sup), ("subscript", node.sub)


def _sub(node: Node, alone: bool) -> str:
    short = isinstance(node, Words) or (alone and _is_short(node)) or isinstance(node, Number)
    return f"sub {_words(node)}{'' if short else ' end sub'}"


def _sup(node: Node, alone: bool) -> str:
    match node:
        case Number("2" | "3" as power):
            return _POWERS[power]
        case Operator("∘") | Identifier("°"):
            return "degrees"
        case Operator(text) if text not in "+−":
            return names.name_operator(text)
        case Row((Operator("′" | "′′" | "′′′" as primes), power)):
            return f"{names.name_operator(primes)} {_sup(power, alone)}"
        case Operator() | Row((*_, Operator("+" | "−"))):
            return f"superscript {_words(node)}"
    short = alone and _is_short(node)
    return f"to the power {_words(node)}{'' if short else ' end power'}"


def _limits(node: Limits) -> str:
    base = _words(node.base).removesuffix(" of")
    under = _words(node.under) if node.under else ""
    over = _words(node.over) if node.over else ""
    match node.base:
        case Operator(arrow, stretchy=True):
            base = names.name_arrow(arrow)
        case Accent():
            return f"{base} labeled {over or under}"
        case Operator(text) if text in INTEGRALS and not over:
            return f"{base} over {under} of"
        case Identifier("lim" | "lim sup" | "lim inf"):
            return f"{base} as {under.replace(' to ', ' approaches ', 1)} of"
        case Identifier(movable=True):
            return f"{base} over {under} of"
    if is_large(node.base):
        start = f" {'from' if over else 'over'} {under}" if under else ""
        return f"{base}{start}{f' to {over}' if over else ''} of"
    labels = " and ".join(f"{words} {where}" for words, where in ((over, "above"), (under, "below")) if words)
    return f"{base} with {labels}"


def _accent(node: Accent) -> str:
    name = names.ACCENTS[node.name]
    where = "under" if node.name.startswith("under") else "over"
    words = _words(node.base)
    if name == "vector":
        return f"vector {words}"
    if _is_short(node.base) and where == "over" and name != "brace":
        return f"{words} {name}"
    return f"{name} {where} {words} end {name}"


def _fenced(node: Fenced) -> str:
    words = _words(_with_bar(node.inside, _BARS.get(node.opening, "")))
    if isinstance(node.inside, Grid):
        is_determinant = node.opening == node.closing == "|"
        return f"determinant of {words}" if is_determinant else words
    pair = names.PAIRS.get(node.opening + node.closing)
    if pair:
        return f"{pair} of {words}{'' if _is_short(node.inside) else f' end {pair}'}"
    opening, closing = (names.BRACKETS.get(text, names.name_operator(text)) for text in (node.opening, node.closing))
    return f"{opening} {words} {closing}"


def _with_bar(node: Node, words: str) -> Node:
    """Return a row with words instead of its bar, if there are any."""
    if not words or not isinstance(node, Row):
        return node
    return Row(tuple(Words(words) if _is_bar(item) else item for item in node.items))


def _is_bar(node: Node) -> bool:
    return isinstance(node, Operator) and node.text in ("|", "∣")


def _grid(node: Grid) -> str:
    rows = [", ".join(filter(None, map(_words, row))) for row in node.rows]
    match node.kind:
        case "matrix":
            height, width = len(rows), max(map(len, node.rows))
            numbered = "; ".join(f"row {at}: {row}" for at, row in enumerate(rows, 1))
            return f"matrix with {_count(height, 'row')} and {_count(width, 'column')}: {numbered}; end matrix"
        case "cases":
            numbered = "; ".join(f"case {at}: {row}" for at, row in enumerate(rows, 1))
            return f"{_count(len(rows), 'case')}: {numbered}; end cases"
        case "aligned" | "lines":
            return "; ".join(rows).replace(", equals", " equals")
    assert_never(node.kind)


def _count(number: int, of: str) -> str:
    return f"{number} {of}{'' if number == 1 else 's'}"
