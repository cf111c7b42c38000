"""A doubt about a question."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sco_quiz.core.record_fields import text_in, whole_in


@dataclass(frozen=True, slots=True)
class Flag:
    """A student's doubt about a question, by its first id; `at` is in ms since 1970 (UTC)."""

    bank: str
    question: str
    at: int
    note: str


def flag_from(values: Mapping[str, Any]) -> Flag:
    """The flag with these fields. Raises TypeError or ValueError where one does not fit."""
    names = text_in(values, "bank"), text_in(values, "question")
    return Flag(*names, whole_in(values, "at"), text_in(values, "note"))
