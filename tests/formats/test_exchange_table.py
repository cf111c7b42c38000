"""The comparison with a real program notices whatever is shorter, missing or different."""

from dataclasses import replace
from typing import Any

import pytest

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem, Severity
from tests.formats.exchange_table import Read, Row, judge
from tests.formats.exchange_verdicts import Reading, of_html

SAID = Reading(
    "single_choice",
    "Whereisit?",
    ("Oslo",),
    ("Bonn", "Rome"),
    notes=(("Rome", "No,Italy."),),
    explanation="Itiscold.",
    pictures=1,
    tags=("north",),
    idnumber="q1",
    category="Cities",
)
PLACE = Place("quiz.xml", 3, 1)


def judged(said: Reading, read: Reading, *names: str) -> Row:
    row = Row("xml/quiz.xml")
    problems = tuple(Problem(name, "", PLACE, severity=Severity.WARNING) for name in names)
    judge(row, said, Read(read, problems, PLACE))
    return row


def test_the_same_agrees() -> None:
    row = judged(SAID, replace(SAID, category="Europe/Cities"))
    assert (row.agree, row.named, row.differ) == (1, 0, [])


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "multiple_choice"},
        {"text": ""},
        {"text": "Whereis"},
        {"right": ("Rome",)},
        {"wrong": ("Bonn",)},
        {"notes": ()},
        {"notes": (("Bonn", "No,Italy."),)},
        {"explanation": ""},
        {"pictures": 0},
        {"tags": ()},
        {"idnumber": ""},
        {"category": "Europe"},
    ],
)
def test_any_change_differs(change: dict[str, Any]) -> None:
    assert len(judged(SAID, replace(SAID, **change)).differ) == 1


def test_a_change_is_named_by_a_problem_about_it_alone() -> None:
    without_note = replace(SAID, notes=())
    assert judged(SAID, without_note, "lost-feedback").named == 1
    assert judged(SAID, without_note, "lost-picture").differ
    assert judged(replace(SAID, holds=False), SAID, "penalty").named == 1
    assert judged(replace(SAID, holds=False), SAID).differ


def test_an_answer_that_is_partly_right_must_give_the_same() -> None:
    partly = replace(SAID, scoring=(("Bonn", 0.5),))
    assert judged(partly, partly).agree_of_ours == 1
    assert judged(partly, SAID).differ
    assert judged(partly, replace(SAID, scoring=(("Bonn", 0.25),))).differ
    assert judged(partly, SAID, "partial-credit").named == 1


def test_what_our_kinds_cannot_hold_is_only_in_the_wider_count() -> None:
    row = judged(replace(SAID, holds=False), SAID, "penalty")
    assert (row.of_ours, row.of_kinds) == (0, 1)


def test_words_are_compared_without_tags_and_white_space() -> None:
    assert of_html("<p>a <b>b</b>&nbsp;&lt;c&gt;</p><script>d</script> \\(x\\)") == "ab<c>x"
