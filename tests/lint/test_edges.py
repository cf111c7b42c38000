"""Rules with a measure: silent at their limit, or just below it, and heard one step beyond."""

from typing import Any

import pytest

from sco_quiz.lint.rules import RULES
from tests.lint.many import numbered, statements, typed
from tests.lint.test_rules import bank_of, run

Questions = list[dict[str, Any]]


def one(kind: str, **fields: Any) -> Questions:
    return [{"id": "q", "type": kind, "prompt": "Which is it in 2009?", **fields}]


def single(answer: str, *distractors: str, **fields: Any) -> Questions:
    return one("single_choice", answer=answer, distractors=list(distractors), **fields)


def cloze(gaps: int) -> Questions:
    text = " and ".join(f"{{{{c{number}::word{number}}}}}" for number in range(1, gaps + 1))
    return one("cloze", **{"prompt": f"In 2009 there were {text} in the city."})


def levels(recall: int, count: int) -> Questions:
    made = numbered(count, type="numeric", prompt="Which number is {n} in 2009?", answer=3, level="understand")
    for question in made[:recall]:
        question["level"] = "remember"
    return made


X = "x" * 40
EDGES: dict[str, list[tuple[str, Questions, Questions]]] = {
    "longest-option-is-right": [
        ("a quarter longer", single("x" * 49, X, "y"), single("x" * 50, X, "y")),
        ("eight characters", single("x" * 27, "x" * 20, "y"), single("x" * 28, "x" * 20, "y")),
        ("wide signs count one", single("漢" * 27, "漢" * 20, "y"), single("漢" * 28, "漢" * 20, "y")),
    ],
    "option-length-outlier": [
        ("twice as long", single("x" * 40, "y" * 20, "z" * 20), single("x" * 41, "y" * 20, "z" * 20)),
        ("fifteen characters", single("x" * 19, "y" * 5, "z" * 5), single("x" * 20, "y" * 5, "z" * 5)),
        ("half as long", single("x" * 20, "y" * 40, "z" * 40), single("x" * 19, "y" * 40, "z" * 40)),
        ("two options", single("x" * 10, "y" * 100), single("x" * 10, "y" * 100, "z" * 100)),
    ],
    "too-long": [
        ("prompt in characters", single("a", "b", prompt="x" * 249 + "?"), single("a", "b", prompt="x" * 250 + "?")),
        ("prompt in words", single("a", "b", prompt="x " * 59 + "x?"), single("a", "b", prompt="x " * 60 + "x?")),
        ("option in characters", single("x" * 140, "b"), single("x" * 141, "b")),
        ("option in words", single("x " * 29 + "x", "b"), single("x " * 30 + "x", "b")),
    ],
    "too-many-gaps": [("two gaps", cloze(2), cloze(3))],
    "true-false-imbalance": [
        ("fewer than eight", statements(7, 0), statements(8, 0)),
        ("65 per cent", statements(13, 7), statements(14, 7)),
        ("35 per cent", statements(7, 13), statements(6, 13)),
        ("a quarter longer", statements(5, 5, " abc"), statements(5, 5, " abcde fghij")),
    ],
    "mostly-recall": [
        ("seventy per cent", levels(7, 10), levels(8, 10)),
        ("fewer than ten", levels(9, 9), levels(10, 10)),
    ],
    "long-typed-answer": [
        ("six words", typed(["one two three four five six"]), typed(["one two three four five six seven"])),
    ],
    "missing-explanation": [("a word", single("a", "b", explanation="So."), single("a", "b", explanation=""))],
    "two-options": [("three options", single("a", "b", "c"), single("a", "b"))],
}


def heard(questions: Questions, name: str) -> bool:
    return any(problem.name == name for problem in run(bank_of(questions), RULES[name]))


@pytest.mark.parametrize(
    ("name", "silent", "loud"),
    [(name, silent, loud) for name, rows in EDGES.items() for _, silent, loud in rows],
    ids=[f"{name}: {what}" for name, rows in EDGES.items() for what, _, _ in rows],
)
def test_at_the_limit_and_beyond(name: str, silent: Questions, loud: Questions) -> None:
    assert not heard(silent, name)
    assert heard(loud, name)


def test_nothing_is_said_of_an_empty_bank() -> None:
    found = {problem.name for problem in run(bank_of([]))}
    assert found <= {"uncovered-paragraph"}


@pytest.mark.parametrize("text", ["я" * 3, "漢字", "🙂", "x" * 5000, "a" * 200 + " " + "b" * 200, "ß", "İ", "\u0301a"])
def test_no_rule_breaks_on_any_text(text: str) -> None:
    """Whatever is told of them, it is told."""
    kinds = [
        *single(text, text + "1", text + "2"),
        *one("true_false", id="r", prompt=text, answer="true"),
        *one("short_answer", id="s", answer=text),
        *one("multiple_choice", id="t", answers=[text], distractors=[text + "3"]),
    ]
    for number, question in enumerate(kinds):
        question["id"] = f"q{number}"
    assert isinstance(run(bank_of(kinds)), list)
