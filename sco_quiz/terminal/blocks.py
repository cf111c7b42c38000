"""What is shown, before it is drawn: a block has a title and lines."""

from dataclasses import dataclass
from typing import Literal

from sco_quiz.terminal.sanitize import one_line, visible

Style = Literal["", "strong", "dim", "key", "right", "partly", "almost", "wrong", "note"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `label` (an option's number, say) hangs before it. Colour never carries the meaning alone.

    `words` is the line, with its label, for those who hear it: needed where signs or a single key say something.
    Whatever the text held, the line holds nothing that acts on a terminal.
    """

    text: str
    style: Style = ""
    label: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", visible(self.text))
        object.__setattr__(self, "words", visible(self.words))


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under a title, which is one line; `words` is the title for those who hear it."""

    title: str
    lines: tuple[Line, ...]
    style: Style = ""
    words: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", one_line(self.title))
        object.__setattr__(self, "words", one_line(self.words))
