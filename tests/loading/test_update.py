"""Change fields of questions in place."""

from typing import Any

import pytest

from sco_quiz.core.kinds import KINDS
from sco_quiz.core.kinds.fields import fields_of
from sco_quiz.loading.document import Document
from sco_quiz.loading.writing.update import Update, can_update, with_updates
from sco_quiz.loading.yaml_tree import Tree, parse

FILE = """\
# Cells, for class 8
topic: Cells
questions:
  # the first one
  - id: energy
    type: single_choice   # checked
    prompt: What gives a cell its energy?  # asked in 2024
    answer: Mitochondrion

    distractors:
      - Ribosome  # often chosen
      - Nucleus: it holds the DNA
      # a comment on the next one
      - Wall
    explanation: >-
      It makes
      ATP.
    level: remember
  # the second one

  - id: leaf
    type: short_answer
    prompt: |
      Which color?

      # not a comment
    answer: "green"
    level: remember
    # at the end of the second
"""


def updated(values: dict[str, Any], text: str = FILE, number: int = 0, removed: tuple[str, ...] = ()) -> str:
    document = Document("cells.yaml", text)
    parsed = parse(text)
    assert isinstance(parsed, Tree)
    node = parsed.root.entries["questions"].items[number]  # type: ignore[union-attr]
    assert can_update(document, node)
    order = fields_of(KINDS[node.entries["type"].value])
    assert parsed.root
    return with_updates(document, parsed.root, [Update(node, values, order, removed)])


@pytest.mark.parametrize(
    ("values", "number", "before", "after"),
    [
        ({"prompt": "What powers a cell?"}, 0, "What gives a cell its energy?  # a", "What powers a cell?  # a"),
        ({"answer": "Mitochondria: many"}, 0, "answer: Mitochondrion\n", "answer: 'Mitochondria: many'\n"),
        ({"distractors": ["Ribosome", {"Nucleus": "it holds the DNA"}, "Vacuole"]}, 0, "- Wall\n", "- Vacuole\n"),
        ({"distractors": ["Ribosomes", {"Nucleus": "it holds the DNA"}, "Wall"]}, 0, "- Ribosome ", "- Ribosomes "),
        (
            {"distractors": [{"Nucleus": "it holds the DNA"}, "Wall"]},
            0,
            "      - Ribosome  # often chosen\n",
            "      # often chosen\n",
        ),
        (
            {"distractors": ["Ribosome", {"Nucleus": "it holds the DNA"}, "Wall", "Sap"]},
            0,
            "      - Wall\n",
            "      - Wall\n      - Sap\n",
        ),
        ({"explanation": "ATP."}, 0, "explanation: >-\n      It makes\n      ATP.\n", "explanation: ATP.\n"),
        ({"hint": "Plants"}, 1, "level: remember\n    # at", "level: remember\n    hint: Plants\n    # at"),
        ({"answer": "red"}, 1, '"green"', "red"),
        (
            {"prompt": "Which?"},
            1,
            "prompt: |\n      Which color?\n\n      # not a comment\n",
            "prompt: Which?\n",
        ),
        ({"accept": ["lime"]}, 1, '"green"\n', '"green"\n    accept:\n      - lime\n'),
        ({"answer": "a\nb"}, 1, 'answer: "green"\n', "answer: |-\n      a\n      b\n"),
    ],
)
def test_only_the_lines_of_the_field_change(values: dict[str, Any], number: int, before: str, after: str) -> None:
    assert FILE.count(before) == 1
    assert updated(values, number=number) == FILE.replace(before, after)


def test_comments_of_replaced_lines_stay() -> None:
    text = FILE.replace("answer: Mitochondrion\n", "answer: Mitochondrion  # see page 3\n")
    result = updated({"answer": "several\nlines"}, text)
    assert "    # see page 3\n    answer: |-\n" in result


def test_removed_fields_go_with_a_change_of_kind() -> None:
    result = updated({"type": "short_answer"}, removed=("distractors",))
    assert "    type: short_answer   # checked\n" in result
    assert "Ribosome" not in result
    assert "# often chosen" in result
    assert "# a comment on the next one" in result


def test_questions_on_one_line_are_not_touched() -> None:
    text = "topic: T\nquestions:\n  - {id: a, type: true_false, prompt: P, answer: true, level: remember}\n"
    parsed = parse(text)
    assert isinstance(parsed, Tree)
    node = parsed.root.entries["questions"].items[0]  # type: ignore[union-attr]
    assert not can_update(Document("t.yaml", text), node)


def test_lists_without_indentation_and_brackets_are_updated() -> None:
    text = (
        "topic: T\nquestions:\n- id: a\n  type: single_choice\n  prompt: P?\n  answer: x\n  distractors:\n"
        "  - y  # why\n"
        "  - z\n  tags: [one,\n    two]\n  level: apply\n- id: b\n  type: true_false\n  prompt: S.\n  answer: true\n"
        "  level: apply\n"
    )
    result = updated({"distractors": ["y", "w"], "tags": ("one", "three")}, text)
    assert result == text.replace("  - z\n", "  - w\n").replace("  tags: [one,\n    two]\n", "  tags: [one, three]\n")
    assert updated({"distractors": ["w"]}, text).count("# why") == 1


def test_a_file_whose_last_line_does_not_end() -> None:
    text = "topic: Cells\nquestions:\n  - id: energy\n    type: short_answer\n    level: remember\n    answer: ATP"
    assert updated({"accept": ("a", "b")}, text) == f"{text}\n    accept:\n      - a\n      - b"
    assert updated({"answer": "ADP"}, text) == text.replace("ATP", "ADP")
