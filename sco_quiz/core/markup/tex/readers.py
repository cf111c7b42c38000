"""Read the commands of formulas that have arguments."""

from collections.abc import Mapping

from sco_quiz.core.markup.tex import commands
from sco_quiz.core.markup.tex.characters import negated
from sco_quiz.core.markup.tex.errors import unclosed
from sco_quiz.core.markup.tex.fences import row_of
from sco_quiz.core.markup.tex.grids import read_environment, read_substack
from sco_quiz.core.markup.tex.nodes import (
    Accent,
    Binomial,
    Enclosed,
    Fenced,
    Fraction,
    Identifier,
    Limits,
    Node,
    Operator,
    Root,
    Row,
    Space,
)
from sco_quiz.core.markup.tex.parser import Parser, Reader
from sco_quiz.core.markup.tex.tokens import Token


def _read_fraction(parser: Parser, token: Token) -> Node:
    fraction = Fraction(parser.argument(token), parser.argument(token))
    return Row((fraction,), display=True) if token.text == "dfrac" else fraction


def _read_binomial(parser: Parser, token: Token) -> Node:
    return Binomial(parser.argument(token), parser.argument(token))


def _read_root(parser: Parser, token: Token) -> Node:
    index = parser.optional(token)
    return Root(parser.argument(token), index)


def _read_accent(parser: Parser, token: Token) -> Node:
    return Accent(parser.argument(token), token.text)


def _read_enclosed(parser: Parser, token: Token) -> Node:
    if parser.tokens.is_next("character", "["):
        raise parser.tokens.error(f"missing {{…}} after {parser.tokens.source(token)}", token)
    return Enclosed(parser.argument(token), token.text)


def _read_styled(parser: Parser, token: Token) -> Node:
    """Read letters in another font; only letters can be."""
    before, parser.font = parser.font, commands.FONTS[token.text]
    styled = parser.argument(token)
    parser.font = before
    return styled


def _read_arrow(parser: Parser, token: Token) -> Node:
    under = parser.optional(token)
    return Limits(Operator(commands.STRETCHED[token.text], stretchy=True), under, parser.argument(token))


def _read_stacked(parser: Parser, token: Token) -> Node:
    mark, base = parser.argument(token), parser.argument(token)
    return Limits(base, under=mark) if token.text == "underset" else Limits(base, over=mark)


def _read_braket(parser: Parser, token: Token) -> Node:
    opening, closing = commands.BRAKETS[token.text]
    return Fenced(opening, parser.argument(token), closing)


def _read_modulo(parser: Parser, token: Token) -> Node:
    if token.text == "bmod":
        return Operator("mod")
    number = parser.argument(token)
    name = () if token.text == "pod" else (Identifier("mod", "upright", function=True),)
    inside = Row((*name, number))
    return Row((Space(1), inside if token.text == "mod" else Fenced("(", inside, ")")))


def _read_negated(parser: Parser, token: Token) -> Node:
    node = negated(parser.argument(token))
    if node is None:
        raise parser.tokens.error("only relations can be negated", token, parser.tokens.last)
    return node


def _read_space(parser: Parser, token: Token) -> Node:
    return Space(commands.SPACES[token.text])


def _read_sized(parser: Parser, token: Token) -> Node:
    return Operator(parser.delimiter(token), stretchy=True)


def _read_left(parser: Parser, token: Token) -> Node:
    opening = parser.delimiter(token)
    parts = [parser.row()]
    while parser.tokens.skip("command", "middle"):
        parts += [Operator(parser.delimiter(token), stretchy=True), parser.row()]
    closing = parser.tokens.peek()
    if not closing or not parser.tokens.skip("command", "right"):
        raise unclosed(parser.tokens, token, r"a \left without \right")
    return Fenced(opening, row_of(parts), parser.delimiter(closing), stretchy=True)


READERS: Mapping[str, Reader] = {
    **dict.fromkeys(commands.FRACTIONS, _read_fraction),
    **dict.fromkeys(commands.BINOMIALS, _read_binomial),
    **dict.fromkeys(commands.ACCENTS, _read_accent),
    **dict.fromkeys(commands.ENCLOSED, _read_enclosed),
    **dict.fromkeys(commands.FONTS, _read_styled),
    **dict.fromkeys(commands.STRETCHED, _read_arrow),
    **dict.fromkeys(commands.STACKED, _read_stacked),
    **dict.fromkeys(commands.BRAKETS, _read_braket),
    **dict.fromkeys(commands.MODULO, _read_modulo),
    **dict.fromkeys(commands.SPACES, _read_space),
    **dict.fromkeys(commands.SIZES, _read_sized),
    "begin": read_environment,
    "sqrt": _read_root,
    "left": _read_left,
    "not": _read_negated,
    "substack": read_substack,
}
"""What reads the commands that have arguments, and environments."""
