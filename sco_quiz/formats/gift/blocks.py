"""Split a GIFT file into blocks: a question or a category each, separated by blank lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sco_quiz.core.place import Place
from sco_quiz.formats.gift.embedded import has_gaps
from sco_quiz.formats.gift.masked import Slice

_BRACE = re.compile("[{}]")
# a line that can only begin a question or a category, however close it is to the one before
_START = re.compile(r"::(?!:).*?::|\$CATEGORY:")
_CATEGORY = "$CATEGORY:"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a file, the first with its number.

    `split` says that no blank line precedes the block, `joined` that blank lines are between its braces: Moodle reads
    neither as meant.
    """

    lines: tuple[str, ...]
    number: int
    split: bool = False
    joined: bool = False

    @property
    def text(self) -> str:
        """The lines without comments, which leave an empty line."""
        return "\n".join("" if is_comment(line) else line for line in self.lines)

    @property
    def comment(self) -> str:
        """The comments alone."""
        return "\n".join(line for line in self.lines if is_comment(line))

    def place(self, file: str, offset: int = 0) -> Place:
        """Return the line at an offset of the text; of offset 0, the first one that is not a comment."""
        index = self.text.count("\n", 0, offset)
        while index < len(self.lines) - 1 and (not self.lines[index].strip() or is_comment(self.lines[index])):
            index += 1
        line = self.lines[index]
        return Place(file, self.number + index, 1, max(len(line), 1), line)


def is_comment(line: str) -> bool:
    """Return whether a line is a comment."""
    return line.startswith("//")


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of a file; questions that follow each other without a blank line become blocks of their own."""
    for block in _joined(list(_paragraphs(text))):
        yield from _split(block)


def _paragraphs(text: str) -> Iterator[Block]:
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if stripped := line.strip(" \t\r\v\0"):
            lines.append(stripped)
        elif lines:
            yield Block(tuple(lines), number - len(lines))
            lines = []


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Join blocks with blank lines between the braces of a question."""
    index = 0
    while index < len(blocks):
        end = _closing(blocks, index)
        yield blocks[index] if end == index else _join(blocks[index : end + 1])
        index = end + 1


def _closing(blocks: Sequence[Block], index: int) -> int:
    """Return the index of the block that closes the brace that a block leaves open; else its own index."""
    if _depth(blocks[index].text) <= 0:
        return index
    for end in range(index + 1, len(blocks)):
        text = blocks[end].text.lstrip()
        if _START.match(text):
            break
        brace = _BRACE.search(Slice.of(text).masked)
        if brace:
            return end if brace[0] == "}" else index
    return index


def _depth(text: str) -> int:
    masked = Slice.of(text).masked
    return masked.count("{") - masked.count("}")


def _join(blocks: Sequence[Block]) -> Block:
    lines: list[str] = []
    for block in blocks:
        lines.extend([""] * (block.number - blocks[0].number - len(lines)))
        lines.extend(block.lines)
    return Block(tuple(lines), blocks[0].number, joined=True)


def _split(block: Block) -> Iterator[Block]:
    """Split a block before each line that begins another question."""
    masked = [Slice.of("" if is_comment(line) else line).masked for line in block.lines]
    last = max((index for index, line in enumerate(masked) if "{" in line), default=-1)
    start, depth, before = 0, 0, ""
    for index, line in enumerate(masked):
        # after a closing brace at the end of a line, text with braces is a question of its own, but no option
        closed = before.rstrip(" .?!;:").endswith("}") and index <= last and not line.startswith(("=", "~"))
        closed = closed and not has_gaps(before)
        if before and line and depth <= 0 and (closed or _START.match(line) or before.startswith(_CATEGORY)):
            begin = _with_comments(block, start, index)
            yield Block(block.lines[start:begin], block.number + start, start > 0, block.joined)
            start, depth = begin, 0
        depth += line.count("{") - line.count("}")
        before = line or before
    yield Block(block.lines[start:], block.number + start, start > 0, block.joined)


def _with_comments(block: Block, start: int, index: int) -> int:
    """Return the index of the first of the comments right before a line: they belong to its question."""
    while index - 1 > start and is_comment(block.lines[index - 1]):
        index -= 1
    return index
