"""Load a bank of questions, look at its problems, select, run a session, grade, write a deck, read reviews.

Names are imported when they are first used, so that `import sco_quiz` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sco_quiz.anki.package import DeckReport, write_deck
    from sco_quiz.anki.review_import import Found, read_reviews
    from sco_quiz.core.answer import Answer
    from sco_quiz.core.bank import Bank, Topic
    from sco_quiz.core.errors import BankError, ExportError, HistoryError, ReviewsError, ScoQuizError, SelectionError
    from sco_quiz.core.exam import ExamResult
    from sco_quiz.core.grading import grade
    from sco_quiz.core.problem import Problem, Severity
    from sco_quiz.core.review import Memory, Progress, Rating, Review, State
    from sco_quiz.core.selection import Filter, matching, select
    from sco_quiz.core.session import (
        Answered,
        Claimed,
        HintTaken,
        Rated,
        Result,
        Score,
        Session,
        Skipped,
        Stopped,
        Undone,
        score,
        step,
    )
    from sco_quiz.core.verdict import Outcome, Unreadable, Verdict
    from sco_quiz.history.store import Store, open_store
    from sco_quiz.loading.load import Loaded, load_bank, read_bank

_HOMES = {
    "sco_quiz.anki.package": ("DeckReport", "write_deck"),
    "sco_quiz.anki.review_import": ("Found", "read_reviews"),
    "sco_quiz.core.answer": ("Answer",),
    "sco_quiz.core.bank": ("Bank", "Topic"),
    "sco_quiz.core.errors": (
        "BankError", "ExportError", "HistoryError", "ReviewsError", "ScoQuizError", "SelectionError",
    ),
    "sco_quiz.core.exam": ("ExamResult",),
    "sco_quiz.core.grading": ("grade",),
    "sco_quiz.core.problem": ("Problem", "Severity"),
    "sco_quiz.core.review": ("Memory", "Progress", "Rating", "Review", "State"),
    "sco_quiz.core.selection": ("Filter", "matching", "select"),
    "sco_quiz.core.session": (
        "Answered", "Claimed", "HintTaken", "Rated", "Result", "Score", "Session", "Skipped", "Stopped", "Undone",
        "score", "step",
    ),
    "sco_quiz.core.verdict": ("Outcome", "Unreadable", "Verdict"),
    "sco_quiz.history.store": ("Store", "open_store"),
    "sco_quiz.loading.load": ("Loaded", "load_bank", "read_bank"),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Answer",
    "Answered",
    "Bank",
    "BankError",
    "Claimed",
    "DeckReport",
    "ExamResult",
    "ExportError",
    "Filter",
    "Found",
    "HintTaken",
    "HistoryError",
    "Loaded",
    "Memory",
    "Outcome",
    "Problem",
    "Progress",
    "Rated",
    "Rating",
    "Result",
    "Review",
    "ReviewsError",
    "ScoQuizError",
    "Score",
    "SelectionError",
    "Session",
    "Severity",
    "Skipped",
    "State",
    "Stopped",
    "Store",
    "Topic",
    "Undone",
    "Unreadable",
    "Verdict",
    "grade",
    "load_bank",
    "matching",
    "open_store",
    "read_bank",
    "read_reviews",
    "score",
    "select",
    "step",
    "write_deck",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'sco_quiz' has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return __all__
