"""Whether a value fits a question that is not finished: what is missing yet is made up."""

from collections.abc import Mapping
from typing import Any

from sco_quiz.loading.validate_values import make_question

_ANY = {"prompt": "Qzx?", "level": "remember", "id": "qzx"}
_MADE_UP: dict[str, dict[str, Any]] = {
    "single_choice": {"answer": "qzx alpha", "distractors": ["qzx beta"]},
    "multiple_choice": {"answers": ["qzx alpha"], "distractors": ["qzx beta"]},
    "true_false": {"answer": "true"},
    "short_answer": {"answer": "qzx alpha"},
    "numeric": {"answer": "1"},
    "cloze": {"prompt": "{{c1::qzx}}"},
    "matching": {"pairs": {"qzx alpha": "qzx beta", "qzx gamma": "qzx delta"}},
    "ordering": {"items": ["qzx alpha", "qzx beta", "qzx gamma"]},
}


def misfits(values: Mapping[str, Any], field: str) -> list[str]:
    """What is wrong with one field of what was given so far. `values` names a kind under `type`."""
    _, found = make_question({**_ANY, **_MADE_UP[values["type"]], **values})
    return [said for name, said in found if name == field]
