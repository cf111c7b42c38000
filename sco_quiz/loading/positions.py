"""From a key path to a place in a file."""

import re

from sco_quiz.core.place import KeyPath, Place
from sco_quiz.loading.document import Document
from sco_quiz.loading.yaml_tree import Mapping, Node, node_at

_NEXT_FIELD = re.compile(r" *(?:- |[a-z_]+:)")


def place_of(document: Document, node: Node, path: KeyPath, at_key: bool = False, part: str = "") -> Place:
    """The place of the value under a key path, of a part of it, or of its field name; of its parent when missing."""
    if at_key and path:
        parent = node_at(node, path[:-1])
        if isinstance(parent, Mapping) and path[-1] in parent.keys:
            key = parent.keys[str(path[-1])]
            return document.place(key.line, key.column, key.width)
    found = node_at(node, path)
    return _part_of(document, found, part) if part else document.place(found.line, found.column, found.width)


def _part_of(document: Document, found: Node, part: str) -> Place:
    """Where some words of a text stand; the place of the text when quoting or folding changed them."""
    for line in range(found.line, len(document.lines)):
        text = document.lines[line]
        if line > found.line and _NEXT_FIELD.match(text):
            break
        column = text.find(part, found.column if line == found.line else 0)
        if column >= 0:
            return document.place(line, column, len(part))
    return document.place(found.line, found.column, found.width)
