"""Content as data for the template of PDF files: lists that name a function and its arguments, never markup."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.markup.formulas import formula_words
from sco_quiz.core.markup.tex.parse import parse_tex
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
)
from sco_quiz.core.picture import Picture
from sco_quiz.core.plain_text import plain_text
from sco_quiz.formats.paper.typst_math import Data, formula_data


class ContentData:
    """Turns content into data. The gaps of a prompt are numbered from 1 if there are several."""

    def __init__(self, pictures: Mapping[str, Picture], gaps: int = 0) -> None:
        self._pictures = pictures
        self._numbered = gaps > 1
        self._gap = 0

    def blocks(self, blocks: Iterable[Block]) -> Data:
        """Return blocks."""
        return [self._block(block) for block in blocks]

    def inlines(self, nodes: Iterable[Inline]) -> Data:
        """Return the nodes of a line."""
        return [self._inline(node) for node in nodes]

    def _block(self, block: Block) -> Data:
        match block:
            case Paragraph((Image(file, alt),)):
                return ["figure", self._picture(file), alt]
            case Paragraph(nodes):
                return ["paragraph", self.inlines(nodes)]
            case CodeBlock(nodes):
                return ["code-block", self.inlines(nodes)]
            case MathBlock(tex):
                return ["formula", _formula(tex), formula_words(tex), True]
            case BulletList(items):
                return ["bullets", [self.blocks(item) for item in items]]
            case NumberedList(items, start):
                return ["numbers", [self.blocks(item) for item in items], start]
            case Table(header, rows, alignments):
                cells: Data = [[self.inlines(cell) for cell in row] for row in (header, *rows)]
                return ["table", cells, [*alignments]]
        assert_never(block)

    def _inline(self, node: Inline) -> Data:  # noqa: C901 - one case for each type of node
        match node:
            case Plain(text):
                return ["text", text]
            case Emphasis(nodes):
                return ["emphasis", self.inlines(nodes)]
            case Strong(nodes):
                return ["strong", self.inlines(nodes)]
            case Code(nodes):
                return ["code", self.inlines(nodes)]
            case Subscript(nodes):
                return ["subscript", self.inlines(nodes)]
            case Superscript(nodes):
                return ["superscript", self.inlines(nodes)]
            case Math(tex):
                return ["formula", _formula(tex), formula_words(tex), False]
            case Link(nodes, url):
                address = url.removeprefix("mailto:")
                return ["link", self.inlines(nodes), "" if plain_text(nodes) == address else address]
            case LineBreak():
                return ["line-break"]
            case Image(file, alt):
                return ["picture", self._picture(file), alt]
            case GapMark(hint=hint):
                self._gap += 1
                return ["gap", str(self._gap) if self._numbered else "", hint]
            case Correction(wrong, right):
                return ["correction", self.inlines(wrong), self.inlines(right)]
        assert_never(node)

    def _picture(self, file: str) -> Data:
        """Return the name, the width in pixels (0: unknown) and the height of a picture; None for an unknown one."""
        picture = self._pictures.get(file)
        return [file, picture.width, picture.height] if picture else None


def _formula(tex: str) -> Data:
    """Return a formula; the TeX of a wrong one as code."""
    parsed = parse_tex(tex)
    return ["wrong", tex] if isinstance(parsed, MarkupError) else formula_data(parsed)
