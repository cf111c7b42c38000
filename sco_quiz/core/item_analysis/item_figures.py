"""Facility and discrimination of one question."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean, stdev

from sco_quiz.core.item_analysis.estimate import CONFIDENCE, Estimate, undefined
from sco_quiz.core.item_analysis.groups import strongest, weakest
from sco_quiz.core.item_analysis.matrix import Scores, column
from sco_quiz.core.item_analysis.moments import correlation, covariance
from sco_quiz.core.item_analysis.quantiles import t_quantile

GROUP = 0.27
"""The share of the class in the upper and in the lower group (Kelley 1939)."""


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """The figures of a question; `answers` is the number of pupils to whom it was presented.

    `discrimination` is the correlation with the rest score, `upper_lower` the facility of the upper group less that
    of the lower one, `efficiency` Moodle's discriminative efficiency.
    """

    answers: int
    facility: Estimate
    spread: float | None
    discrimination: Estimate
    upper_lower: Estimate
    efficiency: Estimate


def item_figures(scores: Scores, item: int) -> ItemFigures:
    """Return the figures of a question; the rest score is that of the points."""
    credits = column(scores.matrix, item)
    paired = tuple(scores.with_rest(item))
    own, rests = tuple(credit for credit, _ in paired), tuple(rest for _, rest in paired)
    spread = stdev(credits) if len(credits) > 1 else None
    alone = undefined("fewer than 2 questions") if credits and not paired else None
    return ItemFigures(
        len(credits),
        facility(credits),
        spread,
        alone or discrimination(own, rests),
        alone or upper_lower(own, rests),
        alone or efficiency(own, rests),
    )


def facility(credits: Sequence[float]) -> Estimate:
    """Return the mean credit: the difficulty index p of Ebel and Frisbie (1991).

    The interval is that of Wilson (1927) when credits are 0 or 1, else Student's t-interval within 0 to 1.
    """
    if not credits:
        return undefined("no answers")
    mean = fmean(credits)
    if all(credit in (0, 1) for credit in credits):
        return Estimate(mean, *_wilson(mean, len(credits)))
    if len(credits) < 2:
        return Estimate(mean)
    width = t_quantile((1 + CONFIDENCE) / 2, len(credits) - 1) * stdev(credits) / math.sqrt(len(credits))
    return Estimate(mean, max(0.0, mean - width), min(1.0, mean + width))


def _wilson(share: float, count: int) -> tuple[float, float]:
    z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    middle = share + z * z / (2 * count)
    width = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    whole = 1 + z * z / count
    return max(0.0, (middle - width) / whole), min(1.0, (middle + width) / whole)


def discrimination(credits: Sequence[float], rests: Sequence[float]) -> Estimate:
    """Return the corrected item-total correlation (Henrysson 1963): Pearson's, of credit and rest score.

    For credits of 0 and 1, it is the point-biserial correlation. A hundredfold, it is Moodle's discrimination index.
    """
    return correlation(credits, rests)


def upper_lower(credits: Sequence[float], rests: Sequence[float]) -> Estimate:
    """Return the facility among the 27 % with the best rest scores less that of the lowest 27 % (Kelley 1939)."""
    size = math.floor(GROUP * len(credits) + 0.5)
    if size == 0:
        return undefined("fewer than 2 pupils")
    high, low = strongest(rests, size), weakest(rests, size)
    return Estimate((_sum(credits, high) - _sum(credits, low)) / size)


def _sum(credits: Sequence[float], group: Sequence[float]) -> float:
    return math.fsum(credit * part for credit, part in zip(credits, group, strict=True))


def efficiency(credits: Sequence[float], rests: Sequence[float]) -> Estimate:
    """Return the discriminative efficiency as Moodle defines it ("Quiz statistics calculations").

    It is the covariance of credit and rest score, as a share of the maximum for these credits and these scores:
    their covariance when both are sorted.
    """
    most = covariance(sorted(credits), sorted(rests))
    if most is None:
        return undefined("fewer than 2 pupils")
    if max(credits) == min(credits) or max(rests) == min(rests):
        return undefined("all pupils have the same credit")
    return Estimate((covariance(credits, rests) or 0.0) / most)
