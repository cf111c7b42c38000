"""Content as paragraphs, tables and pictures of a Word document."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import assert_never

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.image.exceptions import UnexpectedEndOfFileError, UnrecognizedImageError
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Inches, Length
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from sco_quiz.core.found_gap import MarkupError
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
from sco_quiz.formats.exchange import word_styles as styles
from sco_quiz.formats.exchange.xml_output import xml_text
from sco_quiz.formats.paper.docx_blocks import add_grid, add_paragraph
from sco_quiz.formats.paper.omml import render_omml

BLANK = "______"
"""A gap to write in."""

_CODE_FONT = "Courier New"
_CODE_SIZE = 10 / 11  # of that of other text, beside which it looks larger
_LIST_STEP = Cm(0.63)
_STEPS = 0.7  # of the indentation, which is wider in large print
_WIDEST, _HIGHEST = Inches(5), Inches(4)
_DOTS_PER_INCH = 96
_DEEPEST = 2  # Word's template has three styles of each list
_DISPLAY = '<m:oMathPara xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/>'
_RIGHT_FORMULA = f'<w:rPr {nsdecls("w")}><w:rStyle w:val="{styles.RIGHT}"/></w:rPr>'
_ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


class ContentWriter:
    """Adds content to a document; `pictures` are those that Word can show, by file as questions name it.

    Without `italics`, which are hard to read with dyslexia, emphasis is bold. Lists and tables begin at `indent`.
    """

    def __init__(
        self, document: Document, pictures: Mapping[str, Picture], italics: bool = True, indent: int = 0
    ) -> None:
        self._document = document
        self._indent = indent
        self._step = Length(round(indent * _STEPS)) if indent else _LIST_STEP
        size = document.styles["Normal"].font.size
        self._code_size = Length(round(size * _CODE_SIZE)) if size else None
        self._pictures = pictures
        self.lost: set[str] = set()
        """Files of pictures that the document does not show."""
        self._emphasis = "emphasis" if italics else "strong"

    def add_blocks(self, blocks: Iterable[Block], first: WordParagraph | None = None, depth: int = 0) -> None:
        """Add blocks; the first one continues the paragraph `first`, if it is one of text. `depth` is that of lists."""
        for block in blocks:
            match block:
                case Paragraph(inlines):
                    self.add_inlines(first or add_paragraph(self._document), inlines)
                case CodeBlock(inlines):
                    self.add_inlines(add_paragraph(self._document), inlines, frozenset({"code"}))
                case MathBlock(tex):
                    self._add_formula(add_paragraph(self._document), tex, frozenset(), display=True)
                case BulletList(items):
                    self._add_items(items, "List Bullet", depth)
                case NumberedList(items, start):
                    self._add_items(items, "List Number", depth, start)
                case Table():
                    self._add_table(block)
                case _:
                    assert_never(block)
            first = None

    def _add_items(self, items: Iterable[tuple[Block, ...]], style: str, depth: int, start: int | None = None) -> None:
        name = f"{style} {min(depth, _DEEPEST) + 1}" if depth else style
        number = None if start is None else self._numbering(name, start)
        for item in items:
            paragraph = add_paragraph(self._document, style=name.replace(" ", ""))
            form = paragraph.paragraph_format
            form.left_indent, form.first_line_indent = self._indent + (depth + 1) * self._step, -self._step
            if number is not None:
                paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
            self.add_blocks(item, paragraph, depth + 1)

    def _numbering(self, style: str, start: int) -> int:
        """Return the id of a numbering of its own: in Word, all lists of a style would be numbered as one."""
        numbering = self._document.part.numbering_part.element
        known = self._document.styles[style].element.pPr.numPr.numId.val
        added = numbering.add_num(numbering.num_having_numId(known).abstractNumId.val)
        added.add_lvlOverride(ilvl=0).add_startOverride(start)
        return int(added.numId)

    def _add_table(self, table: Table) -> None:
        rows = [
            [(inlines, frozenset[str]() if at else frozenset({"strong"})) for inlines in cells]
            for at, cells in enumerate((table.header, *table.rows))
        ]
        grid = add_grid(self._document, len(rows), len(table.header), self._indent)
        for row, cells in zip(grid.rows, rows, strict=True):
            for cell, (inlines, marks), alignment in zip(row.cells, cells, table.alignments, strict=True):
                cell.paragraphs[0].alignment = _ALIGNMENTS.get(alignment)
                self.add_inlines(cell.paragraphs[0], inlines, marks)

    def add_inlines(
        self, paragraph: WordParagraph, inlines: Iterable[Inline], marks: frozenset[str] = frozenset()
    ) -> None:
        """Add inline nodes to a paragraph, with the marks around them."""
        for node in inlines:
            self._add_inline(paragraph, node, marks)

    def _add_inline(self, to: WordParagraph, node: Inline, marks: frozenset[str]) -> None:  # noqa: C901 - by type
        match node:
            case Plain(text):
                self._add_run(to, text, marks)
            case Strong(inside):
                self.add_inlines(to, inside, marks | {"strong"})
            case Emphasis(inside):
                self.add_inlines(to, inside, marks | {self._emphasis})
            case Code(inside):
                self.add_inlines(to, inside, marks | {"code"})
            case Subscript(inside):
                self.add_inlines(to, inside, marks | {"sub"})
            case Superscript(inside):
                self.add_inlines(to, inside, marks | {"super"})
            case Link(inside, url):
                self.add_inlines(to, inside, marks)
                self._add_run(to, f" ({url})", marks)  # on paper nobody can follow it
            case Math(tex):
                self._add_formula(to, tex, marks)
            case LineBreak():
                to.add_run().add_break()
            case Image():
                self._add_picture(to, node)
            case GapMark(hint=hint):
                self._add_run(to, BLANK, marks)._r.style = styles.GAP
                if hint:
                    self._add_run(to, f" ({hint})", marks)._r.style = styles.GAP_HINT
            case Correction(wrong):
                self.add_inlines(to, wrong, marks)
            case _:
                assert_never(node)

    def _add_run(self, to: WordParagraph, text: str, marks: frozenset[str]) -> WordRun:
        run = to.add_run(xml_text(text))
        font = run.font
        # None leaves the format to the style of the paragraph
        font.bold = "strong" in marks or None
        font.italic = "emphasis" in marks or None
        font.subscript = "sub" in marks or None
        font.superscript = "super" in marks or None
        if "code" in marks:
            font.name, font.size = _CODE_FONT, self._code_size
        if "right" in marks:
            run._r.style = styles.RIGHT
        return run

    def _add_formula(self, to: WordParagraph, tex: str, marks: frozenset[str], display: bool = False) -> None:
        parsed = parse_tex(tex)
        if isinstance(parsed, MarkupError):
            self._add_run(to, tex, frozenset({"code"}))
            return
        formula = parse_xml(render_omml(parsed))
        if "right" in marks:
            for text in formula.iter(qn("m:t")):
                text.addprevious(parse_xml(_RIGHT_FORMULA))
        if display:
            place = parse_xml(_DISPLAY)
            place.append(formula)
            formula = place
        to._p.append(formula)

    def _add_picture(self, to: WordParagraph, image: Image) -> None:
        """Add a picture with its alternative text, which stands for one that Word cannot show."""
        picture = self._pictures.get(image.file)
        try:
            shape = to.add_run().add_picture(BytesIO(picture.read())) if picture else None
        except (OSError, UnrecognizedImageError, UnexpectedEndOfFileError):
            shape = None
        if picture is None or shape is None:
            self.lost.add(image.file)
            self._add_run(to, f"[{image.alt}]", frozenset())
            return
        if picture.width and picture.height:
            shape.width, shape.height = (Inches(each / _DOTS_PER_INCH) for each in (picture.width, picture.height))
        scale = min(1, _WIDEST / shape.width, _HIGHEST / shape.height)
        shape.width, shape.height = (Length(max(round(each * scale), 1)) for each in (shape.width, shape.height))
        shape._inline.docPr.set("descr", xml_text(image.alt))
