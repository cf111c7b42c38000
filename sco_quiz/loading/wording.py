"""Pydantic's errors in our words: matched on their type, never on their English."""

import re
from collections.abc import Collection
from difflib import get_close_matches
from typing import Any, NamedTuple

from pydantic import BaseModel

from sco_quiz.core.names import LEVEL_NAMES
from sco_quiz.core.place import KeyPath
from sco_quiz.core.text import fold


class Wording(NamedTuple):
    """What to say about one validation error; `at_key` points at the field's name rather than its value."""

    name: str
    message: str
    hint: str
    path: KeyPath
    at_key: bool = False
    field: str = ""


EXAMPLES = {
    "id": "id: seat-of-the-secretariat",
    "type": "type: single_choice",
    "prompt": "prompt: In which city does the Secretariat of the SCO sit?",
    "level": "level: remember",
    "answer": "answer: Beijing",
    "answers": "answers:\n  - Russia\n  - China",
    "distractors": "distractors:\n  - Moscow: the home of the news agency that was host to the briefing",
    "pairs": "pairs:\n  Tashkent: seat of the Regional Antiterrorism Structure",
    "items": "items:\n  - what comes first\n  - what comes second",
    "questions": "questions:\n  - id: seat-of-the-secretariat",
    "topic": "topic: Security",
    "title": "title: An article and its questions",
    "date": "date: 2010-02-03",
    "paragraphs": "paragraphs:\n  - number: 1",
    "number": "number: 1",
    "summary": "summary: What the paragraph says, in your own words.",
    "fingerprint": "fingerprint: made by `sco-quiz source add ARTICLE.txt`",
}

_SHAPES = {
    "string_type": "a text",
    "tuple_type": "a list",
    "list_type": "a list",
    "frozen_set_type": "a text",
    "dict_type": "a mapping (`name: value` lines)",
    "model_type": "a mapping (`name: value` lines)",
    "model_attributes_type": "a mapping (`name: value` lines)",
}


def shape_of(value: Any) -> str:
    """How a user would call what they typed."""
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list | tuple) else f"the text `{shorten(str(value))}`"


def shorten(text: str, limit: int = 40) -> str:
    """The first characters of a text on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


SYNONYMS = {
    "alias": "accept",
    "aliases": "accept",
    "choices": "distractors",
    "correct": "answer",
    "feedback": "explanation",
    "incorrect": "distractors",
    "kind": "type",
    "options": "distractors",
    "paragraph": "source",
    "question": "prompt",
    "solution": "answer",
    "text": "prompt",
    "value": "answer",
    "wrong": "distractors",
    "wrong_answers": "distractors",
}


def closest(word: str, known: Collection[str]) -> str:
    """The known word that was probably meant; nothing when none is near."""
    folded = word.casefold()
    if SYNONYMS.get(folded) in known:
        return SYNONYMS[folded]
    return next(iter(get_close_matches(folded, known, 1, 0.6)), "")


def meant(word: str, known: Collection[str]) -> str:
    """A did-you-mean, or what there is to choose from."""
    close = closest(word, known)
    return f"did you mean `{close}`?" if close else f"known here: {', '.join(known)}"


def word_error(error: Any, model: type[BaseModel], what: str) -> Wording:
    """Put one entry of `ValidationError.errors()` into words. `what` names the thing: "a cloze question"."""
    kind: str = error["type"]
    path: KeyPath = tuple(part for part in error["loc"] if part != "[key]")
    field = str(path[-1]) if path else ""
    named = f"`{path[0]}`" if path else what
    given = error["input"]
    if kind == "missing":
        message = f"{what} needs `{field}`" if len(path) == 1 else f"`{field}` is missing here"
        example = EXAMPLES.get(field, f"{field}: …").replace("\n", "\n        ")
        return Wording("missing-field", message, f"for example `{example}`", path[:-1], field=field)
    if kind == "extra_forbidden":
        fields = model.model_fields if len(path) == 1 else _inner_fields(model, path)
        return Wording(
            "unknown-field", f"`{shorten(field)}` is not a field of {what}", meant(field, fields), path, True
        )
    if "-" in kind:
        path += error.get("ctx", {}).get("at", ())
        return Wording(kind, error["msg"], _hint(kind, given), path, "[key]" in error["loc"])
    if kind in _SHAPES:
        return Wording("wrong-shape", f"{named} holds {shape_of(given)} where {_SHAPES[kind]} is expected", "", path)
    return Wording(*_value_wording(kind, error, named), path)


def _value_wording(kind: str, error: Any, named: str) -> tuple[str, str, str]:
    given = shape_of(error["input"])
    context = error.get("ctx", {})
    if kind == "literal_error":
        return "unknown-value", f"{named} is {given}; expected is {context['expected']}", ""
    if kind.startswith("date"):
        return (
            "not-a-date",
            f"{named} holds {given} where a day is expected",
            "write year-month-day: 2010-02-03",
        )
    if kind in ("greater_than_equal", "less_than_equal"):
        bound, value = ("at least", context.get("ge")) if "ge" in context else ("at most", context.get("le"))
        return "out-of-range", f"{named} is {given}; it must be {bound} {value}", ""
    if kind in ("decimal_max_places", "decimal_max_digits", "decimal_whole_digits"):
        return "out-of-range", f"{named} holds {given}, which has too many digits", ""
    return "not-a-number", f"{named} holds {given} where a number is expected", ""


def _inner_fields(model: type[BaseModel], path: KeyPath) -> Collection[str]:
    """Field names of the list elements one step down; only the paragraphs of a source have any."""
    annotation: Any = model.model_fields[str(path[0])].annotation
    inner = getattr(annotation, "__args__", (model,))[0]
    return inner.model_fields if isinstance(inner, type) and issubclass(inner, BaseModel) else model.model_fields


def _hint(kind: str, given: Any) -> str:
    match kind:
        case "unknown-level":
            return meant(str(given), LEVEL_NAMES)
        case "bad-id":
            return f"for example `{slugify(str(given))}`"
        case "bad-distractor":
            return "give each distractor its own dash (-); put a text that holds a colon and a blank into quotes"
        case "broken-gap" | "no-gap":
            return "write a gap as {{c1::hidden words}} or {{c1::hidden words::hint}}"
        case "empty-value":
            return "write the text, or remove the field"
        case "control-character":
            return "remove it; it often comes along when text is pasted"
        case "bad-fingerprint":
            return "make it anew with `sco-quiz source add ARTICLE.txt`"
    return ""


def slugify(text: str) -> str:
    """The nearest id to a text."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text))[:64].strip("-") or "my-question"
