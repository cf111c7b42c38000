"""The JSON Schemas are up to date and valid, and agree with the loader about good and bad files."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from sco_quiz.loading.files import topic_files
from sco_quiz.loading.writing.json_schema import FOLDER, SCHEMAS, first_line, render_schema
from tests.conftest import ROOT, absent
from tests.loading.test_bad import CASES, name_of

BANK = ROOT / "questions"
FILES = [*topic_files(BANK), BANK / "bank.yaml", BANK / "source.yaml"]
# problems that an editor finds in one file by its schema
SEEN = {
    "missing-field",
    "unknown-field",
    "unknown-type",
    "unknown-level",
    "unknown-value",
    "not-a-date",
    "out-of-range",
    "too-few-options",
    "wrong-shape",
    "bad-id",
    "bad-distractor",
    "bad-url",
    "bad-language",
    "bad-deck",
    "missing-reference",
    "bad-fact",
    "spreadsheet-formula",
    "no-questions",
}
# … except in these: a missing or misnamed file, digits of a number, True (which editors read as true), broken YAML,
# and a fingerprint, which may be in either of two places
UNSEEN = {
    "no-questions/empty-folder",
    "bad-id/File_Name",
    "bad-language/country",
    "bad-language/three-letters",
    "out-of-range/decimals",
    "out-of-range/range",
    "out-of-range/reversed-range",
    "out-of-range/scale",
    "unknown-value/capital",
    "unknown-value/partial",
    "unknown-value/partial-right",
    "missing-field/fingerprint",
    "missing-field/questions-line",
    "missing-field/questions-line-margin",
}


class Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: only true, false, null and numbers are more than text."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, starts in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(starts))


@cache
def schema_of(kind: str) -> dict[str, Any]:
    """Return the schema of a kind of file; it must be valid itself."""
    schema: dict[str, Any] = json.loads(render_schema(kind))
    validator(schema).check_schema(schema)
    return schema


def validator(schema: dict[str, Any]) -> Any:
    try:
        from jsonschema import Draft7Validator, FormatChecker
    except ImportError:
        absent("jsonschema")
    return Draft7Validator(schema, format_checker=FormatChecker())


def kind_of(name: str) -> str:
    """The schema that applies to a file of a bank."""
    return {"bank.yaml": "bank", "source.yaml": "source"}.get(name, "questions")


def errors_of(path: Path) -> list[str]:
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=Core)
    return [error.message for error in validator(schema_of(kind_of(path.name))).iter_errors(data)]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_shipped_schema_is_fresh(kind: str, update: bool) -> None:
    path = BANK / FOLDER / f"{kind}.json"
    if update:
        path.parent.mkdir(exist_ok=True)
        path.write_text(render_schema(kind), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == render_schema(kind)


def test_good_files_name_their_schema_and_match_it() -> None:
    assert len(FILES) >= 10
    for path in FILES:
        assert path.read_text(encoding="utf-8").split("\n")[0] == first_line(kind_of(path.name)), path.name
        assert errors_of(path) == [], path.name


def test_a_file_of_all_kinds_is_valid() -> None:
    assert errors_of(ROOT / "tests" / "terminal" / "eight-kinds.yaml") == []


BAD = [
    file
    for case in CASES
    if case.parent.name in SEEN and name_of(case) not in UNSEEN
    for file in ([case] if case.is_file() else case.glob("*.yaml"))
    if case.is_file() or f"{file.name}:" in (case.parent / f"{case.stem}.expected").read_text(encoding="utf-8")
]


@pytest.mark.parametrize("path", BAD, ids=lambda path: "/".join(path.parts[-2:]))
def test_bad_files_are_invalid(path: Path) -> None:
    assert errors_of(path) != []


def test_enough_bad_files_were_validated() -> None:
    assert len(BAD) > 50


def fields(schema: Any) -> list[tuple[str, dict[str, Any]]]:
    """Return every property of a schema at any depth, with its name."""
    if isinstance(schema, list):
        return [found for part in schema for found in fields(part)]
    if not isinstance(schema, dict):
        return []
    here = [(name, field) for name, field in schema.get("properties", {}).items() if field.keys() - {"const"}]
    return here + [found for key, part in schema.items() if key not in ("examples", "if") for found in fields(part)]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_field_has_a_description_and_valid_examples(kind: str) -> None:
    schema = schema_of(kind)
    found = fields(schema)
    assert len(found) >= (1 if kind == "summaries" else 5)
    whole = validator(schema)
    for name, field in found:
        assert field["description"], name
        for example in field["examples"]:
            assert whole.evolve(schema=field).is_valid(example), (name, example)
