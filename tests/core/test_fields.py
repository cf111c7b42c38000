"""The tables of fields follow from the models."""

import pytest

from sco_quiz.core.constants import KIND_NAMES
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.kinds.base import Question
from sco_quiz.core.kinds.fields import asked_fields, choices_of, fields_of, fields_with_shape, placeholders


@pytest.mark.parametrize("name", KIND_NAMES)
def test_every_field_has_its_position(name: str) -> None:
    kind = KINDS[name]
    ordered = fields_of(kind)
    assert sorted(ordered) == sorted(kind.model_fields)
    own = set(kind.model_fields) - set(Question.model_fields)
    assert own
    assert ordered[:5] == ("id", "formerly", "type", "setting", "prompt")
    assert set(ordered[5 : 5 + len(own)]) == own


@pytest.mark.parametrize("name", KIND_NAMES)
def test_every_required_field_is_asked_for(name: str) -> None:
    kind = KINDS[name]
    required = {field for field, info in kind.model_fields.items() if info.is_required()} - {"type"}
    assert required <= set(asked_fields(kind))
    assert next(iter(asked_fields(kind))) == "prompt"
    assert list(asked_fields(kind))[-1] == "id"
    assert all(ask.label for ask in asked_fields(kind).values())


@pytest.mark.parametrize("name", KIND_NAMES)
def test_placeholders_make_a_question(name: str) -> None:
    question = KINDS[name].model_validate({"type": name, **placeholders(KINDS[name])})
    assert question.id == "qzx"


@pytest.mark.parametrize("name", KIND_NAMES)
def test_every_field_has_a_description_and_an_example(name: str) -> None:
    for field, info in KINDS[name].model_fields.items():
        assert field == "type" or (info.description and info.examples), field


def test_shapes() -> None:
    assert {"distractors", "answers", "items", "reject", "tags", "formerly", "source"} <= fields_with_shape("list")
    assert {"pairs", "correction", "allow"} <= fields_with_shape("mapping")
    assert {"prompt", "explanation", "answer", "unit"} <= fields_with_shape("text")
    assert "accept" in fields_with_shape("list") & fields_with_shape("mapping")


def test_choices() -> None:
    assert choices_of(KINDS["single_choice"].model_fields["order"]) == ("shuffled", "fixed")
    assert choices_of(KINDS["single_choice"].model_fields["prompt"]) == ()
