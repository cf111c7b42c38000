"""Find the place of a value in its file from its key path."""

import re
from dataclasses import dataclass

from sco_quiz.core.place import KeyPath, Place
from sco_quiz.core.problem import Problem
from sco_quiz.loading.document import Document
from sco_quiz.loading.yaml_tree import Mapping, Node, node_at

# where the lines of a folded text end
_NEXT_FIELD = re.compile(r" *(?:- |[a-z_]+:)")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record comes from: its file, its part of the tree, and the id if it is a question."""

    document: Document
    node: Node
    question: str = ""

    def has(self, path: KeyPath) -> bool:
        """Return whether the record itself has the field with which a key path starts."""
        return isinstance(self.node, Mapping) and bool(path) and path[0] in self.node.entries

    def place(self, path: KeyPath = (), at_key: bool = False, part: str = "") -> Place:
        """Return the place of a value, of a part of it, or of its field name; of its parent when it is missing."""
        if at_key and path:
            parent = node_at(self.node, path[:-1])
            if isinstance(parent, Mapping) and path[-1] in parent.keys:
                key = parent.keys[str(path[-1])]
                return self.document.place(key.line, key.column, key.width)
        found = node_at(self.node, path)
        if part:
            return _part_of(self.document, found, part)
        return self.document.place(found.line, found.column, found.width)

    def problem(self, name: str, message: str, path: KeyPath = (), hint: str = "", at_key: bool = False) -> Problem:
        """Return a problem of the value under a key path, or of its field name."""
        return Problem(name, message, self.place(path, at_key), hint, question=self.question, path=path)


def _part_of(document: Document, found: Node, part: str) -> Place:
    """Return the place of some words in a value; of the value, where quoting or folding changed them."""
    for line in range(found.line, len(document.lines)):
        text = document.lines[line]
        if line > found.line and _NEXT_FIELD.match(text):
            break
        column = text.find(part, found.column if line == found.line else 0)
        if column >= 0:
            return document.place(line, column, len(part))
    return document.place(found.line, found.column, found.width)
