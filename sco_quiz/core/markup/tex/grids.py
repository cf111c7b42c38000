"""Read matrices, cases and lines of formulas."""

from sco_quiz.core.markup.tex import commands
from sco_quiz.core.markup.tex.errors import unsupported_environment
from sco_quiz.core.markup.tex.nodes import Fenced, Grid, Node
from sco_quiz.core.markup.tex.parser import EMPTY, Parser
from sco_quiz.core.markup.tex.tokens import Token


def read_environment(parser: Parser, begin: Token) -> Node:
    r"""Read what is between `\begin` and `\end`."""
    if begin.text not in commands.ENVIRONMENTS:
        raise unsupported_environment(parser.tokens, begin)
    kind, opening, closing = commands.ENVIRONMENTS[begin.text]
    alignments = {"cases": "l", "aligned": "rl"}.get(kind) or _read_alignments(parser, begin)
    rows = _read_rows(parser)
    if not parser.tokens.skip("end", begin.text):
        raise parser.tokens.error(rf"missing \end{{{begin.text}}}", begin)
    grid = Grid(rows, kind, alignments)
    return Fenced(opening, grid, closing, stretchy=True) if opening else grid


def _read_alignments(parser: Parser, begin: Token) -> str:
    """Read the alignments of an array."""
    if begin.text != "array":
        return "c"
    letters = ""
    if parser.tokens.skip("character", "{"):
        while parser.tokens.is_next("character", "l", "c", "r", "|"):
            letters += parser.tokens.take().text.strip("|")
        if parser.tokens.skip("character", "}") and letters:
            return letters
    raise parser.tokens.error(r"missing alignments after \begin{array}", begin, meant=r"\begin{array}{cc}")


def _read_rows(parser: Parser) -> tuple[tuple[Node, ...], ...]:
    rows: list[tuple[Node, ...]] = []
    while True:
        while parser.tokens.skip("command", "hline"):
            pass
        cells = [parser.row()]
        while parser.tokens.skip("character", "&"):
            cells.append(parser.row())
        rows.append(tuple(cells))
        new_line = parser.tokens.peek()
        if not new_line or not parser.tokens.skip("command", "\\"):
            break
        parser.optional(new_line)
    return tuple(row for row in rows if row != (EMPTY,)) or ((EMPTY,),)


def read_substack(parser: Parser, token: Token) -> Node:
    """Read lines that are the limits of an operator."""
    if not parser.tokens.skip("character", "{"):
        raise parser.tokens.error(r"missing {…} after \substack", token)
    rows = _read_rows(parser)
    if not parser.tokens.skip("character", "}"):
        raise parser.tokens.error(r"missing } after \substack", token)
    return Grid(rows, "lines")
