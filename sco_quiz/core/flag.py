"""A doubt about a question."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flag:
    """A student's doubt about a question, by its first id; `at` is in ms since 1970 (UTC)."""

    bank: str
    question: str
    at: int
    note: str
