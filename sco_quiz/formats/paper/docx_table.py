"""Tables in a document of Word."""

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Pt, Twips
from docx.table import Table

_CELL_SPACE = Pt(3)


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
