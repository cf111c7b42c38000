"""What reading the notation of gaps and other markup finds: a gap, or what is wrong."""

from typing import NamedTuple


class FoundGap(NamedTuple):
    """A gap with its offsets in the source; `hidden` and `hint` are without escapes, but for those of the markup."""

    start: int
    end: int
    number: int
    hidden: str
    hint: str


class MarkupError(NamedTuple):
    """Wrong markup: the part of the source, what is wrong with it, and its correct form (empty: cannot be guessed).

    `name` is that of the problem, `start` the offset of the part where it is known.
    """

    part: str
    message: str
    meant: str = ""
    name: str = "broken-gap"
    start: int = -1
