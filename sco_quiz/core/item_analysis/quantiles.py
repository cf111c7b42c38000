"""Quantiles of the t and F distributions, from the regularized incomplete beta function."""

import math
from collections.abc import Callable

_STEPS = 300
_PRECISION = 1e-15
_SMALLEST = 1e-300
_HALVINGS = 200


def t_quantile(share: float, freedom: float) -> float:
    """Return the value below which a share of Student's t distribution lies, by its relation to F(1, freedom).

    >>> round(t_quantile(0.975, 39), 4)
    2.0227
    """
    if share == 0.5:
        return 0.0
    size = math.sqrt(f_quantile(abs(2 * share - 1), 1, freedom))
    return size if share > 0.5 else -size


def f_quantile(share: float, upper: float, lower: float) -> float:
    """Return the value below which a share of the F distribution with two degrees of freedom lies.

    >>> round(f_quantile(0.975, 39, 741), 4)
    1.5115
    """
    beta = _solve(lambda x: incomplete_beta(x, upper / 2, lower / 2), share)
    return lower * beta / (upper * (1 - beta))


def incomplete_beta(x: float, a: float, b: float) -> float:
    """Return the regularized incomplete beta function by its continued fraction (DLMF 8.17.22).

    >>> round(incomplete_beta(0.5, 2, 3), 4)
    0.6875
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):  # where the fraction converges slowly, the other tail is computed
        return 1 - incomplete_beta(1 - x, b, a)
    logarithm = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(logarithm) / (a * _fraction(x, a, b))


def _fraction(x: float, a: float, b: float) -> float:
    """Return 1 + d1/(1 + d2/(1 + …)) by the method of Lentz (1976)."""
    value = numerator = 1.0
    denominator = 0.0
    for step in range(1, _STEPS):
        part = _coefficient(step, x, a, b)
        denominator = 1 / (1 + part * denominator or _SMALLEST)
        numerator = 1 + part / numerator or _SMALLEST
        value *= numerator * denominator
        if abs(numerator * denominator - 1) < _PRECISION:
            break
    return value


def _coefficient(step: int, x: float, a: float, b: float) -> float:
    half = step // 2
    if step % 2:
        return -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
    return half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))


def _solve(rising: Callable[[float], float], wanted: float) -> float:
    """Return where a rising function from 0 to 1 has a value, by bisection."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if rising(middle) < wanted else (low, middle)
    return (low + high) / 2
