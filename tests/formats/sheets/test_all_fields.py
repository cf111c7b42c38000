"""The sheet of all fields comes back as it was, from CSV and from a workbook."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook as open_workbook

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.kinds.fields import fields_of, has_markup
from sco_quiz.core.markup.parse import Markup
from sco_quiz.formats import format_named
from sco_quiz.formats.draft import Draft, Reading
from sco_quiz.formats.sheets.entries import join_entries, join_pair, split_entries, split_pair
from sco_quiz.formats.sheets.own_columns import column_names
from sco_quiz.formats.sheets.safe_cells import protected, protected_in_workbook, unprotected
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT
from tests.formats.round_trip import assert_round_trip
from tests.formats.sheets.sheets import workbook_of

FORMATS = ("csv", "xlsx")
HOSTILE = (
    "=1+1",
    "@SUM(A1)",
    "-2",
    "+x",
    "'=1",
    "''x",
    "1e5",
    "2-3",
    "007",
    "TRUE",
    " x",
    "a\n  b\n\nc",
    "\\ d",
    "\\\\ e",
)
ARROWS = ("a => b", "a=>b", "=> b", "\\=> b", "a \\\\=> b =>", "c =>\nd")


def written(bank: Bank, form: str) -> bytes:
    chosen = format_named(form)
    assert chosen
    return chosen.write(bank).files[f"{bank.id}.{form}"]


def read(data: bytes, form: str) -> Reading:
    chosen = format_named(form)
    assert chosen
    return chosen.read(data, f"bank.{form}")


def question_of(draft: Draft) -> AnyQuestion:
    values = {**draft.values, "id": draft.idnumber}
    return KINDS[values["type"]].model_validate(values, context={"markup": "markdown"})


def shown(question: AnyQuestion) -> dict[str, Any]:
    """All that a question says: its text without markup, everything else as it is."""
    kind = type(question)
    texts = [(part.path[0], part.role, part.content.plain) for part in question.parts()]
    others = {name: getattr(question, name) for name in fields_of(kind) if not has_markup(kind.model_fields[name])}
    return {**others, "texts": texts, "references": question.references}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("folder", ["questions", "tests/other_article/bank", "tests/marked_up"])
def test_a_bank_comes_back(folder: str, form: str) -> None:
    bank = load_bank(ROOT / folder)
    reading = read(written(bank, form), form)
    assert reading.problems == ()
    assert reading.guess == ()
    assert len(reading.drafts) == len(bank.questions)
    for draft, question in zip(reading.drafts, bank.questions, strict=True):
        assert shown(question_of(draft)) == shown(question)
        assert draft.category == bank.topic_of(question.id).id
        if question.markup == "markdown":
            assert question_of(draft) == question


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("folder", ["questions", "tests/other_article/bank", "tests/marked_up", "tests/hostile_bank"])
def test_the_law_of_formats(folder: str, form: str) -> None:
    assert_round_trip(form, load_bank(ROOT / folder))


def hostile(markup: Markup) -> Bank:
    """A bank whose text is what spreadsheet programs would calculate, convert or split."""
    values: list[dict[str, Any]] = [
        {"type": "multiple_choice", "answers": HOSTILE[:6], "distractors": [{text: text} for text in HOSTILE[6:]]},
        {"type": "short_answer", "answer": "1/2", "accept": ["=1/2", "0.50"], "reject": list(ARROWS)},
        {"type": "matching", "pairs": {text: f"{text}!" for text in ARROWS}, "distractors": ["=> c"]},
        {"type": "cloze", "prompt": "{{c1::1-2::= 3}} {{c2::x}}", "accept": {"1-2": ["1e5", "=> f"], "x": ["z"]}},
        {"type": "numeric", "answer": "-0.50", "accept": ["1e20", "7"], "tolerance": "5 %", "unit": "=m"},
        {"type": "true_false", "prompt": "It is =1 => 2.", "answer": "false", "correction": {"=1 => 2": "=3"}},
        {"type": "ordering", "items": HOSTILE[:4], "status": "retired", "reason": "-1", "allow": {"too-long": "=1"}},
    ]
    context = {"markup": markup}
    questions = tuple(
        KINDS[each["type"]].model_validate(
            {"id": f"{number}e{number}", "prompt": "=2*3", "level": "remember", **each}, context=context
        )
        for number, each in enumerate(values)
    )
    return Bank("hostile", "Hostile", (Topic("1-2", "Hostile", questions),))


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_text_comes_back_to_the_letter(form: str) -> None:
    bank = hostile("markdown")
    reading = read(written(bank, form), form)
    assert reading.problems == ()
    assert tuple(map(question_of, reading.drafts)) == bank.questions
    assert {draft.category for draft in reading.drafts} == {"1-2"}


@pytest.mark.parametrize("form", FORMATS)
def test_plain_text_comes_back_as_markdown_that_says_the_same(form: str) -> None:
    bank = hostile("plain")
    found = [question_of(draft) for draft in read(written(bank, form), form).drafts]
    for question, original in zip(found, bank.questions, strict=True):
        says, said = shown(question), shown(original)
        assert [text.split() for *_, text in says.pop("texts")] == [text.split() for *_, text in said.pop("texts")]
        assert says == said


def test_no_cell_of_csv_is_calculated_or_converted() -> None:
    text = written(hostile("markdown"), "csv").decode("utf-8-sig")
    cells = [cell for row in csv.reader(StringIO(text)) for cell in row]
    assert "'0e0" in cells
    assert "'1-2" in cells
    assert "'=2*3" in cells
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]


def test_no_cell_of_a_workbook_is_a_formula_or_a_number() -> None:
    from io import BytesIO

    sheet = open_workbook(BytesIO(written(hostile("markdown"), "xlsx"))).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert "0e0" in {cell.value for cell in cells}
    assert sheet.freeze_panes == "A2"


def test_text_that_no_cell_of_excel_holds_is_named_and_not_cut() -> None:
    bank = hostile("plain")
    long = bank.questions[0].model_copy(update={"explanation": "x" * 40_000})
    bank = replace(bank, topics=(replace(bank.topics[0], questions=(long, *bank.questions[1:])),))
    chosen = format_named("xlsx")
    assert chosen
    package = chosen.write(bank)
    assert [(loss.question, loss.path, loss.name) for loss in package.losses] == [("0e0", (), "text-too-long")]
    assert "0e0" not in [draft.idnumber for draft in read(package.files["hostile.xlsx"], "xlsx").drafts]
    assert not format_named("csv").write(bank).losses  # type: ignore[union-attr]


def test_pictures_that_a_sheet_only_names_are_losses() -> None:
    bank = load_bank(ROOT / "tests" / "marked_up")
    chosen = format_named("csv")
    assert chosen
    named = {loss.question for loss in chosen.write(bank).losses if loss.name == "lost-picture"}
    assert named == {q.id for q in bank.questions if any(part.content.images for part in q.parts())}


def test_what_a_teacher_changes_and_adds_is_read(tmp_path: Path) -> None:
    sheet = (
        "id,type,prompt,answer,distractors,tags,level,my notes\n"
        'sea,single_choice,Where?,Here,"There => not here\n\nElsewhere",one; two,remember,ask Ann\n'
        "lake,single_coice,Where?,Here,There,,remember,\n"
        "pond,short_answer,Where?,'=1,,a,remember,\n"
    )
    reading = read(sheet.encode(), "csv")
    assert [(problem.name, problem.place.line) for problem in reading.problems] == [
        ("lost-setting", 1),
        ("unknown-type", 5),
    ]
    assert reading.problems[1].message == "row 3, column B: `single_coice` is not a type of question"
    assert "single_choice" in reading.problems[1].hint
    first, second = reading.drafts
    assert first.values["distractors"] == [{"There": "not here"}, "Elsewhere"]
    assert first.values["tags"] == ["one", "two"]
    assert (second.idnumber, second.values["answer"]) == ("pond", "=1")


def test_what_excel_makes_of_cells_is_read() -> None:
    rows = [
        ["id", "type", "prompt", "answer", "difficulty", "as_of", "level"],
        ["wet", "true_false", "It is wet.", True, 2, date(2010, 2, 3), "remember"],
        ["dry", "true_false", "It is dry.", "FALSCH", 2.0, None, "remember"],
        ["far", "numeric", "How far?", 46.0, None, None, "remember"],
    ]
    wet, dry, far = map(question_of, read(workbook_of({"Questions": rows}), "xlsx").drafts)
    assert (wet.key, wet.difficulty, wet.as_of) == (("true",), 2, date(2010, 2, 3))
    assert (dry.key, dry.difficulty) == (("false",), 2)
    assert far.key == ("46",)


@pytest.mark.parametrize("text", [*HOSTILE, *ARROWS, "\nx", "\\\nx", "'Tis", "'1", "mar-1", "12", "5 apples"])
def test_protection_entries_and_pairs_are_reversible(text: str) -> None:
    assert unprotected(protected(text)) == text
    assert unprotected(protected_in_workbook(text)) == text
    assert split_entries(join_entries([text, "x", text])) == [text, "x", text]
    for right in ("", "right => side", " x"):
        assert split_pair(join_pair(text, right)) == (text, right)


def test_every_field_of_every_kind_has_a_column() -> None:
    assert set(column_names()) >= {name for kind in KINDS.values() for name in fields_of(kind)}
    assert len(set(column_names())) == len(column_names())
