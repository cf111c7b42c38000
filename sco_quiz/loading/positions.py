"""Find the place of a value in its file from its key path."""

import re
from dataclasses import dataclass

from sco_quiz.core.place import KeyPath, Place
from sco_quiz.core.problem import Problem
from sco_quiz.loading.document import Document
from sco_quiz.loading.yaml_tree import Mapping, Node, end_of, node_at

# how YAML may write a character of a value: escaped or doubled in quotes, lines folded
_AS_WRITTEN = {"\\": r"\\{1,2}", '"': r'\\?"', "'": "'{1,2}"}


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
        """Return the place of a value, of words in it, or of its field name; of its parent when it is missing."""
        if at_key and path:
            parent = node_at(self.node, path[:-1])
            if isinstance(parent, Mapping) and path[-1] in parent.keys:
                key = parent.keys[str(path[-1])]
                return self.document.place(key.line, key.column, key.width)
        found = node_at(self.node, path)
        value = self.document.place(found.line, found.column, found.width)
        return (part and self._place_of(part, path, found)) or value

    def _place_of(self, part: str, path: KeyPath, value: Node) -> Place | None:
        """Return the place of words in a value, or in the key before it; None where neither is written like that."""
        start: Node = value
        parent = node_at(self.node, path[:-1])
        # the keys of pairs and corrections are text, too; those of the question are names of fields
        if len(path) > 1 and isinstance(parent, Mapping) and path[-1] in parent.keys:
            start = parent.keys[str(path[-1])]
        return self.document.find(_written(part), (start.line, start.column), end_of(value))

    def problem(self, name: str, message: str, path: KeyPath = (), hint: str = "", at_key: bool = False) -> Problem:
        """Return a problem of the value under a key path, or of its field name."""
        return Problem(name, message, self.place(path, at_key), hint, question=self.question, path=path)


def _written(part: str) -> re.Pattern[str]:
    """Return a pattern for words of a value as they may be written in its file."""
    words = ("".join(_AS_WRITTEN.get(each) or re.escape(each) for each in word) for word in part.split())
    return re.compile(r"\s+".join(words))
