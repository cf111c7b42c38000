"""List items that are none: to YAML, a line further in than the text above goes on with it, dash or not."""

import re
from typing import Any

from sco_quiz.core.problem import Problem
from sco_quiz.loading.diagnosis.hash_comments import TEXT_FIELDS
from sco_quiz.loading.document import Document

_SIGN = re.compile(r" *([-–—•*])(?=[ \t]|[^\W_])")
_ITEM = re.compile(r" *(?:- +)+(?:[^:]+: +)?$")
_FIELD = re.compile(r" *(?:- +)?([a-z_]+): +$")
_START = re.compile(r" *- +(?:id|type):")


def swallowed_items(document: Document, event: Any) -> list[Problem]:
    """A problem for each line of a text without quotes that starts as the items of a list do.

    In a list one such line is enough; in a field, where a dash may stand in a sentence, two with the same sign are.
    """
    first, last = event.start_mark.line, event.end_mark.line
    signs = [
        (line, found.start(1), found[1])
        for line in range(first + 1, last + 1)
        if (found := _SIGN.match(document.lines[line])) and not _START.match(document.lines[line])
    ]
    before = document.lines[first][: event.start_mark.column]
    if not signs or not _counts(before, [sign for *_, sign in signs]):
        return []
    joined = "item" if before.lstrip().startswith("-") else "text"
    return [
        document.problem("swallowed-item", f"this line has become a part of the {joined} before it", line, column, 1,
                         "start its dash (-) in the column of the other dashes, with a blank after it")
        for line, column, _ in signs
    ]  # fmt: skip


def _counts(before: str, signs: list[str]) -> bool:
    field = _FIELD.match(before)
    if field and field[1] in TEXT_FIELDS:
        return any(signs.count(sign) > 1 for sign in signs)
    return bool(_ITEM.match(before))
