"""Align two sequences, in bounded time."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

# the maximum of aligned items and pairs of equal items: the time grows with the square of either
MAX_ITEMS, MAX_PAIRS = 2_000, 40_000

Opcode = tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]


def opcodes(old: Sequence[str], new: Sequence[str]) -> list[Opcode]:
    """Return what `difflib` does to turn one sequence into the other.

    Of long sequences it aligns what is between their common start and end, or replaces that as a whole.

    >>> opcodes(["a", "b", "c"], ["a", "x", "c"])
    [('equal', 0, 1, 0, 1), ('replace', 1, 2, 1, 2), ('equal', 2, 3, 2, 3)]
    """
    if not is_long(old, new):
        return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    last, new_last = len(old) - end, len(new) - end
    found: list[Opcode] = [("equal", 0, start, 0, start)] if start else []
    if is_long(old[start:last], new[start:new_last]):
        found.append(("replace", start, last, start, new_last))
    else:
        between = opcodes(old[start:last], new[start:new_last])
        found += [(tag, i1 + start, i2 + start, j1 + start, j2 + start) for tag, i1, i2, j1, j2 in between]
    return [*found, ("equal", last, len(old), new_last, len(new))] if end else found


def is_long(old: Sequence[str], new: Sequence[str]) -> bool:
    """Return whether aligning two sequences would take too long.

    >>> is_long(["a"] * 100, ["a"] * 100), is_long(["a"] * 1_000, ["a"] * 1_000)
    (False, True)
    """
    counts = Counter(new)
    return max(len(old), len(new)) > MAX_ITEMS or sum(counts[item] for item in old) > MAX_PAIRS


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many items both sequences start with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))
