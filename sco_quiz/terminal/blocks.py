"""Text to be shown, before it is drawn: a block has a title and lines."""

from dataclasses import dataclass
from typing import Literal

Style = Literal["", "strong", "dim", "key", "right", "partly", "almost", "wrong", "note"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, with a label (such as an option's number) before it. Color never carries the meaning alone.

    `words` replaces line and label for a screen reader, where symbols or a single key say something. Texts may come
    from anywhere: the writer sanitizes them.
    """

    text: str
    style: Style = ""
    label: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under a title; `words` replaces the title for a screen reader."""

    title: str
    lines: tuple[Line, ...]
    style: Style = ""
    words: str = ""
