r"""Lists and pairs in a cell: an entry in each line, its further lines indented, `left => right` for a pair.

A backslash before `=>`, or before a space or the end of the first line of an entry, makes these a part of the text.
"""

import re
from collections.abc import Iterable

_ARROW = re.compile(r"\\*=>")
_SPLIT = re.compile(r" ?(?<!\\)=> ?")
_ESCAPED_ARROW = re.compile(r"\\(\\*=>)")
_STARTS_WITH_SPACE = re.compile(r"\\*[ \t\n]")
_INDENT = "  "


def join_entries(entries: Iterable[str]) -> str:
    """Return entries as lines.

    >>> join_entries(["Paris", "New\\nYork"])
    'Paris\\nNew\\n  York'
    """
    return "\n".join(_protected(entry).replace("\n", f"\n{_INDENT}") for entry in entries)


def split_entries(cell: str) -> list[str]:
    """Return the entries of a cell; empty lines between them are ignored."""
    entries: list[list[str]] = []
    for line in cell.split("\n"):
        if line.startswith(_INDENT) and entries:
            entries[-1].append(line.removeprefix(_INDENT))
        elif line.strip():
            entries.append([line])
    return [_unprotected("\n".join(lines)) for lines in entries]


def _protected(entry: str) -> str:
    return f"\\{entry}" if _STARTS_WITH_SPACE.match(entry) else entry


def _unprotected(entry: str) -> str:
    return entry.removeprefix("\\") if _STARTS_WITH_SPACE.match(entry) else entry


def join_pair(left: str, right: str) -> str:
    """Return a pair as an entry; without a right side, the left one alone.

    >>> join_pair("China", "Beijing"), join_pair("a => b", "")
    ('China => Beijing', 'a \\\\=> b')
    """
    protected = _ARROW.sub(lambda arrow: f"\\{arrow[0]}", left)
    return f"{protected} => {right}" if right else protected


def split_pair(entry: str) -> tuple[str, str]:
    """Return both sides of a pair; the right one is empty if there is none."""
    found = _SPLIT.search(entry)
    left, right = (entry[: found.start()], entry[found.end() :]) if found else (entry, "")
    return _ESCAPED_ARROW.sub(r"\1", left), right
