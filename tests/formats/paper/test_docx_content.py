"""Content in Word documents, as python-docx reads it back."""

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument

from sco_quiz.core.gap_syntax import MarkupError
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.formats.paper.docx_content import ContentWriter


def written(source: str, gaps: bool = False) -> WordDocument:
    content = parse_content(source, gaps, "markdown")
    assert not isinstance(content, MarkupError)
    document = Document()
    ContentWriter(document, {}).add_blocks(content.blocks)
    file = BytesIO()
    document.save(file)
    return Document(BytesIO(file.getvalue()))


def test_marks_are_formats_of_runs() -> None:
    [paragraph] = written("A **b** *c* `d`").paragraphs
    assert paragraph.text == "A b c d"
    assert [run.text for run in paragraph.runs if run.bold] == ["b"]
    assert [run.text for run in paragraph.runs if run.italic] == ["c"]
    assert [run.text for run in paragraph.runs if run.font.name == "Courier New"] == ["d"]


def test_a_formula_is_office_math() -> None:
    [paragraph] = written(r"Half: $\frac{1}{2}$").paragraphs
    assert "<m:f>" in paragraph._p.xml
    assert paragraph.text == "Half: "


def test_a_gap_is_a_line_to_write_on() -> None:
    assert written("The {{c1::canal}} is long.", gaps=True).paragraphs[0].text == "The ______ is long."


def test_lists_have_the_style_of_lists() -> None:
    found = [(each.style.name if each.style else "", each.text) for each in written("- one\n- two").paragraphs]
    assert found == [("List Bullet", "one"), ("List Bullet", "two")]


def test_the_first_row_of_a_table_is_its_header() -> None:
    [table] = written("| h | k |\n|---|---|\n| c | d |").tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["h", "k"], ["c", "d"]]
    assert ["tblHeader" in row._tr.xml for row in table.rows] == [True, False]


def test_a_missing_picture_is_its_alternative_text() -> None:
    assert written("![a map](map.png)").paragraphs[0].text == "[a map]"
