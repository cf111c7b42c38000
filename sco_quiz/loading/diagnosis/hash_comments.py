"""Comments that were not meant as such: YAML ends a text without quotes at a blank and a number sign."""

import re
from collections.abc import Iterable

from sco_quiz.core.problem import Problem, Severity
from sco_quiz.loading.document import Document
from sco_quiz.loading.yaml_tree import Scalar

TEXT_FIELDS = frozenset({"prompt", "explanation", "hint", "reason", "summary", "description"})
_SHORT_FIELDS = frozenset({"answer", "topic", "title", "unit"})
_COMMENT = re.compile(r"[ \t]+(#.*)")
_AFTER_TEXT = re.compile(r"[^\s#][ \t]+#")
_BEFORE = re.compile(r" *(?:- +)*(?:([^:]+): +)?$")
_ENDS = tuple(".!?)\"'”’»…")


def hidden_by_comments(document: Document, scalars: Iterable[Scalar]) -> list[Problem]:
    """A warning for each comment after a text that seems to be a part of it."""
    lines = _hash_lines(document)
    if not lines:
        return []
    return [problem for scalar in scalars if scalar.end_line in lines and (problem := _hidden(document, scalar))]


def _hash_lines(document: Document) -> frozenset[int]:
    """The lines, from 0, in which a number sign follows a word and a blank."""
    if "#" not in document.text:
        return frozenset()
    return frozenset(number for number, line in enumerate(document.lines) if "#" in line and _AFTER_TEXT.search(line))


def _hidden(document: Document, scalar: Scalar) -> Problem | None:
    line = scalar.end_line
    found = _COMMENT.match(document.lines[line], scalar.end_column)
    if not found or not _is_text(document, scalar, found[1]):
        return None
    message = "everything from # on is not shown to learners: to YAML it is a comment"
    hint = "put the whole text into quotes; a note to yourself goes on a line of its own, with a blank after #"
    place = document.place(line, found.start(1), len(found[1].rstrip()))
    return Problem("swallowed-text", message, place, hint, Severity.WARNING)


def _is_text(document: Document, scalar: Scalar, comment: str) -> bool:
    """Whether a text would go on: # touches a word, or numbers something, or the sentence before has no end."""
    if comment[1:2].strip("# \t"):
        return True
    before = _BEFORE.match(document.lines[scalar.line][: scalar.column])
    if not scalar.plain or not before:
        return False
    field = before[1] or ""
    if re.match(r"#[ \t]+\d", comment):
        short = not field or field in _SHORT_FIELDS
        return field in TEXT_FIELDS or (short and not re.fullmatch(r"[\d.,-]+", scalar.value))
    return field in TEXT_FIELDS and not scalar.value.endswith(_ENDS)
