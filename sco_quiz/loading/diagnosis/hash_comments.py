"""Detect text that YAML cut off as a comment: in text without quotes, a space and `#` start one."""

import re
from collections.abc import Iterable

from sco_quiz.core.problem import Problem, Severity
from sco_quiz.loading.diagnosis.field_shapes import PROSE_FIELDS, SHORT_FIELDS
from sco_quiz.loading.document import Document
from sco_quiz.loading.yaml_nodes import Scalar

_COMMENT = re.compile(r"[ \t]+(#.*)")
_AFTER_TEXT = re.compile(r"[^\s#][ \t]+#")
_BEFORE = re.compile(r" *+(?:- ++)*+(?:([^:]+): +)?$")
_ENDS = tuple(".!?)\"'”’»…")


def hidden_by_comments(document: Document, scalars: Iterable[Scalar]) -> list[Problem]:
    """Return a warning for each comment that seems to be a part of the text before it."""
    lines = _hash_lines(document)
    if not lines:  # as in most files: the scalars need not be searched
        return []
    return [problem for scalar in scalars if scalar.end_line in lines and (problem := _hidden(document, scalar))]


def _hash_lines(document: Document) -> frozenset[int]:
    """Return the lines, from 0, in which `#` follows a word and a space."""
    if "#" not in document.text:
        return frozenset()
    return frozenset(number for number, line in enumerate(document.lines) if "#" in line and _AFTER_TEXT.search(line))


def _hidden(document: Document, scalar: Scalar) -> Problem | None:
    line = scalar.end_line
    found = _COMMENT.match(document.lines[line], scalar.end_column)
    if not found or not _is_text(document, scalar, found[1]):
        return None
    message = "text after `#` is a YAML comment and will not be shown"
    hint = "put the whole text in quotes; write a note to yourself on its own line, with a space after #"
    place = document.place(line, found.start(1), len(found[1].rstrip()))
    return Problem("swallowed-text", message, place, hint, Severity.WARNING)


def _is_text(document: Document, scalar: Scalar, comment: str) -> bool:
    """Guess whether a comment is text: `#` touches a word, numbers something, or follows an unfinished sentence."""
    if comment[1:2].strip("# \t"):
        return True
    before = _BEFORE.match(document.lines[scalar.line][: scalar.column])
    if not scalar.plain or not before:
        return False
    field = before[1] or ""
    if re.match(r"#[ \t]+\d", comment):  # "Resolution # 4"
        short = not field or field in SHORT_FIELDS
        return field in PROSE_FIELDS or (short and not re.fullmatch(r"[\d.,-]+", scalar.value))
    return field in PROSE_FIELDS and not scalar.value.endswith(_ENDS)
