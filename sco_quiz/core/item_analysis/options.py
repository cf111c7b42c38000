"""Which options of a question the class chose: whether its distractors work."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from sco_quiz.core.content import Content
from sco_quiz.core.item_analysis.matrix import Matrix, score
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
    options: Sequence[tuple[Content, bool]], responses: Sequence[Response | None], matrix: Matrix, item: int
) -> tuple[OptionFigures, ...]:
    """Return the figures of the options, of the pupils who were shown the question; no answer counts as no choice."""
    chosen = [
        (rest, response or ())
        for row, response in zip(matrix, responses, strict=True)
        if row[item] is not None and (rest := score(row, item)) is not None
    ]
    chosen.sort(key=lambda pair: pair[0])
    groups = _thirds([response for _, response in chosen]) if chosen else ()
    return tuple(_figures(content, right, chosen, groups) for content, right in options)


def _figures(
    content: Content, right: bool, chosen: Sequence[tuple[float, Response]], groups: Sequence[Sequence[Response]]
) -> OptionFigures:
    rests = [rest for rest, response in chosen if content.source in response]
    thirds = tuple(_share(content.source, group) for group in groups)
    share = len(rests) / len(chosen) if chosen else 0.0
    return OptionFigures(content, right, len(rests), share, fmean(rests) if rests else None, thirds)


def _thirds(responses: Sequence[Response]) -> tuple[Sequence[Response], ...]:
    """Split the responses into three groups as equal as possible; the lower and the upper group have the same size."""
    size = math.floor(len(responses) / THIRDS + 0.5)
    return responses[:size], responses[size : len(responses) - size], responses[len(responses) - size :]


def _share(source: str, group: Sequence[Response]) -> float:
    return sum(source in response for response in group) / len(group) if group else 0.0
