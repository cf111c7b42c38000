"""Find the quote that was left open, by the lines that YAML then reads as a part of its text."""

from collections.abc import Iterable

from sco_quiz.core.problem import Problem
from sco_quiz.loading.diagnosis.field_shapes import QUESTION_FIELDS, RECORD_FIELDS
from sco_quiz.loading.diagnosis.line_scanner import Row, read_row
from sco_quiz.loading.document import QUESTION_START, Document
from sco_quiz.loading.yaml_nodes import Scalar

_FIELDS = QUESTION_FIELDS | RECORD_FIELDS


def open_quote(document: Document, scalars: Iterable[Scalar]) -> Scalar | None:
    """Return the first text in quotes that continues over fields or questions.

    Such text may be meant, so this is for files and questions that have a problem.
    """
    return next((scalar for scalar in scalars if _quote_of(document, scalar) and _swallows(document, scalar)), None)


def unclosed_quote(document: Document, scalar: Scalar, question: str = "") -> Problem:
    """Return the problem of such text, at its quote."""
    message = f"the quote that opens here ({_quote_of(document, scalar)}) is not closed"
    hint = f"close or remove it; the next one is only in line {scalar.end_line + 1}"
    return Problem("unclosed-quote", message, document.place(scalar.line, scalar.column), hint, question=question)


def _quote_of(document: Document, scalar: Scalar) -> str:
    """Return the quote with which text on several lines starts, if it does."""
    first = document.line(scalar.line)[scalar.column : scalar.column + 1]
    return first if first and first in "'\"" and scalar.end_line > scalar.line else ""


def _swallows(document: Document, scalar: Scalar) -> bool:
    opening = read_row(document, scalar.line)
    return any(_is_outside(document, line, opening) for line in range(scalar.line + 1, scalar.end_line + 1))


def _is_outside(document: Document, number: int, opening: Row) -> bool:
    """Return whether a line starts a question, a field or another item of the list, as the author sees it."""
    row = read_row(document, number)
    if QUESTION_START.match(document.lines[number]):
        return True
    if row.dash:
        return opening.dash and row.indent == opening.indent
    return row.key in _FIELDS and row.start <= opening.start
