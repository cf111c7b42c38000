"""Paragraphs and tables in a document of Word, with space between them."""

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Pt, Twips
from docx.table import Table
from docx.text.paragraph import Paragraph

from sco_quiz.formats.exchange.xml_output import xml_text

_CELL_SPACE = Pt(3)
_TABLE_SPACE = Pt(6)


def add_paragraph(document: Document, text: str = "", style: str = "") -> Paragraph:
    """Add a paragraph in the style of an id and return it; below a table, it keeps a distance."""
    before = document.element.body[-2] if len(document.element.body) > 1 else None
    paragraph = document.add_paragraph(xml_text(text))
    # not by its name, for which python-docx would search all styles for each paragraph
    paragraph._p.style = style or None
    if before is not None and before.tag == qn("w:tbl"):
        paragraph.paragraph_format.space_before = _TABLE_SPACE
    return paragraph


def add_grid(document: Document, rows: int, columns: int, indent: int = 0) -> Table:
    """Add an empty table whose first row is a header that repeats on each page, `indent` from the margin."""
    grid = document._body.add_table(rows, columns, Length(document._block_width - indent))
    grid.style = document.styles["Table Grid"]
    if indent:
        place = f'<w:tblInd {nsdecls("w")} w:w="{indent // Twips(1)}" w:type="dxa"/>'
        grid._tbl.tblPr.find(qn("w:tblW")).addnext(parse_xml(place))
    for row in grid.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.space_before = _CELL_SPACE
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return grid
