"""Packages for Canvas: what they contain, and that it comes back."""

from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from sco_quiz.formats.draft import GUESS
from sco_quiz.formats.exchange.item import ChoiceBody, GapsBody, Item, NumberBody
from sco_quiz.formats.exchange.xml_tree import Element, parse_xml
from sco_quiz.formats.qti import reader, writer
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT
from tests.formats.round_trip import assert_round_trip


def bank_of(*questions: dict[str, Any]) -> Bank:
    made = [
        KINDS[values["type"]].model_validate(
            {"id": f"a-{number}", "level": "remember", "prompt": "Which?", **values}, context={"markup": "markdown"}
        )
        for number, values in enumerate(questions, start=1)
    ]
    return Bank("b", "B", (Topic("t", "T & Co", tuple(made)), Topic("empty", "Empty", ())))


def package_of(bank: Bank) -> bytes:
    (data,) = writer.write(bank).files.values()
    return data


def members(bank: Bank) -> dict[str, bytes]:
    with ZipFile(BytesIO(package_of(bank))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def elements(bank: Bank, *names: str) -> list[Element]:
    """Return the elements of some names in the quiz."""
    root = parse_xml(members(bank)["t/t.xml"], "t.xml", GUESS)
    assert isinstance(root, Element)
    return [found for found in root.walk() if found.name in names]


def read_back(**values: Any) -> Item:
    parsed = reader.parse(package_of(bank_of(values)), "b.qti.zip", GUESS)
    assert parsed.problems == ()
    (item,) = parsed.items
    return item


def losses(**values: Any) -> list[tuple[str, Any]]:
    return [(loss.name, loss.path[0] if loss.path else "") for loss in writer.write(bank_of(values)).losses]


@pytest.mark.parametrize("folder", ["tests/hostile_bank", "tests/marked_up", "tests/other_article/bank"])
def test_what_is_written_comes_back(folder: str) -> None:
    assert_round_trip("qti", load_bank(ROOT / folder))


def test_the_built_in_bank_comes_back(bank: Bank) -> None:
    assert_round_trip("qti", bank)


def test_the_bytes_are_the_same_each_time(bank: Bank) -> None:
    assert package_of(bank) == package_of(bank)
    with ZipFile(BytesIO(package_of(bank))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_each_file_is_in_the_manifest_and_well_formed() -> None:
    files = members(load_bank(ROOT / "tests" / "marked_up"))
    manifest = parse_xml(files.pop("imsmanifest.xml"), "imsmanifest.xml", GUESS)
    assert isinstance(manifest, Element)
    listed = {found.attributes["href"] for found in manifest.walk() if found.name == "file"}
    assert listed == set(files)
    resources = [found for found in manifest.walk() if found.name == "resource"]
    names = [found.attributes["identifier"] for found in resources]
    assert len(set(names)) == len(names)
    needed = {found.attributes["identifierref"] for found in manifest.walk() if found.name == "dependency"}
    assert needed <= set(names)
    for name, data in files.items():
        if name.endswith(".xml"):
            assert isinstance(parse_xml(data, name, GUESS), Element)


def test_a_topic_is_a_quiz_and_an_empty_one_is_none() -> None:
    bank = bank_of({"type": "short_answer", "answer": "a"})
    assert list(members(bank)) == ["imsmanifest.xml", "t/t.xml", "t/assessment_meta.xml"]
    (assessment,) = elements(bank, "assessment")
    assert assessment.attributes == {"ident": "t", "title": "T & Co"}


KINDS_OF_CANVAS = {
    "multiple_choice_question": {"type": "single_choice", "answer": "a", "distractors": ["b"]},
    "multiple_answers_question": {"type": "multiple_choice", "answers": ["a"], "distractors": ["b"]},
    "true_false_question": {"type": "true_false", "answer": "true"},
    "short_answer_question": {"type": "short_answer", "answer": "a"},
    "numerical_question": {"type": "numeric", "answer": 4},
    "fill_in_multiple_blanks_question": {"type": "cloze", "prompt": "{{c1::a}}"},
    "matching_question": {"type": "matching", "pairs": {"a": "1", "b": "2"}},
    "ordering_question": {"type": "ordering", "items": ["a", "b", "c"]},
}


@pytest.mark.parametrize(("kind", "values"), KINDS_OF_CANVAS.items(), ids=KINDS_OF_CANVAS)
def test_canvas_is_told_the_kind(kind: str, values: dict[str, Any]) -> None:
    (field, *_) = elements(bank_of(values), "qtimetadatafield")
    assert (field.value("fieldlabel"), field.value("fieldentry")) == ("question_type", kind)


def test_right_options_are_not_always_first() -> None:
    bank = bank_of(*({"type": "single_choice", "answer": "a", "distractors": ["b", "c"]} for _ in range(12)))
    firsts = {item.elements("presentation")[0].find("response_lid") for item in elements(bank, "item")}
    texts = {next(found.text for found in each.walk() if found.name == "mattext") for each in firsts if each}
    assert texts == {"a", "b"}


@pytest.mark.parametrize(("order", "shuffled"), [("fixed", "false"), ("shuffled", "true")])
def test_a_fixed_order_stops_the_quiz_from_shuffling(order: str, shuffled: str) -> None:
    question = {"type": "single_choice", "answer": "1", "distractors": ["2", "3"], "order": order}
    assert f"<shuffle_answers>{shuffled}<".encode() in members(bank_of(question))["t/assessment_meta.xml"]
    body = read_back(**question).body
    assert isinstance(body, ChoiceBody)
    assert order != "fixed" or [answer.text.source for answer in body.answers] == ["1", "2", "3"]


def test_notes_are_feedback_on_their_option() -> None:
    item = read_back(type="single_choice", answer="a", distractors=[{"b": "*no*"}], explanation="All.")
    assert isinstance(item.body, ChoiceBody)
    assert {answer.text.source: answer.feedback.source for answer in item.body.answers} == {"a": "", "b": "<em>no</em>"}
    assert item.feedback.source == "All."


def test_the_names_of_gaps_are_not_in_the_text() -> None:
    item = read_back(type="cloze", prompt="In [gap1], {{c1::two}} and {{c2::three}}.")
    assert item.prompt.source == "In [gap1], \ue0101\ue011 and \ue0102\ue011."
    assert isinstance(item.body, GapsBody)
    assert len(item.body.gaps) == 2


@pytest.mark.parametrize(
    ("values", "value", "tolerance", "percent"),
    [
        ({"answer": 4}, "4", "0", False),
        ({"answer": 4, "tolerance": "0.5"}, "4", "0.5", False),
        ({"answer": -200, "tolerance": "5 %"}, "-200", "10", False),
        ({"answer": 4, "min": 3, "max": 6}, "4.5", "1.5", False),
        ({"answer": 4, "min": 3, "max": 6, "tolerance": 1}, "4.5", "2.5", False),
    ],
)
def test_canvas_reads_the_same_numbers(values: dict[str, Any], value: str, tolerance: str, percent: bool) -> None:
    body = read_back(type="numeric", **values).body
    assert isinstance(body, NumberBody)
    (answer,) = body.answers
    assert (str(answer.value), answer.tolerance, answer.percent) == (value, Decimal(tolerance), percent)


def test_a_range_with_one_end_is_not_written() -> None:
    assert losses(type="numeric", answer=4, min=3) == [("unsupported-kind", "")]


@pytest.mark.parametrize(
    ("values", "lost"),
    [
        ({"type": "short_answer", "answer": "a", "reject": ["b"], "strict": "case"}, "strict reject"),
        ({"type": "short_answer", "answer": "`a`", "accept": ["a"]}, "answer accept"),
        ({"type": "numeric", "answer": 4, "unit": "km", "digits": 2}, "unit digits"),
        ({"type": "matching", "pairs": {"*a*": "1", "b": "2"}, "distractors": [{"3": "no"}]}, "pairs distractors"),
        ({"type": "cloze", "prompt": "{{c1::a::hint}} and {{c1::b}}"}, "prompt prompt"),
        ({"type": "true_false", "answer": "false", "correction": {"Which": "What"}}, "correction"),
        ({"type": "ordering", "items": ["a  b", "c", "d"], "hint": "h"}, "hint items"),
    ],
)
def test_what_canvas_does_not_hold_is_a_loss(values: dict[str, Any], lost: str) -> None:
    assert [field for _, field in losses(**values)] == lost.split()


def test_what_goes_beyond_the_article_is_shown_but_not_read_as_explanation() -> None:
    beyond = {"text": "It joined in 2023.", "references": ["r"]}
    values = {"type": "short_answer", "answer": "a", "explanation": "Why.", "beyond": beyond}
    assert b"It joined in 2023." in members(bank_of(values))["t/t.xml"]
    assert read_back(**values).feedback.source == "Why."
    assert losses(**values) == [("lost-field", "beyond")]


def test_characters_that_xml_cannot_hold_do_not_break_the_file() -> None:
    assert read_back(type="short_answer", answer="a\ufffeb", prompt="\uffff?").prompt.source == "\ufffd?"


def test_a_retired_question_is_not_written() -> None:
    bank = bank_of({"type": "short_answer", "answer": "a", "status": "retired", "reason": "old"})
    assert list(members(bank)) == ["imsmanifest.xml"]
    assert [loss.path for loss in writer.write(bank).losses] == [("status",)]
