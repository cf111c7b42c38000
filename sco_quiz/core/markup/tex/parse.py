"""Parse formulas in TeX."""

from functools import lru_cache

from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.markup.tex.nodes import Node, depth_of
from sco_quiz.core.markup.tex.parser import MAX_DEPTH, Parser
from sco_quiz.core.markup.tex.readers import READERS
from sco_quiz.core.markup.tex.tokens import PROBLEM, FormulaError

MAX_LENGTH = 1000
"""The longest formula, in characters: no screen could show a longer one."""


@lru_cache(maxsize=1024)  # every surface and the checks parse the same formulas
def parse_tex(tex: str) -> Node | MarkupError:
    """Parse a formula, or say what is wrong with it."""
    if not tex.strip():
        return MarkupError(tex, "empty formula", name=PROBLEM)
    if len(tex) > MAX_LENGTH:
        message = f"a formula of {len(tex)} characters, the maximum is {MAX_LENGTH}"
        return MarkupError(tex[:40], message, name=PROBLEM)
    try:
        formula = Parser(tex, READERS).formula()
    except FormulaError as found:
        return found.error
    # brackets in brackets are no deeper to the parser, but to what walks through the tree
    if depth_of(formula) > 2 * MAX_DEPTH:
        return MarkupError(tex[:40], "a formula nested too deeply", name=PROBLEM)
    return formula
