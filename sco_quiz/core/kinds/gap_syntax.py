"""Gaps of a cloze that are not written as they should be: which one, what is amiss, and what was probably meant."""

import re
from typing import NamedTuple

GAP = re.compile(r"\{\{c(\d+)::(.*?)\}\}", re.DOTALL)

_BRACED = re.compile(r"\{\{([^{}]*)\}\}")
_UNCLOSED = re.compile(r"\{\{[^{}]*\}?(?!\})")
_NUMBERED = re.compile(r"\s*([cC]?)(\d*)\s*([:;]*)\s*(.*?)\s*$", re.DOTALL)
_LOOKS_LIKE_ONE = re.compile(r"_{2,}|\{c?\d*:*([^{}]+)\}|\[([^\]]+)\]")


class BrokenGap(NamedTuple):
    """A part of a prompt, what is wrong with it, and how it would be right (empty: anybody's guess)."""

    part: str
    message: str
    meant: str = ""


def broken_gap(prompt: str) -> BrokenGap | None:
    """The first gap that Anki would not take for one."""
    for gap in GAP.finditer(prompt):
        if "{{" in gap[2]:
            return BrokenGap(gap[0], "a gap stands inside another")
    rest = GAP.sub("", prompt)
    if found := _BRACED.search(rest):
        return _braced(found[0], found[1])
    if found := _UNCLOSED.search(rest):
        part = found[0].rstrip()
        shown = part.rstrip("}. ?!")
        return BrokenGap(part, "a gap is not closed", f"{shown}}}}}" if GAP.match(f"{shown}}}}}") else "")
    return BrokenGap("}}", "}} closes no gap") if "}}" in rest else None


def _braced(part: str, inside: str) -> BrokenGap:
    """Two braces on either side, and no gap: what stands between them is not `c1::hidden words`."""
    found = _NUMBERED.match(inside)
    letter, number, colons, words = found.groups() if found else ("", "", "", inside)
    if not colons or (not letter and colons != "::"):
        hidden = inside.strip()
        return BrokenGap(part, "c1:: is missing in this gap", f"{{{{c1::{hidden}}}}}" if hidden else "")
    right = f"{{{{c{number or 1}::{words}}}}}"
    if letter == "C":
        return BrokenGap(part, f"a gap is numbered with a small c: c{number or 1}", right)
    if not letter or not number:
        return BrokenGap(part, "a gap starts with c and a number: c1::", right)
    if colons != "::":
        return BrokenGap(part, f"two colons belong after c{number}", right)
    return BrokenGap(part, f"no blanks stand around c{number} and ::", right)


def meant_for_gap(prompt: str) -> BrokenGap | None:
    """In a prompt without any gap: a line of underscores, or words in brackets or single braces."""
    found = _LOOKS_LIKE_ONE.search(prompt)
    if not found:
        return None
    return BrokenGap(found[0], "", f"{{{{c1::{found[1] or found[2] or 'the hidden words'}}}}}")
