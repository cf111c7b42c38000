"""How reliably the questions together measure: Cronbach's alpha and the standard error of measurement."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from sco_quiz.core.item_analysis.estimate import CONFIDENCE, Estimate, undefined
from sco_quiz.core.item_analysis.matrix import Matrix, column, pairs
from sco_quiz.core.item_analysis.moments import covariance
from sco_quiz.core.item_analysis.quantiles import f_quantile

_NEGLIGIBLE = 1e-12  # as a share of the variances of the questions


@dataclass(frozen=True, slots=True)
class Variances:
    """The variance of each question, and the sum of its covariances with the others.

    `pupils` is the least number of pupils that two questions have in common.
    """

    own: tuple[float, ...]
    shared: tuple[float, ...]
    pupils: int

    @property
    def total(self) -> float:
        """The variance of the sum of all questions."""
        return math.fsum((*self.own, *self.shared))

    def without(self, item: int) -> "Variances":
        """Return the variances without a question; all that its covariances add to the others is in the first sum."""
        own = self.own[:item] + self.own[item + 1 :]
        return Variances(own, (self.total - self.own[item] - 2 * self.shared[item] - math.fsum(own),), self.pupils)


def variances(matrix: Matrix) -> Variances | None:
    """Return the variances of questions; None if some two have fewer than two pupils in common.

    Each covariance is of the pupils who had both questions (available cases), as psych::alpha computes it.
    """
    items = range(len(matrix[0]) if matrix else 0)
    if len(matrix) > 1 and all(None not in row for row in matrix):
        found = [*_complete(matrix)]
        return Variances(tuple(own for own, _ in found), tuple(shared for _, shared in found), len(matrix))
    shared, fewest = [0.0 for _ in items], len(matrix)
    for one, other in combinations(items, 2):
        both = pairs(matrix, one, other)
        if (between := covariance(*both)) is None:
            return None
        shared[one] += between
        shared[other] += between
        fewest = min(fewest, len(both[0]))
    own = (covariance(credits, credits) for credits in (column(matrix, item) for item in items))
    return Variances(tuple(each or 0.0 for each in own), tuple(shared), fewest)


def _complete(matrix: Matrix) -> Iterator[tuple[float, float]]:
    """Yield the variance of each question and its covariance with the sum of the others: one step for each credit."""
    sums = [math.fsum(credit or 0.0 for credit in row) for row in matrix]
    for item in range(len(matrix[0])):
        own = column(matrix, item)
        rest = [whole - credit for whole, credit in zip(sums, own, strict=True)]
        yield covariance(own, own) or 0.0, covariance(own, rest) or 0.0


def alpha(found: Variances | None, items: int) -> Estimate:
    """Return Cronbach's (1951) alpha; for credits of 0 and 1 it equals KR-20 (Kuder and Richardson 1937).

    The interval is that of Feldt (1965), as Feldt, Woodruff and Salih (1987, formulas 6 and 7) state it; where forms
    differ, for the least number of pupils that two questions have in common.
    """
    value = alpha_of(found, items)
    if value.value is None or found is None:
        return value
    free = (found.pupils - 1, (found.pupils - 1) * (items - 1))
    tail = (1 - CONFIDENCE) / 2
    low, high = (1 - (1 - value.value) * f_quantile(share, *free) for share in (1 - tail, tail))
    return Estimate(value.value, low, high)


def alpha_of(found: Variances | None, items: int) -> Estimate:
    """Return alpha of that many questions, without an interval."""
    if items < 2:
        return undefined("fewer than 2 questions")
    if found is None:
        return undefined("some questions have fewer than 2 pupils in common")
    single, total = math.fsum(found.own), found.total
    if total < -_NEGLIGIBLE * single:  # only of available cases
        return undefined("too few pupils had the same questions")
    if total <= _NEGLIGIBLE * single:
        return undefined("all pupils have the same score")
    return Estimate(items / (items - 1) * (1 - single / total))


def standard_error(found: Variances | None, reliability: Estimate) -> Estimate:
    """Return the standard error of measurement, in points: sd * sqrt(1 - alpha) (Ebel and Frisbie 1991)."""
    if reliability.value is None or found is None:
        return undefined(reliability.reason)
    return Estimate(math.sqrt(found.total) * math.sqrt(1 - min(1.0, reliability.value)))
