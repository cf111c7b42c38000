"""Differences between two strings, word by word: found as segments, then rendered."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sco_quiz.core.alignment import opcodes

MIN_LIKENESS = 0.4  # below it, comparing words confuses more than it shows

_WORD = re.compile(r"\s*(?:\w+|[^\w\s])|\s+$")  # with the spaces before it


class Segment(NamedTuple):
    """A stretch of two strings: the same in both, replaced, removed (`new` is empty) or added (`old` is empty)."""

    old: str
    new: str


def compare_words(old: str, new: str) -> tuple[Segment, ...]:
    """Return the segments in whole words; a single one when the two have little in common."""
    before, after = (_WORD.findall(f" {text}") for text in (old, new))
    found = opcodes(before, after)
    shared = sum(i2 - i1 for tag, i1, i2, *_ in found if tag == "equal")
    if 2 * shared < MIN_LIKENESS * (len(before) + len(after)):
        return (Segment(old, new),)
    segments = (Segment("".join(before[i1:i2]), "".join(after[j1:j2])) for _, i1, i2, j1, j2 in found)
    return tuple(part for segment in segments for part in _without_space(segment))


def _without_space(segment: Segment) -> Iterator[Segment]:
    """Move the spaces before changed words out of their segment."""
    if segment.old == segment.new:
        yield segment
        return
    first = segment.old or segment.new
    space = first[: len(first) - len(first.lstrip(" "))]
    yield from (Segment(space, space), Segment(segment.old.lstrip(" "), segment.new.lstrip(" ")))


def render_segments(segments: Iterable[Segment]) -> str:
    """Render the new text, with what is removed in (-…-) and what is added in (+…+).

    >>> render_segments(compare_words("It sat in the city of Beijing in 2010.", "It sits in Beijing in 2010."))
    'It (-sat-)(+sits+) in (-the city of-) Beijing in 2010.'
    >>> render_segments(compare_words("Where did it sit?", "Name two members."))
    '(-Where did it sit?-)(+Name two members.+)'
    """
    return "".join(map(_render_segment, segments)).strip(" ")


def _render_segment(segment: Segment) -> str:
    if segment.old == segment.new:
        return segment.new
    removed = f"(-{segment.old}-)" if segment.old else ""
    return f"{removed}(+{segment.new}+)" if segment.new else removed
