"""YAML values stay text and have positions."""

import pytest

from sco_quiz.loading.diagnosis.diagnose import diagnose
from sco_quiz.loading.document import Document
from sco_quiz.loading.yaml_nodes import Mapping, Node, Scalar, node_at, to_data
from sco_quiz.loading.yaml_tree import SyntaxStop, Tree, Unreadable, parse
from tests.conftest import ROOT
from tests.house.doors import imports_of, modules


def root_of(text: str) -> Node:
    parsed = parse(text)
    assert isinstance(parsed, Tree)
    assert parsed.faults == []
    assert parsed.root
    return parsed.root


def data_of(text: str) -> object:
    return to_data(root_of(text))


@pytest.mark.parametrize(
    "typed",
    ["no", "yes", "on", "off", "null", "~", "true", "2010", "3.10", "0x1F", "010", "1_000", "12:30", "2010-02-03",
     ".inf", "1e3", "+7", "=", "<<", "- x", "it's", "a # b", "50 %"],
)  # fmt: skip
def test_text_stays_text(typed: str) -> None:
    quoted = typed if typed[0] not in "-" and " #" not in typed else f"'{typed}'"
    assert data_of(f"answer: {quoted}") == {"answer": typed}
    assert data_of(f"[{quoted}]") == [typed]
    assert data_of(f"{quoted}: x") == {typed: "x"}


def test_every_value_has_a_position() -> None:
    text = "topic: Cities\nquestions:\n  - id: one\n    answer: Beijing\n    distractors:\n      - Moscow: a note\n"
    document, root = Document("x.yaml", text), root_of(text)
    found = node_at(root, ("questions", 0, "distractors", 0, "Moscow"))
    assert (found.line, found.column, found.width) == (5, 16, 6)
    assert document.place(found.line, found.column).text == "      - Moscow: a note"
    assert isinstance(root, Mapping)
    assert (root.keys["questions"].line, root.keys["questions"].column) == (1, 0)


def test_a_path_that_ends_early_gives_the_nearest_parent() -> None:
    root = root_of("a: {b: c}")
    assert node_at(root, ("a", "missing", 3)) is node_at(root, ("a",))


def test_an_empty_value_is_not_an_empty_text() -> None:
    root = root_of('a:\nb: ""\nc: ~\n')
    assert isinstance(root, Mapping)
    bare = [entry.bare for entry in root.entries.values() if isinstance(entry, Scalar)]
    assert bare == [True, False, False]


def test_folded_text_is_joined() -> None:
    assert data_of("a: >-\n  one\n  two\nb: |\n  three\n  four\n") == {"a": "one two", "b": "three\nfour\n"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_before_it_overflows(opening: str) -> None:
    text = opening * 200_000
    parsed = parse(text)
    assert isinstance(parsed, Unreadable)
    assert [problem.name for problem in diagnose(Document("x.yaml", text), parsed)] == ["too-deep"]


def test_windows_line_ends() -> None:
    assert data_of("a: one\r\nb: two\r\n") == {"a": "one", "b": "two"}


@pytest.mark.parametrize("reader", ["yaml_tree", "writing.append", "writing.format"])
def test_a_reader_does_not_import_the_explanations(reader: str) -> None:
    known = modules(ROOT / "sco_quiz")
    reached, open_ = set(), [f"sco_quiz.loading.{reader}"]
    while open_:
        module = open_.pop()
        reached.add(module)
        open_ += {name for name in imports_of(known[module]) if name in known} - reached
    assert len(reached) > 1
    assert [module for module in reached if module.startswith("sco_quiz.loading.diagnosis")] == []


def test_a_control_character_stops_the_parser_where_it_is() -> None:
    found = parse("topic: Ä\nquestions:\n  - prompt: é\x1b?\n")
    assert isinstance(found, Unreadable)
    assert isinstance(found.stop, SyntaxStop)
    assert (found.stop.line, found.stop.column) == (2, len("  - prompt: é"))
