"""A report as a JSON object: `version` 1, counts, and problems with their positions; keys are sorted."""

import json
from typing import Any

from sco_quiz.core.problem import Problem, Severity
from sco_quiz.core.report import Report


def render(report: Report) -> str:
    """Return the object. Lines and columns count characters from 1; they are null if a problem has no line."""
    shown = {
        "version": 1,
        "questions": report.questions,
        "counts": {str(severity): report.count(severity) for severity in Severity},
        "problems": [problem_object(problem) for problem in report.problems],
    }
    return json.dumps(shown, ensure_ascii=False, indent=2, sort_keys=True)


def problem_object(problem: Problem) -> dict[str, Any]:
    """Return one problem as an object."""
    place = problem.place
    return {
        "rule": problem.name,
        "severity": str(problem.severity),
        "message": problem.message,
        "hint": problem.hint,
        "question": problem.question,
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "width": place.width if place.line else None,
        "excerpt": place.text,
    }
