"""A student's doubt about a question."""

from dataclasses import dataclass

from sco_quiz.core.record_fields import Codec, Milliseconds, String


@dataclass(frozen=True, slots=True)
class Flag:
    """A student's doubt about a question, by its first id; `at` is in ms since 1970 (UTC)."""

    bank: String
    question: String
    at: Milliseconds
    note: String


FLAG = Codec(Flag)
