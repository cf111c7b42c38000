"""Rewrite choice questions of other programs in the text of a file; other lines and comments stay."""

import re
from collections.abc import Iterator

from sco_quiz.loading.document import Document
from sco_quiz.loading.foreign_choice import Repair, repair_choice
from sco_quiz.loading.writing.yaml_writer import render_field
from sco_quiz.loading.yaml_nodes import Mapping, Node, Scalar, Sequence, end_of, to_data
from sco_quiz.loading.yaml_tree import Tree, parse, parse_data

_COMMENT = re.compile(r"\s*(#.*)")
_TRAILING = re.compile(r"[\s\]},]*?(\s#.*)")


def repaired_text(document: Document) -> tuple[str, int]:
    """Return the text of a file with its questions of other programs rewritten, and how many there were."""
    parsed = parse(document.text)
    root = parsed.root if isinstance(parsed, Tree) else None
    listed = root.entries.get("questions") if isinstance(root, Mapping) else None
    lines, count = list(document.lines), 0
    # from the last to the first, so that the lines of the others keep their numbers
    for node in reversed(listed.items if isinstance(listed, Sequence) else []):
        repair = repair_choice(node)
        if repair and repair.certain and (written := repaired_lines(document, node, repair)):
            lines[node.line : _last_line(node) + 1] = written
            count += 1
    return "\n".join(lines) if count else document.text, count


def repaired_lines(document: Document, node: Node, repair: Repair) -> list[str]:
    """Return the lines of a question with its options in our fields; nothing where its layout does not allow that."""
    lead = document.lines[node.line][: node.column]
    if not isinstance(node, Mapping) or lead.strip() != "-":
        return []
    old = {_span(node, name)[0]: _span(node, name)[1] for name in repair.replaced}
    fields = _field_lines(document, node, repair)
    if "type" not in node.entries:
        fields.insert(0, f"type: {repair.kind}")
    written: list[str] = []
    number = node.line
    while number <= _last_line(node):
        if number in old:
            written += fields
            fields, number = [], old[number] + 1
            continue
        written.append(_with_kind(document, node, repair, number))
        number += 1
    indent = " " * node.column
    lines = [lead + written[0], *(indent + line if line else line for line in written[1:])]
    # verified, since no rule covers every way to write YAML
    return lines if parse_data("\n".join(lines)) == [to_data(repair.node)] else []


def _span(node: Mapping, name: str) -> tuple[int, int]:
    """Return the first and last line of a field."""
    return node.keys[name].line, _last_line(node.entries[name])


def _last_line(node: Node) -> int:
    line, column = end_of(node)
    return line if column else line - 1  # a block of text ends where the next line starts


def _with_kind(document: Document, node: Mapping, repair: Repair, number: int) -> str:
    """Return a line of the question without its indentation, with the kind that it has now."""
    line = document.lines[number]
    kind = node.entries.get("type")
    if isinstance(kind, Scalar) and kind.line == number and kind.value != repair.kind:
        line = f"{line[: kind.column]}{repair.kind}{line[kind.end_column :]}"
    return line[node.column :] if line[: node.column].strip() in ("", "-") else line


def _field_lines(document: Document, node: Mapping, repair: Repair) -> list[str]:
    """Return the lines of the answers and the wrong options, with the comments that were at the old fields."""
    trailing = dict(_trailing_comments(document, node, repair))
    entries = repair.node.entries
    name = "answers" if "answers" in entries else "answer"
    lines = list(_listed(name, entries[name], trailing))
    lines += _listed("distractors", entries["distractors"], trailing)
    spans = [_span(node, each) for each in repair.replaced]
    between = (
        found[1]
        for first, last in spans
        for line in document.lines[first : last + 1]
        if (found := _COMMENT.fullmatch(line))
    )
    return [*between, *(comment.strip() for comment in trailing.values()), *lines]


def _listed(name: str, value: Node, trailing: dict[int, str]) -> Iterator[str]:
    """Yield the lines of a field, each item with the comment that was in its line."""
    if not isinstance(value, Sequence):
        yield from _commented(render_field(name, to_data(value)), value, trailing)
        return
    yield f"{name}:"
    for item in value.items:
        yield from _commented(render_field("", [to_data(item)])[1:], item, trailing)


def _commented(lines: list[str], item: Node, trailing: dict[int, str]) -> list[str]:
    """Append the comment of an item to its line, and remove it from those that are left."""
    if len(lines) > 1 or item.line not in trailing:
        return lines
    return [lines[0] + trailing.pop(item.line)]


def _trailing_comments(document: Document, node: Mapping, repair: Repair) -> Iterator[tuple[int, str]]:
    """Yield the comments after values of the replaced fields, by line."""
    for name in repair.replaced:
        for scalar in (node.keys[name], *_scalars(node.entries[name])):
            rest = document.lines[scalar.end_line][scalar.end_column :].removeprefix(":")
            if found := _TRAILING.fullmatch(rest):
                yield scalar.end_line, "  " + found[1].strip()


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
        return
    for item in node.items if isinstance(node, Sequence) else node.entries.values():
        yield from _scalars(item)
