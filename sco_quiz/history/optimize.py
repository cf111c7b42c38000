"""Adapt the parameters of FSRS to a student's own reviews: the only file that imports fsrs-rs-python."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sco_quiz.core.answer import Answer
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.packages import install_line
from sco_quiz.history.days import Days

if TYPE_CHECKING:
    from fsrs_rs_python import FSRSItem

MIN_REVIEWS = 400
"""How many reviews are needed: as many as Anki asks for (`deck-config-must-have-400-reviews` in its messages)."""
DECIMALS = 4  # as Anki shows and saves parameters


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How well parameters predict a student's reviews; 0 would be perfect.

    `log_loss` is the average surprise at an answer. `rmse` is the difference between predicted and actual recall.
    """

    log_loss: float
    rmse: float


@dataclass(frozen=True, slots=True)
class Optimum:
    """The best parameters for a number of reviews, and the accuracy with them and with the current ones."""

    parameters: tuple[float, ...]
    reviews: int
    before: Accuracy
    after: Accuracy

    @property
    def is_better(self) -> bool:
        """Whether the parameters predict the reviews better than the current ones, by the measure that Anki uses."""
        return self.after.log_loss < self.before.log_loss


def optimize(answers: Iterable[Answer], current: tuple[float, ...], days: Days) -> Optimum:
    """Return the best parameters for the answers, which are in order of time.

    A review counts if it was on a later day than the previous one of its question. Raise HistoryError if there are
    too few, or if the package is missing.
    """
    try:
        from fsrs_rs_python import FSRS
    except ImportError as error:
        message = f"optimizing needs the package fsrs-rs-python: {install_line('optimize')}"
        raise HistoryError(message) from error
    items = _items(answers, days)
    if len(items) < MIN_REVIEWS:
        counts = "a review counts if it was on a later day than the previous one of its question"
        raise HistoryError(f"optimizing needs {MIN_REVIEWS} reviews, and you have {len(items)}; {counts}")
    found = FSRS(list(current)).compute_parameters(items)
    best = tuple(round(parameter, DECIMALS) for parameter in found)
    return Optimum(best, len(items), _accuracy(current, items), _accuracy(best, items))


def _accuracy(parameters: tuple[float, ...], items: "list[FSRSItem]") -> Accuracy:
    from fsrs_rs_python import FSRS

    found = FSRS(list(parameters)).evaluate(items)  # no parameters: the default ones
    return Accuracy(found.log_loss, found.rmse_bins)


def _items(answers: Iterable[Answer], days: Days) -> "list[FSRSItem]":
    """Return for each review that counts all reviews of its question up to it: what the library learns from."""
    from fsrs_rs_python import FSRSItem, FSRSReview

    reviews: dict[tuple[str, str], list[FSRSReview]] = {}
    last: dict[tuple[str, str], int] = {}
    items = []
    for answer in answers:
        if answer.rating is not None:
            question, day = (answer.bank, answer.question), days.number(answer.at, answer.utc_offset)
            elapsed = max(0, day - last.get(question, day))
            last[question] = day
            own = reviews.setdefault(question, [])
            own.append(FSRSReview(int(answer.rating), elapsed))
            if elapsed:
                items.append(FSRSItem(list(own)))
    return items
