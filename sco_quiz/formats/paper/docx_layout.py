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
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length, Pt, RGBColor
from docx.text.paragraph import Paragraph

from sco_quiz.card.direction import direction_of
from sco_quiz.formats.exchange.xml_output import xml_text
from sco_quiz.formats.paper.settings import PaperSettings

QUESTION, ITEM, OPTION = "Question", "Question Text", "Answer Option"
"""Styles of paragraphs: the first one of a question, the others, and options."""

_SIZES = {"a4": (Cm(21), Cm(29.7)), "letter": (Cm(21.59), Cm(27.94))}
_MARGIN = Cm(2)
_INDENT = Cm(0.9)
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
        core.title, core.language, core.author, core.comments = xml_text(title), lang, "", ""
        core.created = core.modified = _NO_DAY
        self._set_styles(lang)
        if settings.tinted:
            self._tint()

    @property
    def width(self) -> Length:
        """The width of a line."""
        return Length(_SIZES[self._settings.page][0] - 2 * _MARGIN)

    def _set_styles(self, lang: str) -> None:
        styles, large, dyslexia = self.document.styles, self._settings.large, self._settings.dyslexia
        normal = styles["Normal"]
        normal.font.name, normal.font.size = "Verdana" if dyslexia else "Calibri", Pt(18 if large else 11)
        properties = normal.element.get_or_add_rPr()
        properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{lang}" w:eastAsia="{lang}" w:bidi="{lang}"/>'))
        normal.paragraph_format.space_after = Pt(4)
        normal.paragraph_format.line_spacing = 1.5 if dyslexia else 1.15
        for name, size in (("Heading 1", 16), ("Heading 2", 13), ("Subtitle", 11)):
            font = styles[name].font
            font.size, font.color.rgb, font.italic = Pt(max(size, 18) if large else size), _BLACK, False
        for name, left, hanging in ((QUESTION, _INDENT, _INDENT), (ITEM, _INDENT, 0), (OPTION, 2 * _INDENT, _HANGING)):
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = normal
            style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = left, -hanging
        styles[QUESTION].paragraph_format.space_before = Pt(12)

    def _tint(self) -> None:
        self.document.element.insert(0, parse_xml(f'<w:background {nsdecls("w")} w:color="{_CREAM}"/>'))
        self.document.settings.element.find(qn("w:zoom")).addnext(OxmlElement("w:displayBackgroundShape"))

    def begin(self, footer: str, start: WD_SECTION | None) -> None:
        """Begin a part with its footer and pages from 1: the first one, or after a break."""
        section = self.document.sections[-1] if start is None else self.document.add_section(start)
        section.page_width, section.page_height = _SIZES[self._settings.page]
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
        if start is None:  # later sections are copies; Word refuses another order of elements
            section._sectPr.find(qn("w:cols")).addprevious(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))
        section.footer.is_linked_to_previous = False
        line = section.footer.paragraphs[0]
        line.add_run(xml_text(footer) + " · ")
        for name, between in (("PAGE", "/"), ("SECTIONPAGES", "")):
            line._p.append(
                parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
            )
            line.add_run(between)

    def add(self, text: str = "", style: str = "Normal") -> Paragraph:
        """Add a paragraph and return it."""
        return self.document.add_paragraph(xml_text(text), style)

    def add_table(self, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Add a table whose header repeats on each page."""
        grid = self.document.add_table(0, len(header), "Table Grid")
        for at, texts in enumerate((header, *rows)):
            row = grid.add_row()
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if at == 0:
                properties.append(OxmlElement("w:tblHeader"))
            for cell, text in zip(row.cells, texts, strict=True):
                cell.paragraphs[0].add_run(xml_text(text)).bold = at == 0 or None

    @contextmanager
    def kept_together(self) -> Iterator[None]:
        """Keep what is added on one page."""
        with self._added() as added:
            yield
        paragraphs = [each for element in added for each in element.iter(qn("w:p"))]
        for each in paragraphs:
            form = Paragraph(each, self.document._body).paragraph_format
            form.keep_together, form.keep_with_next = True, each is not paragraphs[-1]

    @contextmanager
    def styled(self, name: str) -> Iterator[None]:
        """Give paragraphs that are added without a style this one."""
        with self._added() as added:
            yield
        for element in added:
            if element.tag == qn("w:p") and element.style is None:
                element.style = self.document.styles[name].style_id

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
