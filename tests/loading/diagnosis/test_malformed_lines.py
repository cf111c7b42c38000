"""Lines that are neither fields nor items."""

import pytest

from sco_quiz.loading.diagnosis.line_scanner import Row, read_row
from sco_quiz.loading.diagnosis.malformed_lines import malformed, starts_with_bullet
from sco_quiz.loading.document import Document

FIELD = "    explanation: One sentence"


def said(line: str, before: str = FIELD, names: tuple[str, ...] = (), in_list: bool = False) -> str | None:
    """Return what is said about a line below another one."""
    document = Document("t.yaml", f"{before}\n{line}\n")
    above: Row | None = read_row(document, 0) if before else None
    problem = malformed(document, read_row(document, 1), above, names, in_list)
    return f"{problem.name}: {problem.message}; {problem.hint}" if problem else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("    // a note", "yaml-syntax: a comment starts with #, not with //; write `# a note`"),
        ("    : Beijing", "yaml-syntax: missing field name before `:`; write the name of the field first"),
        ("    answer = Beijing", "missing-colon: missing colon after `answer`; write `answer: Beijing`"),
        ("    level remember", "missing-colon: missing colon after `level`; write `level: remember`"),
        ('    "answer: Beijing"', 'yaml-syntax: the whole line is in quotes; quote only the text: `answer: "Beijing"`'),
        (
            "    and so on",
            "wrong-indent: this looks like a continuation of the text above; "
            "indent it by 6 spaces, more than `explanation`; write long text below `>-`",
        ),
    ],
    ids=["comment", "no name", "equals", "no colon", "quotes", "continuation"],
)
def test_below_a_field(line: str, expected: str) -> None:
    assert said(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("      -one", "missing-blank: missing space after the dash; write `- one`"),
        ("      • one", "typographic-sign: expected a dash (-) before this item, found •; write `- one`"),
        ("      – one", "typographic-sign: expected a dash (-) before this item, found –; write `- one`"),
    ],
)
def test_below_a_list(line: str, expected: str) -> None:
    assert said(line, before="    items:") == expected
    assert said(line, before="      - zero", in_list=True) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "      Paris -> France",
            "missing-colon: missing colon between the sides of this pair; write `left: right`, here `Paris: France`",
        ),
        ("      Paris:France", "missing-blank: missing space after the colon; write `Paris: France`"),
    ],
)
def test_below_pairs(line: str, expected: str) -> None:
    assert said(line, before="    pairs:") == expected
    assert said(line, before="      Rome: Italy", names=("pairs",)) == expected


def test_text_that_may_continue_is_not_a_problem() -> None:
    assert said("      and so on") is None
    assert said("    and so on", before="") is None


def test_a_sentence_that_starts_with_the_name_of_a_field_is_text() -> None:
    assert said("      level of the water in the year") is None


def test_a_field_that_the_question_has_already_is_text() -> None:
    assert said("      level it", names=("level",)) is None


def test_folded_text_that_is_not_indented() -> None:
    assert said("    text", before="    explanation: >-") == (
        "wrong-indent: this line continues the text below >- but is not indented more than `explanation`; "
        "indent each line of the text by 6 spaces"
    )


@pytest.mark.parametrize(
    ("text", "is_one"), [("• one", True), ("—one", True), ("-one", True), ("- one", False), ("one", False)]
)
def test_bullets(text: str, is_one: bool) -> None:
    assert starts_with_bullet(text) is is_one
