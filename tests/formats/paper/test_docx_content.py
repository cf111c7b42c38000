"""Content in Word documents, as python-docx reads it back."""

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH

from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.core.picture import Picture
from sco_quiz.formats.paper.docx_content import ContentWriter
from sco_quiz.formats.paper.drawn import drawn_pictures


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


def test_each_numbered_list_begins_with_its_own_number() -> None:
    document = written("1. one\n2. two\n\nBetween.\n\n5. five\n   - below\n     - deeper\n6. six")
    found = [(each.style.name if each.style else "", each.text) for each in document.paragraphs]
    names = ["List Number", "List Number", "Normal", "List Number", "List Bullet 2", "List Bullet 3", "List Number"]
    assert found == list(zip(names, ["one", "two", "Between.", "five", "below", "deeper", "six"], strict=True))
    numbers = [each._p.pPr.numPr.numId.val for each in document.paragraphs if each.style.name == "List Number"]
    assert numbers == [numbers[0]] * 2 + [numbers[2]] * 2
    assert numbers[0] != numbers[2]
    numbering = document.part.numbering_part.element
    starts = [numbering.num_having_numId(number).xpath("w:lvlOverride/w:startOverride/@w:val") for number in numbers]
    assert starts == [["1"], ["1"], ["5"], ["5"]]


def test_cells_are_aligned_as_their_column() -> None:
    [table] = written("| l | c | r | n |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |").tables
    aligned = [cell.paragraphs[0].alignment for cell in table.rows[1].cells]
    assert aligned == [WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, None]


def test_a_formula_on_a_line_of_its_own_is_a_paragraph_of_math() -> None:
    xml = "".join(each._p.xml for each in written("So:\n\n$$x^2$$").paragraphs)
    assert xml.count("<m:oMathPara>") == 1


def unreadable() -> bytes:
    raise OSError


@pytest.mark.parametrize("read", [unreadable, lambda: b"GIF", lambda: b"\x89PNG\r\n\x1a\n", lambda: b"\xff\xd8\xff"])
def test_a_picture_that_cannot_be_read_is_its_alternative_text(read: Callable[[], bytes]) -> None:
    content = parse_content("![a map](map.png)", False, "markdown")
    assert not isinstance(content, MarkupError)
    document = Document()
    ContentWriter(document, {"map.png": Picture("map.png", "image/png", 9, read)}).add_blocks(content.blocks)
    assert document.paragraphs[0].text == "[a map]"


def pictured(picture: Picture) -> WordDocument:
    content = parse_content("![a map](map)", False, "markdown")
    assert not isinstance(content, MarkupError)
    document = Document()
    ContentWriter(document, drawn_pictures({"map": picture})).add_blocks(content.blocks)
    return document


def svg(width: int, height: int) -> Picture:
    root = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
    data = f'{root}<path d="M0 0h9v9z"/></svg>'.encode()
    return Picture("map", "image/svg+xml", len(data), lambda: data, width, height)


def test_a_drawing_is_a_png_with_its_alternative_text() -> None:
    [shape] = pictured(svg(64, 32)).inline_shapes
    assert shape._inline.docPr.get("descr") == "a map"
    assert (round(shape.width.inches, 2), round(shape.height.inches, 2)) == (0.67, 0.33)


@pytest.mark.parametrize("size", [(1, 10_000), (10_000, 1), (3000, 3000)])
def test_no_picture_is_larger_than_its_page(size: tuple[int, int]) -> None:
    document = pictured(svg(*size))
    [shape] = document.inline_shapes
    assert 0 < shape.width.inches <= 5
    assert 0 < shape.height.inches <= 4
    [drawn] = [part for part in document.part.package.iter_parts() if part.partname.startswith("/word/media")]
    assert drawn.image.px_width <= 1400
    assert drawn.image.px_height <= 1400


def test_a_drawing_that_cannot_be_drawn_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sco_quiz.formats.paper.drawn.find_spec", lambda _: None)
    assert pictured(svg(8, 8)).paragraphs[0].text == "[a map]"
    damaged = Picture("map", "image/svg+xml", 4, lambda: b"<svg", 8, 8)
    monkeypatch.undo()
    assert pictured(damaged).paragraphs[0].text == "[a map]"
