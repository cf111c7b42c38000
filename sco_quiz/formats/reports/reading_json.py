"""What was read from files of other programs, as a JSON object: `version` 1, the files, the questions, the problems."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.parts import Role
from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import Draft
from sco_quiz.formats.exchange.questions_json import as_object
from sco_quiz.formats.reports.report_json import problem_object


class ReadQuestion(NamedTuple):
    """A question that was read, and what the file calls it."""

    question: AnyQuestion
    draft: Draft


def render_reading(
    bank: Bank,
    questions: Iterable[ReadQuestion],
    files: Sequence[dict[str, Any]],
    problems: Iterable[Problem],
    guess: Sequence[str],
) -> str:
    """Return the object. `bank` has the questions, which are in the shape of `list --json` with what the file says."""
    shown = {
        "version": 1,
        "files": files,
        "questions": [_object(bank, each) for each in questions],
        "problems": [problem_object(problem) for problem in problems],
        "guess": list(guess),
    }
    return json.dumps(shown, ensure_ascii=False, indent=2)


def _object(bank: Bank, read: ReadQuestion) -> dict[str, Any]:
    place = read.draft.place
    return {
        **as_object(bank, read.question),
        "name": read.draft.name,
        "idnumber": read.draft.idnumber,
        "category": read.draft.category,
        "place": {"file": place.file, "line": place.line or None, "column": place.column or None},
        "notes": _notes(read.question),
    }


def _notes(question: AnyQuestion) -> dict[str, str]:
    """Return the notes of a question by the option or answer that they are about."""
    parts = list(question.parts())
    texts = {part.path: part.content.plain for part in parts if part.role in (Role.WRONG, Role.REJECTED)}
    return {texts[part.path]: part.content.plain for part in parts if part.role is Role.NOTE}
