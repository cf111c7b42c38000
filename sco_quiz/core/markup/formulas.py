"""Formulas in TeX: what is wrong with one, and one as MathML, as a line of Unicode, and in words."""

from functools import lru_cache
from html import escape

from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.markup.formula_text import render_text
from sco_quiz.core.markup.formula_words import render_words
from sco_quiz.core.markup.mathml import render_mathml
from sco_quiz.core.markup.tex.parse import parse_tex

CACHED = 1024


def formula_problem(tex: str) -> MarkupError | None:
    """Return what is wrong with a formula, or None."""
    parsed = parse_tex(tex)
    return parsed if isinstance(parsed, MarkupError) else None


@lru_cache(maxsize=CACHED)
def mathml(tex: str, display: bool = False) -> str:
    """Return a formula as MathML; the TeX of a wrong one as code."""
    parsed = parse_tex(tex)
    if isinstance(parsed, MarkupError):
        return f"<code>{escape(tex)}</code>"
    return render_mathml(parsed, display, formula_words(tex))


@lru_cache(maxsize=CACHED)
def formula_text(tex: str) -> str:
    """Return a formula in one line of Unicode; the TeX of a wrong one."""
    parsed = parse_tex(tex)
    return tex if isinstance(parsed, MarkupError) else render_text(parsed)


@lru_cache(maxsize=CACHED)
def formula_words(tex: str) -> str:
    """Return a formula in words, as a screen reader reads it; the TeX of a wrong one."""
    parsed = parse_tex(tex)
    return tex if isinstance(parsed, MarkupError) else render_words(parsed)
