"""Detect list items that YAML folded into the previous scalar, since their dash is indented too far."""

import re
from collections.abc import Iterable

from sco_quiz.core.problem import Problem
from sco_quiz.loading.diagnosis.field_shapes import PROSE_FIELDS
from sco_quiz.loading.document import QUESTION_START, Document
from sco_quiz.loading.yaml_nodes import Scalar

_BULLET = re.compile(r" *([-–—•*])(?=[ \t]|[^\W_])")
_ITEM = re.compile(r" *+(?:- ++)++(?:[^:]+: +)?$")
_FIELD = re.compile(r" *(?:- +)?([a-z_]+): +$")


def folded_items(document: Document, scalars: Iterable[Scalar]) -> list[Problem]:
    """Report each line of unquoted text that starts like an item of a list."""
    # in quotes or below `>` every line is text by intent
    several = (scalar for scalar in scalars if scalar.end_line > scalar.line and scalar.plain)
    return [problem for scalar in several for problem in _folded(document, scalar)]


def _folded(document: Document, scalar: Scalar) -> list[Problem]:
    bullets = [
        (line, found.start(1), found[1])
        for line in range(scalar.line + 1, scalar.end_line + 1)
        if (found := _BULLET.match(document.lines[line])) and not QUESTION_START.match(document.lines[line])
    ]
    before = document.lines[scalar.line][: scalar.column]
    if not bullets or not _were_items(before, [bullet for *_, bullet in bullets]):
        return []
    continued = "item" if before.lstrip().startswith("-") else "text"
    message = f"YAML reads this line as a continuation of the previous {continued}"
    hint = "start its dash (-) in the column of the other dashes, with a space after it"
    return [document.problem("swallowed-item", message, line, column, 1, hint) for line, column, _ in bullets]


def _were_items(before: str, bullets: list[str]) -> bool:
    """Decide by what is before the text: below an item one bullet is enough, in prose a single dash proves nothing."""
    field = _FIELD.match(before)
    if field and field[1] in PROSE_FIELDS:
        return any(bullets.count(bullet) > 1 for bullet in bullets)
    return bool(_ITEM.match(before))
