"""How reliably the questions together measure: Cronbach's alpha and the standard error of measurement."""

import math
from itertools import combinations

from sco_quiz.core.item_analysis.estimate import CONFIDENCE, Estimate, undefined
from sco_quiz.core.item_analysis.matrix import Matrix, pairs
from sco_quiz.core.item_analysis.moments import covariance
from sco_quiz.core.item_analysis.quantiles import f_quantile

Covariances = dict[tuple[int, int], float]
_NEGLIGIBLE = 1e-12


def covariances(matrix: Matrix) -> Covariances | None:
    """Return the covariance of each two questions; None if some two have fewer than two pupils in common.

    Each is of the pupils who had both questions (available cases), as psych::alpha computes it.
    """
    items = range(len(matrix[0]) if matrix else 0)
    found = {}
    for one, other in ((i, j) for i in items for j in items if i <= j):
        both = covariance(*pairs(matrix, one, other))
        if both is None:
            return None
        found[one, other] = both
    return found


def alpha(matrix: Matrix, found: Covariances | None) -> Estimate:
    """Return Cronbach's (1951) alpha; for credits of 0 and 1 it equals KR-20 (Kuder and Richardson 1937).

    The interval is that of Feldt (1965), as Feldt, Woodruff and Salih (1987, formulas 6 and 7) state it; where forms
    differ, for the least number of pupils that two questions have in common.
    """
    items = tuple(range(len(matrix[0]) if matrix else 0))
    value = alpha_of(found, items)
    if value.value is None or found is None:
        return value
    count = min((len(pairs(matrix, one, other)[0]) for one, other in combinations(items, 2)), default=0)
    free = (count - 1, (count - 1) * (len(items) - 1))
    tail = (1 - CONFIDENCE) / 2
    low, high = (1 - (1 - value.value) * f_quantile(share, *free) for share in (1 - tail, tail))
    return Estimate(value.value, low, high)


def alpha_of(found: Covariances | None, items: tuple[int, ...]) -> Estimate:
    """Return alpha of some of the questions, without an interval."""
    if len(items) < 2:
        return undefined("fewer than 2 questions")
    if found is None:
        return undefined("some questions have fewer than 2 pupils in common")
    single = math.fsum(found[item, item] for item in items)
    total = _total(found, items)
    if total < _NEGLIGIBLE:
        return undefined("all pupils have the same score")
    return Estimate(len(items) / (len(items) - 1) * (1 - single / total))


def _total(found: Covariances, items: tuple[int, ...]) -> float:
    """Return the variance of the sum of some questions."""
    both = math.fsum(found[one, other] for one, other in combinations(items, 2))
    return math.fsum(found[item, item] for item in items) + 2 * both


def standard_error(found: Covariances | None, reliability: Estimate, items: int) -> Estimate:
    """Return the standard error of measurement, in questions: sd * sqrt(1 - alpha) (Ebel and Frisbie 1991)."""
    if reliability.value is None or found is None:
        return undefined(reliability.reason)
    spread = math.sqrt(_total(found, tuple(range(items))))
    return Estimate(spread * math.sqrt(1 - min(1.0, reliability.value)))
