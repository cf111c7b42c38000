"""Values given one by one, made into a question; what does not fit is told in a teacher's words."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.loading.decode import article_for
from sco_quiz.loading.messages import word_error


def make_question(values: Mapping[str, Any]) -> tuple[AnyQuestion | None, list[tuple[str, str]]]:
    """The question, or pairs of a field and what is wrong with it. `values` names a kind under `type`."""
    kind = values["type"]
    try:
        return KINDS[kind].model_validate(values), []
    except ValidationError as error:
        misfits = []
        for detail in error.errors():
            wording = word_error(detail, KINDS[kind], article_for(kind))
            said = f"{wording.message}{f' ({wording.hint})' if wording.hint else ''}"
            misfits.append((str(wording.path[0]) if wording.path else wording.field, said.replace("\n", " ")))
        return None, misfits
