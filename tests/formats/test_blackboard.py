"""Text for Blackboard: its strict rules, and what it does not hold."""

from typing import Any

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from sco_quiz.formats.blackboard import writer
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT


def bank_of(*questions: dict[str, Any], markup: str = "markdown") -> Bank:
    made = [
        KINDS[values["type"]].model_validate(
            {"id": f"q{number}", "level": "remember", **values}, context={"markup": markup}
        )
        for number, values in enumerate(questions, start=1)
    ]
    return Bank("b", "B", (Topic("t", "T", tuple(made)),))


def row(markup: str = "markdown", **values: Any) -> list[str]:
    """Return the fields of the only line."""
    (data,) = writer.write(bank_of(values, markup=markup)).files.values()
    return data.decode().split("\t")


def lost(**values: Any) -> list[tuple[Any, ...]]:
    losses = writer.write(bank_of(values)).losses
    return [(loss.name, *loss.path) for loss in losses]


def test_options_are_marked_in_english_words() -> None:
    fields = row(type="single_choice", prompt="Where?", answer="Ulm", distractors=["Bonn", "Kiel"])
    assert fields[:2] == ["MC", "Where?"]
    assert dict(zip(fields[2::2], fields[3::2], strict=True)) == {
        "Ulm": "correct",
        "Bonn": "incorrect",
        "Kiel": "incorrect",
    }
    several = row(type="multiple_choice", prompt="Which?", answers=["a", "b"], distractors=["c"])
    assert (several[0], several.count("correct"), several.count("incorrect")) == ("MA", 2, 1)


def test_the_right_option_is_not_always_the_first() -> None:
    questions = [
        {"type": "single_choice", "prompt": f"{n}?", "answer": "right", "distractors": ["b", "c", "d"]}
        for n in range(20)
    ]
    (data,) = writer.write(bank_of(*questions)).files.values()
    places = {text.split("\t").index("right") for text in data.decode().split("\n")}
    assert places == {2, 4, 6, 8}
    fixed = row(type="single_choice", prompt="How many?", answer="1", distractors=["2", "3"], order="fixed")
    assert fixed[2::2] == ["1", "2", "3"]


def test_each_other_kind_has_its_line() -> None:
    assert row(type="true_false", prompt="It rains.", answer="false") == ["TF", "It rains.", "false"]
    assert row(type="short_answer", prompt="Who?", answer="Ada", accept=["Lovelace"]) == [
        *("FIB", "Who?", "Ada", "Lovelace"),
    ]
    assert row(type="numeric", prompt="How far?", answer=200, tolerance="5 %") == ["NUM", "How far?", "200", "10"]
    assert row(type="numeric", prompt="How many?", answer=4, min=3, max=6) == ["NUM", "How many?", "4.5", "1.5"]
    assert row(type="matching", prompt="Match.", pairs={"a": "1", "b": "2"}) == ["MAT", "Match.", "a", "1", "b", "2"]
    assert row(type="ordering", prompt="Order.", items=["x", "y", "z"]) == ["ORD", "Order.", "x", "y", "z"]


def test_gaps_have_names_that_the_text_does_not_have() -> None:
    prompt = "Two [gap1] are {{c1::north::where}} and {{c2::south}}."
    fields = row(type="cloze", prompt=prompt, accept={"north": ["up"]})
    assert fields == [
        *("FIB_PLUS", "Two [gap1] are [gapx1] and [gapx2]."),
        *("gapx1", "north", "up", "", "gapx2", "south"),
    ]


def test_text_is_on_one_line_and_no_tag() -> None:
    fields = row("plain", type="short_answer", prompt="Is a\tb\n\nin <b> & a < b, or &amp;?", answer="<x>\ty")
    assert fields == ["FIB", "Is a b in &lt;b> & a < b, or &amp;amp;?", "<x> y"]


def test_the_setting_is_before_the_prompt() -> None:
    assert row(type="short_answer", setting="In *2010*", prompt="Who?", answer="a")[1] == "In 2010: Who?"


def test_files_have_250_lines_at_most_and_no_empty_one() -> None:
    questions = [{"type": "short_answer", "prompt": f"{n}?", "answer": "a"} for n in range(251)]
    files = writer.write(bank_of(*questions)).files
    assert {name: len(data.decode().split("\n")) for name, data in files.items()} == {
        "b.blackboard-1.txt": 250,
        "b.blackboard-2.txt": 1,
    }
    assert all(data.decode().split("\n")[-1] for data in files.values())


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"type": "numeric", "answer": 4, "min": 3}, "only one end"),
        ({"type": "cloze", "prompt": " ".join(f"{{{{c{n}::w{n}}}}}" for n in range(1, 12))}, "at most 10 gaps"),
        ({"type": "ordering", "items": [f"i{n}" for n in range(101)]}, "at most 100 answers"),
    ],
)
def test_what_blackboard_cannot_ask_is_not_written(values: dict[str, Any], says: str) -> None:
    package = writer.write(bank_of({"prompt": "Which?", **values}))
    assert list(package.files.values()) == [b""]
    (loss,) = package.losses
    assert (loss.path, loss.name, says in loss.what) == ((), "unsupported-kind", True)


@pytest.mark.parametrize(
    ("values", "losses"),
    [
        ({"type": "short_answer", "answer": "a", "reject": ["b"], "strict": "case", "hint": "h"}, "hint strict reject"),
        ({"type": "numeric", "answer": 4, "accept": [5], "unit": "km", "digits": 2}, "accept unit digits"),
        ({"type": "numeric", "answer": 4, "min": 3, "max": 6}, "answer"),
        ({"type": "matching", "pairs": {"a": "1", "b": "2"}, "distractors": ["3"]}, "distractors"),
        ({"type": "single_choice", "answer": "a", "distractors": [{"b": "no"}]}, "distractors"),
        ({"type": "true_false", "answer": "false", "correction": {"Which": "What"}}, "correction"),
        ({"type": "short_answer", "answer": "`a`", "prompt": "What is **x**?"}, "prompt answer"),
    ],
)
def test_what_a_line_does_not_hold_is_a_loss(values: dict[str, Any], losses: str) -> None:
    assert [path for _, path, *_ in lost(**{"prompt": "Which?", **values})] == losses.split()


def test_pictures_and_lines_are_losses() -> None:
    assert lost(type="short_answer", prompt="![a map](media/m.png)", answer="a\n\nb") == [
        ("lost-picture", "prompt"),
        ("lost-markup", "prompt"),
        ("lost-markup", "answer"),
    ]


def test_the_hostile_bank_has_one_line_for_each_question() -> None:
    bank = load_bank(ROOT / "tests" / "hostile_bank")
    package = writer.write(bank)
    (data,) = package.files.values()
    gone = {loss.question for loss in package.losses if loss.path in ((), ("status",))}
    assert len(data.decode().split("\n")) == len(bank.questions) - len(gone)
