"""The layouts of Blooket, Gimkit and Wayground: headings and limits, and that they can be read."""

import csv
from io import StringIO
from typing import Any

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from sco_quiz.formats import format_named
from sco_quiz.formats.package import Package
from tests.formats.sheets.sheets import answers_of, read

SINGLE = {"type": "single_choice", "answer": "=1", "distractors": ["-5", "c"], "explanation": "**So.**"}
MULTIPLE = {"type": "multiple_choice", "answers": ["a", "b"], "distractors": ["c", "d"]}
TRUTH = {"type": "true_false", "prompt": "It is hot.", "answer": "false"}


def write(name: str, *values: dict[str, Any]) -> Package:
    usual = {"prompt": "Which?", "level": "remember"}
    questions = tuple(
        KINDS[each["type"]].model_validate({"id": f"q-{at}", **usual, **each}, context={"markup": "markdown"})
        for at, each in enumerate(values)
    )
    form = format_named(name)
    assert form
    return form.write(Bank("small", "Small", (Topic("one", "One", questions),)))


def rows_of(package: Package) -> list[list[str]]:
    (data,) = package.files.values()
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("name", "headings", "rows"),
    [
        ("blooket", ["Question #", "Question Text", "Answer 1", "Answer 2"], 5),
        ("gimkit", ["Question", "Correct Answer", "Incorrect Answer 1"], 4),
        ("wayground", ["Question Text", "Question Type", "Option 1"], 4),
    ],
)
def test_a_layout_is_understood_as_a_sheet(name: str, headings: list[str], rows: int) -> None:
    package = write(name, SINGLE, MULTIPLE, TRUTH)
    found = rows_of(package)
    assert len(found) == rows
    assert headings in [row[: len(headings)] for row in found[:2]]
    assert len({len(row) for row in found}) == 1
    (data,) = package.files.values()
    reading = read(data, "quiz.csv")
    expected = [(["=1"], {"-5", "c"}), (["a", "b"], {"c", "d"}), (["false"], set())]
    kept = [each for at, each in enumerate(expected) if name != "gimkit" or at != 1]
    assert [(right, set(wrong)) for right, wrong in map(answers_of, reading.drafts)] == kept


def test_no_cell_starts_a_formula() -> None:
    cells = [cell for row in rows_of(write("wayground", SINGLE)) for cell in row]
    assert " =1" in cells
    assert "-5" in cells


@pytest.mark.parametrize(("name", "limit"), [("blooket", 4), ("gimkit", 4), ("wayground", 5)])
def test_more_options_than_a_program_takes_are_a_loss(name: str, limit: int) -> None:
    wrong = [f"wrong {at}" for at in range(limit)]
    losses = write(name, {**SINGLE, "distractors": wrong[1:]}, {**SINGLE, "distractors": wrong}).losses
    assert [(loss.question, loss.name) for loss in losses if not loss.path] == [("q-1", "unsupported-kind")]


def test_what_is_lost_is_named() -> None:
    assert [(loss.question, loss.name) for loss in write("gimkit", MULTIPLE).losses] == [("q-0", "unsupported-kind")]
    assert ("explanation",) in [loss.path for loss in write("blooket", SINGLE).losses if loss.name == "lost-field"]
    assert ("explanation",) in [loss.path for loss in write("wayground", SINGLE).losses if loss.name == "lost-markup"]
    assert rows_of(write("wayground", SINGLE))[1][-1] == "So."
