"""PDF files of sheets, read back: their text, their pages, and what screen readers need."""

import importlib.util
import io
import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pdfua
import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import IndirectObject

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.errors import ScoQuizError
from sco_quiz.core.exam_form import ExamForm, FormItem
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.markup.tex.commands import ACCENTS, ENCLOSED, ENVIRONMENTS, FONTS, STRETCHED
from sco_quiz.core.markup.tex.symbols import LETTERS, OPERATORS
from sco_quiz.core.picture import Picture
from sco_quiz.formats.package import Package
from sco_quiz.formats.paper.answer_space import Boxes, MatchBoxes, NumberBoxes
from sco_quiz.formats.paper.pdf import write_pdf
from sco_quiz.formats.paper.settings import PaperSettings
from sco_quiz.formats.paper.sheet import Sheet, SheetItem, sheet_of
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT
from tests.formats.paper.test_sheet import VALUES, bank_of, sheet

HOSTILE = (
    'a" #panic() " $x$ *b* _c_ `d` <e> @f #import "g" \\u{41} #(1 + 1) #read("a.typ") #sys.inputs.data // h /* i */'
)


def readers(package: Package) -> dict[str, PdfReader]:
    return {name: PdfReader(io.BytesIO(data)) for name, data in package.files.items()}


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def marked(*prompts: str, **more: object) -> Bank:
    """A bank of short answers in Markdown."""
    fields = {"type": "short_answer", "answer": "x", "level": "remember", **more}
    questions = (
        KINDS["short_answer"].model_validate(
            {"id": f"q{at}", "prompt": prompt, **fields}, context={"markup": "markdown"}
        )
        for at, prompt in enumerate(prompts, start=1)
    )
    return Bank("b", "B", (Topic("one", "One", tuple(questions)),), markup="markdown")


def printed(bank: Bank, **settings: object) -> str:
    """The text of a test of all questions."""
    return text_of(readers(write_pdf([sheet(bank)], PaperSettings(**settings)))["test-A.pdf"])  # type: ignore[arg-type]


def versions(bank: Bank) -> list[Sheet]:
    """Two forms, the second one in reverse."""
    items = tuple(FormItem(each, Fraction(1)) for each in bank.questions)
    forms = {"A": ExamForm("Test", items, seed=1), "B": ExamForm("Test", items[::-1], seed=2)}
    return [sheet_of(bank, form, PaperSettings(), label) for label, form in forms.items()]


def test_hostile_text_stays_text() -> None:
    bank = bank_of(
        {"type": "single_choice", "prompt": HOSTILE, "answer": f"1 {HOSTILE}", "distractors": [f"2 {HOSTILE}"]},
    )
    text = printed(bank).replace(" ", "")
    assert text.count(HOSTILE.replace(" ", "")) == 3


def test_hostile_formulas_stay_text() -> None:
    text = printed(marked(r'Is $\text{a" #panic() "} + b$ and $\mathrm{#panic}$ or `#eval("1")` a sum?'))
    assert "#panic()" in text
    assert '#eval("1")' in text


def test_every_command_of_formulas_is_typeset() -> None:
    tex = [rf"a \{name} b" for name in (*LETTERS, *OPERATORS)]
    tex += [rf"\{name}{{x + y}}" for name in (*ACCENTS, *ENCLOSED, *FONTS, *STRETCHED)]
    bodies = {"array": r"{lcr} a & b & c \\ d & e & f"}
    tex += [rf"\begin{{{name}}} {bodies.get(name, 'a')} \end{{{name}}}" for name in ENVIRONMENTS]
    tex += [r"\sqrt[3]{8} \binom{n}{k} \frac12 x_1^2 \lim_{x \to 0} \left( x \middle| y \right)"]
    prompts = [" ".join(f"${each}$" for each in tex[at : at + 30]) for at in range(0, len(tex), 30)]
    assert "1/" in printed(marked(*prompts))


def test_neighbors_in_a_formula_are_set_as_mathematics() -> None:
    # letters and signs that are set as one word are upright and without spaces
    assert "𝐸 = 𝑚𝑐" in printed(marked("So $E = mc^2$.")).replace("=", " = ").replace("  ", " ")


def test_versions_reach_the_paper_and_their_key() -> None:
    bank = bank_of(
        *(
            {"type": "single_choice", "prompt": f"What {at}?", "answer": f"r{at}", "distractors": [f"v{at}", f"w{at}"]}
            for at in range(1, 6)
        )
    )
    sheets = versions(bank)
    found = {name: text_of(reader) for name, reader in readers(write_pdf(sheets, PaperSettings(key="after"))).items()}
    assert list(found) == ["test-A.pdf", "test-B.pdf", "test-key.pdf"]
    assert re.findall(r"What (\d)", found["test-A.pdf"]) == list("12345")
    assert re.findall(r"What (\d)", found["test-B.pdf"]) == list("54321")
    for each in sheets:
        text = found[f"test-{each.label}.pdf"]
        assert f"Version {each.label}" in text
        for item in each.items:
            number = 6 - item.number if each.label == "B" else item.number
            assert f"{item.key.short} r{number}" in text
            assert f"{item.key.short} r{number}" in found["test-key.pdf"]
    assert "Versions compared" in found["test-key.pdf"]


def test_a_test_has_no_key_and_a_key_no_questions() -> None:
    bank = bank_of(*VALUES)
    files = readers(write_pdf([sheet(bank)], PaperSettings(key="after")))
    test, key = text_of(files["test-A.pdf"]), text_of(files["test-key.pdf"])
    assert "Also right" not in test
    assert "Peking" not in test
    assert "Which?" in test
    assert "Also right: Peking" in key
    assert "Which?" not in key
    assert list(write_pdf([sheet(bank)], PaperSettings(key="only")).files) == ["test-key.pdf"]
    assert list(write_pdf(versions(bank), PaperSettings(key="after", one_file=True)).files) == ["test.pdf"]


def test_an_answer_sheet_takes_the_room_to_answer() -> None:
    bank = bank_of(*VALUES)
    (reader,) = readers(write_pdf([sheet(bank)], PaperSettings(answer_sheet=True))).values()
    first, last = reader.pages[0].extract_text(), reader.pages[-1].extract_text()
    assert "Name" not in first
    assert "Answer sheet" in last
    assert "Name" in last
    assert "True False" in " ".join(last.split())


def test_pages_are_numbered_within_each_version() -> None:
    bank = bank_of(*({"type": "short_answer", "prompt": f"What is {at}?", "answer": "x"} for at in range(40)))
    (reader,) = readers(write_pdf(versions(bank), PaperSettings(one_file=True))).values()
    numbers = [re.search(r"(\d+)/(\d+)\s*$", page.extract_text()) for page in reader.pages]
    half = len(numbers) // 2
    expected = [(str(at), str(half)) for at in range(1, half + 1)] * 2
    assert [found.groups() for found in numbers if found] == expected
    assert half > 1


def test_no_question_is_split_between_pages() -> None:
    wrong = [f"a rather long wrong option that needs half of a line at least, number {at}" for at in range(7)]
    bank = bank_of(
        *(
            {"type": "single_choice", "prompt": f"Begin {at}?", "answer": f"end{at}", "distractors": wrong}
            for at in range(30)
        )
    )
    (reader,) = readers(write_pdf([sheet(bank)], PaperSettings(large=True))).values()
    pages = [page.extract_text() for page in reader.pages]
    for at in range(30):
        assert [f"Begin {at}?" in page for page in pages] == [bool(re.search(rf"end{at}\b", page)) for page in pages]


@pytest.mark.parametrize(("page", "width"), [("a4", 595), ("letter", 612)])
def test_files_say_what_screen_readers_need(page: str, width: int) -> None:
    bank = load_bank(ROOT / "tests" / "marked_up")
    form = ExamForm(bank.title, tuple(map(FormItem, bank.questions)))
    settings = PaperSettings(page=page)  # type: ignore[arg-type]
    data = write_pdf([sheet_of(bank, form, settings)], settings).files["test.pdf"]
    reader = PdfReader(io.BytesIO(data))
    catalog = reader.root_object
    assert int(reader.pages[0].mediabox.width) == width
    assert catalog["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert catalog["/Lang"] == "en"
    assert reader.metadata
    assert reader.metadata.title == bank.title
    assert b"pdfuaid" in data
    texts = _alternatives(catalog["/StructTreeRoot"])
    assert "a circle with its radius" in texts
    assert "E equals m c squared" in texts


def _alternatives(node: Any) -> set[str]:
    """The alternative texts in a tree of tags."""
    if isinstance(node, IndirectObject):
        return _alternatives(node.get_object())
    if isinstance(node, list):
        return set().union(*map(_alternatives, node))
    if not isinstance(node, dict):
        return set()
    return {str(node["/Alt"])} | _alternatives(node.get("/K")) if "/Alt" in node else _alternatives(node.get("/K"))


def test_the_same_sheets_give_the_same_bytes() -> None:
    made = [write_pdf([sheet(bank_of(*VALUES))], PaperSettings()).files for _ in range(2)]
    assert made[0] == made[1]


def test_characters_without_a_font_are_named_with_their_questions() -> None:
    with pytest.raises(ScoQuizError, match=r"no font .* has \U000100a0 \(in q2\)"):
        printed(bank_of(VALUES[0], {"type": "short_answer", "answer": "x", "prompt": "What is \U000100a0?"}))


def test_of_many_characters_without_a_font_ten_are_named() -> None:
    text = "".join(chr(0x100A0 + at) for at in range(14))
    with pytest.raises(ScoQuizError, match=r"and \d+ more \(in q1\)"):
        printed(bank_of({"type": "short_answer", "answer": "x", "prompt": f"What is {' '.join(text)}?"}))


def test_a_checker_for_accessible_files_finds_nothing(tmp_path: Path) -> None:
    bank = load_bank(ROOT / "tests" / "marked_up")
    form = ExamForm(bank.title, tuple(map(FormItem, bank.questions)))
    settings = PaperSettings(key="after", answer_sheet=True, one_file=True)
    file = tmp_path / "test.pdf"
    file.write_bytes(write_pdf([sheet_of(bank, form, settings)], settings).files["test.pdf"])
    assert pdfua.validate(str(file)).findings == ()


def test_a_damaged_picture_is_a_problem() -> None:
    bank = marked("What is ![a thing](media/a.png)?")
    damaged = Picture("media/a.png", "image/png", 3, lambda: b"png", 10, 10)
    with pytest.raises(ScoQuizError, match=r"pictures are damaged: media/a\.png; save"):
        printed(replace(bank, pictures={"media/a.png": damaged}))


def test_a_picture_that_takes_too_long_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pdf.PATIENCE_S", "pdf.PER_QUESTION_S", "drawn.PATIENCE_S"):
        monkeypatch.setattr(f"sco_quiz.formats.paper.{name}", 0)
    bank = marked("What is ![a thing](media/a.svg)?")
    with pytest.raises(ScoQuizError, match=r"more than 0 seconds; pictures such as media/a\.svg are hard to draw"):
        printed(replace(bank, pictures={"media/a.svg": Picture("media/a.svg", "image/svg+xml", 5, lambda: b"<svg/>")}))
    with pytest.raises(ScoQuizError, match="more than 0 seconds; choose fewer questions"):
        printed(bank_of(VALUES[0]))


def test_a_typesetter_that_dies_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "killed.py"
    program.write_text("import os, signal\nos.kill(os.getpid(), signal.SIGTERM)", encoding="utf-8")
    monkeypatch.setattr("sco_quiz.formats.paper.typesetting.PROGRAM", program)
    with pytest.raises(ScoQuizError, match="the PDF file cannot be typeset: Typst has ended early"):
        printed(bank_of(VALUES[0]))


def test_without_typst_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sco_quiz.formats.paper.pdf.find_spec", lambda name: None)
    assert importlib.util.find_spec("typst")
    with pytest.raises(ScoQuizError, match="pip install python-docx typst"):
        printed(bank_of(VALUES[0]))


@pytest.mark.parametrize(
    "settings", [{"dyslexia": True, "tinted": True}, {"large": True}, {"header": ("A", "B", "C", "D")}]
)
def test_settings_keep_the_text(settings: dict[str, object]) -> None:
    text = printed(bank_of(*VALUES), **settings)
    assert text.count("Which?") == 6


def _long(name: str) -> str:
    return " ".join(f"{name}{at} is a long sentence of many words." for at in range(200))


@pytest.mark.parametrize(
    "fields",
    [
        {"answer": _long("o"), "distractors": ["no"]},
        {"prompt": _long("p")},
        {"setting": _long("s")},
        {"explanation": _long("e")},
        {"prompt": "One of:\n" + "\n".join(f"- {at}" for at in range(60))},
        {"type": "ordering", "answer": ..., "distractors": ..., "items": [f"item {at}" for at in range(40)]},
        {"type": "matching", "answer": ..., "distractors": ..., "pairs": {_long("l"): _long("r"), "b": "c"}},
    ],
)
def test_what_is_longer_than_a_page_is_printed_to_its_end(fields: dict[str, object]) -> None:
    values = {"type": "single_choice", "answer": "yes", "distractors": ["no"], **fields}
    bank = bank_of({name: value for name, value in values.items() if value is not ...})
    settings = PaperSettings(key="after", one_file=True, large=True)
    (reader,) = readers(write_pdf([sheet(bank)], settings)).values()
    assert all(0 < y < 842 for page in reader.pages for y in _baselines(page))


def test_a_formula_of_many_rows_is_printed_to_its_end() -> None:
    rows = r" \\ ".join("x" for _ in range(12))
    bank = marked("\n\n".join(["Which?", *[rf"$$\begin{{matrix}} {rows} \end{{matrix}}$$"] * 4]))
    (reader,) = readers(write_pdf([sheet(bank)], PaperSettings(large=True, dyslexia=True))).values()
    assert len(reader.pages) > 1
    assert all(0 < y < 842 for page in reader.pages for y in _baselines(page))


def _baselines(page: PageObject) -> list[float]:
    """How far each text on a page is from its lower edge: what is beyond it is not printed."""
    found: list[float] = []

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            found.append(tm[4] * cm[1] + tm[5] * cm[3] + cm[5])

    page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("rows", [12, 27])
def test_a_question_is_not_split_if_a_page_has_room_for_it(rows: int) -> None:
    filler, table = (
        "\n".join(["| a | b |", "|---|---|", *(f"| {name}{at} | x |" for at in range(count))])
        for name, count in (("filler", 15), ("row", rows))
    )
    prompts = (f"First:\n\n{filler}", f"Begin?\n\n{table}\n\nEnd.")
    (reader,) = readers(write_pdf([sheet(marked(*prompts))], PaperSettings())).values()
    pages = [page.extract_text() for page in reader.pages]
    assert ["Begin?" in page for page in pages] == [f"row{rows - 1}" in page for page in pages]


@pytest.mark.parametrize("values", VALUES, ids=lambda values: values["type"])
def test_text_is_in_the_order_of_reading(values: dict[str, object]) -> None:
    made = sheet(bank_of({**values, "explanation": "Since it is so."}), seed=3)
    [item] = made.items
    settings = PaperSettings(key="after", one_file=True, answer_sheet=True)
    printed = [
        text_of(reader) for each in (PaperSettings(), settings) for reader in readers(write_pdf([made], each)).values()
    ]
    for text in printed:
        at = 0
        for word in ("Test", *_words_of(item)):
            at = text.find(word, at)
            assert at >= 0, (word, text)
    assert printed[1].index("Answer sheet") < printed[1].index("Answer key") < printed[1].index("Since it is so.")


def _words_of(item: SheetItem) -> list[str]:
    """What a reader meets of a question, in its order."""
    space = item.space
    words = re.findall(r"\w+\??", re.sub(r"\[.*?\]", "", item.prompt.plain))
    asked = [f"{item.number}.", *words, *filter(None, [item.task])]
    match space:
        case Boxes(options, in_line=True):
            return [*asked, *(each.content.plain for each in options)]
        case Boxes(options) | NumberBoxes(options):
            return [*asked, *(f"{each.letter} {each.content.plain}" for each in options)]
        case MatchBoxes(rows, options):
            numbered = (f"{at} {row.plain}" for at, row in enumerate(rows, 1))
            return [*asked, *numbered, *(f"{each.letter} {each.content.plain}" for each in options)]
        case _:
            return asked
