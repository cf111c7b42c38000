"""Load a bank of questions, check it, ask it, grade answers, write Anki decks, read reviews.

- Banks: `load_bank` or `read_bank`, `check`, `digest`; choose questions with `select` or `filter_questions`.
- Text: the `stem`, `parts()` and options of a question are `Content`, whose pictures are in `Bank.pictures`.
- Sessions: a `Session`, `step` by step with events such as `Answered`, then its `score`; `grade` for one answer.
- Answers and schedules: `open_store`.
- Anki: `write_deck`, `read_reviews`.

Names are imported when they are first used, so that `import sco_quiz` stays cheap.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sco_quiz.anki.package import DeckReport, write_deck
    from sco_quiz.anki.review_import import ReviewImport, read_reviews
    from sco_quiz.app.check import check
    from sco_quiz.core.answer import Answer
    from sco_quiz.core.bank import Bank, Topic
    from sco_quiz.core.content import Content
    from sco_quiz.core.digest import Digest, Section, digest
    from sco_quiz.core.errors import BankError, ExportError, HistoryError, ReviewsError, ScoQuizError, SelectionError
    from sco_quiz.core.grading import grade
    from sco_quiz.core.picture import Picture
    from sco_quiz.core.problem import Problem, Severity
    from sco_quiz.core.report import Report
    from sco_quiz.core.review import Memory, Progress, Rating, Review, State
    from sco_quiz.core.selection import Filter, filter_questions, select
    from sco_quiz.core.session import (
        Answered,
        Claimed,
        HintTaken,
        Mode,
        Rated,
        Result,
        Score,
        Session,
        Skipped,
        Stopped,
        Undone,
        WentTo,
        score,
        step,
    )
    from sco_quiz.core.verdict import Outcome, Unreadable, Verdict
    from sco_quiz.history.store import Store, open_store
    from sco_quiz.loading.load import LoadedBank, load_bank, read_bank

__all__ = [  # noqa: RUF022 (by subject)
    # banks and their problems
    "Bank",
    "BankError",
    "Content",
    "LoadedBank",
    "Picture",
    "Problem",
    "Report",
    "Severity",
    "Topic",
    "check",
    "load_bank",
    "read_bank",
    # reading
    "Digest",
    "Section",
    "digest",
    # choosing questions
    "Filter",
    "SelectionError",
    "filter_questions",
    "select",
    # sessions and grading
    "Answered",
    "Claimed",
    "HintTaken",
    "Mode",
    "Outcome",
    "Rated",
    "Result",
    "Score",
    "Session",
    "Skipped",
    "Stopped",
    "Undone",
    "Unreadable",
    "Verdict",
    "WentTo",
    "grade",
    "score",
    "step",
    # answers and schedules
    "Answer",
    "HistoryError",
    "Memory",
    "Progress",
    "Rating",
    "Review",
    "State",
    "Store",
    "open_store",
    # Anki
    "DeckReport",
    "ExportError",
    "ReviewImport",
    "ReviewsError",
    "read_reviews",
    "write_deck",
    # everything
    "ScoQuizError",
]

_MODULES = {
    "anki.package": "DeckReport write_deck",
    "anki.review_import": "ReviewImport read_reviews",
    "app.check": "check",
    "core.answer": "Answer",
    "core.bank": "Bank Topic",
    "core.content": "Content",
    "core.digest": "Digest Section digest",
    "core.errors": "BankError ExportError HistoryError ReviewsError ScoQuizError SelectionError",
    "core.exam": "ExamResult",
    "core.grading": "grade",
    "core.picture": "Picture",
    "core.problem": "Problem Severity",
    "core.report": "Report",
    "core.review": "Memory Progress Rating Review State",
    "core.selection": "Filter filter_questions select",
    "core.session": (
        "Answered Claimed HintTaken Mode Rated Result Score Session Skipped Stopped Undone WentTo score step"
    ),
    "core.verdict": "Outcome Unreadable Verdict",
    "history.store": "Store open_store",
    "loading.load": "LoadedBank load_bank read_bank",
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names.split()}
# old names, kept for one release
_DEPRECATED = {
    "ExamResult": "sco_quiz.core.exam.ExamResult",
    "Found": "sco_quiz.ReviewImport",
    "Loaded": "sco_quiz.LoadedBank",
    "matching": "sco_quiz.filter_questions",
}


def __getattr__(name: str) -> Any:
    if name in _DEPRECATED:
        import warnings

        new = _DEPRECATED[name]
        warnings.warn(f"sco_quiz.{name} will be removed in 0.3.0; use {new}", DeprecationWarning, stacklevel=2)
        name = new.rpartition(".")[2]
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'sco_quiz' has no attribute {name!r}")
    return getattr(import_module(f"sco_quiz.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
