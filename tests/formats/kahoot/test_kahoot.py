"""The sheet of Kahoot: its layout, its limits, and what comes back."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from sco_quiz.formats import format_named
from sco_quiz.formats.draft import Reading
from sco_quiz.formats.package import Package
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT
from tests.formats.round_trip import assert_round_trip
from tests.formats.sheets.sheets import answers_of, workbook_of

KAHOOT = format_named("kahoot")
assert KAHOOT


def bank_of(*values: dict[str, Any]) -> Bank:
    usual = {"prompt": "Which?", "level": "remember"}
    questions = tuple(
        KINDS[each["type"]].model_validate({"id": f"q-{at}", **usual, **each}, context={"markup": "markdown"})
        for at, each in enumerate(values)
    )
    return Bank("small", "Small", (Topic("one", "One", questions),))


def written(*values: dict[str, Any]) -> Package:
    assert KAHOOT
    return KAHOOT.write(bank_of(*values))


def rows_of(package: Package) -> list[list[Any]]:
    sheet = load_workbook(BytesIO(package.files["small.kahoot.xlsx"])).active
    assert sheet
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def read(rows: Sequence[Sequence[Any]]) -> Reading:
    assert KAHOOT
    return KAHOOT.read(workbook_of({"Sheet1": rows}), "quiz.xlsx")


SINGLE = {"type": "single_choice", "answer": "=1", "distractors": ["b", "c"]}
MULTIPLE = {"type": "multiple_choice", "answers": ["a", "b"], "distractors": ["c", "d"]}


@pytest.mark.parametrize("folder", ["questions", "tests/other_article/bank", "tests/marked_up", "tests/hostile_bank"])
def test_the_law_of_formats(folder: str) -> None:
    assert_round_trip("kahoot", load_bank(ROOT / folder))


def test_headings_are_in_row_8_and_questions_below() -> None:
    rows = rows_of(written(SINGLE, MULTIPLE, {"type": "true_false", "answer": "false"}))
    # the cells of the template that Kahoot offers, B to H
    assert rows[7][1:] == [
        "Question - max 120 characters",
        "Answer 1 - max 75 characters",
        "Answer 2 - max 75 characters",
        "Answer 3 - max 75 characters",
        "Answer 4 - max 75 characters",
        "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
        "Correct answer(s) - choose at least one",
    ]
    single, multiple, truth = rows[8:]
    assert (single[0], single[1], single[5], single[6]) == (1, "Which?", None, 20)
    assert single[1 + int(single[7])] == "=1"
    assert {multiple[1 + int(number)] for number in multiple[7].split(",")} == {"a", "b"}
    assert truth[1:] == ["Which?", "True", "False", None, None, 20, "2"]


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({**SINGLE, "prompt": "x" * 121}, "text-too-long"),
        ({**SINGLE, "answer": "x" * 76}, "text-too-long"),
        ({**MULTIPLE, "distractors": ["c", "d", "e"]}, "unsupported-kind"),
        ({**MULTIPLE, "answers": ["a", "`a`"], "distractors": ["c"]}, "repeated-option"),
        ({**MULTIPLE, "answers": ["a"]}, "unsupported-kind"),
        ({"type": "short_answer", "answer": "a"}, "unsupported-kind"),
        ({"type": "numeric", "answer": 1}, "unsupported-kind"),
        ({"type": "ordering", "items": ["a", "b", "c"]}, "unsupported-kind"),
        ({"type": "matching", "pairs": {"a": "b", "c": "d"}}, "unsupported-kind"),
    ],
)
def test_what_kahoot_cannot_hold_is_a_loss_and_not_cut(values: dict[str, Any], name: str) -> None:
    package = written(values)
    assert [(loss.path, loss.name) for loss in package.losses] == [((), name)]
    assert len(rows_of(package)) == 8


def test_a_text_of_the_maximum_length_is_written() -> None:
    package = written({**SINGLE, "prompt": "x" * 120, "answer": "y" * 75})
    assert package.losses == ()
    assert len(rows_of(package)) == 9


def test_what_else_is_lost_is_named() -> None:
    package = written(
        {**SINGLE, "distractors": [{"b": "no"}], "explanation": "So.", "order": "fixed"},
        {"type": "true_false", "prompt": "It is hot.", "answer": "false", "correction": {"hot": "cold"}},
        {**SINGLE, "status": "retired"},
    )
    assert [(loss.question, loss.path) for loss in package.losses] == [
        ("q-2", ("status",)),
        ("q-0", ("explanation",)),
        ("q-0", ("order",)),
        ("q-0", ("distractors", 0, "note")),
        ("q-1", ("correction",)),
    ]


HEADER = ["", *["Question - max 120 characters", "Answer 1 - max 75 characters", "Answer 2", "Answer 3", "Answer 4"]]
HEADER += ["Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs", "Correct answer(s) - choose at least one"]
TEMPLATE = [[], ["", "Quiz template"], ["", "Add questions"], [], [], [], [], HEADER]


def test_a_filled_template_is_read() -> None:
    reading = read([*TEMPLATE, [1, "Which?", "x <b>", 2, "", "", 20, 2], [2, "All?", "x", "y", "z", "", 5, "1,3"], [3]])
    assert reading.problems == ()
    assert reading.guess == ()
    assert [answers_of(draft) for draft in reading.drafts] == [(["2"], ["x <b>"]), (["x", "z"], ["y"])]


def test_a_row_without_a_valid_key_is_reported() -> None:
    reading = read([*TEMPLATE, [1, "Which?", "x", "y", "", "", 20, 3], [2, "Which?", "x", "y", "", "", 20, ""]])
    assert [problem.name for problem in reading.problems] == ["key-not-an-option", "no-right-answer"]
    assert reading.problems[0].place.line == 9


def test_only_a_sheet_with_the_headings_of_kahoot_is_like_one() -> None:
    assert KAHOOT
    assert KAHOOT.is_like(workbook_of({"a": TEMPLATE}), "quiz.xlsx")
    assert not KAHOOT.is_like(workbook_of({"a": [["Question", "Answer 1", "Answer 2", "Correct"]]}), "quiz.xlsx")
    assert not KAHOOT.is_like(b"Question - max 120 characters,Time limit", "quiz.csv")
    for rows in ([["Question"]], [["Question - max 120", "Time limit"], ["Which?", 20]]):
        assert [problem.name for problem in read(rows).problems] == ["unknown-columns"]
