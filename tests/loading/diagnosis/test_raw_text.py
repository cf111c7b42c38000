"""Files that are unreadable before YAML is parsed."""

import pytest

from sco_quiz.loading.diagnosis.raw_text import scan
from sco_quiz.loading.document import Document


@pytest.mark.parametrize(
    ("text", "name", "at", "message"),
    [
        ("id,type,prompt\na,cloze,x\n", "not-yaml", (1, 1), "this is a table with commas (CSV), not YAML"),
        ("id;type;prompt\n", "not-yaml", (1, 1), "this is a table with semicolons (CSV), not YAML"),
        ("id\ttype\tprompt\n", "not-yaml", (1, 1), "this is a table with tabs (CSV), not YAML"),
        ("<!doctype html>\n", "not-yaml", (1, 1), "this is a web page or XML, not YAML"),
        ("a: b\x07\n", "control-character", (1, 5), "control character U+0007 is not allowed"),
        ("a: b\n=======\n", "merge-conflict", (2, 1), "a merge conflict is not resolved here"),
        ("a: Bei\u200bjing\n", "invisible-character", (1, 7), "invisible character U+200B (zero width space)"),
        ("answer:\u00a0b\n", "odd-blank", (1, 8), "unusual space character U+00A0 (no-break space)"),
        ("“topic”: b\n", "typographic-sign", (1, 1), "typographic quotes around the name of a field"),
        ("topic： b\n", "typographic-sign", (1, 6), "full-width colon after the name of a field"),
        ("  – id: b\n", "typographic-sign", (1, 3), "typographic dash or bullet before a list item"),
    ],
)
def test_what_is_found(text: str, name: str, at: tuple[int, int], message: str) -> None:
    (problem,) = scan(Document("t.yaml", text))
    assert (problem.name, (problem.place.line, problem.place.column), problem.message) == (name, at, message)
    assert problem.hint


@pytest.mark.parametrize(
    "text", ["a: “b” – c\u00a0d\n", "topic: T\n", "a: b,c,d\n", "a: <b>\n", "# ====== x\n", "a: b # ==\n"]
)
def test_what_is_allowed(text: str) -> None:
    assert scan(Document("t.yaml", text)) == []


def test_a_question_in_braces_is_not_of_another_format() -> None:
    text = "questions: [{id: q, type: short_answer, prompt: why?, answer: '{=x}', level: apply}]\n"
    assert scan(Document("t.yaml", text)) == []
