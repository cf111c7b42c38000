"""List items that are none: to YAML, a line further in than the text above goes on with it, dash or not."""

import re
from collections.abc import Iterable

from sco_quiz.core.problem import Problem
from sco_quiz.loading.diagnosis.hash_comments import TEXT_FIELDS
from sco_quiz.loading.document import QUESTION_START, Document
from sco_quiz.loading.yaml_tree import Scalar

_SIGN = re.compile(r" *([-–—•*])(?=[ \t]|[^\W_])")
_ITEM = re.compile(r" *(?:- +)+(?:[^:]+: +)?$")
_FIELD = re.compile(r" *(?:- +)?([a-z_]+): +$")


def folded_items(document: Document, scalars: Iterable[Scalar]) -> list[Problem]:
    """A problem for each line of a text without quotes that starts as the items of a list do."""
    several = (scalar for scalar in scalars if scalar.end_line > scalar.line and scalar.plain)
    return [problem for scalar in several for problem in _folded(document, scalar)]


def _folded(document: Document, scalar: Scalar) -> list[Problem]:
    """One such line is enough in a list; in a field, where a sentence may have a dash, two with the same symbol are."""
    signs = [
        (line, found.start(1), found[1])
        for line in range(scalar.line + 1, scalar.end_line + 1)
        if (found := _SIGN.match(document.lines[line])) and not QUESTION_START.match(document.lines[line])
    ]
    before = document.lines[scalar.line][: scalar.column]
    if not signs or not _counts(before, [sign for *_, sign in signs]):
        return []
    joined = "item" if before.lstrip().startswith("-") else "text"
    message = f"this line has become a part of the {joined} before it"
    hint = "start its dash (-) in the column of the other dashes, with a blank after it"
    return [document.problem("swallowed-item", message, line, column, 1, hint) for line, column, _ in signs]


def _counts(before: str, signs: list[str]) -> bool:
    field = _FIELD.match(before)
    if field and field[1] in TEXT_FIELDS:
        return any(signs.count(sign) > 1 for sign in signs)
    return bool(_ITEM.match(before))
