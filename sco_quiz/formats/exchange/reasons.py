"""Why a question, or a part of it, is not read or not written: a closed table; each name has a page in data/pages."""

from sco_quiz.core.constants import MAX_ENTRIES
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem, Severity

_NOT_READ = (
    # a file or question that was not read
    "unsupported-kind",
    "not-a-question",
    "unreadable-question",
    "no-right-answer",
    "several-right-answers",
    "too-few-options",
    "shared-side",
    "key-not-an-option",
    "unknown-columns",
    "damaged-file",
    "unsafe-file",
    "unknown-format",
    "unknown-encoding",
    "not-a-result",
    # questions that were read, and that the bank cannot take
    "plain-topic",
    "question-in-braces",
    "own-deck",
)
_READ_IN_PART = (
    # scoring
    "partial-credit",
    "penalty",
    "other-scoring",
    # parts that were skipped or changed
    "lost-feedback",
    "lost-markup",
    "lost-picture",
    "lost-unit",
    "lost-tolerance",
    "lost-wildcard",
    "lost-order",
    "lost-setting",
    "lost-field",
    "repeated-option",
    "repeated-question",
    "lettered-options",
    "changed-tag",
    "choice-in-gap",
    # what may be wrong in the file itself
    "doubtful-key",
    "doubtful-text",
    "missing-blank-line",
    "long-answer",
    # what a class handed in
    "unfinished-attempt",
    "matched-by-order",
)
REASONS: dict[str, Severity] = {
    **dict.fromkeys(_NOT_READ, Severity.ERROR),
    **dict.fromkeys(_READ_IN_PART, Severity.WARNING),
}


class QuestionError(Exception):
    """Why a question is not read: `name` is a key of REASONS, `hint` says what to do."""

    def __init__(self, name: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.name, self.message, self.hint = name, message, hint


def refuse_many(what: str, count: int, most: int = MAX_ENTRIES) -> None:
    """Raise QuestionError for more parts of a question than ours have, before work on pairs of them."""
    if count > most:
        message = f"the question has {count} {what}; the maximum is {most}"
        raise QuestionError("too-many-entries", message, "divide it among several questions")


def named_problem(name: str, message: str, place: Place, hint: str = "") -> Problem:
    """Return a problem with the severity of its name; other names, those of the catalog of loading, are errors."""
    return Problem(name, message, place, hint, REASONS.get(name, Severity.ERROR))
