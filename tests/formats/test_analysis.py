"""The item analysis of a class as JSON and as a page."""

import json
import re

from sco_quiz.core.content import literal
from sco_quiz.core.item_analysis.analysis import AnalyzedQuestion, ClassAnalysis, analyze
from sco_quiz.core.item_analysis.matrix import Matrix
from sco_quiz.formats import outputs_of
from sco_quiz.formats.results.analysis_charts import histogram

WORDS = ("Almaty", "<b>Bishkek</b>", "Dushanbe", "Tashkent")
OPTIONS = tuple((literal(name), name == "Almaty") for name in WORDS)
CHOSEN = [WORDS[place] for place in (0, 0, 0, 0, 1, 0, 0, 1, 1, 2, 1, 1)]


def class_of(chosen: list[str]) -> ClassAnalysis:
    matrix: Matrix = tuple(
        (float(name == "Almaty"), float(place < 6), 1.0, 0.5 * (place % 3)) for place, name in enumerate(chosen)
    )
    first = AnalyzedQuestion("where", literal("Where?"), 3, OPTIONS, tuple((name,) for name in chosen))
    return analyze("Class <1>", matrix, [first, *(AnalyzedQuestion(f"q{n}", literal("?"), 3) for n in (2, 3, 4))])


def read(analysis: ClassAnalysis) -> dict[str, object]:
    found = json.loads(outputs_of("analysis")["json"].render(analysis))
    assert isinstance(found, dict)
    return found


def test_json_has_figures_and_reasons() -> None:
    found = json.loads(outputs_of("analysis")["json"].render(class_of(CHOSEN)))
    first, _, third, _ = found["questions"]
    assert (found["pupils"], first["facility"]["value"]) == (12, 0.5)
    assert found["reliability"]["coefficient"] == "Cronbach's alpha"
    assert third["discrimination"] == {
        "value": None,
        "low": None,
        "high": None,
        "reason": "all pupils have the same credit",
    }
    assert [(each["option"], each["count"], each["right"]) for each in first["options"]] == [
        ("Almaty", 6, True),
        ("<b>Bishkek</b>", 5, False),
        ("Dushanbe", 1, False),
        ("Tashkent", 0, False),
    ]
    assert found["warnings"][0] == "Only 12 pupils: below 30, intervals are wide and discrimination may be chance."


def test_json_of_nobody_and_of_one_pupil() -> None:
    assert read(class_of([]))["mean"] is None
    assert read(class_of(["Almaty"]))["spread"] is None


def test_page_has_a_table_for_each_chart_and_escapes_texts() -> None:
    html = outputs_of("analysis")["html"].render(class_of(CHOSEN))
    assert html.count("<svg") == 3
    assert re.findall(r'role="img" aria-label="([^"]+)"', html) == [
        "Pupils by score",
        "Difficulty and discrimination of each question",
        "Options by thirds of the class",
    ]
    assert "<b>Bishkek" not in html
    assert "Class &lt;1&gt;" in html
    assert "<script" not in html
    # of the strongest third, by the rest score, all four chose the right option
    assert re.search(r"Almaty</td>.*?right.*?>6<.*?>50 %<", html)
    assert "<svg" in outputs_of("analysis")["html"].render(class_of([]))


def test_full_scores_are_in_the_last_bin() -> None:
    assert [count for _, count in histogram((0, 0.1, 0.3, 0.95, 1)).rows] == [1, 1, 0, 1, 0, 0, 0, 0, 0, 2]
