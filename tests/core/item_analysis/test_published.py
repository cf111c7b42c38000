"""The figures equal those of published worked examples, digit for digit."""

import pytest

from sco_quiz.core.content import literal
from sco_quiz.core.item_analysis.analysis import AnalyzedQuestion, ClassAnalysis, analyze
from sco_quiz.core.item_analysis.matrix import Matrix

CLOSE = 5e-9

# Karl L. Wuensch, "The Kuder-Richardson 20": ten students and ten questions; he prints p, pq, and the variance 5.84
WUENSCH = (
    *("1111110110", "1011011101", "1111011001", "0010001000", "0000010010"),
    *("1110111111", "1101110111", "1111111101", "0101111101", "1101101110"),
)
SHARES = (0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6)

# Moodle's own test of its quiz statistics (statistics_test.php, mdl_question_states.csv): the marks of 22 attempts for
# a question of 8 points, four with partial credit in tenths (X: all), and eight of 0 or 1; the figures are its own
MOODLE = (
    *("5.5:39X3:10011001", "1:9933:10010101", "2.5:X93X:00111111", "4:39X3:00001001", "3:939X:01001110"),
    *("4.5:9XX9:01110000", "3:3333:10111111", "6:99X3:01111001", "0.5:9X93:01101101", "5.5:9X93:11001000"),
    *("2.5:9XX9:01001001", "4:939X:01111101", "4:933X:11100110", "3:XX3X:01011110", "1:X933:10100000"),
    *("1:3339:00010001", "1.5:X39X:11011000", "4:9X9X:01110100", "2:9939:01000000", "1:X333:01101000"),
    *("6:9XX9:00010011", "7:9333:10111100"),
)
FACILITY = (
    *(41.19318182, 81.36363636, 71.36363636, 65.45454545, 65.90909091),
    *(36.36363636, 59.09090909, 50, 59.09090909, 63.63636364, 45.45454545, 27.27272727, 50),
)
SPREAD = (
    *(1912.733589, 251.2738111, 322.6312277, 333.4199022, 337.5811591),
    *(492.3659639, 503.2362797, 511.7663157, 503.2362797, 492.3659639, 509.6471914, 455.8423058, 511.7663157),
)
DISCRIMINATION = (
    *(25.88327077, 1.170256965, -4.207816809, 28.16930644, -2.513606859),
    *(-12.99017581, -8.900638238, 8.670004606, 29.63337745, 15.18945843, 16.21079629, 15.52451404, -8.396734802),
)
EFFICIENCY = (
    *(27.23492723, 1.382386552, -4.691171307, 31.12404354, -2.877487579),
    *(-17.5074184, -10.27568922, 10.86956522, 34.58997279, 17.4790556, 20.14359793, 22.06477733, -10),
)


def analysis_of(matrix: Matrix, first: float = 1) -> ClassAnalysis:
    """Return the analysis of credits, the first question with its points."""
    points = (first, *[1.0 for _ in matrix[0][1:]])
    return analyze("T", matrix, [AnalyzedQuestion(f"q{n}", literal("?"), 3, points=p) for n, p in enumerate(points)])


def moodle() -> Matrix:
    rows = (attempt.split(":") for attempt in MOODLE)
    tenths = {"3": 0.3, "9": 0.9, "X": 1.0}
    return tuple((float(most) / 8, *(tenths[mark] for mark in part), *map(float, bits)) for most, part, bits in rows)


def test_kr20_of_wuensch() -> None:
    found = analysis_of(tuple(tuple(map(float, row)) for row in WUENSCH))
    assert [item.figures.facility.value for item in found.items] == pytest.approx(list(SHARES))
    assert found.coefficient == "KR-20"
    assert found.reliability.value == pytest.approx(10 / 9 * (1 - sum(p * (1 - p) for p in SHARES) / 5.84))


@pytest.mark.parametrize("place", range(13))
def test_statistics_of_moodle(place: int) -> None:
    figures = analysis_of(moodle(), 8).items[place].figures
    worth = 8 if place == 0 else 1
    assert figures.facility.value == pytest.approx(FACILITY[place] / 100, abs=CLOSE)
    assert figures.spread == pytest.approx(SPREAD[place] / 1000 / worth, abs=CLOSE)
    assert figures.discrimination.value == pytest.approx(DISCRIMINATION[place] / 100, abs=CLOSE)
    assert figures.efficiency.value == pytest.approx(EFFICIENCY[place] / 100, abs=CLOSE)
