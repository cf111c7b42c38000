"""A report as SARIF 2.1.0 (OASIS standard), the format of code scanning services."""

import json
import re
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from sco_quiz.core.problem import Problem, Severity
from sco_quiz.core.report import Report
from sco_quiz.core.rule_page import Page

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(report: Report) -> str:
    """Return a SARIF log with one run. Regions count code points from 1."""
    used = sorted({problem.name for problem in report.problems})
    driver = {
        "name": "sco-quiz",
        "version": version("sco-quiz"),
        "rules": [_rule(report.pages[name]) for name in used],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, used.index(problem.name)) for problem in report.problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(page: Page) -> dict[str, Any]:
    """Return a rule with its page as help text; there is no public address for `helpUri`."""
    return {
        "id": page.name,
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": page.body or page.summary},
        "help": {"text": page.text.strip()},
        "defaultConfiguration": {"level": _LEVELS[page.severity]},
    }


def _result(problem: Problem, index: int) -> dict[str, Any]:
    hint = f" Hint: {' '.join(problem.hint.split())}" if problem.hint else ""
    about = f" ({problem.question})" if problem.question else ""
    return {
        "ruleId": problem.name,
        "ruleIndex": index,
        "level": _LEVELS[problem.severity],
        "message": {"text": f"{problem.message}{about}.{hint}"},
        "locations": [{"physicalLocation": _location(problem)}],
        "partialFingerprints": {"questionAndRule/v1": f"{problem.question}:{problem.name}:{problem.message}"},
    }


def _location(problem: Problem) -> dict[str, Any]:
    place = problem.place
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.line:
        region: dict[str, Any] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + place.width,
        }
        if place.text:
            region["snippet"] = {"text": place.text}
        location["region"] = region
    return location


def _uri(file: str) -> str:
    """Return a relative reference for a relative path, a file URI for an absolute one."""
    path = PurePath(file)
    if path.is_absolute():
        return path.as_uri()
    quoted = quote(path.as_posix())
    return f"./{quoted}" if re.match(r"[^/]*:", quoted) else quoted  # else a colon would end a URI scheme
