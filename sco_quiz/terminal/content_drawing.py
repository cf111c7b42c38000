"""Draw content with Rich: styles, code, tables, lists; nothing of it is cut."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table as Grid
from rich.text import Text

from sco_quiz.core.markup.addresses import is_safe
from sco_quiz.core.nodes import (
    Block,
    BulletList,
    Code,
    CodeBlock,
    Correction,
    Emphasis,
    GapMark,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    MathBlock,
    NumberedList,
    Paragraph,
    Plain,
    Strong,
    Subscript,
    Superscript,
    Table,
    walk,
)
from sco_quiz.core.plain_text import plain_text
from sco_quiz.core.scripts import subscript, superscript
from sco_quiz.terminal.code_drawing import CodeDrawing
from sco_quiz.terminal.content_text import formula_text, link_address, picture_label
from sco_quiz.terminal.sanitize import sanitize
from sco_quiz.terminal.table_drawing import TableDrawing

# underlined, too: a prompt is bold as a whole, and some terminals have no italic type
EMPHASIS, STRONG = Style(italic=True, underline=True), Style(bold=True, underline=True)
CODE, BACKTICK = Style(color="cyan"), Style(dim=True)
PICTURE, ADDRESS = Style(color="magenta"), Style(dim=True)

Runs = Iterator[tuple[str, Style]]
DrawPicture = Callable[[str], RenderableType | None]
"""Draws a picture, named by its file in the bank; None where it cannot be drawn."""


@dataclass(frozen=True, slots=True)
class Gallery:
    """The files of the pictures in a block, which give them numbers, and what draws them, where the terminal can."""

    files: tuple[str, ...] = ()
    draw: DrawPicture | None = None

    def drawn(self, nodes: Iterable[Inline]) -> Iterator[RenderableType]:
        """Yield the pictures among nodes as far as they can be drawn."""
        for node in walk(nodes):
            if self.draw and isinstance(node, Image) and (picture := self.draw(node.file)):
                yield picture


NO_PICTURES = Gallery()


def draw_content(blocks: Sequence[Block], style: Style, pictures: Gallery = NO_PICTURES) -> RenderableType:
    """Draw blocks with a blank line between them, but not before the list of a paragraph; `pictures` have numbers."""
    if len(blocks) == 1:
        return _draw_block(blocks[0], style, pictures)
    drawn: list[RenderableType] = []
    for number, block in enumerate(blocks):
        is_list_of_paragraph = isinstance(block, BulletList | NumberedList) and isinstance(
            blocks[number - 1], Paragraph
        )
        if number and not is_list_of_paragraph:
            drawn.append("")
        drawn.append(_draw_block(block, style, pictures))
    return Group(*drawn)


def draw_inlines(nodes: Iterable[Inline], style: Style, pictures: Gallery = NO_PICTURES) -> Text:
    """Draw inline nodes as one text."""
    text = Text(style=style)
    for run, run_style in _runs(nodes, Style.null(), pictures):
        text.append(sanitize(run), run_style)
    return text


def _draw_block(block: Block, style: Style, pictures: Gallery) -> RenderableType:
    match block:
        case Paragraph(inlines):
            text, drawn = draw_inlines(inlines, style, pictures), tuple(pictures.drawn(inlines))
            return Group(text, *drawn) if drawn else text
        case CodeBlock(inlines, language):
            return CodeDrawing(sanitize(_string(inlines)), language)
        case MathBlock(tex):
            return Padding(Text(sanitize(formula_text(tex)), style), (0, 0, 0, 2))
        case BulletList(items):
            return _draw_items((("•", item) for item in items), style, pictures)
        case NumberedList(items, start):
            return _draw_items(((f"{n}.", item) for n, item in enumerate(items, start)), style, pictures)
        case Table(header, rows, alignments):
            cells = [[draw_inlines(cell, style, pictures) for cell in row] for row in (header, *rows)]
            return TableDrawing(cells[0], cells[1:], alignments)
    assert_never(block)


def _draw_items(items: Iterable[tuple[str, Sequence[Block]]], style: Style, pictures: Gallery) -> RenderableType:
    grid = Grid.grid(padding=(0, 1))
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column(overflow="fold")
    for label, item in items:
        # lines of an item belong together
        grid.add_row(Text(label, style), Group(*(_draw_block(block, style, pictures) for block in item)))
    return Padding(grid, (0, 0, 0, 1))


def _runs(nodes: Iterable[Inline], style: Style, pictures: Gallery) -> Runs:
    """Yield runs of characters with their style."""
    for node in nodes:
        yield from _run(node, style, pictures)


def _string(nodes: Iterable[Inline]) -> str:
    return "".join(run for run, _ in _runs(nodes, Style.null(), NO_PICTURES))


def _run(node: Inline, style: Style, pictures: Gallery) -> Runs:
    match node:
        case Emphasis(inside):
            yield from _runs(inside, style + EMPHASIS, pictures)
        case Strong(inside):
            yield from _runs(inside, style + STRONG, pictures)
        case Code(inside):
            # backticks, since the same characters may be a word
            yield "`", style + BACKTICK
            yield from _runs(inside, style + CODE, pictures)
            yield "`", style + BACKTICK
        case Link(inside, url):
            yield from _link(inside, url, style, pictures)
        case Image():
            yield picture_label(node, pictures.files), style + PICTURE
        case Correction(_, right):
            yield from _runs(right, style, pictures)
        case _:
            yield _characters(node), style


def _characters(node: Plain | LineBreak | Math | Subscript | Superscript | GapMark) -> str:
    match node:
        case Plain(text):
            return text
        case LineBreak():
            return "\n"
        case Math(tex):
            return formula_text(tex)
        case Subscript(inside):
            return subscript(_string(inside))
        case Superscript(inside):
            return superscript(_string(inside))
        case GapMark(hint=hint):
            return f"[{hint or '…'}]"
    assert_never(node)


def _link(inside: Sequence[Inline], url: str, style: Style, pictures: Gallery) -> Runs:
    """Yield the words of a link, which some terminals open, and its address."""
    # as ASCII, it has no character that could end the control sequence of a link
    live = Style(link=url) if is_safe(url) and url.isascii() else Style.null()
    yield from _runs(inside, style + live, pictures)
    yield link_address(plain_text(inside), url), style + ADDRESS + live
