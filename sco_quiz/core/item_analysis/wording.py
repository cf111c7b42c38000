"""Figures of item analysis in words, and what each means: one definition for the terminal and the page."""

from sco_quiz.core.figures import Figure
from sco_quiz.core.item_analysis.estimate import Estimate

FIGURES = (
    Figure("Facility", "mean credit, 0 to 1: high is easy; interval by Wilson (1927), or t", "Ebel and Frisbie 1991"),
    Figure(
        "Discrimination",
        "correlation with the points of the rest of the test: from 0.2 on it is fair, below 0 check the key",
        "Henrysson 1963; Moodle's discrimination index",
    ),
    Figure(
        "Upper–lower",
        "facility in the best 27 % of the class, by the rest of the test, less that in the lowest 27 %",
        "Kelley 1939",
    ),
    Figure("Efficiency", "discrimination as a share of the maximum for these credits", "Moodle docs"),
    Figure("Reliability", "how well the questions agree; interval by Feldt (1965)", "Kuder, Richardson; Cronbach 1951"),
    Figure("Without", "reliability of the test without this question", "Cronbach 1951"),
    Figure(
        "Measurement error",
        "a pupil's result is exact to that many points, in two of three cases",
        "Ebel and Frisbie 1991",
    ),
)


def number(value: float | None) -> str:
    """Return a figure with two digits; – if there is none.

    >>> number(0.256), number(-0.001), number(None)
    ('0.26', '0.00', '–')
    """
    return "–" if value is None else f"{value:.2f}".replace("-0.00", "0.00").replace("-", "−")


def with_interval(estimate: Estimate) -> str:
    """Return a figure with its interval.

    >>> with_interval(Estimate(0.5, 0.25, 0.75)), with_interval(Estimate(None, reason="no answers"))
    ('0.50 (0.25 to 0.75)', '– (no answers)')
    """
    if estimate.value is None:
        return f"– ({estimate.reason})"
    interval = "" if estimate.low is None else f" ({number(estimate.low)} to {number(estimate.high)})"
    return number(estimate.value) + interval
