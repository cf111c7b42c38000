"""Terms and definitions: what comes in, what is written, and what is lost."""

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from sco_quiz.formats import format_named
from sco_quiz.formats.draft import Reading, ReadOptions
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT
from tests.formats.round_trip import assert_round_trip

QUIZLET = format_named("quizlet")
assert QUIZLET


def read(text: str, columns: str = "") -> Reading:
    assert QUIZLET
    return QUIZLET.read(text.encode(), "set.txt", ReadOptions(columns=columns))


def pairs(reading: Reading) -> list[tuple[str, str]]:
    return [(draft.values["prompt"], str(draft.values["answer"])) for draft in reading.drafts]


@pytest.mark.parametrize("folder", ["questions", "tests/other_article/bank", "tests/marked_up", "tests/hostile_bank"])
def test_the_law_of_formats(folder: str) -> None:
    assert_round_trip("quizlet", load_bank(ROOT / folder))


@pytest.mark.parametrize("separator", ["\t", " - ", " = ", ": ", ";", ","])
def test_terms_and_definitions_with_any_separator(separator: str) -> None:
    reading = read(f"casa{separator}house\n\nperro{separator}dog\n")
    assert reading.problems == ()
    assert pairs(reading) == [("casa", "house"), ("perro", "dog")]
    assert "the term is the question" in reading.guess[1]


def test_the_definition_can_be_asked() -> None:
    reading = read("casa\ta place to live\n", "question=B, key=A")
    assert pairs(reading) == [("a place to live", "casa")]
    assert "the definition is the question" in reading.guess[1]


def test_explanations_are_asked_and_their_terms_typed() -> None:
    text = "girder\ta beam that carries a load\npier\ta pillar that carries a bridge\n"
    assert pairs(read(text)) == [("a beam that carries a load", "girder"), ("a pillar that carries a bridge", "pier")]
    assert "the definition is the question" in read(text).guess[1]
    assert pairs(read(text, "question=A, key=B"))[0] == ("girder", "a beam that carries a load")
    # a question is always asked, however long its answer is
    assert pairs(read("Why?\tit is as it is today\n")) == [("Why?", "it is as it is today")]


def test_a_line_without_a_tab_is_reported() -> None:
    reading = read("casa\thouse\nand home\nperro\tdog\ngato\t\n")
    assert pairs(reading) == [("casa", "house"), ("perro", "dog")]
    assert [(problem.name, problem.place.line) for problem in reading.problems] == [
        ("unreadable-question", 2),
        ("unreadable-question", 4),
    ]


def test_text_is_literal() -> None:
    assert pairs(read("*x*\t<b>y</b>\n")) == [("\\*x\\*", "<b>y</b>")]


def test_only_typed_answers_are_written() -> None:
    values = (
        {"type": "short_answer", "answer": "a\tb", "accept": ["c"], "reject": [{"d": "e"}], "strict": "case"},
        {"type": "numeric", "answer": 5, "unit": "km", "tolerance": 1, "min": 4},
        {"type": "single_choice", "answer": "a", "distractors": ["b"]},
        {"type": "short_answer", "answer": "2010"},
        {"type": "cloze", "prompt": "{{c1::a}}"},
    )
    questions = tuple(
        KINDS[str(each["type"])].model_validate(
            {"id": f"q-{at}", "prompt": "Two\nlines?", "level": "remember", **each}, context={"markup": "plain"}
        )
        for at, each in enumerate(values)
    )
    assert QUIZLET
    package = QUIZLET.write(Bank("small", "Small", (Topic("one", "One", questions),)))
    assert package.files == {"small.quizlet.tsv": b"Two lines?\ta b\nTwo lines?\t5\n"}
    found = [(loss.question, loss.path, loss.name) for loss in package.losses]
    assert found == [
        ("q-0", ("accept",), "lost-field"),
        ("q-0", ("reject",), "lost-feedback"),
        ("q-0", ("strict",), "lost-setting"),
        ("q-0", ("prompt",), "lost-markup"),
        ("q-0", ("answer",), "lost-markup"),
        ("q-1", ("min",), "lost-field"),
        ("q-1", ("unit",), "lost-unit"),
        ("q-1", ("tolerance",), "lost-tolerance"),
        ("q-1", ("prompt",), "lost-markup"),
        *((f"q-{at}", (), "unsupported-kind") for at in (2, 3, 4)),
    ]


def test_a_list_of_pairs_is_recognized() -> None:
    assert QUIZLET
    assert QUIZLET.is_like(b"a\tb\nc\td\n", "set.txt")
    assert not QUIZLET.is_like(b"a, b\nc, d\n", "set.txt")
    assert not QUIZLET.is_like(b"\xff\t\xfe", "set.txt")
    assert not QUIZLET.is_like(b"", "set.txt")
