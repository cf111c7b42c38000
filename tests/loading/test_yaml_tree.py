"""YAML stays text, and every value knows its place."""

import pytest

from sco_quiz.loading.document import Document
from sco_quiz.loading.yaml_tree import Mapping, Scalar, node_at, parse_nodes, to_data


def parse(text: str) -> object:
    node, problems = parse_nodes(Document("x.yaml", text))
    assert problems == []
    assert node is not None
    return to_data(node)


@pytest.mark.parametrize(
    "typed",
    ["no", "yes", "on", "off", "null", "~", "true", "2010", "3.10", "0x1F", "010", "1_000", "12:30", "2010-02-03",
     ".inf", "1e3", "+7", "=", "<<", "- x", "it's", "a # b", "50 %"],
)  # fmt: skip
def test_text_stays_text(typed: str) -> None:
    quoted = typed if typed[0] not in "-" and " #" not in typed else f"'{typed}'"
    assert parse(f"answer: {quoted}") == {"answer": typed}
    assert parse(f"[{quoted}]") == [typed]
    assert parse(f"{quoted}: x") == {typed: "x"}


def test_every_value_knows_its_place() -> None:
    text = "topic: Cities\nquestions:\n  - id: one\n    answer: Beijing\n    distractors:\n      - Moscow: a note\n"
    document = Document("x.yaml", text)
    root, _ = parse_nodes(document)
    assert root
    found = node_at(root, ("questions", 0, "distractors", 0, "Moscow"))
    assert (found.line, found.column, found.width) == (5, 16, 6)
    assert document.place(found.line, found.column).text == "      - Moscow: a note"
    assert isinstance(root, Mapping)
    assert (root.keys["questions"].line, root.keys["questions"].column) == (1, 0)


def test_a_path_that_ends_early_gives_the_nearest_parent() -> None:
    root, _ = parse_nodes(Document("x.yaml", "a: {b: c}"))
    assert root
    assert node_at(root, ("a", "missing", 3)) is node_at(root, ("a",))


def test_an_empty_value_is_told_from_an_empty_text() -> None:
    root, _ = parse_nodes(Document("x.yaml", 'a:\nb: ""\nc: ~\n'))
    assert isinstance(root, Mapping)
    bare = [entry.bare for entry in root.entries.values() if isinstance(entry, Scalar)]
    assert bare == [True, False, False]


def test_folded_text_is_joined() -> None:
    assert parse("a: >-\n  one\n  two\nb: |\n  three\n  four\n") == {"a": "one two", "b": "three\nfour\n"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_before_it_overflows(opening: str) -> None:
    _, problems = parse_nodes(Document("x.yaml", opening * 200_000))
    assert [problem.name for problem in problems] == ["too-deep"]


def test_windows_line_ends() -> None:
    assert parse("a: one\r\nb: two\r\n") == {"a": "one", "b": "two"}
