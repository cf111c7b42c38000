"""Features of YAML that no bank uses, and keys that are none."""

import pytest

from tests.loading.diagnosis.files import problems_of, question, told


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("answer: !important", "yaml-tag: text that starts with ! needs quotes; put the text in quotes"),
        ("answer: &Sons", "yaml-alias: text that starts with & needs quotes: `&Sons`; put the text in quotes"),
        ("answer: *all", "yaml-alias: text that starts with * needs quotes: `*all`; put the text in quotes"),
    ],
)
def test_refused_features(line: str, expected: str) -> None:
    assert told(question("id: a", line))[-1].startswith(f"4:13 {expected}")


def test_a_second_document() -> None:
    assert told("a: b\n---\nc: d\n")[-1].startswith("2:1 several-documents: a second document starts here; remove")


@pytest.mark.parametrize(
    ("lines", "hint"),
    [
        (("id: a", "hint: x", "hint: y"), "the first is in line 4; remove one of them"),
        (("id: a", "hint: x", "id: b"), "the first is in line 3; if a new question starts here, put a dash before it"),
    ],
    ids=["field", "id"],
)
def test_a_key_that_occurs_twice(lines: tuple[str, ...], hint: str) -> None:
    (problem,) = problems_of(question(*lines))
    assert (problem.name, problem.place.line) == ("duplicate-key", 5)
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize("line", ["? [a]\n    : b", "{a}: b"])
def test_keys_that_are_no_names(line: str) -> None:
    assert {problem.name for problem in problems_of(question("id: a", line))} == {"key-not-text"}


def test_a_gap_is_not_a_key() -> None:
    found = told(question("id: a", "prompt: {{c1::Two}}"))
    assert found[0].startswith("4:13 reserved-start: text that starts with {{ needs quotes")
