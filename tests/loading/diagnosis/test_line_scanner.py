"""Lines as a person reads them."""

import pytest

from sco_quiz.loading.diagnosis.line_scanner import Row, is_start, read_row, read_rows, starts
from sco_quiz.loading.document import Document
from tests.loading.diagnosis.files import question


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("  - id: a", Row(0, 2, True, 4, "id", "a")),
        ("    answer: Beijing  ", Row(0, 4, False, 4, "answer", "Beijing")),
        ("    'a key': x", Row(0, 4, False, 4, "a key", "x")),
        ("      - one", Row(0, 6, True, 8, "", "one")),
        ("    items: # a note", Row(0, 4, False, 4, "items", "")),
        ("    12:30 sharp", Row(0, 4, False, 4, "", "12:30 sharp")),
    ],
)
def test_a_line_by_itself(line: str, row: Row) -> None:
    assert read_row(Document("t.yaml", line), 0) == row


def test_starts_of_questions() -> None:
    document = Document("t.yaml", question("id: a", "type: cloze") + '  - "id": b\n  - type: cloze\n')
    assert starts(document, 9) == [2, 4, 5]
    assert [is_start(read_row(document, line)) for line in (2, 3)] == [True, False]


def test_rows_without_comments_and_continuations() -> None:
    lines = ("id: a", "# a note", "hint: long", "  text", "items:", "  - one", 'reason: "over', 'two"', "tags: x")
    rows = [row.key for row, _ in read_rows(Document("t.yaml", question(*lines)), 2, 99)]
    assert rows == ["id", "hint", "items", "", "reason", "tags"]


@pytest.mark.parametrize(("line", "folded"), [("a: >-", True), ("a: |", True), ("a: >> more", False), ("a: b", False)])
def test_folded_text(line: str, folded: bool) -> None:
    assert read_row(Document("t.yaml", line), 0).folded is folded
