"""Documents of Word are read with their automatic numbers, emphasis, pictures and tables."""

from collections.abc import Callable
from fractions import Fraction
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from sco_quiz.formats.draft import GUESS
from sco_quiz.formats.exchange.item import ChoiceBody, Item, Parsed, RichText, TruthBody
from sco_quiz.formats.lists.reader import is_like, parse
from tests.conftest import ROOT

docx = pytest.importorskip("docx")
PNG = ROOT / "tests" / "hostile_bank" / "media" / "circle.png"


def saved(document: Any) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read(document: Any) -> Parsed:
    return parse(saved(document), "quiz.docx", GUESS)


def options(item: Item) -> list[tuple[str, Fraction]]:
    assert isinstance(item.body, ChoiceBody)
    return [(answer.text.source, answer.fraction) for answer in item.body.answers]


def add_list(document: Any, levels: list[tuple[str, str]], restart: bool = False) -> Callable[[str, int], Any]:
    """Add a list with the number form and text of each level; return what adds a paragraph to it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    def element(name: str, **values: object) -> Any:
        made = OxmlElement(f"w:{name}")
        for key, value in values.items():
            made.set(qn(f"w:{key}"), str(value))
        return made

    numbering = document.part.numbering_part.element
    number = str(100 + len(numbering))
    abstract = element("abstractNum", abstractNumId=number)
    for index, (form, text) in enumerate(levels):
        level = element("lvl", ilvl=index)
        for name, value in (("start", 1), ("numFmt", form), ("lvlText", text)):
            level.append(element(name, val=value))
        abstract.append(level)
    numbering.insert(0, abstract)
    num = element("num", numId=number)
    num.append(element("abstractNumId", val=number))
    numbering.append(num)

    def add(text: str, level: int = 0) -> Any:
        paragraph = document.add_paragraph(text)
        listed = element("numPr")
        listed.append(element("ilvl", val=level))
        listed.append(element("numId", val=number))
        paragraph._p.get_or_add_pPr().append(listed)
        return paragraph

    return add


@pytest.mark.parametrize("start", ["1e9", "-5", "", "9" * 5000, "²"])
def test_a_list_that_starts_at_no_number(start: str) -> None:
    document = docx.Document()
    add = add_list(document, [("decimal", "%1."), ("lowerLetter", "%2)")])
    level = document.part.numbering_part.element[0][0]
    level[0].set(level[0].keys()[0], start)
    for text, depth in (("Which?", 0), ("x", 1), ("y", 1)):
        add(text, depth)
    document.add_paragraph("ANSWER: B")
    assert [options(item) for item in read(document).items] == [[("x", Fraction(0)), ("y", Fraction(1))]]


def test_numbers_and_letters_of_one_list() -> None:
    document = docx.Document()
    document.add_heading("Rivers of Europe")
    add = add_list(document, [("decimal", "%1."), ("lowerLetter", "%2)")])
    for question, names, answer in (("Longest?", ("Don", "Volga"), "B"), ("In Kiev?", ("Dnieper", "Oka"), "a")):
        add(question)
        for name in names:
            add(name, 1)
        document.add_paragraph(f"Answer: {answer}")
    parsed = read(document)
    assert [(problem.name, problem.place.line) for problem in parsed.problems] == [("doubtful-text", 1)]
    assert [item.prompt for item in parsed.items] == [RichText("Longest?"), RichText("In Kiev?")]
    assert options(parsed.items[0]) == [("Don", 0), ("Volga", 1)]
    assert options(parsed.items[1]) == [("Dnieper", 1), ("Oka", 0)]
    assert parsed.items[1].place.line == 6


@pytest.mark.parametrize("form", ["upperLetter", "lowerRoman", "decimal", "bullet"])
def test_options_of_another_list_with_a_key_at_the_end(form: str) -> None:
    document = docx.Document()
    questions, answers = add_list(document, [("decimal", "%1.")]), add_list(document, [("none", ""), (form, "%2)")])
    for text in ("One?", "Two?"):
        questions(text)
        for name in ("x", "y", "z"):
            answers(name, 1)
    document.add_paragraph("Answer key")
    document.add_paragraph("1. B\t2-c")
    parsed = read(document)
    assert parsed.problems == ()
    assert [options(item)[1:] for item in parsed.items] == [[("y", 1), ("z", 0)], [("y", 0), ("z", 1)]]


def test_letters_that_run_on_are_those_of_each_question() -> None:
    document = docx.Document()
    questions, answers = add_list(document, [("decimal", "%1.")]), add_list(document, [("upperLetter", "%1)")])
    for text in ("One?", "Two?"):
        questions(text)
        answers("x")
        answers("y")
        document.add_paragraph("ANSWER: B")
    assert [options(item) for item in read(document).items] == [[("x", 0), ("y", 1)]] * 2


@pytest.mark.parametrize("style", ["bold", "highlight", "red", "underline"])
def test_emphasized_option_is_the_key(style: str) -> None:
    from docx.enum.text import WD_COLOR_INDEX
    from docx.shared import RGBColor

    document = docx.Document()
    document.add_paragraph("1. Longest?")
    document.add_paragraph("a) Don")
    right = document.add_paragraph("b) ").add_run("Volga")
    match style:
        case "bold":
            right.bold = True
        case "highlight":
            right.font.highlight_color = WD_COLOR_INDEX.YELLOW
        case "red":
            right.font.color.rgb = RGBColor(255, 0, 0)
        case "underline":
            right.underline = True
    parsed = read(document)
    assert options(parsed.items[0]) == [("Don", 0), ("Volga", 1)]
    assert [(problem.name, problem.place.line) for problem in parsed.problems] == [("doubtful-key", 3)]


def test_emphasis_of_all_options_is_no_key() -> None:
    document = docx.Document()
    document.add_paragraph("1. Longest?")
    for name in ("a) Don", "b) Volga"):
        document.add_paragraph().add_run(name).bold = True
    parsed = read(document)
    assert parsed.items == ()
    assert [problem.name for problem in parsed.problems] == ["no-right-answer"]


def test_formats_of_characters_and_line_breaks() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("1. What is H")
    paragraph.add_run("2").font.subscript = True
    paragraph.add_run("O, ")
    paragraph.add_run("really").italic = True
    paragraph.add_run("?\nA) ice & steam\nB) gold\nANSWER: A")
    (item,) = read(document).items
    assert item.prompt == RichText("What is H<sub>2</sub>O, <i>really</i>?", "html")
    assert options(item) == [("ice & steam", 1), ("gold", 0)]


def test_pictures() -> None:
    document = docx.Document()
    document.add_paragraph("1. Which city is this?").add_run().add_picture(str(PNG))
    document.add_paragraph("A) Oslo\nB) Rome\nANSWER: A")
    (item,) = read(document).items
    ((name, data),) = item.prompt.files.items()
    assert item.prompt.source == f'Which city is this?<img src="{name}" alt="">'
    assert data == PNG.read_bytes()


def test_tables_and_truth() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "1. Oslo is in Norway."
    table.cell(0, 1).text = "Answer: true"
    (item,) = read(document).items
    assert item.body == TruthBody(True)


def test_formula_is_named() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("1. Solve ")
    from docx.oxml import parse_xml

    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    paragraph._p.append(parse_xml(f'<m:oMath xmlns:m="{space}"><m:r><m:t>x=2</m:t></m:r></m:oMath>'))
    document.add_paragraph("Answer: 2")
    parsed = read(document)
    assert parsed.items[0].prompt.source == "Solve x=2"
    assert [problem.name for problem in parsed.problems] == ["lost-markup"]


def archive(**members: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as made:
        for name, text in members.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (lambda: archive(other="x"), "unknown-format"),
        (lambda: archive(word__document_xml="<a><b></a>"), "damaged-file"),
        (lambda: archive(word__document_xml='<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "unsafe-file"),
        (lambda: archive(word__document_xml="x" * 50_000_000), "unsafe-file"),
        (lambda: saved(docx.Document())[:500], "damaged-file"),
        (lambda: saved(docx.Document()), "unknown-format"),
    ],
    ids=["other", "broken", "entity", "bomb", "cut", "empty"],
)
def test_harmful_and_damaged_files(data: Callable[[], bytes], name: str) -> None:
    parsed = parse(data(), "quiz.docx", GUESS)  # made here: what is collected is made in each process
    assert [problem.name for problem in parsed.problems] == [name]
    assert parsed.items == ()


def test_is_like() -> None:
    assert is_like(saved(docx.Document()), "quiz.docx")
    assert not is_like(saved(docx.Document()), "quiz.zip")
