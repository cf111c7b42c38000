"""The sheet of all fields: a column for each field of a question of ours, a row for each question."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from sco_quiz.core.bank import Bank
from sco_quiz.core.interaction import Percent, write_number
from sco_quiz.core.kinds import KINDS, AnyQuestion, OptionNote, Question
from sco_quiz.core.kinds.beyond import Beyond
from sco_quiz.core.kinds.fields import choices_of, fields_of, has_lists, has_markup, shape_of, takes_notes
from sco_quiz.core.parts import Role
from sco_quiz.formats.package import Loss
from sco_quiz.formats.sheets.entries import join_entries, join_pair, split_entries, split_pair
from sco_quiz.formats.sheets.kinds import truth_of

_SHORT = re.compile(r"(?:(?<!\s)\s+)?(?:[;\n]|,\s)\s*")  # between ids, tags and numbers, but not the comma in 1,5
_ALWAYS = ("id", "type", "topic", "prompt", "answer", "distractors", "explanation", "level")


def column_names() -> tuple[str, ...]:
    """Return the names of all columns, in the order of the fields: those of each kind after the prompt."""
    shared = list(Question.model_fields)
    own = dict.fromkeys(name for kind in KINDS.values() for name in fields_of(kind) if name not in shared)
    at = shared.index("prompt") + 1
    names = (*shared[:at], *own, *shared[at:])
    first = ("id", "type", "topic", "markup")
    named = (part for name in names for part in ((name, "references") if name == "beyond" else (name,)))
    return (*first, *(name for name in named if name not in first))


def table_of(cells: Sequence[Mapping[str, str]]) -> Iterator[list[str]]:
    """Yield the names of the columns that questions need, then a row for the cells of each."""
    used = set(_ALWAYS).union(*cells)
    names = [name for name in column_names() if name in used]
    yield names
    yield from ([row.get(name, "") for name in names] for row in cells)


def lost_pictures(bank: Bank) -> Iterator[Loss]:
    """Yield a loss for each text with pictures: a sheet has only their names."""
    for question in bank.questions if bank.pictures else ():
        for part in question.parts():
            if names := ", ".join(f"`{image.file}`" for image in part.content.images):
                path = (*part.path, "note") if part.role is Role.NOTE else part.path
                yield Loss(question.id, path, "lost-picture", f"a sheet has the name of {names}, but not the picture")


def cells_of(bank: Bank, question: AnyQuestion) -> dict[str, str]:
    """Return the cells of a question by column; fields with their default have none."""
    kind = type(question)
    cells = {"topic": bank.topic_of(question.id).id, "markup": question.markup}
    for name, default in _defaults(kind).items():
        value = getattr(question, name)
        if value != default:
            cells |= _cells(kind, name, value)
    return cells


@cache  # asked for each question, and Pydantic copies a default each time
def _defaults(kind: type[AnyQuestion]) -> dict[str, Any]:
    fields = kind.model_fields
    return {name: fields[name].get_default(call_default_factory=True) for name in fields_of(kind)}


def _cells(kind: type[AnyQuestion], name: str, value: object) -> dict[str, str]:
    match value:
        case Beyond():
            return {name: value.text, "references": "; ".join(value.references)}
        case Mapping():
            return {name: join_entries(entry for key, item in value.items() for entry in _entries(key, item))}
        case tuple() if not has_markup(kind.model_fields[name]):
            return {name: "; ".join(map(_scalar, value))}
        case tuple():
            return {name: join_entries(map(_entry, value))}
        case _:
            return {name: _scalar(value)}


def _entries(key: str, value: object) -> list[str]:
    if isinstance(value, tuple):  # forms of hidden words, each in a line of its own
        return [join_pair(key, form) for form in value] or [join_pair(key, "")]
    return [join_pair(key, str(value))]


def _entry(value: object) -> str:
    return join_pair(value.text, value.note) if isinstance(value, OptionNote) else _scalar(value)


def _scalar(value: object) -> str:
    match value:
        case Decimal():
            return write_number(value)
        case str() | int() | date() | Percent():
            return str(value)
        case _:
            raise TypeError(f"{type(value).__name__} has no form in a sheet yet")


def values_of(kind: type[AnyQuestion], cells: Mapping[str, str]) -> dict[str, Any]:
    """Return the values of a question by field, as a file of questions has them; nothing is validated."""
    values = {name: _value(kind, name, cell) for name, cell in cells.items()}
    references = values.pop("references", "")
    if "beyond" in values or references:
        values["beyond"] = {"text": values.get("beyond", ""), "references": _SHORT.split(references)}
    return values


def _value(kind: type[AnyQuestion], name: str, cell: str) -> Any:
    field = kind.model_fields.get(name)
    if field and choices_of(field) == ("true", "false"):
        truth = truth_of(cell)  # Excel makes TRUE of it, and WAHR in German
        return cell if truth is None else str(truth).lower()
    if field is None or name == "beyond" or shape_of(field) == "text":
        return cell
    if shape_of(field) == "list" and not has_markup(field):
        return [part.strip() for part in _SHORT.split(cell) if part.strip()]
    if shape_of(field) == "list" and not takes_notes(field):
        return split_entries(cell)
    pairs = list(map(split_pair, split_entries(cell)))
    if shape_of(field) == "list":
        return [{left: right} if right else left for left, right in pairs]
    if not has_lists(field):
        return dict(pairs)
    forms: dict[str, list[str]] = {left: [] for left, _ in pairs}
    for left, right in pairs:
        forms[left] += [right] if right else []
    return forms
