"""The list of questions as JSON: plain text, and the markup of the author beside it."""

import json

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from sco_quiz.formats.exchange.questions_json import as_object, render_list
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT

BASE = {"id": "it", "level": "remember", "prompt": "What is *it*?"}


def listed(markup: str, **fields: object) -> dict[str, object]:
    question = KINDS[str(fields["type"])].model_validate(BASE | fields, context={"markup": markup})
    return as_object(Bank("bank", "Bank", (Topic("topic", "Topic", (question,)),)), question)


def test_text_is_plain_and_as_written() -> None:
    found = listed(
        "markdown",
        type="single_choice",
        answer="H~2~O",
        distractors=[{"`x`": "a **note**"}, "plain"],
        explanation="See [a](https://b.c).",
    )
    assert found["prompt"] == "What is it?"
    assert sorted(found["options"]) == ["H₂O", "plain", "x"]  # type: ignore[call-overload]
    assert (found["answers"], found["explanation"]) == (["H₂O"], "See a.")
    assert found["markdown"] == {
        "prompt": "What is *it*?",
        "answer": "H~2~O",
        "distractors.0": "`x`",
        "distractors.0.note": "a **note**",
        "explanation": "See [a](https://b.c).",
    }


def test_both_sides_of_a_pair_and_of_a_correction() -> None:
    found = listed("markdown", type="matching", prompt="Match.", pairs={"*a*": "b", "c": "**d**"})
    assert (found["left"], found["answers"]) == (["a", "c"], ["a = b", "c = d"])
    assert found["markdown"] == {"pairs.*a*.left": "*a*", "pairs.c": "**d**"}
    found = listed("markdown", type="true_false", answer="false", correction={"*it*": "*this*"})
    assert found["markdown"] == {
        "prompt": "What is *it*?",
        "correction.*it*.wrong": "*it*",
        "correction.*it*": "*this*",
    }


def test_plain_questions_have_no_markup() -> None:
    found = listed("plain", type="short_answer", answer="H~2~O")
    assert (found["prompt"], found["answers"]) == ("What is *it*?", ["H~2~O"])
    assert "markdown" not in found
    assert "markdown" not in listed("markdown", type="short_answer", prompt="Which?", answer="water")


def test_the_list_is_written_as_python_writes_it() -> None:
    released = load_bank(ROOT / "questions")
    values = {
        "type": "single_choice",
        "prompt": 'Tab\t, line\nfeed, "quotes", \\, </script>, é, 🙂, \u2028, \u00ad?',
        "answer": "a",
        "distractors": ["b", "c"],
        "partial": {"b": "33.33 %"},
    }
    question = KINDS["single_choice"].model_validate(BASE | values)
    odd = Bank("odd", "Odd", (Topic("t", "T", (question,)),))
    for bank in (released, odd):
        objects = [as_object(bank, question) for question in bank.questions]
        assert render_list(bank, bank.questions) == json.dumps(objects, ensure_ascii=False, indent=2) + "\n"
