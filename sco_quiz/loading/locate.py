"""From a key path to a place in a file."""

from sco_quiz.core.place import KeyPath, Place
from sco_quiz.loading.document import Document
from sco_quiz.loading.nodes import Mapping, Node, node_at


def place_of(document: Document, node: Node, path: KeyPath, at_key: bool = False) -> Place:
    """The place of the value under a key path (or of its field name); of its nearest parent when it is missing."""
    if at_key and path:
        parent = node_at(node, path[:-1])
        if isinstance(parent, Mapping) and path[-1] in parent.keys:
            key = parent.keys[str(path[-1])]
            return document.place(key.line, key.column, key.width)
    found = node_at(node, path)
    return document.place(found.line, found.column, found.width)
