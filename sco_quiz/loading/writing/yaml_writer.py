"""A question as YAML, in the form in which people write it."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from textwrap import wrap
from typing import Any

from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.kinds.field_types import OptionNote

WIDTH = 116
ORDER = (
    *(
        "id",
        "formerly",
        "type",
        "prompt",
        "answer",
        "answers",
        "correction",
        "accept",
        "reject",
        "distractors",
        "order",
    ),
    *("order", "pairs", "items", "tolerance", "unit", "derivation", "explanation", "source", "level", "difficulty"),
    *("hint", "tags", "as_of", "review_by", "allow", "status", "reason", "successor"),
)
_UNSAFE = re.compile(
    r"^[,\[\]{}#&*!|>'\"%@`\s]|^[-?:](?:\s|$)|: |:$| #|\s$|^(?:---|\.\.\.)|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]"
)
_NEEDS_DOUBLE = re.compile(r"['\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_UNSAFE_IN_BRACKETS = re.compile(r"[,\[\]{}:#]")


def render_question(question: AnyQuestion) -> str:
    """The question as an entry of a file's list; fields that hold their default are left out.

    >>> from sco_quiz.core.kinds import KINDS
    >>> fields = {"id": "seat", "type": "short_answer", "prompt": "Where: here?", "answer": "Here", "level": "remember"}
    >>> print(render_question(KINDS["short_answer"].model_validate(fields)), end="")
      - id: seat
        type: short_answer
        prompt: 'Where: here?'
        answer: Here
        level: remember
    """
    defaults = {
        name: field.get_default(call_default_factory=True) for name, field in type(question).model_fields.items()
    }
    values = {name: getattr(question, name) for name in ORDER if name in defaults}
    lines: list[str] = []
    for name, value in values.items():
        if value != defaults[name]:
            lines += _field(name, value)
    return "".join(f"  {'- ' if index == 0 else '  '}{line}\n" for index, line in enumerate(lines))


def scalar(text: str, in_brackets: bool = False) -> str:
    """A text as YAML, as `sco-quiz fmt` writes it: bare where that is safe, else in single or in double quotes."""
    bare = text and not _UNSAFE.search(text) and not (in_brackets and _UNSAFE_IN_BRACKETS.search(text))
    if bare:
        return text
    return json.dumps(text, ensure_ascii=False) if _NEEDS_DOUBLE.search(text) else f"'{text}'"


def _field(name: str, value: Any) -> list[str]:
    match value:
        case str():
            return _text(name, value)
        case Decimal():
            return [f"{name}: {value:f}"]
        case Mapping():
            return [f"{name}:", *(f"  {scalar(key)}: {_inside(item)}" for key, item in value.items())]
        case tuple() if name in ("source", "tags", "formerly"):
            single = name == "source" and len(value) == 1
            return [f"{name}: {value[0] if single else _inside(value)}"]
        case tuple():
            return [f"{name}:", *(f"  - {_item(item)}" for item in value)]
        case _:
            return [f"{name}: {value}"]


def _text(name: str, text: str) -> list[str]:
    foldable = text == " ".join(text.split()) and not re.match(r"[#\s]", text)
    if len(text) < WIDTH - len(name) - 6 or name == "prompt" or not foldable:
        return [f"{name}: {scalar(text)}"]
    return [
        f"{name}: >-",
        *(f"  {line}" for line in wrap(text, WIDTH - 6, break_long_words=False, break_on_hyphens=False)),
    ]


def _inside(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(scalar(str(item), in_brackets=True) for item in value)}]"
    return scalar(str(value))


def _item(item: Any) -> str:
    if isinstance(item, OptionNote):
        return f"{scalar(item.text)}: {scalar(item.note)}" if item.note else scalar(item.text)
    return scalar(str(item))
