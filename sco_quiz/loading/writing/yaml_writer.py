"""Write a question as YAML, in the form in which people write it."""

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from textwrap import wrap
from typing import Any

from pydantic import BaseModel

from sco_quiz.core.interaction import Percent, write_number
from sco_quiz.core.kinds import AnyQuestion, OptionNote, Question
from sco_quiz.core.kinds.fields import fields_of

WIDTH = 116
# what YAML would read as something else than this text; a little more than needed does no harm
_UNSAFE = re.compile(
    r"^[,\[\]{}#&*!|>'\"%@`\s]|^[-?:](?:\s|$)|: |:$| #|\s$|^(?:---|\.\.\.)|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]"
)
_NEEDS_DOUBLE = re.compile(r"['\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_UNSAFE_IN_BRACKETS = re.compile(r"[,\[\]{}:#]")


def render_question(question: AnyQuestion) -> str:
    """Return the question as an entry of a file's list, with every field that differs from its default.

    >>> from sco_quiz.core.kinds import KINDS
    >>> fields = {"id": "seat", "type": "short_answer", "prompt": "Where: here?", "answer": "Here", "level": "remember"}
    >>> print(render_question(KINDS["short_answer"].model_validate(fields)), end="")
      - id: seat
        type: short_answer
        prompt: 'Where: here?'
        answer: Here
        level: remember
    """
    lines: list[str] = []
    for name in fields_of(type(question)):
        value = getattr(question, name)
        if value != type(question).model_fields[name].get_default(call_default_factory=True):
            lines += render_field(name, value)
    return "".join(f"  {'- ' if index == 0 else '  '}{line}\n" for index, line in enumerate(lines))


def render_field(name: str, value: Any) -> list[str]:
    """Return the lines of a field with a value of a model, or with an example of one."""
    match value:
        case str():
            return _text(name, value)
        case Mapping():
            return [f"{name}:", *(f"  {line}" for key, item in value.items() for line in _entry(key, item))]
        case BaseModel():
            return [f"{name}:", *(f"  {line}" for part, item in value for line in render_field(part, item))]
        # short ids and numbers, as every kind has them
        case tuple() | list() if name in Question.model_fields or name in ("strict", "references"):
            single = name in ("source", "strict", "references") and len(value) == 1
            return [f"{name}: {_inside(value[0] if single else value)}"]
        case tuple() | list():
            return [f"{name}:", *(f"  - {_item(item)}" for item in value)]
        case _:
            return [f"{name}: {_inside(value)}"]


def _entry(key: str, item: Any) -> list[str]:
    if isinstance(item, Mapping):
        return [f"{scalar(key)}:", *(f"  {line}" for name, value in item.items() for line in render_field(name, value))]
    return [f"{scalar(key)}: {_inside(item)}"]


def scalar(text: str, in_brackets: bool = False) -> str:
    """Return text as YAML, as `sco-quiz fmt` writes it: bare where that is safe, else in single or double quotes."""
    bare = text and not _UNSAFE.search(text) and not (in_brackets and _UNSAFE_IN_BRACKETS.search(text))
    if bare:
        return text
    return json.dumps(text, ensure_ascii=False) if _NEEDS_DOUBLE.search(text) else f"'{text}'"


def _text(name: str, text: str) -> list[str]:
    foldable = text == " ".join(text.split()) and not re.match(r"[#\s]", text)
    # a prompt stays on one line, where problems can point at its words; folding would change double spaces
    if len(text) < WIDTH - len(name) - 6 or name == "prompt" or not foldable:
        return [f"{name}: {scalar(text)}"]
    lines = wrap(text, WIDTH - 6, break_long_words=False, break_on_hyphens=False)
    return [f"{name}: >-", *(f"  {line}" for line in lines)]


def _item(item: Any) -> str:
    """Return an item of a list: text, or text with a note after a colon."""
    match item:
        case OptionNote(text=text, note=note):
            return f"{scalar(text)}: {scalar(note)}" if note else scalar(text)
        case Mapping() if len(item) > 1:
            return f"{{{', '.join(f'{scalar(name)}: {_inside(value)}' for name, value in item.items())}}}"
        case Mapping():
            ((text, note),) = item.items()
            return f"{scalar(text)}: {_inside(note)}"
        case _:
            return _inside(item)


def _inside(value: Any, in_brackets: bool = False) -> str:
    """Return a value on one line. Raises TypeError for a type that no field has had so far."""
    match value:
        case str():
            return scalar(value, in_brackets)
        case bool():
            return str(value).lower()
        case Decimal():
            return write_number(value)
        case Percent():
            return str(value)
        case int() | float() | date():
            return str(value)
        case tuple() | list():
            return f"[{', '.join(_inside(item, in_brackets=True) for item in value)}]"
        case _:
            raise TypeError(f"{type(value).__name__} has no form in YAML yet")
