"""Aiken is read also where Moodle is stricter, with a warning; what it cannot hold is a loss."""

from fractions import Fraction
from typing import Any

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS, Question
from sco_quiz.formats.aiken.reader import is_like, parse
from sco_quiz.formats.aiken.writer import write
from sco_quiz.formats.draft import GUESS
from sco_quiz.formats.exchange.item import Answer, ChoiceBody, Parsed, RichText, TruthBody
from sco_quiz.formats.package import Package


def read(text: str) -> Parsed:
    return parse(text.encode(), "quiz.txt", GUESS)


def test_questions_as_moodle_reads_them() -> None:
    parsed = read("1. Is 1 < 2 & <b>so</b>?\nA. yes\nB. no\nANSWER: A\n\nWet?\nA)dry\nB) wet\nANSWER:B")
    assert parsed.problems == ()
    assert [item.prompt for item in parsed.items] == [RichText("1. Is 1 < 2 & <b>so</b>?"), RichText("Wet?")]
    assert [item.body for item in parsed.items] == [
        ChoiceBody((Answer(RichText("yes"), Fraction(1)), Answer(RichText("no")))),
        ChoiceBody((Answer(RichText("dry")), Answer(RichText("wet"), Fraction(1)))),
    ]


def test_an_answer_before_the_options_is_no_question() -> None:
    parsed = read("One?\nANSWER: A\nA. x\nB. y\n\nTwo?\nA. x\nB. y\nANSWER: B.")
    assert [(problem.name, problem.place.line) for problem in parsed.problems] == [
        ("too-few-options", 1),
        ("unreadable-question", 3),
    ]
    assert [item.prompt for item in parsed.items] == [RichText("Two?")]


def test_true_and_false() -> None:
    assert read("Oslo is in Norway.\nA. True\nB. False\nANSWER: A").items[0].body == TruthBody(True)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("One?\nTwo lines?\nA. x\nB. y\nANSWER: A", [("doubtful-text", 1)]),
        ("One?\na. x\nb. y\nANSWER: A", [("doubtful-text", 1)]),
        ("One?\nA ) x\nB ) y\nANSWER: A", [("doubtful-text", 1)]),
        ("One?\n1. x\n2. y\nANSWER: 1", [("doubtful-text", 1), ("doubtful-key", 4)]),
        ("One?\nA. x\nmore\nB. y\nANSWER: A", [("doubtful-text", 1)]),
        ("One?\nA. x\nB. y\nANSWER: a", [("doubtful-key", 4)]),
        ("One?\nA. x\nB. y\nANSWER:\xa0A", [("doubtful-key", 4)]),
        ("One?\nA. x\nC. y\nANSWER: C", [("doubtful-key", 1)]),
        ("One?\nA. x\nB. y\nC. z\nANSWER: A, B", [("doubtful-key", 5)]),
        ("One?\nA. x\nB. y\nRESPUESTA: A", [("doubtful-key", 4)]),
    ],
)
def test_what_moodle_reads_in_another_way_is_read_with_a_warning(text: str, problems: list[tuple[str, int]]) -> None:
    parsed = read(text)
    assert len(parsed.items) == 1
    assert [(problem.name, problem.place.line) for problem in parsed.problems] == problems
    assert {problem.severity for problem in parsed.problems} == {"warning"}


@pytest.mark.parametrize(
    ("text", "name", "line"),
    [
        ("One?\nA. x\nB. y\nANSWER: F", "key-not-an-option", 4),
        ("One?\nA. x\nANSWER: A", "too-few-options", 1),
        ("One?\nA. x\nB. y\n\nTwo?", "no-right-answer", 1),
        ("A. x\nB. y\nANSWER: A", "unreadable-question", 1),
        ("", "unknown-format", 0),
    ],
)
def test_what_cannot_be_read(text: str, name: str, line: int) -> None:
    parsed = read(text)
    assert parsed.items == ()
    assert (parsed.problems[0].name, parsed.problems[0].place.line) == (name, line)


def test_encoding() -> None:
    assert [problem.name for problem in parse(b"Se\xf1or?", "a.txt", GUESS).problems] == ["not-utf8"]


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("One?\r\nA. x\r\nB. y\r\nANSWER: A", True),
        ("1. One?\nA. x\nB. y\nANSWER: A", False),
        ("One?\nA. x\nB. y\nANSWER: A\nExplanation: x", False),
        ("One?\na) x\nb) y\nAntwort: a", False),
    ],
)
def test_is_like(text: str, like: bool) -> None:
    assert is_like(text.encode(), "a.txt") is like


def question(type: str, **fields: Any) -> Question:
    values = {"id": "one", "type": type, "prompt": "Longest?", "level": "remember", **fields}
    return KINDS[type].model_validate(values, context={"markup": "markdown"})


def package(*questions: Any) -> Package:
    return write(Bank("b", "B", (Topic("t", "T", questions),)))


def text_of(*questions: Any) -> str:
    return "".join(data.decode() for data in package(*questions).files.values())


def test_choices_are_written() -> None:
    choice = question("single_choice", answer="Volga", distractors=["Don", {"*Oka*": "a tributary"}])
    truth = question("true_false", id="two", answer="false")
    assert text_of(choice, truth) == (
        "Longest?\nA. Volga\nB. Don\nC. Oka\nANSWER: A\n\nLongest?\nA. True\nB. False\nANSWER: B\n"
    )
    assert [problem.name for problem in read(text_of(choice, truth)).problems] == ["doubtful-key"]
    losses = [(loss.question, loss.path, loss.name) for loss in package(choice, truth).losses]
    assert losses == [
        ("one", ("distractors", 1), "lost-markup"),
        ("one", ("distractors", 1, "note"), "lost-feedback"),
        ("two", ("type",), "doubtful-key"),
    ]


@pytest.mark.parametrize(
    ("type", "fields"),
    [
        ("multiple_choice", {"answers": ["a"], "distractors": ["b"]}),
        ("short_answer", {"answer": "a"}),
        ("numeric", {"answer": 5}),
        ("matching", {"pairs": {"a": "b", "c": "d"}}),
        ("ordering", {"items": ["a", "b", "c"]}),
        ("single_choice", {"prompt": "?", "answer": "a", "distractors": ["b"]}),
        ("single_choice", {"prompt": "A) or B)?", "answer": "a", "distractors": ["b"]}),
        ("single_choice", {"prompt": "Answer: x", "answer": "a", "distractors": ["b"]}),
        ("single_choice", {"answer": r"\*a", "distractors": ["b"]}),
        ("single_choice", {"answer": "a", "distractors": [str(number) for number in range(26)]}),
    ],
)
def test_what_aiken_does_not_hold_is_not_written(type: str, fields: dict[str, Any]) -> None:
    written = question(type, **fields)
    assert text_of(written) == ""
    assert [(loss.path, loss.name) for loss in package(written).losses] == [((), "unsupported-kind")]


@pytest.mark.parametrize("mark", ["* ", "[x] ", "\u2713 ", "\u2612 ", "\u2192"])
def test_an_option_that_looks_marked_as_right_is_a_loss(mark: str) -> None:
    values = {"id": "one", "type": "single_choice", "prompt": "Which one?", "level": "remember", "answer": "a"}
    question: Any = KINDS["single_choice"].model_validate(values | {"distractors": ["b", f"{mark}c"]})
    (loss,) = write(Bank("b", "B", (Topic("t", "T", (question,)),))).losses
    assert (loss.name, "for the right one" in loss.what) == ("unsupported-kind", True)
