"""Rules with a measure: silent at their limit, or just below it, and heard one step beyond."""

from typing import Any

import pytest

from sco_quiz.core.problem import Severity
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


def multiple(answers: list[str], *distractors: str, **fields: Any) -> Questions:
    return one("multiple_choice", answers=answers, distractors=list(distractors), **fields)


def numeric(prompt: str, answer: int = 3, **fields: Any) -> Questions:
    return one("numeric", **{"prompt": prompt, "answer": answer, **fields})


def gap(prompt: str) -> Questions:
    return one("cloze", **{"prompt": prompt})


def told(prompt: str, **fields: Any) -> Questions:
    return one("true_false", **{"prompt": prompt, "answer": "true", **fields})


X = "x" * 40
A, AN = "In 2009 it was a", "In 2009 it was an"
COPY = "On 9 December 2009 finance ministers of six countries met in"
EDGES: dict[str, list[tuple[str, Questions, Questions]]] = {
    "longest-option-is-right": [
        ("a quarter longer", single("x" * 49, X, "y"), single("x" * 50, X, "y")),
        ("eight characters", single("x" * 27, "x" * 20, "y"), single("x" * 28, "x" * 20, "y")),
        ("wide signs count one", single("漢" * 27, "漢" * 20, "y"), single("漢" * 28, "漢" * 20, "y")),
        ("an option about options", single("all of the above", "x", "y"), single("all of the cities", "x", "y")),
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
    "too-many-gaps": [
        ("two gaps", cloze(2), cloze(3)),
        ("of one number", gap("{{c1::a1}} {{c1::b1}} in 2009"), gap("{{c1::a1}} {{c1::b1}} {{c1::d1}} in 2009")),
    ],
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
        ("two names", typed(["bread and butter"]), typed(["Iran and Pakistan"])),
    ],
    "missing-explanation": [("a word", single("a", "b", explanation="So."), single("a", "b", explanation=""))],
    "two-options": [
        ("three options", single("a", "b", "c"), single("a", "b")),
        ("several right ones", multiple(["a", "b"], "c"), multiple(["a"], "b")),
    ],
    "all-of-the-above": [
        ("by their letters", single("a and b are cities", "x", "y"), single("A, B and C are correct", "x", "y")),
        ("without an article", single("all day", "x", "y"), single("all of above", "x", "y")),
    ],
    "none-of-the-above": [
        ("of the answers", single("none of it", "x", "y"), single("None of the answers", "x", "y")),
        ("neither", single("neither came", "x", "y"), single("neither of these", "x", "y")),
    ],
    "combined-options": [("in brackets", single("(a) thing", "x", "y"), single("options (a) and (c)", "x", "y"))],
    "absolute-word": [("options about options", single("x", "all of the above"), single("x", "all cities"))],
    "article-cue": [
        ("abbreviations", single("SCO state", "NATO state", prompt=AN), single("envoy", "spy", prompt=AN)),
        ("an abbreviation as the key", single("SCO state", "spy", prompt=AN), single("Scottish", "Irish", prompt=A)),
    ],
    "letter-reference": [
        ("a fixed order", single("a", "b", hint="Option B.", order="fixed"), single("a", "b", hint="Option B.")),
        ("words for places", single("a", "b", hint="The last one."), single("a", "b", hint="The last option.")),
    ],
    "answer-in-prompt": [
        ("numbers", numeric("In 2009, what came?", answer=2010), numeric("In 2009, what came?", answer=2009)),
        ("short numbers", numeric("Of 30 people?", answer=30), numeric("Of 3000 people?", answer=3000)),
        ("several right ones", multiple(["Bonn"], "Rome", prompt="Where?"), multiple(["Bonn"], "x", prompt="Bonn?")),
        ("all named", multiple(["Bonn"], "Rome", prompt="Bonn, Rome?"), multiple(["Bonn"], "Rome", prompt="Bonn?")),
        ("truths", single("True", "False", prompt="Is it true?"), single("Truth", "False", prompt="Is it truth?")),
        ("short gaps", gap("Of 30 came {{c1::20}}."), gap("Of 30 came {{c1::30}}.")),
    ],
    "missing-unit": [
        ("a count", numeric("How many are there?"), numeric("How long is it?")),
        ("a unit", numeric("How long is it?", unit="years"), numeric("What share is it?")),
    ],
    "missing-correction": [
        ("a correction", one("true_false", answer="false", correction={"2009": "2010"}), statements(0, 1)),
        ("true", statements(1, 0), statements(1, 1)),
    ],
    "copied-words": [
        ("eleven words", told(f"{COPY} Astana."), told(f"{COPY} Almaty.")),
        ("in an explanation", told("So.", explanation=f"{COPY} Rome."), told("So.", explanation=f"So: {COPY} Almaty?")),
    ],
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


def test_the_same_prompt_twice_is_an_error() -> None:
    twice = [*numeric("How many ministers came in 2009?"), *numeric("How many ministers came in 2009?", id="again")]
    (found,) = run(bank_of(twice), RULES["near-duplicate"])
    assert (found.severity, found.message) == (Severity.ERROR, "`q` has the same prompt and the same answer")


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
