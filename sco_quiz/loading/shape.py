"""Questions that are in the file and yet no item of its list."""

import re

from sco_quiz.core.problem import Problem
from sco_quiz.loading.document import Document
from sco_quiz.loading.nodes import Node, Sequence

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
