"""Code and formulas, which are compared as typed: case counts, and nothing is forgiven but the spacing."""

import re

from sco_quiz.core.content import Content, Notation
from sco_quiz.core.letters import as_written

_RAISED, _LOWERED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", "₀₁₂₃₄₅₆₇₈₉₊₋ₙ"
# the mark around each notation, and how many of it there may be; code may have any number
_MARKS: dict[Notation, tuple[str, int | None]] = {"code": ("`", None), "formula": ("$", 2), "words": ("`", 0)}

_SUPERSCRIPT = re.compile(f"(?<![{_RAISED}])(?=[{_RAISED}])")
_SUBSCRIPT = re.compile(f"(?<![{_LOWERED}])(?=[{_LOWERED}])")
_POWER_OF_NUMBER = re.compile(rf"\d(?=[{_RAISED}{_LOWERED}])")


def is_as_typed(typed: str, form: Content) -> bool:
    """Whether code or a formula was typed as it is written or shown, with or without the marks around it."""
    meant = forms_as_typed(form)
    return any(compared(text, form.notation) in meant for text in (typed, _unmarked(typed.strip(), form.notation)))


def _unmarked(text: str, notation: Notation) -> str:
    """Return text without the marks around it: as many before as after."""
    mark, most = _MARKS[notation]
    before, after = (len(text) - len(bare) for bare in (text.lstrip(mark), text.rstrip(mark)))
    count = max(0, min(before, after, (len(text) - 1) // 2))
    count = count if most is None else min(count, most)
    return text[count : len(text) - count]


def forms_as_typed(form: Content) -> list[str]:
    """Return what can be typed for code or a formula, as it is compared: its source, and a formula as it is shown.

    That is a line of Unicode, in which powers and indices may be typed with ^ and _.
    """
    texts = [form.plain]
    if form.notation == "formula":
        from sco_quiz.core.markup.formulas import formula_text  # slow to import, and most banks have no formulas

        shown = formula_text(form.plain)
        texts.append(_SUPERSCRIPT.sub("^", _SUBSCRIPT.sub("_", shown)))
        # 2² would be compared as 22
        texts += [] if _POWER_OF_NUMBER.search(shown) else [shown]
    return list(dict.fromkeys(compared(text, form.notation) for text in texts))


def compared(text: str, notation: Notation) -> str:
    """Return text as it is compared: a formula without spaces, anything else with single ones."""
    written = as_written(text)
    return written.replace(" ", "") if notation == "formula" else written
