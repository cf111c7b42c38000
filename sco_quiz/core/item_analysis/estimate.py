"""An estimated figure with its interval, or the reason why there is none."""

from dataclasses import dataclass

CONFIDENCE = 0.95
"""The probability with which intervals contain the figure of all comparable pupils."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and its interval; `value` is None, and `reason` says why, when the answers do not determine it."""

    value: float | None
    low: float | None = None
    high: float | None = None
    reason: str = ""


def undefined(reason: str) -> Estimate:
    """Return the estimate of a figure that the answers do not determine."""
    return Estimate(None, reason=reason)
