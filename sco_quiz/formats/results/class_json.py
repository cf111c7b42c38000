"""The results of a class as a JSON object.

`bank`, `title`, `notes` (sentences), `scale` (the lowest percentage of each mark), `questions`, a list of `id`,
`prompt` and `points`; `pupils`, a list of `name`, `email`, `file`, `at`, `points`, `most`, `percent`, `mark`, `used`
and `late` (s), `answers` (by the id of the question: `response`, `outcome`, `credit`, `claimed` (in the file; null:
none), `differs` and `other_revision`) and `excluded`, a list of `question` and `reason`; `set_aside`, a list of `file`,
`pupil` and `reason`.
"""

import json
from typing import Any

from sco_quiz.core.class_results import ClassResults, JudgedAnswer, PupilResult


def render(results: ClassResults) -> str:
    """Return the object without a final line feed."""
    values = {
        "bank": results.bank,
        "title": results.title,
        "notes": results.notes,
        "scale": {mark: float(least) for mark, least in results.scale.items()},
        "questions": [
            {"id": each.id, "prompt": each.question.stem.plain, "points": float(each.points)}
            for each in results.questions
        ],
        "pupils": list(map(_pupil, results.pupils)),
        "set_aside": [{"file": each.file, "pupil": each.pupil, "reason": each.reason} for each in results.set_aside],
    }
    return json.dumps(values, ensure_ascii=False, indent=2)


def _pupil(pupil: PupilResult) -> dict[str, Any]:
    return {
        "name": pupil.name,
        "email": pupil.email,
        "file": pupil.file,
        "at": pupil.at.isoformat(timespec="seconds"),
        "points": float(pupil.points),
        "most": float(pupil.most),
        "percent": pupil.percent,
        "mark": pupil.mark,
        "used": pupil.used,
        "late": pupil.late,
        "answers": {name: _answer(answer) for name, answer in pupil.answers.items()},
        "excluded": [{"question": each.question, "reason": each.reason} for each in pupil.excluded],
    }


def _answer(answer: JudgedAnswer) -> dict[str, Any]:
    return {
        "response": answer.response,
        "outcome": answer.verdict.outcome if answer.verdict else None,
        "credit": float(answer.credit),
        "claimed": None if answer.claimed is None else float(answer.claimed),
        "differs": answer.differs,
        "other_revision": answer.other_revision,
    }
