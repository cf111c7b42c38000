"""Code and formulas, which are compared as typed: case counts, and nothing is forgiven but the spacing."""

import re

from sco_quiz.core.content import Content, Notation
from sco_quiz.core.letters import as_written

_MARKS: dict[Notation, re.Pattern[str]] = {
    "code": re.compile(r"(`+)(.+?)\1", re.DOTALL),
    "formula": re.compile(r"(\${1,2})(.+?)\1", re.DOTALL),
}


def is_as_typed(typed: str, form: Content) -> bool:
    """Whether code or a formula was typed as it is written, with or without the marks around it."""
    marked = _MARKS[form.notation].fullmatch(typed.strip()) if form.notation != "words" else None
    meant = compared(form.plain, form.notation)
    return any(compared(text, form.notation) == meant for text in (typed, marked[2] if marked else typed))


def compared(text: str, notation: Notation) -> str:
    """Return text as it is compared: a formula without spaces, anything else with single ones."""
    written = as_written(text)
    return written.replace(" ", "") if notation == "formula" else written
