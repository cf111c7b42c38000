"""Which options of a question the class chose: whether its distractors work."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from sco_quiz.core.content import Content
from sco_quiz.core.item_analysis.groups import strongest, weakest
from sco_quiz.core.item_analysis.matrix import Scores
from sco_quiz.core.verdict import Response

FUNCTIONING = 0.05
"""The least share of pupils who choose a distractor that works (Haladyna and Downing 1993)."""
THIRDS = 3


@dataclass(frozen=True, slots=True)
class OptionFigures:
    """An option: the share of pupils who chose it, their mean rest score (None: nobody), and its share by thirds.

    `thirds` are those of the pupils with the lowest, the middle and the highest rest scores.
    """

    content: Content
    right: bool
    count: int
    share: float
    mean_rest: float | None
    thirds: tuple[float, ...]

    @property
    def works(self) -> bool:
        """Whether enough pupils choose this option, if it is a distractor."""
        return self.right or self.share >= FUNCTIONING


def option_figures(
    options: Sequence[tuple[Content, bool]], responses: Sequence[Response | None], scores: Scores, item: int
) -> tuple[OptionFigures, ...]:
    """Return the figures of the options, of the pupils who were shown the question; no answer counts as no choice."""
    if not options:
        return ()
    chosen = [
        (rest, response or ())
        for pupil, response in enumerate(responses)
        if (rest := scores.rest(pupil, item)) is not None
    ]
    groups = _thirds([rest for rest, _ in chosen])
    return tuple(_figures(content, right, chosen, groups) for content, right in options)


def _figures(
    content: Content, right: bool, chosen: Sequence[tuple[float, Response]], groups: Sequence[Sequence[float]]
) -> OptionFigures:
    picks = [content.source in response for _, response in chosen]
    rests = [rest for (rest, _), picked in zip(chosen, picks, strict=True) if picked]
    thirds = tuple(_share(picks, group) for group in groups)
    share = len(rests) / len(chosen) if chosen else 0.0
    return OptionFigures(content, right, len(rests), share, fmean(rests) if rests else None, thirds)


def _thirds(rests: Sequence[float]) -> tuple[Sequence[float], ...]:
    """Return how much of each pupil is in the weakest, the middle and the strongest third; the outer two are equal."""
    if not rests:
        return ()
    size = math.floor(len(rests) / THIRDS + 0.5)
    low, high = weakest(rests, size), strongest(rests, size)
    return low, tuple(1 - one - other for one, other in zip(low, high, strict=True)), high


def _share(picks: Sequence[bool], group: Sequence[float]) -> float:
    size = math.fsum(group)
    return math.fsum(part for part, picked in zip(group, picks, strict=True) if picked) / size if size else 0.0
