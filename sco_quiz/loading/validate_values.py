"""Validate field values that are in no file of the bank yet: typed, or read from another program."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.markup.parse import Markup
from sco_quiz.core.problem import Problem
from sco_quiz.loading.decode import article_for
from sco_quiz.loading.document import Document
from sco_quiz.loading.markup_checks import check_markup
from sco_quiz.loading.messages import word_error
from sco_quiz.loading.pictures import PictureFolder
from sco_quiz.loading.positions import Origin
from sco_quiz.loading.yaml_nodes import Mapping as MappingNode


class Fault(NamedTuple):
    """What is wrong with a field: the name of the problem, a message and a hint."""

    name: str
    field: str
    message: str
    hint: str


def validate_values(
    values: Mapping[str, Any], markup: Markup, pictures: PictureFolder | None = None
) -> tuple[AnyQuestion | None, list[Fault]]:
    """Return a question, or what is wrong. `values` names a kind under `type`; marked-up text may show `pictures`."""
    kind = KINDS[values["type"]]
    try:
        question = kind.model_validate(values, context={"markup": markup})
    except ValidationError as error:
        wordings = (word_error(detail, kind, article_for(values["type"])) for detail in error.errors())
        return None, [
            Fault(each.name, str(each.path[0]) if each.path else each.field, each.message, each.hint)
            for each in wordings
        ]
    found = [Fault(each.name, str(each.path[0]), each.message, each.hint) for each in _wrong_markup(question, pictures)]
    return (None if found else question), found


def make_question(
    values: Mapping[str, Any], pictures: Path | None = None
) -> tuple[AnyQuestion | None, list[tuple[str, str]]]:
    """Return a question, or each invalid field with a message. `values` names a kind under `type`.

    `pictures` is the folder of a bank whose text is marked up; without it, text is plain.
    """
    # the folder is read again each time, since pictures may have been added
    folder = PictureFolder(pictures) if pictures else None
    question, faults = validate_values(values, "markdown" if pictures else "plain", folder)
    return question, [(fault.field, _joined(fault.message, fault.hint)) for fault in faults]


def _wrong_markup(question: AnyQuestion, pictures: PictureFolder | None) -> Iterable[Problem]:
    # no position is shown: the question is in no file yet
    origin = Origin(Document("", ""), MappingNode(0, 0), question.id)
    return check_markup(question, origin, pictures) if pictures else ()


def _joined(message: str, hint: str) -> str:
    """Return message and hint on one line, since a prompt for a value has no room for more."""
    return f"{message} ({hint})".replace("\n", " ") if hint else message.replace("\n", " ")
