"""Answers and flags as JSON Lines: one object a line, keys sorted, in order of time.

An answer has the keys `bank` (its id), `question` (the id under which it was first published), `at` (ms since 1970,
UTC), `response` (a list of texts; null: skipped, or a review in Anki), `outcome` (right, partly, almost, wrong; null as
above), `credit` (0 to 1), `duration` (ms; 0: unknown), `mode` (quiz, review, practice, exam, anki), `rating` (1 again,
2 hard, 3 good, 4 easy; null: does not count for the schedule), `hint_taken` and `claimed` (true or false). `bank`,
`question` and `at` say which answer it is. A flag has `bank`, `question`, `at` and `note`.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from typing import Any

from sco_quiz.core.answer import MODES, Answer
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.flag import Flag
from sco_quiz.core.review import Rating
from sco_quiz.core.verdict import Outcome

_FLAG = {field.name for field in fields(Flag)}
_ANSWER = {field.name for field in fields(Answer)}
_LATEST = 2**62


def render_line(item: Answer | Flag) -> str:
    """One line, with its end."""
    return json.dumps(asdict(item), sort_keys=True, ensure_ascii=False) + "\n"


def parse_lines(lines: Iterable[str], name: str) -> Iterator[Answer | Flag]:
    """The answers and flags, blank lines left out. Raises HistoryError with the line and column in the file `name`."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            column = getattr(error, "colno", 1)
            raise HistoryError(f"{name}:{number}:{column}: this line is no JSON object") from error
        try:
            yield _item(values)
        except (ValueError, TypeError, KeyError) as error:
            raise HistoryError(f"{name}:{number}:1: this line is no answer or flag of sco-quiz: {error}") from error


def _item(values: Any) -> Answer | Flag:
    if not isinstance(values, dict):
        raise TypeError("it is no object")
    if values.keys() == _FLAG:
        names = _text(values, "bank"), _text(values, "question")
        return Flag(*names, _whole(values, "at"), _text(values, "note"))
    if values.keys() != _ANSWER:
        raise ValueError(f"the keys differ: {', '.join(sorted(values.keys() ^ _ANSWER))}")
    response, credit = values["response"], values["credit"]
    if response is not None and not (isinstance(response, list) and all(isinstance(text, str) for text in response)):
        raise ValueError("`response` is a list of texts or null")
    if isinstance(credit, bool) or not isinstance(credit, int | float) or not 0 <= credit <= 1:
        raise ValueError("`credit` is a number from 0 to 1")
    if values["mode"] not in MODES:
        raise ValueError(f"`mode` is one of {', '.join(MODES)}")
    return Answer(
        bank=_text(values, "bank"),
        question=_text(values, "question"),
        at=_whole(values, "at"),
        response=None if response is None else tuple(response),
        outcome=None if values["outcome"] is None else Outcome(values["outcome"]),
        credit=float(credit),
        duration=_whole(values, "duration"),
        mode=values["mode"],
        rating=None if values["rating"] is None else Rating(_whole(values, "rating")),
        hint_taken=_yes(values, "hint_taken"),
        claimed=_yes(values, "claimed"),
    )


def _text(values: dict[str, Any], name: str) -> str:
    if not isinstance(values[name], str):
        raise TypeError(f"`{name}` is a text")
    return str(values[name])


def _whole(values: dict[str, Any], name: str) -> int:
    value = values[name]
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _LATEST:
        raise TypeError(f"`{name}` is a whole number")
    return value


def _yes(values: dict[str, Any], name: str) -> bool:
    if not isinstance(values[name], bool):
        raise TypeError(f"`{name}` is true or false")
    return bool(values[name])
