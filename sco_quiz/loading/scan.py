"""What makes a file unreadable before YAML is tried: control characters and leftovers of merging."""

import re

from sco_quiz.core.problem import Problem
from sco_quiz.loading.document import Document

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)


def scan(document: Document) -> list[Problem]:
    """A problem for the first control character and for each conflict marker."""
    problems = []
    control = _CONTROL.search(document.text)
    if control:
        problems.append(
            Problem("control-character", f"the control character U+{ord(control[0]):04X} stands here",
                    document.place_at(control.start()), "remove it; it often comes along when text is pasted")
        )  # fmt: skip
    for marker in _CONFLICT.finditer(document.text):
        problems.append(
            Problem("merge-conflict", "a conflict of version control was left here",
                    document.place_at(marker.start(), 7),
                    "keep one of the two versions and remove the marker lines")
        )  # fmt: skip
    return problems
