"""Comments that were not meant as such: YAML ends a text without quotes at a blank and a number sign."""

import re
from typing import Any

from sco_quiz.core.problem import Problem, Severity
from sco_quiz.loading.document import Document

TEXT_FIELDS = frozenset({"prompt", "explanation", "hint", "reason", "summary", "description"})
_SHORT_FIELDS = frozenset({"answer", "topic", "title", "unit"})
_COMMENT = re.compile(r"[ \t]+(#.*)")
_AFTER_TEXT = re.compile(r"[^\s#][ \t]+#")
_BEFORE = re.compile(r" *(?:- +)*(?:([^:]+): +)?$")
_ENDS = tuple(".!?)\"'”’»…")


def hash_lines(document: Document) -> frozenset[int]:
    """The lines, from 0, in which a number sign follows a word and a blank."""
    if "#" not in document.text:
        return frozenset()
    return frozenset(number for number, line in enumerate(document.lines) if "#" in line and _AFTER_TEXT.search(line))


def swallowed(document: Document, event: Any) -> list[Problem]:
    """A warning when a comment after the value of an event seems to be a part of its text."""
    line = event.end_mark.line
    found = _COMMENT.match(document.lines[line], event.end_mark.column)
    if not found or not _is_text(document, event, found[1]):
        return []
    hint = "put the whole text into quotes; a note to yourself goes on a line of its own, with a blank after #"
    return [
        Problem("swallowed-text", "everything from # on is not shown to learners: to YAML it is a comment",
                document.place(line, found.start(1), len(found[1].rstrip())), hint, Severity.WARNING)
    ]  # fmt: skip


def _is_text(document: Document, event: Any, comment: str) -> bool:
    """Whether a text would go on: # touches a word, or numbers something, or the sentence before has no end."""
    if comment[1:2].strip("# \t"):
        return True
    before = _BEFORE.match(document.lines[event.start_mark.line][: event.start_mark.column])
    if event.style or not before:
        return False
    field = before[1] or ""
    if re.match(r"#[ \t]+\d", comment):
        short = not field or field in _SHORT_FIELDS
        return field in TEXT_FIELDS or (short and not re.fullmatch(r"[\d.,-]+", event.value))
    return field in TEXT_FIELDS and not event.value.endswith(_ENDS)
