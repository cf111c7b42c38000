"""Validate field values entered interactively."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.problem import Problem
from sco_quiz.loading.decode import article_for
from sco_quiz.loading.document import Document
from sco_quiz.loading.markup_checks import check_markup
from sco_quiz.loading.messages import word_error
from sco_quiz.loading.pictures import PictureFolder
from sco_quiz.loading.positions import Origin
from sco_quiz.loading.yaml_tree import Mapping as MappingNode


def make_question(
    values: Mapping[str, Any], pictures: Path | None = None
) -> tuple[AnyQuestion | None, list[tuple[str, str]]]:
    """Return a question, or each invalid field with a message. `values` names a kind under `type`.

    `pictures` is the folder of a bank whose text is marked up; without it, text is plain.
    """
    kind = values["type"]
    try:
        question = KINDS[kind].model_validate(values, context={"markup": "markdown" if pictures else "plain"})
    except ValidationError as error:
        wordings = [word_error(detail, KINDS[kind], article_for(kind)) for detail in error.errors()]
        return None, [
            (str(each.path[0]) if each.path else each.field, _joined(each.message, each.hint)) for each in wordings
        ]
    found = [(str(each.path[0]), _joined(each.message, each.hint)) for each in _wrong_markup(question, pictures)]
    return (None if found else question), found


def _wrong_markup(question: AnyQuestion, pictures: Path | None) -> Iterable[Problem]:
    # no position is shown: the question is in no file yet; the folder is read again, since pictures may have been added
    origin = Origin(Document("", ""), MappingNode(0, 0), question.id)
    return check_markup(question, origin, PictureFolder(pictures)) if pictures else ()


def _joined(message: str, hint: str) -> str:
    """Return message and hint on one line, since a prompt for a value has no room for more."""
    return f"{message} ({hint})".replace("\n", " ") if hint else message.replace("\n", " ")
