"""Pydantic's errors in our words: matched on their type, never on their English."""

import re
from collections.abc import Collection
from typing import Any, NamedTuple

from pydantic import BaseModel

from sco_quiz.core.kinds import KINDS
from sco_quiz.core.place import KeyPath
from sco_quiz.core.shorten import shorten
from sco_quiz.core.suggest import did_you_mean
from sco_quiz.loading.diagnosis.suggestions import as_list, as_pairs
from sco_quiz.loading.examples import example_of
from sco_quiz.loading.hints import closest, hint_for_field, hint_for_refusal, hint_for_value, meant


class Wording(NamedTuple):
    """What to say about one validation error; `at_key` points at the field's name, `part` at words of its value."""

    name: str
    message: str
    hint: str
    path: KeyPath
    at_key: bool = False
    field: str = ""
    part: str = ""


_SPREADSHEET = re.compile(r"=|#(?:NAME\?|REF!|VALUE!|N/A|NULL!|NUM!|DIV/0!)$")
FIELDS = "a group of `name: value` lines"
_AT_KEY = ("correction-not-in-prompt", "unknown-gap")
_SHAPES = {
    "string_type": "a text",
    "tuple_type": "a list",
    "list_type": "a list",
    "frozen_set_type": "a text",
    "dict_type": FIELDS,
    "model_type": FIELDS,
    "model_attributes_type": FIELDS,
}


def shape_of(value: Any) -> str:
    """How a user would call what they typed."""
    if isinstance(value, dict):
        return FIELDS
    return "a list" if isinstance(value, list | tuple) else f"the text `{shorten(str(value))}`"


def word_error(error: Any, model: type[BaseModel], what: str) -> Wording:
    """Put one entry of `ValidationError.errors()` into words. `what` names the thing: "a cloze question"."""
    kind: str = error["type"]
    path: KeyPath = tuple(part for part in error["loc"] if part != "[key]")
    field = str(path[-1]) if path else ""
    named = f"`{path[0]}`" if path else what
    given = error["input"]
    if kind == "missing":
        message = f"{what} needs `{field}`" if len(path) == 1 else f"`{field}` is missing here"
        return Wording("missing-field", message, example_of(field), path[:-1], field=field)
    if kind == "extra_forbidden":
        fields = model.model_fields if len(path) == 1 else _inner_fields(model, path)
        message = f"`{shorten(field)}` is not a field of {what}"
        return Wording("unknown-field", message, _field_hint(field, fields, model), path, True)
    if "-" in kind:
        context = error.get("ctx", {})
        path += context.get("at", ())
        return _refused(kind, error["msg"], given, path, "[key]" in error["loc"] or kind in _AT_KEY, context)
    if kind in _SHAPES:
        message = f"{named} holds {shape_of(given)} where {_SHAPES[kind]} is expected"
        return Wording("wrong-shape", message, _shape_hint(_SHAPES[kind], str(path[0]) if path else "", given), path)
    return Wording(*_value_wording(kind, error, named), path)


def _refused(kind: str, message: str, given: Any, path: KeyPath, at_key: bool, context: Any) -> Wording:
    if kind == "bad-id" and _SPREADSHEET.match(str(given)):
        kind, message = "spreadsheet-formula", f"a spreadsheet seems to have changed this id: `{shorten(str(given))}`"
    hint = did_you_mean(context.get("meant", ""), otherwise=hint_for_refusal(kind, given))
    return Wording(kind, message, hint, path, at_key, part=context.get("part", ""))


def _field_hint(field: str, fields: Collection[str], model: type[BaseModel]) -> str:
    """What a wrong field was meant to be: one of this kind, or of the kinds that have it."""
    if special := hint_for_field(field, model):
        return special
    owners = [name for name, kind in KINDS.items() if field in kind.model_fields]
    if owners and "id" in fields and not closest(field, fields):
        return f"it belongs to {', '.join(owners)}"
    return meant(field, fields)


def _shape_hint(expected: str, field: str, given: Any) -> str:
    if expected == "a list":
        return f"write one line for each, after a dash:\n{as_list(field, given)}"
    if expected == "a text" and isinstance(given, dict):
        return "a text that holds a colon and a blank must stand in quotes"
    if expected == "a text" and field == "answer":
        return "several right answers make a multiple_choice question, with `answers`"
    if expected == FIELDS:
        return as_pairs(field, given) if field else "write lines such as `name: value`"
    return ""


def _value_wording(kind: str, error: Any, named: str) -> tuple[str, str, str]:
    given = shape_of(error["input"])
    context = error.get("ctx", {})
    hint = hint_for_value(kind, error["input"], context.get("expected", ""), named.strip("`"))
    if kind == "literal_error":
        return "unknown-value", f"{named} is {given}; expected is {context['expected']}", hint
    if kind.startswith("date"):
        return "not-a-date", f"{named} holds {given} where a day is expected", hint
    if kind in ("greater_than_equal", "less_than_equal"):
        bound, value = ("at least", context.get("ge")) if "ge" in context else ("at most", context.get("le"))
        return "out-of-range", f"{named} is {shorten(str(error['input']))}; it must be {bound} {value}", ""
    if kind in ("decimal_max_places", "decimal_max_digits", "decimal_whole_digits"):
        return "out-of-range", f"{named} holds {given}, which has too many digits", ""
    return "not-a-number", f"{named} holds {given} where a number is expected", hint


def _inner_fields(model: type[BaseModel], path: KeyPath) -> Collection[str]:
    """Field names of the list elements one step down; only the paragraphs of a source have any."""
    annotation: Any = model.model_fields[str(path[0])].annotation
    inner = getattr(annotation, "__args__", (model,))[0]
    return inner.model_fields if isinstance(inner, type) and issubclass(inner, BaseModel) else model.model_fields
