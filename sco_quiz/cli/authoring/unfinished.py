"""Validate a field of a question that is not finished: placeholders stand for the fields that are not given yet."""

from collections.abc import Mapping
from typing import Any

from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.kinds.fields import placeholders
from sco_quiz.loading.validate_values import make_question

Values = Mapping[str, Any]
"""The values given so far by field; the kind is under `type`, the markup of the text under `markup`."""


def faults_of(field: str, values: Values) -> list[str]:
    """Return what is wrong with one field."""
    _, found = make_question(_completed(values))
    return [message for name, message in found if name == field]


def completed_question(values: Values) -> AnyQuestion:
    """Return the question with placeholders for what is missing; the values given must be valid."""
    question, found = make_question(_completed(values))
    assert question, found
    return question


def _completed(values: Values) -> dict[str, Any]:
    return {**placeholders(KINDS[values["type"]]), **values}
