"""Comments that were not meant as such: YAML ends a text without quotes at a blank and a number sign."""

import re

from sco_quiz.core.problem import Problem, Severity
from sco_quiz.loading.document import Document

_GLUED = re.compile(r"[ \t]+(#[^\s#][^\s]*)")


def hash_lines(document: Document) -> frozenset[int]:
    """The lines, from 0, in which a number sign follows a blank and touches the next word."""
    if "#" not in document.text:
        return frozenset()
    return frozenset(number for number, line in enumerate(document.lines) if "#" in line and _GLUED.search(line))


def swallowed(document: Document, line: int, column: int) -> list[Problem]:
    """A warning when the value that ends at a line and column, from 0, is followed by `#word`."""
    found = _GLUED.match(document.lines[line], column)
    if not found:
        return []
    rest = document.lines[line][found.start(1) :]
    return [
        Problem("swallowed-text", f"YAML takes `{rest[:40]}` for a comment, so nobody sees it",
                document.place(line, found.start(1), len(rest)),
                "put the text into quotes; if it is a comment, write a blank after #", Severity.WARNING)
    ]  # fmt: skip
