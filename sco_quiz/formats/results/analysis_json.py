"""The item analysis of a class as a JSON object.

`title`, `pupils`; `scores` (shares of the points of the questions presented), `mean`, `median`, `spread` (standard
deviation), `skewness`; `reliability` (`coefficient`: "KR-20" or "Cronbach's alpha"), `error` (standard error of
measurement, in points), `warnings`; `questions`, a list of `id`, `points`, `difficulty`, `answers`, `facility`,
`spread`, `discrimination`, `upper_lower`, `efficiency`, `alpha_without`, `warnings` and `options`. An estimate has
`value`, `low` and `high` (the limits of its 95 % interval), null where the answers do not determine them, and then
`reason`. An option has `option`, `right`, `count`, `share`, `mean_rest` and `thirds` (its share in the weakest, middle
and strongest third).
"""

import json

from sco_quiz.core.item_analysis.analysis import ClassAnalysis, ItemAnalysis
from sco_quiz.core.item_analysis.estimate import Estimate
from sco_quiz.core.item_analysis.options import OptionFigures
from sco_quiz.core.item_analysis.warnings import class_warnings, item_warnings


def render(analysis: ClassAnalysis) -> str:
    """Return the object without a final line feed."""
    values = {
        "title": analysis.title,
        "pupils": analysis.pupils,
        "scores": analysis.scores,
        "mean": analysis.mean,
        "median": analysis.median,
        "spread": analysis.spread,
        "skewness": analysis.skewness,
        "reliability": {"coefficient": analysis.coefficient, **_estimate(analysis.reliability)},
        "error": _estimate(analysis.error),
        "warnings": list(class_warnings(analysis)),
        "questions": [_question(item, analysis.pupils) for item in analysis.items],
    }
    return json.dumps(values, ensure_ascii=False, indent=2, allow_nan=False)


def _question(item: ItemAnalysis, pupils: int) -> dict[str, object]:
    figures = item.figures
    return {
        "id": item.question.id,
        "points": item.question.points,
        "difficulty": item.question.difficulty,
        "answers": figures.answers,
        "facility": _estimate(figures.facility),
        "spread": figures.spread,
        "discrimination": _estimate(figures.discrimination),
        "upper_lower": _estimate(figures.upper_lower),
        "efficiency": _estimate(figures.efficiency),
        "alpha_without": _estimate(item.alpha_without),
        "warnings": list(item_warnings(item, pupils)),
        "options": [_option(option) for option in item.options],
    }


def _option(option: OptionFigures) -> dict[str, object]:
    return {
        "option": option.content.source,
        "right": option.right,
        "count": option.count,
        "share": option.share,
        "mean_rest": option.mean_rest,
        "thirds": option.thirds,
    }


def _estimate(estimate: Estimate) -> dict[str, object]:
    found: dict[str, object] = {"value": estimate.value, "low": estimate.low, "high": estimate.high}
    return found | ({"reason": estimate.reason} if estimate.reason else {})
