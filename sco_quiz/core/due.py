"""Choose the questions of a review: what is due, and new ones."""

from collections.abc import Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from sco_quiz.core.outline import Outline
from sco_quiz.core.review import Memory, State

AnyOutline = TypeVar("AnyOutline", bound=Outline)
LEARN_AHEAD_MS = 20 * 60_000
"""How long before its time a question in learning may be asked, as in Anki."""


class ReviewPlan(NamedTuple, Generic[AnyOutline]):
    """The questions of a review: first those that are due, then new ones.

    `next_due` (ms since 1970, UTC) is when the first of the others is due; None if there are no others.
    """

    due: tuple[AnyOutline, ...]
    new: tuple[AnyOutline, ...]
    next_due: int | None = None


def plan_review(
    questions: Iterable[AnyOutline], memories: Mapping[str, Memory], now: int, today: int, max_new: int
) -> ReviewPlan[AnyOutline]:
    """Return what is due today, and a limited number of new questions.

    `memories` are by first id; `now` is in ms since 1970 (UTC), `today` the student's day, counted from 1970. A
    question in review is due all day, one in learning at its minute. The longest overdue comes first; new questions
    keep their order.
    """
    due: list[tuple[int, AnyOutline]] = []
    new: list[AnyOutline] = []
    later: list[int] = []
    for question in questions:
        memory = memories.get(question.first_id)
        if memory is None:
            new.append(question)
        elif memory.due_day <= today if memory.state is State.REVIEW else memory.due <= now + LEARN_AHEAD_MS:
            due.append((memory.due, question))
        else:
            later.append(memory.due)
    ordered = tuple(question for _, question in sorted(due, key=lambda pair: pair[0]))
    return ReviewPlan(ordered, tuple(new[:max_new]), min(later, default=None))
