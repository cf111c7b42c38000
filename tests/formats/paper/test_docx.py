"""Tests on paper as documents of Word, as python-docx reads them back."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.document import Document

from sco_quiz.core.errors import ScoQuizError
from sco_quiz.core.picture import Picture
from sco_quiz.formats.package import Package
from sco_quiz.formats.paper import word
from sco_quiz.formats.paper.settings import PaperSettings
from sco_quiz.formats.paper.word import write_docx
from tests.formats.paper.test_pdf import marked, versions
from tests.formats.paper.test_sheet import bank_of, sheet

CHOICE: dict[str, object] = {
    "type": "single_choice",
    "prompt": "Which?",
    "answer": "right one",
    "distractors": ["wrong one"],
}


def documents(package: Package) -> dict[str, Document]:
    return {name: docx.Document(BytesIO(data)) for name, data in package.files.items()}


def text_of(document: Document) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_a_test_has_questions_with_room_to_answer_and_no_key() -> None:
    [document] = documents(write_docx([sheet(bank_of(CHOICE))], PaperSettings())).values()
    options = [each.text for each in document.paragraphs if each.style and each.style.name == "Answer Option"]
    assert sorted(each[5:] for each in options) == ["right one", "wrong one"]
    assert [each[:4] for each in options] == ["○ A)", "○ B)"]
    assert [each.text for each in document.paragraphs if each.style and each.style.name == "Question"] == ["1.\tWhich?"]


def test_a_question_stays_on_one_page() -> None:
    [document] = documents(write_docx([sheet(bank_of(CHOICE))], PaperSettings())).values()
    *question, last = [each.paragraph_format for each in document.paragraphs][-4:]
    assert all(each.keep_with_next and each.keep_together for each in question)
    assert not last.keep_with_next


def test_versions_and_their_key_are_files_of_their_own_or_one() -> None:
    sheets = versions(bank_of(CHOICE, {**CHOICE, "prompt": "Who?"}))
    files = documents(write_docx(sheets, PaperSettings(key="after"), "t"))
    assert list(files) == ["t-A.docx", "t-B.docx", "t-key.docx"]
    assert [cell.text for cell in files["t-key.docx"].tables[0].rows[0].cells] == ["Version A", "Version B"]
    assert "right one (1 point)" in text_of(files["t-key.docx"])
    [whole] = documents(write_docx(sheets, PaperSettings(key="after", one_file=True), "t")).values()
    footers = [section.footer.paragraphs[0].text for section in whole.sections]
    assert footers == ["Test · Version A · ", "Test · Version B · "] * 2
    assert all(
        "PAGE" in each.footer._element.xml and "NUMPAGES" not in each.footer._element.xml for each in whole.sections
    )
    assert "NUMPAGES" in files["t-A.docx"].sections[0].footer._element.xml
    starts = [section._sectPr.xpath("./w:pgNumType[following-sibling::w:cols]/@w:start") for section in whole.sections]
    assert starts == [["1"]] * 4


def test_an_answer_sheet_takes_the_boxes_from_the_questions() -> None:
    [document] = documents(write_docx([sheet(bank_of(CHOICE))], PaperSettings(answer_sheet=True))).values()
    assert "○" not in text_of(document)
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["1", "○ A    ○ B"]


def test_settings_change_type_and_paper() -> None:
    settings = PaperSettings(large=True, dyslexia=True, tinted=True, page="letter")
    [document] = documents(write_docx([sheet(marked("*so*"))], settings)).values()
    assert document.styles["Normal"].font.size.pt == 18
    assert document.sections[0].page_width.inches == pytest.approx(8.5, abs=0.01)
    assert "w:background" in document.element.xml
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if run.text == "so"]
    assert [(run.bold, run.italic) for run in runs] == [(True, None)]


def test_the_same_sheets_give_the_same_bytes() -> None:
    one, other = (write_docx([sheet(bank_of(CHOICE))], PaperSettings()).files for _ in range(2))
    assert one == other


def test_text_from_right_to_left_runs_so() -> None:
    [document] = documents(write_docx([sheet(bank_of({**CHOICE, "prompt": "מה?"}))], PaperSettings())).values()
    [question] = [each for each in document.paragraphs if "מה" in each.text]
    assert "<w:bidi/>" in question._p.xml
    assert "<w:rtl/>" in question._p.xml


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "find_spec", lambda _: None)
    with pytest.raises(ScoQuizError, match="pip install python-docx typst"):
        write_docx([sheet(bank_of(CHOICE))], PaperSettings())


def test_pictures_that_take_too_long_to_draw_are_losses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sco_quiz.formats.paper.drawn.PATIENCE_S", 0)
    files = [f"media/{at}.svg" for at in range(5)]
    bank = marked(*(f"What is ![a thing]({file})?" for file in files))
    pictures = {file: Picture(file, "image/svg+xml", 6, lambda: b"<svg/>", 10, 10) for file in files}
    losses = write_docx([sheet(replace(bank, pictures=pictures))], PaperSettings(key="after")).losses
    assert [loss.name for loss in losses] == ["lost-picture"] * 5


def test_pictures_that_are_not_shown_are_losses() -> None:
    bank = marked("What is ![a thing](media/a.png)?")
    damaged = Picture("media/a.png", "image/png", 3, lambda: b"png", 10, 10)
    [loss] = write_docx([sheet(replace(bank, pictures={"media/a.png": damaged}))], PaperSettings(key="after")).losses
    assert (loss.question, loss.name, loss.is_whole) == ("q1", "lost-picture", False)


def test_a_title_of_any_length_and_characters_is_written() -> None:
    made = sheet(bank_of(CHOICE), header=("Na\x01me <w:p/>",))
    [document] = documents(write_docx([replace(made, title="T\x02" * 200)], PaperSettings())).values()
    assert len(document.core_properties.title) == 255
    assert "Na\ufffdme <w:p/>: " in text_of(document)


def test_a_long_question_may_be_split_but_not_between_its_number_and_text() -> None:
    prompt = "\n\n".join(f"Paragraph {at} of a long text, which fills more than a page." for at in range(60))
    [document] = documents(write_docx([sheet(marked(prompt))], PaperSettings())).values()
    asked = [each.paragraph_format for each in document.paragraphs if "Paragraph" in each.text]
    assert asked[0].keep_with_next
    assert not any(each.keep_with_next for each in asked[1:])
