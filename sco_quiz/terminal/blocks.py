"""Text to be shown, before it is drawn: a block has a title and lines."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from sco_quiz.terminal.sanitize import shorten_for_screen

Style = Literal["", "strong", "dim", "key", "right", "partly", "almost", "wrong", "note"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, with a label (such as an option's number) before it. Color never carries the meaning alone.

    `spoken` replaces label and text for a screen reader, where symbols or a single key say something; an empty string
    is not spoken at all. A section of the block ends with the line that `ends_section`. `option` is the index of the
    option in the line; `mark` says what became of it. `row` is the index of a row whose text ends with a question
    mark until its partner is chosen. The text may come from anywhere: the writer sanitizes it.
    """

    text: str
    style: Style = ""
    label: str = ""
    spoken: str | None = None
    ends_section: bool = False
    mark: str = ""
    option: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under a title; `spoken` replaces the title for a screen reader."""

    title: str
    lines: tuple[Line, ...]
    style: Style = ""
    spoken: str = ""


def rewrite_lines(block: Block, rewrite: Callable[[str], str]) -> Block:
    """Return the block with each text of its lines rewritten."""
    return replace(block, lines=tuple(_rewritten(line, rewrite) for line in block.lines))


def shorten_lines(lines: Iterable[Line], question_id: str) -> tuple[Line, ...]:
    """Cut lines of a question that are too long for a screen."""
    return tuple(_rewritten(line, lambda text: shorten_for_screen(text, question_id)) for line in lines)


def _rewritten(line: Line, rewrite: Callable[[str], str]) -> Line:
    return replace(line, text=rewrite(line.text), spoken=None if line.spoken is None else rewrite(line.spoken))
