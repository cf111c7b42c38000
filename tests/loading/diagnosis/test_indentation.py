"""Dashes, questions and fields in a wrong column."""

import pytest

from sco_quiz.loading.diagnosis.indentation import misplaced
from sco_quiz.loading.document import Document
from tests.loading.diagnosis.files import HEAD, question


def said(text: str) -> tuple[int, int, str, str] | None:
    """Return the problem of the first misplaced line, with its line and column."""
    problem = misplaced(Document("t.yaml", text), 0, text.count("\n") - 1)
    return (problem.place.line, problem.place.column, problem.message, problem.hint) if problem else None


@pytest.mark.parametrize(
    "text",
    [
        question("id: a", "items:", "  - one", "  - two", "tags: [x]"),
        question("id: a", "items:", "- one", "- two", "hint: x"),
        question("id: a", "hint: a text", "  - that continues") + "  - id: b\n    type: cloze\n",
        question("id: a", "hint: >-", "  - folded", "  text: as well"),
        question("id: a", 'hint: "quoted', "- over", 'lines"', "tags: [x]"),
    ],
    ids=["nested", "at the field", "continuation", "folded", "quoted"],
)
def test_good_layout_passes(text: str) -> None:
    assert said(text) is None


def test_a_question_without_the_line_above() -> None:
    assert said("topic: T\n- id: a\n  type: cloze\n") == (
        2,
        1,
        "missing line `questions:` above this one",
        "write `questions:` on a line of its own, below the topic",
    )


@pytest.mark.parametrize(
    ("lines", "hint"),
    [
        ("    - id: b\n      type: cloze\n", "select all its lines and remove 2 spaces at the start of each"),
        (" - id: b\n   type: cloze\n", "select all its lines and indent each by 1 more space"),
        ("    - id: b\n    type: cloze\n", "indent it by 2 spaces"),
    ],
    ids=["too far right", "too far left", "dash alone"],
)
def test_a_question_in_another_column(lines: str, hint: str) -> None:
    found = said(question("id: a", "type: cloze") + lines)
    assert found
    assert found[2].startswith("this question starts in column ")
    assert found[2].endswith("the others in column 3")
    assert found[3] == hint


def test_a_dash_left_of_its_field() -> None:
    assert said(question("id: a", "items:") + "   - one\n") == (
        5,
        4,
        "this dash is too far to the left for an item of `items`",
        "start every dash of the list in column 7",
    )


def test_a_dash_at_the_column_of_the_questions() -> None:
    found = said(question("id: a", "hint: x") + "  - one\n")
    assert found
    assert found[2] == "this list item is at question level but does not start a question"


def test_a_dash_in_another_column_than_the_one_above() -> None:
    found = said(question("id: a", "items:", "  - one", " - two"))
    assert found
    assert found[2:] == (
        "this dash starts in column 6, the one above in column 7",
        "indent it by 6 spaces, like the other dashes of the list",
    )


def test_a_question_without_its_dash() -> None:
    assert said(HEAD + "- id: a\n  type: cloze\nid: b\n") == (
        5,
        1,
        "missing dash before `id`",
        "start every question with a dash: `- id: b`",
    )
