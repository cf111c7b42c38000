"""Detect questions nested in the wrong place, and stray list items."""

from collections.abc import Iterable
from dataclasses import replace

from sco_quiz.core.problem import Problem
from sco_quiz.loading.diagnosis.field_shapes import LIST_FIELDS
from sco_quiz.loading.document import QUESTION_START, Document
from sco_quiz.loading.yaml_nodes import Mapping, Node, Scalar, Sequence


def swallowed_questions(document: Document, questions: Iterable[Node]) -> list[Problem]:
    """Report each line that looks like the start of a question but is a part of something else."""
    starts = {item.line for item in questions}
    problems, line, before = [], 0, 0
    for found in QUESTION_START.finditer(document.text):
        # counted on from the previous one: from the start each time would take quadratic time
        line += document.text.count("\n", before, found.start())
        before = found.start()
        if line not in starts and found["key"] == "id":  # an option may well be called `type`
            width = len(found[0].lstrip())
            message = "YAML reads this question as a part of the text or list before it"
            hint = "indent its dash as far as those of the other questions"
            problems.append(document.problem("swallowed-question", message, line, len(found[0]) - width, width, hint))
    return problems


def return_strayed_items(document: Document, nodes: Iterable[Node]) -> tuple[list[Node], list[Problem]]:
    """Return the questions, with the items of their last list where its dashes are in the column of the questions.

    YAML reads `items:` as empty then, and each item as a question of its own.
    """
    questions: list[Node] = []
    problems = []
    returned: Sequence | None = None
    for node in nodes:
        if not _is_item(node):
            returned = None
        elif returned is None and questions and (field := _open_list(questions[-1])):
            returned = Sequence(node.line, node.column)
            questions[-1] = _with_list(questions[-1], field, returned)
            problems.append(_too_far_left(document, node, field))
        if returned is None:
            questions.append(node)
        else:
            returned.items.append(node)
    return questions, problems


def _is_item(node: Node) -> bool:
    return isinstance(node, Scalar) or (isinstance(node, Mapping) and len(node.keys) == 1 and "id" not in node.keys)


def _open_list(question: Node) -> str:
    """Return the list field without a value with which a question ends, if it does."""
    field = next(reversed(question.entries), "") if isinstance(question, Mapping) else ""
    value = question.entries.get(field) if isinstance(question, Mapping) else None
    return field if field in LIST_FIELDS and isinstance(value, Scalar) and value.bare else ""


def _with_list(question: Node, field: str, items: Sequence) -> Node:
    return replace(question, entries={**question.entries, field: items}) if isinstance(question, Mapping) else question


def _too_far_left(document: Document, node: Node, field: str) -> Problem:
    line = document.lines[node.line]
    column = len(line) - len(line.lstrip(" "))
    message = f"this dash is too far to the left for an item of `{field}`"
    return document.problem("wrong-indent", message, node.line, column, 1, f"indent the dashes more than `{field}:`")
