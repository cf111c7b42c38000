"""Tables of the fields of questions, derived from the models: their order, their shapes, and what is asked for."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.kinds.base import Question
from sco_quiz.core.kinds.beyond import Beyond
from sco_quiz.core.kinds.field_types import Ask, OptionNote, check_optional_text, check_text

Shape = Literal["text", "list", "mapping"]
Kind = type[AnyQuestion]


@cache
def fields_of(kind: Kind) -> tuple[str, ...]:
    """Return the names of all fields in the order in which they are written: those of the kind after the prompt."""
    shared = list(Question.model_fields)
    own = [name for name in kind.model_fields if name not in Question.model_fields]
    after = shared.index("prompt") + 1
    return (*shared[:after], *own, *shared[after:])


def asked_fields(kind: Kind) -> Mapping[str, Ask]:
    """Return how each field is asked for, in the order of asking: the id last, since it is suggested by the rest."""
    asks = {name: ask for name in fields_of(kind) if (ask := _ask(kind.model_fields[name]))}
    return {**{name: ask for name, ask in asks.items() if name != "id"}, "id": asks["id"]}


def _ask(field: FieldInfo) -> Ask | None:
    return next((item for item in field.metadata if isinstance(item, Ask)), None)


def placeholders(kind: Kind) -> dict[str, Any]:
    """Return values that make a valid question of the kind; any of them can be replaced by a real value."""
    return {name: ask.placeholder for name, ask in asked_fields(kind).items() if ask.placeholder is not None}


@cache
def fields_with_shape(shape: Shape) -> frozenset[str]:
    """Return the names of the fields that have a shape in some kind."""
    fields = (item for kind in KINDS.values() for item in kind.model_fields.items())
    return frozenset(name for name, field in fields if shape_of(field) == shape)


def shape_of(field: FieldInfo) -> Shape:
    """Return whether a field is text, a list or a mapping."""
    origin = get_origin(field.annotation)
    if origin is tuple:
        return "list"
    records = any(isinstance(each, type) and issubclass(each, BaseModel) for each in get_args(field.annotation))
    return "mapping" if origin is dict or records else "text"


def has_lists(field: FieldInfo) -> bool:
    """Return whether the values of a mapping are lists, as the right forms of hidden words are."""
    return shape_of(field) == "mapping" and any(get_origin(item) is tuple for item in get_args(field.annotation))


def takes_notes(field: FieldInfo) -> bool:
    """Return whether the items of a list can have a note, as wrong options can."""
    return any(get_args(item)[:1] == (OptionNote,) for item in get_args(field.annotation))


def choices_of(field: FieldInfo) -> tuple[str, ...]:
    """Return the values that a field, or each item of its list, may have from a closed list; empty for any other."""
    of_item = get_args(field.annotation)[0] if get_origin(field.annotation) is tuple else field.annotation
    return get_args(of_item) if get_origin(of_item) is Literal else ()


def has_markup(field: FieldInfo) -> bool:
    """Return whether the text of a field may be marked up: that of learners, not ids, numbers or words of a list."""
    if get_origin(field.annotation) is dict:  # the reasons of `allow` are for authors
        return _is_text(get_args(field.annotation)[0])
    return any(_checks_text(item) for item in field.metadata) or _is_text(field.annotation)


def _is_text(annotation: Any) -> bool:
    if annotation in (OptionNote, Beyond):
        return True
    return any(
        _checks_text(each) or _is_text(each)
        for each in (*getattr(annotation, "__metadata__", ()), *get_args(annotation))
    )


def _checks_text(validator: object) -> bool:
    return isinstance(validator, AfterValidator) and validator.func in (check_text, check_optional_text)
