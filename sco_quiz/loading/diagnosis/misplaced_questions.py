"""Questions that are in the file and yet no item of its list, and items of the list that are no questions."""

import re

from sco_quiz.core.problem import Problem
from sco_quiz.loading.diagnosis.malformed_lines import LIST_FIELDS
from sco_quiz.loading.document import Document
from sco_quiz.loading.yaml_tree import Mapping, Node, Scalar, Sequence

_START = re.compile(r"""^[ \t]*-[ \t]+["']?id["']?[ \t]*:""", re.MULTILINE)


def swallowed_questions(document: Document, listed: Node | None) -> list[Problem]:
    """A problem for each line that looks like the start of a question and is a part of something else."""
    items = listed.items if isinstance(listed, Sequence) else []
    starts = {item.line for item in items}
    problems, line, before = [], 0, 0
    for found in _START.finditer(document.text):
        line += document.text.count("\n", before, found.start())
        before = found.start()
        if line not in starts:
            width = len(found[0].lstrip())
            problems.append(
                document.problem("swallowed-question", "this question has become a part of the text or list before it",
                                 line, len(found[0]) - width, width,
                                 "start its line in the column of the other questions' dashes")
            )  # fmt: skip
    return problems


def strayed_items(document: Document, questions: Sequence) -> list[Problem]:
    """A problem for each list whose dashes stand in the column of the questions; its items are put where they belong.

    YAML then reads `items:` as empty, and each item as a question of its own.
    """
    kept: list[Node] = []
    adopted: Sequence | None = None
    problems = []
    for node in questions.items:
        field = _last_field(kept[-1]) if kept and adopted is None and _is_item(node) else ""
        if field:
            adopted = Sequence(node.line, node.column)
            _enter(kept[-1], field, adopted)
            problems.append(_too_far_left(document, node, field))
        if adopted is not None and _is_item(node):
            adopted.items.append(node)
        else:
            adopted = None
            kept.append(node)
    questions.items[:] = kept
    return problems


def _is_item(node: Node) -> bool:
    return isinstance(node, Scalar) or (isinstance(node, Mapping) and len(node.keys) == 1 and "id" not in node.keys)


def _last_field(question: Node) -> str:
    """The list field without a value with which a question ends, if it does."""
    field = next(reversed(question.entries), "") if isinstance(question, Mapping) else ""
    value = question.entries.get(field) if isinstance(question, Mapping) else None
    return field if field in LIST_FIELDS and isinstance(value, Scalar) and value.bare else ""


def _enter(question: Node, field: str, items: Sequence) -> None:
    if isinstance(question, Mapping):
        question.entries[field] = items


def _too_far_left(document: Document, node: Node, field: str) -> Problem:
    line = document.lines[node.line]
    column = len(line) - len(line.lstrip(" "))
    message = f"this dash stands too far to the left to belong to `{field}`"
    return document.problem("wrong-indent", message, node.line, column, 1,
                            f"indent the dashes of the list more than `{field}`")  # fmt: skip
