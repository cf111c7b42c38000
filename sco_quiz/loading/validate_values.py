"""Validate field values entered interactively."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.loading.decode import article_for
from sco_quiz.loading.messages import Wording, word_error


def make_question(values: Mapping[str, Any]) -> tuple[AnyQuestion | None, list[tuple[str, str]]]:
    """Return a question, or each invalid field with a message.

    `values` names a kind under `type`, and may name the markup of the text under `markup`.
    """
    kind, markup = values["type"], values.get("markup", "plain")
    fields = {field: value for field, value in values.items() if field != "markup"}
    try:
        return KINDS[kind].model_validate(fields, context={"markup": markup}), []
    except ValidationError as error:
        wordings = [word_error(detail, KINDS[kind], article_for(kind)) for detail in error.errors()]
    return None, [(str(wording.path[0]) if wording.path else wording.field, _joined(wording)) for wording in wordings]


def _joined(wording: Wording) -> str:
    """Return message and hint on one line, since a prompt for a value has no room for more."""
    hint = f" ({wording.hint})" if wording.hint else ""
    return f"{wording.message}{hint}".replace("\n", " ")
