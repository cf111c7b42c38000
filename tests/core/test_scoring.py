"""Answers that are partly right, and what wrong choices of several take off."""

from fractions import Fraction
from typing import Any

import pytest

from sco_quiz.core.interaction import Choice, partly_right
from sco_quiz.core.verdict import Outcome
from tests.core.test_kinds import make

PARTLY = {
    "answer": "Orwell",
    "accept": ["George Orwell"],
    "reject": ["Wells"],
    "partial": {"Blair": "50 %", "Gorge": "25 %"},
}


@pytest.mark.parametrize(
    ("penalty", "chosen", "credit"),
    [
        ({}, ("China", "Iran"), Fraction(0)),
        ({"penalty": "0 %"}, ("China", "Iran"), Fraction(1, 2)),
        ({"penalty": "0 %"}, ("China", "Russia", "Iran", "Pakistan"), Fraction(1)),
        ({"penalty": "25 %"}, ("China", "Russia", "Iran"), Fraction(3, 4)),
        ({"penalty": "33.33333 %"}, ("China", "Russia", "Iran"), Fraction(2, 3)),
        ({"penalty": "25 %"}, ("Iran", "Pakistan"), Fraction(0)),
        ({"penalty": "100 %"}, ("China", "Russia", "Iran"), Fraction(0)),
        ({"penalty": "100 %"}, ("China",), Fraction(1, 2)),
    ],
)
def test_what_wrong_choices_take_off(penalty: dict[str, Any], chosen: tuple[str, ...], credit: Fraction) -> None:
    assert make("multiple_choice", **penalty).grade(chosen).credit == credit


def test_what_a_wrong_choice_costs() -> None:
    costs = [make("multiple_choice", **given).interaction() for given in ({}, {"penalty": "12.5 %"})]
    assert [choice.cost for choice in costs if isinstance(choice, Choice)] == [Fraction(1, 2), Fraction(1, 8)]
    single = make("single_choice").interaction()
    assert isinstance(single, Choice)
    assert single.cost == 0


def test_an_option_that_is_partly_right_keeps_its_note() -> None:
    question = make("single_choice", partial={"Moscow": "50 %"})
    verdict = question.grade(("Moscow",))
    assert (verdict.outcome, verdict.credit) == (Outcome.PARTLY, Fraction(1, 2))
    assert verdict.notes == (("Moscow", "home of the agency"),)
    assert question.grade(("Almaty",)).outcome is Outcome.WRONG
    assert question.grade(("Beijing",)).outcome is Outcome.RIGHT
    assert [option.text for option in partly_right(question.interaction())] == ["Moscow"]


@pytest.mark.parametrize(
    ("typed", "credit"),
    [
        ("Orwell", Fraction(1)),
        ("Orwel", Fraction(1)),
        ("Blair", Fraction(1, 2)),
        ("the blair", Fraction(1, 2)),
        ("Bliar", Fraction(1, 2)),
        ("Gorge", Fraction(1, 4)),
        ("Wells", Fraction(0)),
        ("Huxley", Fraction(0)),
        ("", Fraction(0)),
    ],
)
def test_a_form_that_is_partly_right_is_forgiven_as_a_right_one(typed: str, credit: Fraction) -> None:
    assert make("short_answer", **PARTLY).grade((typed,)).credit == credit


def test_what_is_partly_right_is_no_typo_of_what_is_right() -> None:
    question = make("short_answer", answer="colour", accept=[], reject=[], partial={"color": "50 %"})
    assert question.grade(("color",)).credit == Fraction(1, 2)
    assert make("short_answer", answer="colour", accept=[], reject=[]).grade(("color",)).credit == 1
    strict = make("short_answer", **PARTLY, strict=["all"])
    assert strict.grade(("blair",)).credit == 0
    assert strict.grade(("Blair",)).credit == Fraction(1, 2)
