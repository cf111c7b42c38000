"""Generate JSON Schemas of bank files from the models, so that editors complete and validate fields.

They cover what an editor can know from one file; `check` finds the rest, such as an id that is used twice.
"""

import json
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from sco_quiz.core.kinds import KINDS
from sco_quiz.core.kinds.field_types import AS_TYPED
from sco_quiz.core.source import Source
from sco_quiz.loading.records import BankFile, SummariesFile, TopicFile

# the draft that editors' YAML plug-ins know best
DRAFT = "http://json-schema.org/draft-07/schema#"
# beside the files of a bank, where clones, copies and machines without a network also find it
FOLDER = "schema"
_EXAMPLE = {"id": "seat", "type": "short_answer", "prompt": "Where?", "answer": "Here", "level": "remember"}
KIND = "The kind of question; it decides which other fields there are."


class _AsTyped(GenerateJsonSchema):
    """Text may look like a number or truth value, since the program takes every value as it was typed."""

    def str_schema(self, schema: Any) -> dict[str, Any]:
        made: dict[str, Any] = super().str_schema(schema)
        return {**made, "type": AS_TYPED}


def first_line(kind: str) -> str:
    """Return the comment by which an editor finds the schema: the first line of each file of that kind."""
    return f"# yaml-language-server: $schema={FOLDER}/{kind}.json"


def render_schema(kind: str) -> str:
    """Return the schema of `questions`, `bank`, `source` or `summaries` as JSON. Raises KeyError for another kind."""
    return json.dumps(SCHEMAS[kind](), ensure_ascii=False, indent=2) + "\n"


def _of(model: type[BaseModel], kind: str) -> dict[str, Any]:
    """Return the schema of a model; the field that names a kind says what it is for."""
    schema = model.model_json_schema(schema_generator=_AsTyped)
    for field in schema["properties"].values():
        if "const" in field:
            field |= {"description": KIND, "examples": [kind]}
    cleaned = _without_titles(schema)
    assert isinstance(cleaned, dict)
    return cleaned


def _without_titles(schema: Any) -> Any:
    """Return a copy without titles that repeat field names, empty defaults, and null, which no file can have."""
    if isinstance(schema, list):
        return [_without_titles(item) for item in schema if item != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    return {
        name: {field: _without_titles(value) for field, value in part.items()}
        if name == "properties"
        else part
        if name == "examples"
        else _without_titles(part)
        for name, part in schema.items()
        if not (name == "title" and isinstance(part, str)) and not (name == "default" and part in ("", [], {}, None))
    }


def _whole(schema: dict[str, Any], title: str) -> dict[str, Any]:
    return {"$schema": DRAFT, "title": title, **schema}


def _questions() -> dict[str, Any]:
    head = _of(TopicFile, "topic")
    head["properties"]["questions"] = {
        "type": "array",
        "minItems": 1,
        "description": "The questions of the topic.",
        "examples": [[_EXAMPLE]],
        "items": {"$ref": "#/definitions/question"},
    }
    head["required"] = ["topic", "questions"]
    kinds = {name: _of(model, name) for name, model in KINDS.items()}
    # a reference such as #/$defs/Beyond is resolved from the root
    head["$defs"] = {name: record for kind in kinds.values() for name, record in kind.pop("$defs", {}).items()}
    head["definitions"] = {"question": _question()} | kinds
    return _whole(head, "A file of questions of sco-quiz")


def _question() -> dict[str, Any]:
    """Return the fields that all kinds share, then by `type` those of each kind, which an editor can complete."""
    kind = {"enum": list(KINDS), "description": KIND, "examples": [next(iter(KINDS))]}
    shared = set.intersection(*(set(model.model_fields) for model in KINDS.values()))
    of_one = _of(next(iter(KINDS.values())), "question")["properties"]
    return {
        "type": "object",
        "required": ["id", "type", "prompt", "level"],
        "properties": {name: kind if name == "type" else of_one[name] for name in of_one if name in shared},
        "allOf": [
            {
                "if": {"properties": {"type": {"const": name}}, "required": ["type"]},
                "then": {"$ref": f"#/definitions/{name}"},
            }
            for name in KINDS
        ],
    }


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "questions": _questions,
    "bank": lambda: _whole(_of(BankFile, "bank"), "bank.yaml of sco-quiz"),
    "source": lambda: _whole(_of(Source, "source"), "source.yaml of sco-quiz"),
    "summaries": lambda: _whole(_of(SummariesFile, "summaries"), "summaries.yaml of sco-quiz"),
}
