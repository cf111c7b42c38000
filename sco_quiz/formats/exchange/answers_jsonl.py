"""Answers and flags as JSON Lines: one object a line, sorted by key, in order of time.

The keys of an answer are the fields of `Answer`, those of a flag the fields of `Flag`. `bank`, `question` and `at`
identify either. `response` is a list of strings. An unknown `utc_offset` is not written: 0.1.0 had none.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sco_quiz.core.answer import ANSWER, Answer
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.flag import FLAG, Flag

# One encoder for all lines: `json.dumps` would make one for each.
_ENCODER = json.JSONEncoder(sort_keys=True)
_ANSWER_KEYS, _FLAG_KEYS = frozenset(ANSWER.names), frozenset(FLAG.names)
_OPTIONAL = "utc_offset"


def render_line(item: Answer | Flag) -> str:
    """Return one line with its line feed: in ASCII, so that every terminal, pipe and code page preserves it."""
    values = FLAG.to_json(item) if isinstance(item, Flag) else ANSWER.to_json(item)
    if values.get(_OPTIONAL, 0) is None:
        del values[_OPTIONAL]
    # JSON leaves DEL as it is, and a terminal may act on it
    return _ENCODER.encode(values).replace("\x7f", "\\u007f") + "\n"


def parse_lines(lines: Iterable[str], name: str) -> Iterator[Answer | Flag]:
    """Yield the answers and flags. Raise HistoryError with the line and column in the file `name`."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
        except (ValueError, RecursionError) as error:
            column = getattr(error, "colno", 1)
            raise HistoryError(f"{name}:{number}:{column}: this line is not a JSON object") from error
        try:
            yield _item(values)
        except ValueError as error:
            message = f"this line is not an answer or flag of sco-quiz: {error}"
            raise HistoryError(f"{name}:{number}:1: {message}") from error


def _item(values: Any) -> Answer | Flag:
    if not isinstance(values, dict):
        raise ValueError("it is not an object")
    if values.keys() == _FLAG_KEYS:
        return FLAG.from_json(values)
    if differing := (values.keys() ^ _ANSWER_KEYS) - {_OPTIONAL}:
        raise ValueError(f"the keys differ: {', '.join(sorted(differing))}")
    return ANSWER.from_json(values)
