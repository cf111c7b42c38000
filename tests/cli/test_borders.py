"""Values at the borders of what a field may be: what one door lets in, the others take; what is refused is named."""

import json
from pathlib import Path
from typing import Any

import pytest

from sco_quiz.core.record_fields import LATEST
from tests.command import ok, sco_quiz

LINE = {
    "at": 0,
    "bank": "b",
    "claimed": False,
    "credit": 1.0,
    "duration": 0,
    "hint_taken": False,
    "mode": "quiz",
    "outcome": "right",
    "question": "q",
    "rating": 3,
    "response": ["x"],
    "utc_offset": 0,
}
TAKEN: dict[str, list[Any]] = {
    "at": [0, 1, 9_223_372_036_854, LATEST - 1, LATEST],  # 1970, 2262, 3000
    "duration": [0, 1, LATEST],
    "utc_offset": [-1440, 1440],
    "credit": [0.0, 1e-320, 1 / 3, 1.0],
    "question": ["", " ", "e\u0301", "\u202e", "\n", "a" * 64, "a" * 100_000],
    "bank": ["", "\n", "b" * 100_000],
    "response": [[], [""], ["x"] * 1000, ["\ud800"], None],  # JSON escapes half a character
    "rating": [1, 4, None],
}
REFUSED: dict[str, list[Any]] = {
    "at": [-1, LATEST + 1, 2**63, 10**400, 1.5],
    "duration": [-1, LATEST + 1],
    "utc_offset": [-1441, 1441],
    "credit": [-1e-9, 1.0000001],
    "question": ["\ud800", 1],
    "response": [[1], "x"],
    "rating": [0, 5, True],
}


def test_answers_at_the_borders_come_back_as_they_were(tmp_path: Path) -> None:
    values = [LINE | {name: value} for name, taken in TAKEN.items() for value in taken]
    # each in a bank of its own, since bank, question and time identify an answer
    rows = [row if row["bank"] != "b" else row | {"bank": f"b{number}"} for number, row in enumerate(values)]
    file = tmp_path / "answers.jsonl"
    file.write_text("".join(json.dumps(row, sort_keys=True) + "\n" for row in rows), "utf-8")
    ok("history", "import", str(file))
    found = ok("history", "export").splitlines()
    assert sorted(found) == sorted(file.read_text("utf-8").splitlines())
    for command in ("stats", "doctor", "flags"):
        assert sco_quiz(command).returncode == 0


@pytest.mark.parametrize("name", REFUSED)
def test_a_value_beyond_the_borders_is_named(tmp_path: Path, name: str) -> None:
    for value in REFUSED[name]:
        (tmp_path / "answers.jsonl").write_text(json.dumps(LINE | {name: value}), "utf-8")
        done = sco_quiz("history", "import", str(tmp_path / "answers.jsonl"))
        assert done.returncode == 1
        assert f"answers.jsonl:1:1: this line is not an answer or flag of sco-quiz: `{name}` must be" in done.stderr
