"""Text to be shown, before it is drawn: a block has a title and lines."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from sco_quiz.terminal.shown import Words, rewrite_literal, shown

Style = Literal["", "strong", "dim", "key", "right", "partly", "almost", "wrong", "note"]


class Line(NamedTuple):
    """Text, with a label (such as an option's number) before it. Color never carries the meaning alone.

    `spoken` replaces label and words for a screen reader, where symbols or a single key say something; an empty string
    is not spoken at all. A section of the block ends with the line that `ends_section`. `option` is the index of the
    option in the line; `mark` says what became of it. `row` is the index of a row whose text ends with a question
    mark until its partner is chosen. The text may come from anywhere: the writer sanitizes it.
    """

    words: Words
    style: Style = ""
    label: str = ""
    spoken: Words | None = None
    ends_section: bool = False
    mark: str = ""
    option: int | None = None
    row: int | None = None

    @property
    def text(self) -> str:
        """The words as a string."""
        return str(self.words)


class Block(NamedTuple):
    """Lines under a title; `spoken` replaces the title for a screen reader."""

    title: str
    lines: tuple[Line, ...]
    style: Style = ""
    spoken: str = ""


def rewrite_lines(block: Block, rewrite: Callable[[str], str]) -> Block:
    """Return the block with the literal characters of its lines rewritten."""
    return block._replace(lines=tuple(_rewritten(line, rewrite) for line in block.lines))


def pictures_of(block: Block) -> tuple[str, ...]:
    """Return the files of the pictures in a block, each once, in reading order."""
    return tuple(dict.fromkeys(image.file for line in block.lines for image in shown(line.words).images))


def _rewritten(line: Line, rewrite: Callable[[str], str]) -> Line:
    spoken = None if line.spoken is None else rewrite_literal(line.spoken, rewrite)
    return line._replace(words=rewrite_literal(line.words, rewrite), spoken=spoken)
