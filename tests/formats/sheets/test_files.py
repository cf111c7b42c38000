"""Files as programs write them, and files that are damaged or meant to do harm."""

import sys
import zipfile
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType

import pytest
from openpyxl import Workbook

from sco_quiz.core.errors import ScoQuizError
from sco_quiz.formats import format_named, guess_format
from sco_quiz.formats.draft import Reading
from sco_quiz.formats.exchange.archive import Archive, read_archive
from sco_quiz.formats.sheets.extent import refused
from tests.formats.sheets.sheets import answers_of, errors_of, read, read_text, workbook_of

ROWS = [["Question", "Option A", "Option B", "Correct"], ["One?", "x", "y", "B"]]
LINES = [",".join(row) for row in ROWS]


def right(reading: Reading) -> list[list[str]]:
    return [answers_of(draft)[0] for draft in reading.drafts]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_separators_line_ends_and_byte_order_marks(separator: str, end: str, start: str) -> None:
    assert right(read_text(start + end.join(line.replace(",", separator) for line in LINES))) == [["y"]]


def test_the_separator_that_divides_evenly_wins_over_commas_in_text() -> None:
    reading = read_text("Question;A;B;Correct\nOne, two, or three?;one, two;three;A\nOr four, then?;x;y, z;B\n")
    assert right(reading) == [["one, two"], ["y, z"]]


def test_a_first_line_may_name_the_separator() -> None:
    reading = read_text("sep=;\n" + "\n".join(line.replace(",", ";") for line in [*LINES, "Two?,x,y,C"]))
    assert right(reading) == [["y"]]
    (problem,) = reading.problems
    assert problem.message.startswith("row 3, column D")  # as Excel counts
    assert problem.place.line == 4  # as editors count


def test_quotes_line_feeds_and_spaces_before_quotes() -> None:
    reading = read_text('Question,A,B,Correct\n"One ""two"",\nor three?","x, y",z,A\n\nTwo?,x,y,B\n')
    assert [draft.values["prompt"] for draft in reading.drafts] == ['One "two",\nor three?', "Two?"]
    assert right(read_text('Question, A, B, Correct\n"One, two?", "x, y", z, A\n')) == [["x, y"]]


def test_a_quote_that_is_not_closed_does_not_swallow_the_rest_in_silence() -> None:
    reading = read_text('Question,A,B,Correct\nOne?,x,y,A\n"Two?,x,y,A\nThree?,x,y,A\n')
    assert right(reading) == [["x"]]
    (problem,) = reading.problems
    assert (problem.name, problem.place.line) == ("unreadable-question", 3)
    assert "would be in its cell" in problem.message


def test_a_cell_without_end_is_reported() -> None:
    reading = read_text("Question,A,B,Correct\n" + "x" * 200_000 + ",x,y,A\nTwo?,x,y,B\n")
    assert [problem.name for problem in reading.problems] == ["unreadable-question"]
    assert "characters" in reading.problems[0].message


def test_an_encoding_is_named_or_asked_for() -> None:
    text = "Pregunta;Opción A;Opción B;Correcta\n¿Cuál?;sí;no;A\n"
    assert right(read_text(text, encoding="cp1252")) == [["sí"]]
    reading = read(text.encode("cp1252"), "quiz.csv")
    assert [problem.name for problem in reading.problems] == ["not-utf8"]
    assert "--encoding" in reading.problems[0].hint


def test_values_of_formulas_are_read() -> None:
    data = zipfile.ZipFile(BytesIO(workbook_of({"a": [*ROWS[:1], ["One?", "=1+1", "y", "B"]]})))
    copy = BytesIO()
    with zipfile.ZipFile(copy, "w") as archive:
        for name in data.namelist():
            content = data.read(name)
            archive.writestr(
                name, content.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>").replace(b"<v />", b"<v>2</v>")
            )
    assert [answers_of(draft) for draft in read(copy.getvalue(), "quiz.xlsx").drafts] == [(["y"], ["2"])]


def opendocument(rows: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        names = "".join(
            f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
        )
        body = f'<table:table table:name="S">{rows}</table:table>'
        for name in ("office:spreadsheet", "office:body"):
            body = f"<{name}>{body}</{name}>"
        content = f'<?xml version="1.0"?><office:document-content{names}>{body}</office:document-content>'
        archive.writestr("content.xml", content)
    return file.getvalue()


def test_opendocument_is_read() -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = "".join(f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in ROWS)
    # LibreOffice ends each sheet with the rows that are left, all of them in one tag
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    rest = f'<table:table-row table:number-rows-repeated="1048574">{empty}</table:table-row>'
    assert right(read(opendocument(rows + rest), "quiz.ods")) == [["y"]]


def far_cell() -> bytes:
    book = Workbook()
    assert book.active
    book.active["A1"], book.active["XFD1048576"] = "x", "y"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def repeated_rows() -> bytes:
    value = 'office:value-type="string"><text:p>x</text:p>'
    cell = f'<table:table-cell table:number-columns-repeated="16000" {value}</table:table-cell>'
    return opendocument(f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>')


def with_part(name: str, content: bytes, others: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    source = zipfile.ZipFile(BytesIO(workbook_of({"a": ROWS})))
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in source.namelist():
            archive.writestr(each, content if each == name else others.get(each, source.read(each)))
        if name not in source.namelist():
            archive.writestr(name, content)
    return file.getvalue()


SHEET = (
    "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>{}</sheetData></worksheet>"
)
FAR_CELLS = {
    "quotes": "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    "spaces": '<row r="1048576"><c\nr = "XFD1048576"><v>1</v></c></row>',
    "letters": '<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>',
    "entity": '<row r="1048576"><c r="&#88;FD1048576"><v>1</v></c></row>',
    "bracket": '<row r="1048576"><c s=">" r="XFD1048576"><v>1</v></c></row>',
    "row alone": '<row r="1048576"><c><v>1</v></c></row>',
    "area": '<row r="310"><c r="XFD310"><v>1</v></c></row>',
    "beyond": '<row r="99999999999999"><c r="ZZZZZZZZZZZZZZ99999999999999"><v>1</v></c></row>',
}


@pytest.mark.parametrize("cells", FAR_CELLS.values(), ids=FAR_CELLS)
def test_a_far_cell_is_found_however_it_is_written(cells: str) -> None:
    text = SHEET.format(f'<row r="1"><c r="A1"><v>1</v></c></row>{cells}').encode()
    assert errors_of(read(with_part("xl/worksheets/sheet1.xml", text), "quiz.xlsx")) == ["unsafe-file"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_sheet_under_another_name_is_measured(encoding: str) -> None:
    text = SHEET.format('<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    data = with_part("xl/other.dat", text.encode(encoding))
    relations = zipfile.ZipFile(BytesIO(data)).read("xl/_rels/workbook.xml.rels")
    data = with_part(
        "xl/other.dat",
        text.encode(encoding),
        {"xl/_rels/workbook.xml.rels": relations.replace(b"worksheets/sheet1.xml", b"other.dat")},
    )
    assert errors_of(read(data, "quiz.xlsx")) == ["unsafe-file"]


def test_each_table_is_measured_by_itself() -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    rows = f'<table:table-row table:number-rows-repeated="200000">{cell}</table:table-row>'
    archive = read_archive(opendocument(f'{rows}</table:table><table:table table:name="T">{rows}'), "quiz.ods")
    assert isinstance(archive, Archive)
    assert refused(archive) is None


def test_a_binary_workbook_is_refused() -> None:
    assert errors_of(read(with_part("xl/workbook.bin", b"x"), "quiz.xlsx")) == ["unknown-format"]


def test_a_sheet_with_very_many_columns_is_read_in_time() -> None:
    wide = [f"Zebra {n}" for n in range(3000)]
    assert errors_of(read_text(f"{','.join(wide)}\n" * 3)) == ["unknown-columns"]


ENTITIES = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData/></worksheet>'


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04 and no more", "damaged-file"),
        (workbook_of({"a": ROWS})[:-200], "damaged-file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "damaged-file"),
        (with_part("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row>"), "damaged-file"),
        (with_part("xl/worksheets/sheet1.xml", ENTITIES), "unsafe-file"),
        (with_part("xl/bomb.xml", b" " * 20_000_000), "unsafe-file"),
        (with_part("../../outside.xml", b"x"), "unsafe-file"),
        (far_cell(), "unsafe-file"),
        (repeated_rows(), "unsafe-file"),
    ],
    ids=["start", "cut", "old", "xml", "entities", "bomb", "path", "far cell", "repeated rows"],
)
def test_a_damaged_or_harmful_workbook_is_refused(data: bytes, name: str) -> None:
    reading = read(data, "quiz.xlsx")
    assert reading.drafts == ()
    assert errors_of(reading) == [name]


def test_a_sheet_is_recognized_by_its_content() -> None:
    csv, xlsx = format_named("csv"), format_named("xlsx")
    assert csv
    assert xlsx
    workbook = workbook_of({"a": ROWS})
    assert xlsx.is_like(workbook, "quiz")
    assert csv.is_like("\n".join(LINES).encode(), "quiz.txt")
    for data in (b"::One:: Which? {=x ~y}", b"Which?\nA. x\nB. y\nANSWER: A\n", b"<quiz></quiz>", b"", b"\xff\xfe\x00"):
        assert not csv.is_like(data, "quiz.txt")
    assert csv.is_like(b"One?\tx\ty\tz\ty\nTwo?\tx\ty\tz\tx\n", "quiz.tsv")
    assert not xlsx.is_like(with_part("x", b"")[:20], "quiz.zip")


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (workbook_of({"a": ROWS}), "quiz.xlsx", "xlsx"),
        (workbook_of({"a": [["", "Question - max 120", "Answer 1", "Time limit", "Correct"]]}), "quiz.xlsx", "kahoot"),
        (b"One?\tx\ty\tz\ty\nTwo?\tx\ty\tz\tx\n", "quiz.tsv", "csv"),
        (b"casa\thouse\nperro\tdog\n", "set.tsv", "quizlet"),
        (b"casa\thouse\nperro\tdog\n", "set.txt", "quizlet"),
        (b"Capital of Peru?;Lima;Quito\n", "quiz.csv", "csv"),
    ],
)
def test_the_format_is_guessed(data: bytes, name: str, form: str) -> None:
    guessed = guess_format(data, name)
    assert guessed
    assert guessed.name == form


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    workbook = workbook_of({"a": ROWS})
    guessed = guess_format(workbook, "quiz.xlsx")
    assert guessed
    assert guessed.name == "xlsx"
    message = r"needs the package python_calamine: `pip install beautifulsoup4 markdownify openpyxl python-calamine`"
    with pytest.raises(ScoQuizError, match=message):
        read(workbook, "quiz.csv")
