"""What is shown, before it is drawn: a block has a title and lines."""

from dataclasses import dataclass
from typing import Literal

Style = Literal["", "strong", "dim", "key", "right", "partly", "almost", "wrong", "note"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `label` (an option's number, say) hangs before it. Colour never carries the meaning alone."""

    text: str
    style: Style = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under a title."""

    title: str
    lines: tuple[Line, ...]
    style: Style = ""
