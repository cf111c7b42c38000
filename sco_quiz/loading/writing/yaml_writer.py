"""Write a question as YAML, in the form in which people write it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from textwrap import wrap
from typing import Any

from pydantic import BaseModel

from sco_quiz.core.interaction import Percent, write_number
from sco_quiz.core.kinds import AnyQuestion, OptionNote, Question
from sco_quiz.core.kinds.fields import fields_of
from sco_quiz.loading.stray_characters import looks_stray, needs_escapes, with_escapes

WIDTH = 116
MAX_KEY = 1000  # YAML reads a colon behind 1024 characters as text
# what YAML would read as something else than this text; a little more than needed does no harm
_UNSAFE = re.compile(r"^[,\[\]{}#&*!|>'\"%@`\s]|^[-?:](?:\s|$)|: |:$| #|\s$|^(?:---|\.\.\.)")
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
    first, *others = lines
    return "".join(f"{line}\n" for line in (f"  - {first}", *_indented(others, 4)))


def render_field(name: str, value: Any) -> list[str]:
    """Return the lines of a field with a value of a model, or with an example of one."""
    match value:
        case str():
            return _text(name, value)
        case Mapping():
            return [f"{name}:", *_indented(line for key, item in value.items() for line in _entry(key, item))]
        case BaseModel():
            return [f"{name}:", *_indented(line for part, item in value for line in render_field(part, item))]
        # short ids and numbers, as every kind has them
        case tuple() | list() if name in Question.model_fields or name in ("strict", "references"):
            single = name in ("source", "strict", "references") and len(value) == 1
            return [f"{name}: {_inside(value[0] if single else value)}"]
        case tuple() | list():
            return [f"{name}:", *_indented(line for item in value for line in render_item(item))]
        case _:
            return [f"{name}: {_inside(value)}"]


def _indented(lines: Iterable[str], by: int = 2) -> Iterator[str]:
    return (" " * by + line if line else "" for line in lines)


def _entry(key: str, value: Any) -> list[str]:
    match value:
        case Mapping():
            fields = (line for name, item in value.items() for line in render_field(name, item))
            return [f"{scalar(key)}:", *_indented(fields)]
        case _ if len(key) > MAX_KEY or any(end in key for end in "\n\u2028\u2029"):
            return [*_labeled("?", key), *_labeled(":", value)]
        case _:
            return _labeled(f"{scalar(key)}:", value)


def _labeled(label: str, value: Any) -> list[str]:
    """Return a value behind `name:` or a dash; text with lines is a block below it."""
    if not isinstance(value, str) or not is_block(value):
        return [f"{label} {_inside(value)}"]
    # text that starts with a space or an empty line would seem to be indented more
    marks = "2" if value[0] in " \t\n" else ""
    marks += "" if value.endswith("\n") else "-"
    return [f"{label} |{marks}", *_indented(value.removesuffix("\n").split("\n"))]


def is_block(text: str) -> bool:
    """Return whether text is written as a block below `|`: it has lines, and nothing that a block would lose."""
    lines = text.removesuffix("\n")
    lost = needs_escapes(text) or looks_stray(text)
    return "\n" in text and bool(lines) and lines == lines.rstrip(" \t\n") and not lost


def scalar(text: str, in_brackets: bool = False) -> str:
    """Return text as YAML, as `sco-quiz fmt` writes it: bare where that is safe, else in single or double quotes."""
    quoted = "\n" in text or "\t" in text or needs_escapes(text)
    bare = text and not quoted and not _UNSAFE.search(text) and not (in_brackets and _UNSAFE_IN_BRACKETS.search(text))
    if bare and not looks_stray(text):
        return text
    # of an apostrophe and a backslash, the one that is doubled less: formulas are full of backslashes
    if quoted or ("'" in text and "\\" not in text):
        return with_escapes(json.dumps(text, ensure_ascii=False))
    return "'" + text.replace("'", "''") + "'"


def _text(name: str, text: str) -> list[str]:
    foldable = text == " ".join(text.split()) and not re.match(r"[#\s]", text)
    # a prompt stays on one line, where problems can point at its words; folding would change double spaces
    if len(text) < WIDTH - len(name) - 6 or name == "prompt" or not foldable:
        return _labeled(f"{name}:", text)
    lines = wrap(text, WIDTH - 6, break_long_words=False, break_on_hyphens=False)
    return [f"{name}: >-", *_indented(lines)]


def render_item(item: Any) -> list[str]:
    """Return an item of a list: text, or text with a note after a colon."""
    match item:
        case OptionNote(text=text, note=note) if note:
            first, *others = _entry(text, note)
        case Mapping() if len(item) == 1:
            first, *others = _entry(*next(iter(item.items())))
        case Mapping():
            return [f"- {{{', '.join(f'{scalar(name)}: {_inside(value)}' for name, value in item.items())}}}"]
        case _:
            return _labeled("-", item.text if isinstance(item, OptionNote) else item)
    return [f"- {first}", *_indented(others)]


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
        case Mapping():
            pairs = (f"{scalar(name, True)}: {_inside(each, in_brackets=True)}" for name, each in value.items())
            return f"{{{', '.join(pairs)}}}"
        case _:
            raise TypeError(f"{type(value).__name__} has no form in YAML yet")
