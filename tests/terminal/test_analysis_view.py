"""The item analysis of a class as text, on wide and narrow terminals."""

import pytest

from sco_quiz.core.content import literal
from sco_quiz.core.item_analysis.analysis import AnalyzedQuestion, ClassAnalysis, analyze
from sco_quiz.terminal.analysis_view import render_analysis

OPTIONS = tuple((literal(name), name == "Almaty") for name in ("Almaty", "Bishkek", "Dushanbe"))


@pytest.fixture(scope="module")
def analysis() -> ClassAnalysis:
    chosen = ["Almaty"] * 6 + ["Bishkek"] * 6
    matrix = tuple((float(name == "Almaty"), float(place < 6)) for place, name in enumerate(chosen))
    first = AnalyzedQuestion("where", literal("Where?"), 3, OPTIONS, tuple((name,) for name in chosen))
    return analyze("Test\n1", matrix, [first, AnalyzedQuestion("when", literal("When?"), 3)])


def test_wide(analysis: ClassAnalysis) -> None:
    lines = render_analysis(analysis, 80).splitlines()
    assert lines[1:3] == ["12 pupils, 2 questions", "Score: mean 50 %, median 50 %"]
    assert lines[3] == "Reliability, KR-20: 1.00 (1.00 to 1.00)"
    assert lines[lines.index("1. where") + 1] == "  facility 0.50 (0.25 to 0.75), discrimination 1.00"
    assert "  + Almaty: 50 % (0 % of the weakest, 100 % of the strongest)" in lines
    assert "  - Dushanbe: 0 % (0 % of the weakest, 0 % of the strongest)" in lines
    assert lines[0] == "Test 1"


def test_narrow(analysis: ClassAnalysis) -> None:
    lines = render_analysis(analysis, 40).splitlines()
    at = lines.index("1. where")
    assert lines[at : at + 5] == [
        "1. where",
        "  facility 0.50 (0.25 to 0.75)",
        "  discrimination 1.00",
        "  + Almaty",
        "    50 % (0 % → 100 %)",
    ]
