"""The figures of a simulated class equal those of pingouin, SciPy and NumPy; see make_figures.py."""

import json
from pathlib import Path

import pytest

from sco_quiz.core.content import literal
from sco_quiz.core.item_analysis.analysis import AnalyzedQuestion, ClassAnalysis, analyze
from sco_quiz.core.item_analysis.estimate import Estimate
from sco_quiz.core.item_analysis.matrix import matrix_of
from sco_quiz.core.item_analysis.quantiles import f_quantile, t_quantile
from sco_quiz.core.item_analysis.reliability import alpha, variances

FOUND = json.loads(Path(__file__).with_name("figures.json").read_text("utf-8"))
MATRIX = matrix_of(FOUND["credits"])
OPTIONS = tuple((literal(name), name == "A") for name in "ABCD")
CLOSE = 5e-5  # four digits


def question(place: int) -> AnalyzedQuestion:
    if place >= len(FOUND["chosen"][0]):
        return AnalyzedQuestion(f"q{place}", literal("?"), 3)
    return AnalyzedQuestion(f"q{place}", literal("?"), 3, OPTIONS, tuple((row[place],) for row in FOUND["chosen"]))


@pytest.fixture(scope="module")
def analysis() -> ClassAnalysis:
    return analyze("Simulated", MATRIX, [question(place) for place in range(len(MATRIX[0]))])


def close(value: object) -> object:
    return pytest.approx(value, abs=CLOSE)


def all_of(estimate: Estimate) -> list[float | None]:
    return [estimate.value, estimate.low, estimate.high]


def test_figures_of_the_class(analysis: ClassAnalysis) -> None:
    assert all_of(analysis.reliability) == close([FOUND["alpha"], *FOUND["alpha_interval"]])
    assert all_of(analysis.reliability)[1:] == pytest.approx(FOUND["alpha_interval_3_digits"], abs=6e-4)
    figures = [analysis.mean, analysis.median, analysis.spread, analysis.skewness, analysis.error.value]
    assert figures == close([FOUND[name] for name in ("mean", "median", "spread", "skewness", "error")])


def test_alpha_of_credits_of_0_and_1_is_kr20() -> None:
    binary = tuple(row[:16] for row in MATRIX)
    assert alpha(variances(binary), 16).value == close(FOUND["kr20"])


@pytest.mark.parametrize("place", range(20))
def test_figures_of_each_question(analysis: ClassAnalysis, place: int) -> None:
    item, found = analysis.items[place], FOUND["items"][place]
    assert all_of(item.figures.facility) == close(found["facility"])
    assert all_of(item.figures.discrimination) == close(found["discrimination"])
    figures = [item.figures.spread, item.figures.efficiency.value, item.alpha_without.value]
    assert figures == close([found[name] for name in ("spread", "efficiency", "alpha_without")])


@pytest.mark.parametrize("place", range(10))
def test_who_chose_each_option(analysis: ClassAnalysis, place: int) -> None:
    for option in analysis.items[place].options:
        count, total = FOUND["items"][place]["options"][option.content.source]
        mean = None if option.mean_rest is None else option.mean_rest * 19
        assert (option.count, mean) == close((count, total))
        assert option.share == count / 40


def test_quantiles() -> None:
    for share, upper, lower, value in FOUND["f"]:
        assert f_quantile(share, upper, lower) == pytest.approx(value, rel=1e-9)
    for share, freedom, value in FOUND["t"]:
        assert t_quantile(share, freedom) == pytest.approx(value, rel=1e-9)
