"""The one law of line ends: a line ends with LF, CRLF or a CR alone, in any mixture; nothing else ends a line.

The text of a file has line feeds only, from where it is decoded to where it is written again.
"""

import re
from collections import Counter

_END = re.compile(r"\r\n?|\n")
_MAX_COMPARED = 2000
"""Lines: in a larger change, a file with several sorts of line ends gets the most frequent one."""


def with_line_feeds(text: str) -> str:
    """Return the text with a line feed at the end of each line."""
    # without a regular expression, which would take ten times as long for a large file
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def with_ends_of(before: str, text: str) -> str:
    """Return a changed text with the line ends of the text before it; new lines get the most frequent one."""
    ends = Counter(_END.findall(before))
    (usual, _), *others = ends.most_common() or [("\n", 0)]
    if not others:
        return text if usual == "\n" else text.replace("\n", usual)
    old, new = _END.split(before), text.split("\n")
    kept = dict(_kept_ends(old, new, _END.findall(before)))
    text = "".join(f"{line}{kept.get(at, usual)}\0" for at, line in enumerate(new[:-1])) + new[-1]
    # a line feed right behind a CR would be one end with it, and an empty line lost
    return text.replace("\r\0\n", "\r\n\0\n").replace("\0", "")


def _kept_ends(old: list[str], new: list[str], ends: list[str]) -> list[tuple[int, str]]:
    """Return the numbers of the lines that were there before, with their ends."""
    first = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    rest = zip(reversed(old[first:]), reversed(new[first:]), strict=False)
    last = next((at for at, (a, b) in enumerate(rest) if a != b), min(len(old), len(new)) - first)
    pairs = [(at, at) for at in range(first)]
    pairs += [(len(old) - 1 - at, len(new) - 1 - at) for at in range(last)]
    changed, wanted = old[first : len(old) - last], new[first : len(new) - last]
    if max(len(changed), len(wanted)) <= _MAX_COMPARED:
        from difflib import SequenceMatcher  # few files mix their line ends

        blocks = SequenceMatcher(None, changed, wanted, False).get_matching_blocks()
        pairs += [(first + block.a + at, first + block.b + at) for block in blocks for at in range(block.size)]
    return [(to, ends[at]) for at, to in pairs if at < len(ends)]
