"""Find the place of a value in its file from its key path."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from sco_quiz.core.place import KeyPath, Place
from sco_quiz.core.problem import Problem
from sco_quiz.loading.document import Document
from sco_quiz.loading.scalar_source import source_range
from sco_quiz.loading.yaml_nodes import Mapping, Node, Scalar, Sequence, node_at


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record comes from: its file, its part of the tree, and the id if it is a question.

    Instead of the part there may be a function that returns it: most files are parsed for a place in them alone.
    """

    document: Document
    tree: Node | Callable[[], Node]
    question: str = ""

    @property
    def node(self) -> Node:
        """Its part of the tree."""
        return self.tree() if callable(self.tree) else self.tree

    def has(self, path: KeyPath) -> bool:
        """Return whether the record itself has the field with which a key path starts."""
        node = self.node
        return isinstance(node, Mapping) and bool(path) and path[0] in node.entries

    def place(self, path: KeyPath = (), at_key: bool = False, part: str = "", start: int = -1) -> Place:
        """Return the place of a value, of words in it, or of its field name; of its parent when it is missing.

        The words are at the offset `start`, if it is known.
        """
        key, named = self._nodes(path)
        named = key if at_key and key else named
        value = self.document.place(named.line, named.column, named.width)
        if start >= 0 and isinstance(named, Scalar):
            return self._place_of((start, start + len(part)), named) or value
        # the keys of pairs and corrections are text, too; those of the question are names of fields
        before = [key] if key and len(path) > 1 and not at_key else []
        texts = [*before, *scalars_in(named)] if part else []
        words = (place for text in texts if (at := _find(part, text.value)) and (place := self._place_of(at, text)))
        return next(words, None) or value

    def _nodes(self, path: KeyPath) -> tuple[Scalar | None, Node]:
        """Return the key and the value under a key path."""
        node = self.node
        parent, value = node_at(node, path[:-1]), node_at(node, path)
        if not path or not isinstance(parent, Mapping):
            return None, value
        if path[-1] in parent.keys:
            return parent.keys[str(path[-1])], value
        # an option with a note is one `text: note` pair in a list
        if path[-1] in ("text", "note") and len(parent.entries) == 1 and len(path) > 1 and isinstance(path[-2], int):
            ((key, note),) = zip(parent.keys.values(), parent.entries.values(), strict=True)
            return None, key if path[-1] == "text" else note
        return None, value

    def _place_of(self, at: tuple[int, int], text: Scalar) -> Place | None:
        """Return the place of the characters of a scalar from one offset to another."""
        source = "\n".join(self.document.lines[text.line : text.end_line + 1])
        marked = source_range(source, text.column, text.value, *at)
        if not marked:
            return None
        before, first_line = source[: marked[0]], source[slice(*marked)].split("\n", maxsplit=1)[0]
        column = len(before) - before.rfind("\n") - 1
        return self.document.place(text.line + before.count("\n"), column, len(first_line.rstrip()))

    def problem(self, name: str, message: str, path: KeyPath = (), hint: str = "", at_key: bool = False) -> Problem:
        """Return a problem of the value under a key path, or of its field name."""
        return Problem(name, message, self.place(path, at_key), hint, question=self.question, path=path)


def _find(part: str, value: str) -> tuple[int, int] | None:
    """Return from where to where a value has words: if possible whole words, `no` rather than the start of `north`."""
    words = r"\s+".join(map(re.escape, part.split()))
    before, after = (r"(?<!\w)" if part[0].isalnum() else ""), (r"(?!\w)" if part[-1].isalnum() else "")
    # rules find words in text without capitals, and with a space between any two
    spaced = [f"(?i:{before}{words}{after})"] if part == part.strip() else []
    patterns = (before + re.escape(part) + after, *spaced, re.escape(part))
    return next((found.span() for pattern in patterns if (found := re.search(pattern, value))), None)


def scalars_in(node: Node) -> Iterator[Scalar]:
    """Yield the scalars of a node, also its keys, in the order of the file."""
    match node:
        case Scalar():
            yield node
        case Sequence(items=items):
            yield from chain.from_iterable(map(scalars_in, items))
        case Mapping(entries=entries, keys=keys):
            for name, value in entries.items():
                yield keys[name]
                yield from scalars_in(value)
