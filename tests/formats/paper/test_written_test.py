"""Tests for Word are read again: what a teacher changed in them comes back as questions."""

import re
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.text.paragraph import Paragraph

from sco_quiz.core.bank import Bank
from sco_quiz.core.exam_form import ExamForm, FormItem
from sco_quiz.core.interaction import Choice, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.words.languages import LANGUAGES
from sco_quiz.formats import format_named
from sco_quiz.formats.format import Reading
from sco_quiz.formats.paper.settings import PaperSettings
from sco_quiz.formats.paper.sheet import Sheet, sheet_of
from sco_quiz.formats.paper.word import write_docx
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT
from tests.formats.paper.test_pdf import marked, versions
from tests.formats.paper.test_sheet import VALUES, bank_of, sheet
from tests.formats.round_trip import made

CHOICE: dict[str, object] = {"type": "single_choice", "answer": "yes", "distractors": ["no", "perhaps"]}


_WITHIN_LINES = re.compile(r"(?:[\s|]|(?<!\S)-(?!\S))+")


def read(data: bytes) -> Reading:
    form = format_named("list")
    assert form
    return form.read(data, "test.docx")


def written(*sheets: Sheet, **settings: object) -> bytes:
    chosen: dict[str, Any] = {"key": "after", "one_file": True, **settings}
    [data] = write_docx(sheets, PaperSettings(**chosen)).files.values()
    return data


def questions(reading: Reading) -> list[AnyQuestion]:
    return [made(draft, {"level": "remember"}) for draft in reading.drafts]


def meant(question: AnyQuestion) -> tuple[object, ...]:
    """What a test with its key says of a question, by its words alone."""
    setting = question.content(question.setting).plain
    explanation = question.content(question.explanation).plain
    # tables and lists become lines
    texts = (_WITHIN_LINES.sub(" ", each).strip() for each in (question.stem.plain, setting, explanation))
    return answer(question), *texts


def answer(question: AnyQuestion) -> object:
    match question.interaction():
        case Choice(options, several=several):
            return several, {(option.content.plain, option.right) for option in options}
        case TextEntry(gaps):
            # a form in other case is the same form
            return [{form.plain.casefold() for form in gap.accepted} for gap in gaps]
        case NumberEntry() as number:
            return number.shown
        case Match(rows=rows, rights=rights, options=options):
            pairs = zip(rows, rights, strict=True)
            return [(row.plain, right.plain) for row, right in pairs], set(options)
        case Order(items):
            return [item.plain for item in items]


@pytest.mark.parametrize("answer_sheet", [False, True])
def test_each_interaction_comes_back_with_its_key(answer_sheet: bool) -> None:
    bank = bank_of(*VALUES)
    reading = read(written(sheet(bank, seed=4), answer_sheet=answer_sheet))
    assert [meant(each) for each in questions(reading)] == [meant(each) for each in bank.questions]
    notes = ["1 point for", "It is ", "Right within", "Not right: Moscow"]
    lost = [problem.message.partition("`")[2] for problem in reading.problems if problem.name == "lost-field"]
    assert [text.startswith(note) for text, note in zip(lost, notes, strict=True)] == [True] * len(notes)


@pytest.mark.full
def test_the_built_in_bank_comes_back() -> None:
    bank = load_bank()
    form = ExamForm("Test", tuple(map(FormItem, bank.questions)), seed=5)
    reading = read(written(sheet_of(bank, form, PaperSettings())))
    assert {problem.name for problem in reading.problems} == {"lost-field"}
    read_again, all_meant = [meant(each) for each in questions(reading)], [meant(each) for each in bank.questions]
    assert [pair for pair in zip(read_again, all_meant, strict=True) if pair[0] != pair[1]] == []


def test_marked_up_questions_come_back_or_say_why() -> None:
    bank = load_bank(ROOT / "tests" / "marked_up")
    form = ExamForm("Test", tuple(map(FormItem, bank.questions)))
    reading = read(written(sheet_of(bank, form, PaperSettings())))
    assert len(reading.drafts) == len(bank.questions)
    assert {problem.name for problem in reading.problems} <= {
        *("lost-markup", "lost-field", "lost-picture"),
        "repeated-option",  # forms of a formula that are the same in one line
    }
    counted = Counter(each.type for each in questions(reading))
    assert counted == Counter(each.type for each in bank.questions)


def test_a_picture_comes_back_with_its_alternative_text() -> None:
    bank = load_bank(ROOT / "tests" / "marked_up")
    form = ExamForm("Test", tuple(FormItem(each) for each in bank.questions if each.id == "hypotenuse"))
    [draft] = read(written(sheet_of(bank, form, PaperSettings()))).drafts
    [image] = made(draft, {"level": "remember"}).stem.images
    assert image.alt == next(iter(form.questions[0].stem.images)).alt
    assert draft.media[image.file] == bank.pictures["media/triangle.jpg"].read()


def test_each_version_has_its_own_key() -> None:
    bank = bank_of(*({**CHOICE, "prompt": f"Is it {at}?", "answer": f"yes {at}"} for at in range(6)))
    reading = read(written(*versions(bank)))
    right = [draft.values["answer"] for draft in reading.drafts]
    asked = [str(draft.values["prompt"]) for draft in reading.drafts]
    assert right[:6] == [f"yes {prompt[6]}" for prompt in asked[:6]]
    assert {problem.name for problem in reading.problems} <= {"repeated-question"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_statements_come_back_in_each_language(lang: str) -> None:
    statement = {"type": "true_false", "prompt": "A.", "answer": "true"}
    bank = bank_of(statement, {**statement, "prompt": "B.", "answer": "false"}, lang=lang)
    assert [draft.values["answer"] for draft in read(written(sheet(bank))).drafts] == ["true", "false"]


def test_without_a_key_every_question_says_what_to_do() -> None:
    reading = read(written(sheet(bank_of(*VALUES)), key="none"))
    assert [problem.name for problem in reading.problems] == ["no-right-answer"] * len(VALUES)
    assert all("--key --one-file" in problem.hint for problem in reading.problems)


def changed(data: bytes, change: Callable[[Paragraph], None]) -> bytes:
    """A document after a teacher changed its paragraphs."""
    document = docx.Document(BytesIO(data))
    for paragraph in document.paragraphs:
        change(paragraph)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_ticked_box_is_the_key() -> None:
    def tick(paragraph: Paragraph) -> None:
        if paragraph.text.startswith("☐") and paragraph.text.endswith(("p", "q")):
            paragraph.runs[0].text = "☒ "

    bank = bank_of({"type": "multiple_choice", "answers": ["p", "q"], "distractors": ["r"]})
    [draft] = read(changed(written(sheet(bank), key="none"), tick)).drafts
    assert sorted(draft.values["answers"]) == ["p", "q"]


def test_a_key_that_names_no_option_is_refused() -> None:
    def misname(paragraph: Paragraph) -> None:
        for run in paragraph.runs:
            if run.style.name == "Right Answer":
                run.text = "E"

    reading = read(changed(written(sheet(bank_of(CHOICE))), misname))
    assert [(problem.name, problem.message) for problem in reading.problems] == [
        ("key-not-an-option", "the answer `E` is not an option; they are A, B, C")
    ]


def test_an_option_that_was_added_is_read() -> None:
    def add(paragraph: Paragraph) -> None:
        if paragraph.text.startswith("○ C)"):
            paragraph._p.addnext(deepcopy(paragraph._p))
            Paragraph(paragraph._p.getnext(), paragraph._parent).runs[0].text = "○ D) never"

    document = changed(written(sheet(bank_of(CHOICE))), add)
    [draft] = read(document).drafts
    assert len(draft.values["distractors"]) == 3


def test_formulas_typed_as_answers_keep_their_characters() -> None:
    bank = marked("What is the sum?", answer="$x^2$")
    [draft] = read(written(sheet(bank))).drafts
    assert draft.values["answer"] == "x^2"


def bank_with_settings() -> Bank:
    return bank_of({**CHOICE, "setting": "Long ago"}, {**CHOICE, "prompt": "Who?"})


def test_a_setting_belongs_to_its_run_alone() -> None:
    drafts = read(written(sheet(bank_with_settings()))).drafts
    assert [draft.values.get("setting") for draft in drafts] == ["Long ago", None]


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"\frac{1}{2}", "1/2"),
        (r"\frac{a+b}{c}", "(a+b)/c"),
        (r"x_1^{n+1}", "x_1^(n+1)"),
        (r"\sqrt{x}", "√x"),
        (r"\sqrt[3]{x+1}", "3√(x+1)"),
    ],
)
def test_formulas_are_read_as_a_line(tex: str, shown: str) -> None:
    reading = read(written(sheet(marked(f"Is ${tex}$ right?"))))
    assert [problem.message for problem in reading.problems] == [f"a formula became plain text: `{shown}`"]
