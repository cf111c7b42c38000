"""What the figures suggest to change in a bank: difficulties, and distractors that do not work."""

from collections.abc import Iterator
from dataclasses import dataclass

from sco_quiz.core.item_analysis.analysis import ClassAnalysis, ItemAnalysis
from sco_quiz.core.item_analysis.estimate import Estimate
from sco_quiz.core.item_analysis.warnings import MIN_OPTION_ANSWERS

EASIEST = ((1, 0.85), (2, 0.7), (3, 0.5), (4, 0.3))
"""The least facility of each difficulty; a facility below all of them has difficulty 5."""
HARDEST = 5
MIN_OPTIONS = 3
"""A choice keeps as many options, which are enough (Rodriguez 2005)."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A change to one question: another difficulty (None: the same) and the sources of distractors to remove."""

    id: str
    old_difficulty: int
    difficulty: int | None
    dead: tuple[str, ...] = ()


def difficulty_of(facility: float) -> int:
    """Return the difficulty, 1 to 5, of a question with this facility.

    >>> [difficulty_of(share) for share in (1, 0.85, 0.7, 0.5, 0.3, 0.29)]
    [1, 1, 2, 3, 4, 5]
    """
    return next((difficulty for difficulty, least in EASIEST if facility >= least), HARDEST)


def suggestions(analysis: ClassAnalysis) -> Iterator[Suggestion]:
    """Yield what at least 20 answers to a question suggest to change in it."""
    for item in analysis.items:
        if item.figures.answers < MIN_OPTION_ANSWERS:
            continue
        difficulty = _difficulty(item)
        dead = _dead(item)
        if difficulty or dead:
            yield Suggestion(item.question.id, item.question.difficulty, difficulty, dead)


def _difficulty(item: ItemAnalysis) -> int | None:
    """Return another difficulty, unless the interval of the facility allows the current one."""
    estimate: Estimate = item.figures.facility
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return None
    possible = range(difficulty_of(estimate.high), difficulty_of(estimate.low) + 1)
    return None if item.question.difficulty in possible else difficulty_of(estimate.value)


def _dead(item: ItemAnalysis) -> tuple[str, ...]:
    """Return the distractors to remove, the least chosen first, as far as enough options remain."""
    dead = sorted((option for option in item.options if not option.works), key=lambda option: option.count)
    return tuple(option.content.source for option in dead[: max(0, len(item.options) - MIN_OPTIONS)])
