"""The result of an exam as a JSON object: a result file, as a page for the class writes it, too.

`format` ("sco-quiz result"), `version` (1), `bank` (its id), `title`, `revision` (of the bank: 16 hexadecimal digits),
`exam` (its title), `form` (the number of its form, from 0), `seed` (of the options), `mode` (exam: in the terminal;
test or practice: on a page), `student` (the name as they wish, or ""), `began` and `at` (when it was handed in; ISO
8601 with an offset), `passed`, `percent`, `points`, `most` (maximum points), `pass_mark` (percent), `used` and
`time_limit` (s; null: no limit), `interrupted` (s during which the program was closed or paused), and `answers`.

`answers` has for each question, in the order of asking: `id`, `first_id` (the one under which it was first published),
`revision` (of the question), `setting`, `prompt`, `given` (a list of strings in the terms of the bank: the sources of
the chosen options in their order there, the words of each gap, the number as typed, the right side of each row, the
items in order), `response` and `key` (lists of strings, as all other text without markup), `outcome` (right, partly,
almost, wrong), `credit` (0 to 1; almost has 1), `points` (what the question counts), `seconds` (how long it was shown;
null: unknown), and `hint` (whether it was taken). For a question that was not answered, given, response and outcome are
null. A page without a key knows no `passed`, `percent`, `points`, `outcome`, `credit` and `key`: they are null.
Practice has the last answer to each question; it has no `began`, `used`, `passed` and `pass_mark`.
"""

import json
from datetime import timedelta
from fractions import Fraction
from typing import Any

from sco_quiz.core.exam import ExamRecord, ExamResult
from sco_quiz.core.response_content import response_contents
from sco_quiz.core.result_file import FORMAT, VERSION
from sco_quiz.core.revision import bank_revision, question_revision


def render(record: ExamRecord) -> str:
    """Return the object with a final line feed."""
    result = record.result
    began = record.at - timedelta(seconds=result.used + result.interrupted)
    values = {
        "format": FORMAT,
        "version": VERSION,
        "bank": record.bank.id,
        "title": record.bank.title,
        "revision": bank_revision(record.bank),
        "exam": result.title or record.bank.title,
        "form": 0,
        "seed": result.session.seed,
        "mode": "exam",
        "student": record.student,
        "began": began.isoformat(timespec="seconds"),
        "at": record.at.isoformat(timespec="seconds"),
        "passed": result.passed,
        "percent": result.percent,
        "points": float(result.points),  # a fraction, which JSON has no notation for
        "most": _number(result.most),
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
        shown = None if item.response is None else response_contents(question.interaction(), item.response)
        rows.append(
            {
                "id": question.id,
                "first_id": question.first_id,
                "revision": question_revision(question),
                "setting": question.content(question.setting).plain,
                "prompt": question.stem.plain,
                "given": item.response,
                "response": None if shown is None else [content.plain for content in shown],
                "key": list(question.key),
                "outcome": verdict.outcome if verdict else None,
                "credit": float(verdict.credit) if verdict else 0.0,
                "points": _number(result.points_of(question)),
                "seconds": None,
                "hint": item.hint_taken,
            }
        )
    return rows


def _number(value: Fraction) -> int | float:
    """Return a whole number as one, as before exams had points."""
    return int(value) if value.denominator == 1 else float(value)
