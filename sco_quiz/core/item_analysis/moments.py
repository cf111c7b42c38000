"""Covariance, correlation and skewness of samples."""

import math
from collections.abc import Sequence
from statistics import NormalDist, fmean

from sco_quiz.core.item_analysis.estimate import CONFIDENCE, Estimate, undefined

_NEGLIGIBLE = 1e-12  # a variance below it is the rounding of equal numbers


def covariance(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Return the covariance with n - 1 in the denominator; None below two pairs."""
    if len(first) < 2:
        return None
    one, other = fmean(first), fmean(second)
    return math.fsum((a - one) * (b - other) for a, b in zip(first, second, strict=True)) / (len(first) - 1)


def correlation(first: Sequence[float], second: Sequence[float]) -> Estimate:
    """Return Pearson's correlation; its interval is by Fisher's (1921) transformation, from four pairs on."""
    both = covariance(first, second)
    if both is None:
        return undefined("fewer than 2 pupils")
    spread = (covariance(first, first) or 0.0) * (covariance(second, second) or 0.0)
    if spread < _NEGLIGIBLE**2 or min(_spread(first), _spread(second)) == 0:
        return undefined("all pupils have the same credit")
    value = max(-1.0, min(1.0, both / math.sqrt(spread)))
    return _with_interval(value, len(first))


def _spread(values: Sequence[float]) -> float:
    return max(values) - min(values)


def _with_interval(value: float, count: int) -> Estimate:
    if count < 4 or abs(value) > 1 - _NEGLIGIBLE:  # the transformation of ±1 is infinite
        return Estimate(value)
    width = NormalDist().inv_cdf((1 + CONFIDENCE) / 2) / math.sqrt(count - 3)
    return Estimate(value, math.tanh(math.atanh(value) - width), math.tanh(math.atanh(value) + width))


def skewness(values: Sequence[float]) -> float | None:
    """Return the adjusted skewness G1 (Joanes and Gill 1998), which Moodle shows, too; None without a spread."""
    count, mean = len(values), fmean(values) if values else 0.0
    second = math.fsum((value - mean) ** 2 for value in values)
    if count < 3 or second < _NEGLIGIBLE:
        return None
    third = math.fsum((value - mean) ** 3 for value in values)
    return count * third / ((count - 1) * (count - 2) * math.pow(second / (count - 1), 1.5))
