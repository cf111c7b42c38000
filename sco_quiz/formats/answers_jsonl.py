"""Answers and flags as JSON Lines: one object a line, keys sorted, in order of time.

An answer has the keys `bank` (its id), `question` (the id under which it was first published), `at` (ms since 1970,
UTC), `response` (a list of texts; null: skipped, or a review in Anki), `outcome` (right, partly, almost, wrong; null as
above), `credit` (0 to 1), `duration` (ms; 0: unknown), `mode` (quiz, review, practice, exam, anki), `rating` (1 again,
2 hard, 3 good, 4 easy; null: does not count for the schedule), `hint_taken` and `claimed` (true or false). `bank`,
`question` and `at` say which answer it is. A flag has `bank`, `question`, `at` and `note`.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from sco_quiz.core.answer import Answer, answer_from
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.flag import Flag, flag_from

_FLAG = {field.name for field in fields(Flag)}
_ANSWER = {field.name for field in fields(Answer)}


def render_line(item: Answer | Flag) -> str:
    """One line, with its end: in ASCII, so that no terminal, pipe or code page loses any of it."""
    values = {name: getattr(item, name) for name in (_FLAG if isinstance(item, Flag) else _ANSWER)}
    return json.dumps(values, sort_keys=True).replace("\x7f", "\\u007f") + "\n"


def parse_lines(lines: Iterable[str], name: str) -> Iterator[Answer | Flag]:
    """The answers and flags, blank lines left out. Raises HistoryError with the line and column in the file `name`."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
        except (ValueError, RecursionError) as error:
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
        return flag_from(values)
    if values.keys() != _ANSWER:
        raise ValueError(f"the keys differ: {', '.join(sorted(values.keys() ^ _ANSWER))}")
    return answer_from(values)
