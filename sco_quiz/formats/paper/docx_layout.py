"""The layout of a document of Word: styles, pages, footers, and questions that pages do not split."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from sco_quiz.card.direction import direction_of
from sco_quiz.formats.exchange import word_styles as styles
from sco_quiz.formats.exchange.xml_output import xml_text
from sco_quiz.formats.paper.docx_blocks import add_grid, add_paragraph
from sco_quiz.formats.paper.settings import PaperSettings

_SIZES = {"a4": (Cm(21), Cm(29.7)), "letter": (Cm(21.59), Cm(27.94))}
_MARGIN = Cm(2)
_LONGEST_TITLE = 255  # characters, as python-docx allows
_MOST = 0.65  # of a page: higher questions may be split
_LETTER, _LINE = 0.5, 1.2  # the width of a letter and the height of a line, in sizes of the type
_HANGING = Cm(0.7)
_BLACK = RGBColor(0, 0, 0)
_CREAM = "FBF6E6"
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # the same sheets give the same bytes


class Layout:
    """A document with the styles of a test, to which parts are added."""

    def __init__(self, title: str, lang: str, settings: PaperSettings) -> None:
        self.document = Document()
        self._settings = settings
        core = self.document.core_properties
        core.title, core.language, core.author, core.comments = xml_text(title)[:_LONGEST_TITLE], lang, "", ""
        core.created = core.modified = _NO_DAY
        self._set_styles(lang)
        if settings.tinted:
            self._tint()

    @property
    def _page(self) -> tuple[Length, Length]:
        return _SIZES[self._settings.page]

    @property
    def width(self) -> Length:
        """The width of a line."""
        return Length(self._page[0] - 2 * _MARGIN)

    @property
    def indent(self) -> Length:
        """How far the text of a question is from the margin, where its number is."""
        return Cm(1.4 if self._settings.large else 0.9)

    def _set_styles(self, lang: str) -> None:
        known, dyslexia = self.document.styles, self._settings.dyslexia
        normal = known["Normal"]
        size, spacing = self._type
        normal.font.name, normal.font.size = "Verdana" if dyslexia else "Calibri", size
        language = OxmlElement("w:lang", {qn(f"w:{name}"): lang for name in ("val", "eastAsia", "bidi")})
        normal.element.get_or_add_rPr().append(language)
        normal.paragraph_format.space_after = Pt(4)
        normal.paragraph_format.line_spacing = spacing
        for name, least in (("Heading 1", 16), ("Heading 2", 13)):
            font = known[name].font
            font.size, font.color.rgb, font.italic = max(Pt(least), size), _BLACK, False
        for name in styles.TITLES:
            self._add_style(name, "Heading 1")
        for name, left, hanging, before in self._paragraphs():
            form = self._add_style(name, "Normal").paragraph_format
            form.left_indent, form.first_line_indent, form.space_before = left, -hanging, Pt(before)
        for name in (styles.RIGHT, styles.GAP, styles.GAP_HINT, styles.UNIT):
            known.add_style(styles.name_of(name), WD_STYLE_TYPE.CHARACTER).font.bold = name == styles.RIGHT or None

    def _paragraphs(self) -> Iterator[tuple[str, int, int, int]]:
        """Yield the style of each paragraph, its indentation, by how much its first line has less, the pt before it."""
        yield from ((name, 0, 0, before) for name, before in ((styles.INSTRUCTIONS, 0), (styles.SETTING_LABEL, 12)))
        yield from ((name, self.indent, self.indent, 12) for name in (styles.QUESTION, styles.KEY_ANSWER))
        yield styles.OPTION, 2 * self.indent, _HANGING, 0
        yield from ((name, self.indent, 0, 0) for name in styles.BELOW_NUMBER)

    def _add_style(self, name: str, base: str) -> ParagraphStyle:
        style: ParagraphStyle = self.document.styles.add_style(styles.name_of(name), WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = self.document.styles[base]
        return style

    def _tint(self) -> None:
        self.document.element.insert(0, parse_xml(f'<w:background {nsdecls("w")} w:color="{_CREAM}"/>'))
        self.document.settings.element.find(qn("w:zoom")).addnext(OxmlElement("w:displayBackgroundShape"))

    def begin(self, footer: str, start: WD_SECTION | None, alone: bool) -> None:
        """Begin a part with its footer and pages from 1: the first one, or after a break.

        Only a part that is `alone` says how many pages there are: not all programs can count those of one of several.
        """
        section = self.document.sections[-1] if start is None else self.document.add_section(start)
        section.page_width, section.page_height = self._page
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
        if start is None:  # later sections are copies; Word refuses another order of elements
            section._sectPr.find(qn("w:cols")).addprevious(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))
        section.footer.is_linked_to_previous = False
        line = section.footer.paragraphs[0]
        line.add_run(xml_text(footer) + " · ")
        for name, before in (("PAGE", ""), ("NUMPAGES", "/")) if alone else (("PAGE", ""),):
            line.add_run(before)
            line._p.append(
                parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
            )

    def add(self, text: str = "", style: str = styles.ITEM) -> Paragraph:
        """Add a paragraph in the style of an id and return it."""
        return add_paragraph(self.document, text, style)

    def add_table(self, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Add a table whose header repeats on each page."""
        texts = [header, *rows]
        grid = add_grid(self.document, len(texts), len(header))
        for at, (row, words) in enumerate(zip(grid.rows, texts, strict=True)):
            for cell, text in zip(row.cells, words, strict=True):
                cell.paragraphs[0].add_run(xml_text(text)).bold = at == 0 or None

    @contextmanager
    def kept_together(self) -> Iterator[None]:
        """Keep what is added on one page; what would leave a large part of one empty may be split at its paragraphs."""
        with self._added() as added:
            yield
        paragraphs = [each for element in added for each in element.iter(qn("w:p"))]
        splits = sum(map(self._height, paragraphs)) > _MOST * (self._page[1] - 2 * _MARGIN)
        for each in paragraphs:
            form = Paragraph(each, self.document._body).paragraph_format
            # the number of a question and what it says to do are never the last lines of a page
            follows = not splits or each is paragraphs[0] or each.style == styles.TASK
            form.keep_together, form.keep_with_next = True, follows and each is not paragraphs[-1]

    def _height(self, paragraph: CT_P) -> float:
        """Return about how high a paragraph will be: only the program that shows it can measure it."""
        size, spacing = self._type
        letters = len("".join(each.text or "" for each in paragraph.iter(qn("w:t"))))
        lines = letters * size * _LETTER // self.width + 1 + sum(1 for _ in paragraph.iter(qn("w:br")))
        pictures = sum(int(each.get("cy", "0")) for each in paragraph.iter(qn("wp:extent")))
        return float(lines * size * spacing * _LINE + pictures)

    @property
    def _type(self) -> tuple[Length, float]:
        """The size of letters, and the distance of lines in lines."""
        return Pt(18 if self._settings.large else 11), 1.5 if self._settings.dyslexia else 1.15

    @contextmanager
    def styled(self, style: str) -> Iterator[None]:
        """Give paragraphs that are added without a style the one with this id."""
        with self._added() as added:
            yield
        for element in added:
            if element.tag == qn("w:p") and element.style is None:
                element.style = style

    @contextmanager
    def _added(self) -> Iterator[list[BaseOxmlElement]]:
        """Give a list which, afterwards, has the elements that were added."""
        body = self.document.element.body
        added: list[BaseOxmlElement] = []
        before = len(body) - 1  # the last element has the properties of the page
        yield added
        added += body[before:-1]

    def saved(self) -> bytes:
        """Return the document as a file."""
        for each in self.document.element.body.iter(qn("w:p")):
            if direction_of("".join(text.text or "" for text in each.iter(qn("w:t")))) == "rtl":
                each.get_or_add_pPr().append(OxmlElement("w:bidi"))
                for run in each.iter(qn("w:r")):
                    run.get_or_add_rPr().append(OxmlElement("w:rtl"))
        file = BytesIO()
        self.document.save(file)
        return _without_times(file)


def _without_times(file: BytesIO) -> bytes:
    """Return an archive whose members have no time."""
    written = BytesIO()
    with ZipFile(file) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name), old.read(name), ZIP_DEFLATED)
    return written.getvalue()
