"""What lists in Markdown have instead of letters: boxes before options, and headings."""

import re
from collections.abc import Iterable, Iterator

_BOX = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\[(?P<box>[ xX✓✔]?)\]\s+(?P<text>\S.*)")
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LIKE = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+\[[xX✓✔]\]\s+\S", re.MULTILINE)


def lettered(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines with letters in place of boxes, a star before those of ticked ones, and bare headings."""
    number = 0
    for line in lines:
        box = _BOX.fullmatch(line)
        if box and number < len(_LETTERS):
            ticked = "*" if box["box"].strip() else ""
            yield f"{ticked}{_LETTERS[number]}) {box['text']}"
            number += 1
        else:
            number = number if not line.strip() else 0
            yield _HEADING.sub("", line, count=1)
