"""Questions that YAML takes for a part of something else, and items that it takes for questions."""

from sco_quiz.loading.diagnosis.misplaced_questions import return_strayed_items, swallowed_questions
from sco_quiz.loading.document import Document
from sco_quiz.loading.yaml_nodes import Mapping, Sequence, to_data
from sco_quiz.loading.yaml_tree import Tree, parse
from tests.loading.diagnosis.files import question


def questions_of(text: str) -> Sequence:
    parsed = parse(text)
    assert isinstance(parsed, Tree)
    assert isinstance(parsed.root, Mapping)
    listed = parsed.root.entries["questions"]
    assert isinstance(listed, Sequence)
    return listed


def test_a_question_in_a_text() -> None:
    text = question("id: a", "hint: >-", "  x", "  - id: b", "    type: cloze", "  - type: cloze")
    (problem,) = swallowed_questions(Document("t.yaml", text), questions_of(text).items)
    assert (problem.name, problem.place.line, problem.place.column) == ("swallowed-question", 6, 7)


def test_questions_in_the_list_are_in_their_place() -> None:
    text = question("id: a", "hint: x") + "  - id: b\n"
    assert swallowed_questions(Document("t.yaml", text), questions_of(text).items) == []


def test_strayed_items_return_to_their_list() -> None:
    text = question("id: a", "items:") + "  - one\n  - two: note\n  - id: b\n  - three\n"
    listed = questions_of(text)
    before = to_data(listed)
    nodes, problems = return_strayed_items(Document("t.yaml", text), listed.items)
    assert [to_data(node) for node in nodes] == [{"id": "a", "items": ["one", {"two": "note"}]}, {"id": "b"}, "three"]
    assert [(problem.name, problem.place.line) for problem in problems] == [("wrong-indent", 5)]
    assert to_data(listed) == before
