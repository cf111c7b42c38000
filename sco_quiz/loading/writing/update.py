"""Change fields of questions in the text of a file; every other line stays as it is, byte for byte."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sco_quiz.core.alignment import opcodes
from sco_quiz.core.errors import BankError
from sco_quiz.loading.document import Document
from sco_quiz.loading.writing.comments import comments_in, scalars_of
from sco_quiz.loading.writing.yaml_writer import render_field, render_item
from sco_quiz.loading.yaml_nodes import Mapping as MappingNode
from sco_quiz.loading.yaml_nodes import Node, Scalar, Sequence, to_data
from sco_quiz.loading.yaml_tree import parse_data

Edit = tuple[int, int, list[str]]
"""Replace whole lines, counted from 0: the first one, the one behind the last, and the new lines."""


@dataclass(frozen=True, slots=True)
class Update:
    """New values of fields, as a model has them, for the question of a node; `order` is that of all its fields."""

    node: Node
    values: Mapping[str, Any]
    order: tuple[str, ...]
    removed: Collection[str] = field(default=())


def with_updates(document: Document, root: Node, updates: Iterable[Update]) -> str:
    """Return the text with the fields changed. Raises BankError when another value would change, too."""
    end = "" if document.text.endswith("\n") else "\n"
    lines = f"{document.text}{end}".split("\n")
    wanted = {id(update.node): update for update in updates}
    listed = root.entries["questions"] if isinstance(root, MappingNode) else root
    nodes = listed.items if isinstance(listed, Sequence) else []
    bounds = [*(node.line for node in nodes[1:]), _end_of_list(root, len(lines))]
    edits: list[Edit] = []
    expected = []
    for node, bound in zip(nodes, bounds, strict=True):
        update = wanted.get(id(node))
        edits += _Question(lines, node, bound).edits(update) if update else ()
        expected.append(_updated(node, update))
    text = _applied(lines, edits).removesuffix(end)
    read = parse_data(text)
    if not isinstance(read, dict) or read.get("questions") != expected:  # no rule covers every way to write YAML
        raise BankError(f"other values in {document.name} would change, too; change it by hand")
    return text


def can_update(document: Document, node: Node) -> bool:
    """Return whether a question is written with a line for each of its fields."""
    if not isinstance(node, MappingNode):
        return False
    keys = list(node.keys.values())
    first = document.lines[keys[0].line][: keys[0].column].strip() if keys else ""
    leads = (document.lines[key.line][: key.column].strip() for key in keys[1:])
    return first == "-" and not any(leads) and len({key.column for key in keys}) == 1


def _end_of_list(root: Node, count: int) -> int:
    """Return the line at which something else than the list of questions starts."""
    start = root.keys["questions"].line if isinstance(root, MappingNode) else 0
    after = [key.line for key in root.keys.values() if key.line > start] if isinstance(root, MappingNode) else []
    return min(after, default=count)


def _updated(node: Node, update: Update | None) -> Any:
    """Return the data of a question as it must be read after its update."""
    data = to_data(node)
    if update is None:
        return data
    rendered = (parse_data("\n".join(render_field(name, value))) for name, value in update.values.items())
    kept = {name: value for name, value in data.items() if name not in update.removed}
    return {**kept, **{name: value for each in rendered for name, value in each.items()}}


class _Question:
    """A question in the lines of its file, which ends before the line `end`."""

    def __init__(self, lines: list[str], node: Node, end: int) -> None:
        assert isinstance(node, MappingNode)
        self._lines, self._node = lines, node
        names = list(node.keys)
        starts = [node.keys[name].line for name in names]
        bounds = zip(starts, [*starts[1:], end], strict=True)
        self._regions = {
            name: (start, self._trimmed(node.entries[name], bound))
            for name, (start, bound) in zip(names, bounds, strict=True)
        }
        self._column = node.keys[names[0]].column

    def edits(self, update: Update) -> Iterator[Edit]:
        """Yield the edits of one update."""
        for name in update.removed:
            start, end = self._regions[name]
            yield start, end, self._comments(start, end, name)
        for name, value in update.values.items():
            if name in self._regions:
                yield from self._changed(name, value)
            else:
                at = self._place_for(name, update.order)
                yield at, at, self._indented(render_field(name, value), self._column)

    def _place_for(self, name: str, order: tuple[str, ...]) -> int:
        """Return the line behind the nearest field that comes before a new one."""
        before = [each for each in order[: order.index(name)] if each in self._regions]
        return self._regions[before[-1]][1] if before else self._regions[next(iter(self._regions))][1]

    def _changed(self, name: str, value: Any) -> Iterator[Edit]:
        start, end = self._regions[name]
        old, rendered = self._node.entries[name], render_field(name, value)
        if len(rendered) == 1 and _on_one_line(old):
            yield self._in_line(old, rendered[0].partition(": ")[2])
        elif isinstance(old, Sequence) and len(rendered) > 1 and self._is_block(old):
            yield from self._items(old, [render_item(item) for item in value], end)
        else:
            lead = self._lines[start][: self._column]
            first, *others = self._indented(rendered, self._column)
            yield start, end, [*self._comments(start, end, name), lead + first[self._column :], *others]

    def _items(self, old: Sequence, blocks: list[list[str]], end: int) -> Iterator[Edit]:
        """Yield the edits of a list whose items have a line each: those that stay keep their comments."""
        data = [parse_data("\n".join(block))[0] for block in blocks]
        bounds = [*(item.line for item in old.items[1:]), end]
        regions = [(item.line, self._trimmed(item, bound)) for item, bound in zip(old.items, bounds, strict=True)]
        column = len(self._lines[old.items[0].line].partition("-")[0])
        for tag, i1, i2, j1, j2 in opcodes([repr(to_data(item)) for item in old.items], list(map(repr, data))):
            if tag == "equal":
                continue
            if i2 - i1 == j2 - j1:
                for item, region, block in zip(old.items[i1:i2], regions[i1:i2], blocks[j1:j2], strict=True):
                    yield self._item(item, region, block, column)
                continue
            start = regions[i1][0] if i1 < len(regions) else regions[-1][1]
            last = regions[i2 - 1][1] if i2 > i1 else start
            lines = [line for block in blocks[j1:j2] for line in self._indented(block, column)]
            yield start, last, [*self._lost_comments(old.items[i1:i2], start, last, column), *lines]

    def _item(self, old: Node, region: tuple[int, int], block: list[str], column: int) -> Edit:
        if len(block) == 1 and _on_one_line(old):
            return self._in_line(old, block[0].removeprefix("- "))
        kept = self._lost_comments([old], *region, column)
        return (*region, [*kept, *self._indented(block, column)])

    def _in_line(self, old: Node, text: str) -> Edit:
        """Replace a value within its line, which may end with a comment."""
        assert isinstance(old, Scalar)
        line = self._lines[old.line]
        return old.line, old.line + 1, [line[: old.column] + text + line[old.end_column :]]

    def _is_block(self, listed: Sequence) -> bool:
        return bool(listed.items) and all(self._lines[item.line].lstrip().startswith("- ") for item in listed.items)

    def _trimmed(self, node: Node, bound: int) -> int:
        """Return the end of a value: before the comments and empty lines that follow it."""
        last = max((scalar.end_line - (scalar.end_column == 0) for scalar in scalars_of(node)), default=node.line)
        while bound - 1 > last and _says_nothing(self._lines[bound - 1]):
            bound -= 1
        return bound

    def _comments(self, start: int, end: int, name: str) -> list[str]:
        return self._lost_comments([self._node.keys[name], self._node.entries[name]], start, end, self._column)

    def _lost_comments(self, nodes: Iterable[Node], start: int, end: int, column: int) -> list[str]:
        return self._indented(comments_in(self._lines, start, end, nodes), column)

    def _indented(self, lines: Iterable[str], column: int) -> list[str]:
        return [" " * column + line if line else "" for line in lines]


def _says_nothing(line: str) -> bool:
    """Return whether a line is empty, a comment, or the end of a document."""
    text = line.strip()
    return not text or text.startswith("#") or text == "..."


def _on_one_line(node: Node) -> bool:
    return isinstance(node, Scalar) and node.end_line == node.line and not node.bare


def _applied(lines: list[str], edits: Iterable[Edit]) -> str:
    result: list[str] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        result += [*lines[at:start], *new]
        at = end
    return "\n".join([*result, *lines[at:]])
