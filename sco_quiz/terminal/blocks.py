"""Text to be shown, before it is drawn: a block has a title and lines."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from sco_quiz.terminal.sanitize import shorten_for_screen

Style = Literal["", "strong", "dim", "key", "right", "partly", "almost", "wrong", "note"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, with a label (such as an option's number) before it. Color never carries the meaning alone.

    `spoken` replaces label and text for a screen reader, where symbols or a single key say something. A section of
    the block ends with the line that `ends_section`. The text may come from anywhere: the writer sanitizes it.
    """

    text: str
    style: Style = ""
    label: str = ""
    spoken: str = ""
    ends_section: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under a title; `spoken` replaces the title for a screen reader."""

    title: str
    lines: tuple[Line, ...]
    style: Style = ""
    spoken: str = ""


def rewrite_lines(block: Block, rewrite: Callable[[str], str]) -> Block:
    """Return the block with each text of its lines rewritten."""
    lines = (replace(line, text=rewrite(line.text), spoken=rewrite(line.spoken)) for line in block.lines)
    return replace(block, lines=tuple(lines))


def shorten_lines(lines: Iterable[Line], question_id: str) -> tuple[Line, ...]:
    """Cut lines of a question that are too long for a screen."""
    return tuple(
        replace(
            line, text=shorten_for_screen(line.text, question_id), spoken=shorten_for_screen(line.spoken, question_id)
        )
        for line in lines
    )
