"""Find the comments in lines that are about to be replaced."""

import re
from collections.abc import Iterable, Iterator

from sco_quiz.loading.yaml_nodes import Mapping, Node, Scalar

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")


def comments_in(lines: list[str], start: int, end: int, nodes: Iterable[Node]) -> list[str]:
    """Return the comments of some lines, in their order; `nodes` are what else is in the lines."""
    scalars = [scalar for node in nodes for scalar in scalars_of(node)]
    found = []
    for number in range(start, end):
        line = lines[number]
        for scalar in scalars:
            line = _masked(line, number, scalar)
        found += [match[0].rstrip() for match in _COMMENT.finditer(line)]
    return found


def _masked(line: str, number: int, scalar: Scalar) -> str:
    """Return a line with the characters of a value replaced, since a `#` in it starts no comment."""
    if not scalar.line <= number <= scalar.end_line:
        return line
    start = scalar.column if number == scalar.line else 0
    end = scalar.end_column if number == scalar.end_line else len(line)
    return line[:start] + "x" * (end - start) + line[end:]


def scalars_of(node: Node) -> Iterator[Scalar]:
    """Yield the text values below a node, and the names of its fields."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for name, key in node.keys.items():
            yield key
            yield from scalars_of(node.entries[name])
    else:
        for item in node.items:
            yield from scalars_of(item)
