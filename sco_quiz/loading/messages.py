"""Put Pydantic's errors into the program's words: by their type and the model, never by their English."""

import re
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from sco_quiz.core.kinds import KINDS, OptionNote
from sco_quiz.core.kinds.fields import choices_of
from sco_quiz.core.place import KeyPath
from sco_quiz.core.shorten import shorten
from sco_quiz.core.suggest import did_you_mean
from sco_quiz.loading.diagnosis.suggestions import as_list, as_pairs
from sco_quiz.loading.examples import example_of
from sco_quiz.loading.hints import (
    closest,
    hint_for_bound,
    hint_for_choice,
    hint_for_field,
    hint_for_refusal,
    hint_for_value,
    meant,
)


class Wording(NamedTuple):
    """What to say about one validation error; `at_key` points at the field's name, `part` at words of its value.

    `start` is their offset in it, -1 if it is not known.
    """

    name: str
    message: str
    hint: str
    path: KeyPath
    at_key: bool = False
    field: str = ""
    part: str = ""
    start: int = -1


# an id may start with no such character, so a spreadsheet has written it
_SPREADSHEET = re.compile(r"=|#(?:NAME\?|REF!|VALUE!|N/A|NULL!|NUM!|DIV/0!)$")
MAPPING = "a mapping (`name: value` lines)"
# what is wrong there is the key of a mapping, not its value
_AT_KEY = ("correction-not-in-prompt", "unknown-gap")
_SHAPES = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "frozen_set_type": "text",
    "dict_type": MAPPING,
    "model_type": MAPPING,
    "model_attributes_type": MAPPING,
}


def shape_of(value: Any) -> str:
    """Return what a user would call what they typed: a mapping, a list or the text itself."""
    if isinstance(value, dict):
        return MAPPING
    return "a list" if isinstance(value, list | tuple) else f"the text {_quoted(value)}"


def _given(value: Any) -> str:
    return shape_of(value) if isinstance(value, dict | list | tuple) else _quoted(value)


def _quoted(value: Any) -> str:
    return f"`{shorten(str(value), 40)}`"


def word_error(error: ErrorDetails, model: type[BaseModel], what: str) -> Wording:
    """Put one entry of `ValidationError.errors()` into words. `what` names the thing: "a cloze question"."""
    kind: str = error["type"]
    # Pydantic marks an error about the key of a mapping, not about its value, by this part
    path: KeyPath = tuple(part for part in error["loc"] if part != "[key]")
    holder = holder_of(model, path)
    field = str(path[-1]) if path else ""
    if kind == "missing":
        message = f"{what} needs `{field}`" if len(path) == 1 else f"missing `{field}`"
        return Wording("missing-field", message, example_of(field, holder), path[:-1], field=field)
    if kind == "extra_forbidden":
        message = f"{_quoted(field)} is not a field of {what}"
        return Wording("unknown-field", message, _hint_for_unknown(field, holder, model, error["input"]), path, True)
    if "-" in kind:  # one of our own checks, by the name of its problem
        return _word_refusal(error, path)
    name = _field_of(path, holder)
    named = f"`{name}`" if name else what
    if kind in _SHAPES:
        message = f"{named} must be {_SHAPES[kind]}, not {shape_of(error['input'])}"
        hint = _record_example(name, model) or _hint_for_shape(_SHAPES[kind], name, error["input"])
        return Wording("wrong-shape", message, hint, path)
    if kind == "literal_error":
        return _word_choice(error, path, named, holder.model_fields[name])
    return _word_value(error, path, name)


def _word_refusal(error: ErrorDetails, path: KeyPath) -> Wording:
    name, message, given, context = error["type"], error["msg"], error["input"], error.get("ctx", {})
    at_key = "[key]" in error["loc"] or name in _AT_KEY or context.get("at_key", False)
    if name == "bad-id" and _SPREADSHEET.match(str(given)):
        name, message = "spreadsheet-formula", f"a spreadsheet seems to have changed this id: {_quoted(given)}"
    hint = context.get("hint") or did_you_mean(context.get("meant", ""), otherwise=hint_for_refusal(name, given))
    at, field = (*path, *context.get("at", ())), str(path[-1]) if path else ""
    start = context.get("start", -1)
    # a control character may be half of a surrogate pair, which Pydantic takes in no context
    part = given[start] if name == "control-character" else context.get("part", "")
    return Wording(name, message, hint, at, at_key, field, part, start)


def _hint_for_unknown(field: str, holder: type[BaseModel], model: type[BaseModel], given: Any) -> str:
    """Return what an unknown field was meant to be: one of this kind, or of the kinds that have it."""
    if special := hint_for_field(field, model, given):
        return special
    owners = [name for name, kind in KINDS.items() if field in kind.model_fields]
    if owners and model in KINDS.values() and not closest(field, holder.model_fields):
        return f"only these types have it: {', '.join(owners)}"
    return meant(field, holder.model_fields)


def _record_example(name: str, model: type[BaseModel]) -> str:
    """Return an example of a field with more than one value, such as `beyond`; empty for any other field."""
    field = model.model_fields.get(name)
    return example_of(name, model) if name == "setting" or (field and _record_of(field)) else ""


def _hint_for_shape(expected: str, field: str, given: Any) -> str:
    if expected == "a list":
        return f"write one item per line, each after a dash:\n{as_list(field, given)}"
    if expected == "text" and isinstance(given, dict):
        return "put text with a colon and a space in quotes"
    if expected == "text" and field == "answer":
        return "for several right answers use multiple_choice, with `answers`"
    if expected == MAPPING:
        return as_pairs(field, given) if field else "write lines such as `name: value`"
    return ""


def _word_choice(error: ErrorDetails, path: KeyPath, named: str, field: FieldInfo) -> Wording:
    choices = choices_of(field)
    *most, last = (f"`{choice}`" for choice in choices)
    listed = f"{', '.join(most)} or {last}" if most else last
    message = f"{named} must be {listed}, not {_given(error['input'])}"
    return Wording("unknown-value", message, hint_for_choice(error["input"], choices), path)


def _word_value(error: ErrorDetails, path: KeyPath, name: str) -> Wording:
    """Put an error about a number or a day into words."""
    kind, given, context = error["type"], _given(error["input"]), error.get("ctx", {})
    named, hint = f"`{name}`", hint_for_value(kind, error["input"], name)
    if kind.startswith("date"):
        return Wording("not-a-date", f"{named} must be a date, not {given}", hint, path)
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
        return Wording("out-of-range", f"{named} must be {bound}, not {given}", hint_for_bound(name, given), path)
    if kind in ("decimal_max_places", "decimal_max_digits", "decimal_whole_digits"):
        return Wording("out-of-range", f"{named} has too many digits: {given}", "", path)
    return Wording("not-a-number", f"{named} must be a number, not {given}", hint, path)


def _field_of(path: KeyPath, holder: type[BaseModel]) -> str:
    """Return the field that the user wrote: `role` of a paragraph, but `distractors` for a part of one of them."""
    last = next((part for part in reversed(path) if isinstance(part, str)), "")
    return last if last in holder.model_fields and holder is not OptionNote else str(path[0]) if path else ""


def holder_of(model: type[BaseModel], path: KeyPath) -> type[BaseModel]:
    """Return the model whose field the path ends with: of a paragraph's role, that of the paragraph."""
    for part in path[:-1]:
        field = model.model_fields.get(str(part))
        model = (_record_of(field) if field else None) or model
    return model


def _record_of(field: FieldInfo) -> type[BaseModel] | None:
    """Return the model of a field that holds one or more records."""
    inner = get_args(field.annotation)
    return next((each for each in inner if isinstance(each, type) and issubclass(each, BaseModel)), None)
