"""The result of an exam as a JSON object.

`bank` (its id), `title`, `at` (when it was handed in, ISO 8601), `passed`, `percent`, `points`, `most` (maximum
points), `pass_mark` (per cent), `used` and `time_limit` (s; null: no limit), `interrupted` (s during which the program
was closed or paused), and `answers`: for each question its `id`, `setting`, `prompt`, `response` and `key` (lists of
strings, as all text without markup), `outcome` (right, partly, almost, wrong) and `credit` (0 to 1; almost has 1). For
a question that was not answered, response and outcome are null.
"""

import json
from typing import Any

from sco_quiz.core.exam import ExamRecord, ExamResult
from sco_quiz.core.response_content import response_contents


def render(record: ExamRecord) -> str:
    """Return the object with a final line feed."""
    result = record.result
    values = {
        "bank": record.bank.id,
        "title": record.bank.title,
        "at": record.at.isoformat(timespec="seconds"),
        "passed": result.passed,
        "percent": result.percent,
        "points": float(result.points),  # a fraction, which JSON has no notation for
        "most": result.most,
        "pass_mark": result.pass_mark,
        "used": result.used,
        "time_limit": result.time_limit,
        "interrupted": result.interrupted,
        "answers": _answers(result),
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _answers(result: ExamResult) -> list[dict[str, Any]]:
    rows = []
    for item in result.results:
        question, verdict = item.question, item.verdict
        given = None if item.response is None else response_contents(question.interaction(), item.response)
        rows.append(
            {
                "id": question.id,
                "setting": question.content(question.setting).plain,
                "prompt": question.stem.plain,
                "response": None if given is None else [content.plain for content in given],
                "key": list(question.key),
                "outcome": verdict.outcome if verdict else None,
                "credit": float(verdict.credit) if verdict else 0.0,
            }
        )
    return rows
