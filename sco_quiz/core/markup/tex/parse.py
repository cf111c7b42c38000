"""Parse formulas in TeX."""

from functools import lru_cache

from sco_quiz.core.gap_syntax import MarkupError
from sco_quiz.core.markup.tex.nodes import Node
from sco_quiz.core.markup.tex.parser import Parser
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
        return Parser(tex, READERS).formula()
    except FormulaError as found:
        return found.error
