"""Reading and grading answers of each kind."""

from fractions import Fraction
from random import Random
from typing import Any

import pytest
from pydantic import ValidationError

from sco_quiz.core.constants import KIND_NAMES
from sco_quiz.core.kinds import KINDS, AnyQuestion, Cloze, TrueFalse
from sco_quiz.core.verdict import Outcome, Unreadable

FIELDS: dict[str, dict[str, Any]] = {
    "single_choice": {"answer": "Beijing", "distractors": [{"Moscow": "home of the agency"}, "Almaty"]},
    "multiple_choice": {"answers": ["China", "Russia"], "distractors": ["Iran", {"Pakistan": "had applied"}]},
    "true_false": {"prompt": "It sits in Almaty.", "answer": "false", "correction": {"Almaty": "Beijing"}},
    "short_answer": {"answer": "Bolat Nurgaliev", "accept": ["Nurgaliev"], "reject": [{"Imanaliev": "came after him"}]},
    "numeric": {"answer": "118", "tolerance": "2", "unit": "people"},
    "cloze": {"prompt": "{{c1::Kabul}} follows {{c2::London::city}}.", "accept": {"Kabul": ["Cabul"]}},
    "matching": {
        "pairs": {"China": "Beijing", "Russia": "Moscow", "Uzbekistan": "Tashkent"},
        "distractors": ["Almaty"],
    },
    "ordering": {"items": ["one", "two", "three", "four"]},
}


def make(kind: str, **fields: Any) -> AnyQuestion:
    base = {"id": "it", "type": kind, "prompt": "What is it?", "level": "remember"}
    return KINDS[kind].model_validate({**base, **FIELDS[kind], **fields})


def test_the_tables_of_kinds_agree() -> None:
    assert tuple(KINDS) == KIND_NAMES == tuple(FIELDS)
    assert all(cls.model_fields["type"].annotation.__args__ == (name,) for name, cls in KINDS.items())  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_models_are_frozen_and_closed(kind: str) -> None:
    question = make(kind)
    with pytest.raises(ValidationError):
        question.id = "other"
    with pytest.raises(ValidationError):
        make(kind, surprise="x")


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_the_key_is_right(kind: str) -> None:
    question = make(kind)
    if kind == "matching":
        response = tuple(FIELDS[kind]["pairs"].values())
    elif kind == "short_answer":
        response = (question.key[0],)
    else:
        response = question.key
    assert question.grade(response).outcome is Outcome.RIGHT
    assert question.grade(response).credit == 1


@pytest.mark.parametrize(
    ("kind", "response", "credit"),
    [
        ("single_choice", ("Moscow",), 0),
        ("multiple_choice", ("China",), Fraction(1, 2)),
        ("multiple_choice", ("China", "Russia", "Iran"), Fraction(1, 2)),
        ("multiple_choice", ("China", "Iran"), 0),
        ("multiple_choice", ("China", "Russia", "Iran", "Pakistan"), 0),
        ("multiple_choice", ("Iran", "Pakistan"), 0),
        ("true_false", ("true",), 0),
        ("short_answer", ("Imanaliev",), 0),
        ("numeric", ("116",), 1),
        ("numeric", ("121",), 0),
        ("numeric", ("one hundred and twenty persons",), 1),
        ("numeric", ("120 people",), 1),
        ("cloze", ("Kabul", "Paris"), Fraction(1, 2)),
        ("cloze", ("Cabul", "London"), 1),
        ("cloze", ("Rome", "Paris"), 0),
        ("cloze", ("Kabul", "Lonodn"), 1),
        ("cloze", ("Paris", "Lonodn"), Fraction(1, 2)),
        ("cloze", ("Kabbul",), Fraction(1, 2)),
        ("matching", ("Beijing", "Tashkent", "Moscow"), Fraction(1, 3)),
        ("matching", ("Almaty", "Almaty", "Almaty"), 0),
        ("ordering", ("one", "three", "two", "four"), Fraction(2, 3)),
        ("ordering", ("two", "three", "four", "one"), Fraction(2, 3)),
        ("ordering", ("four", "three", "two", "one"), 0),
    ],
)
def test_credit(kind: str, response: tuple[str, ...], credit: Fraction | int) -> None:
    verdict = make(kind).grade(response)
    assert verdict.credit == credit
    whole = {0: (Outcome.WRONG,), 1: (Outcome.RIGHT, Outcome.ALMOST)}
    assert verdict.outcome in whole.get(int(credit) if credit in (0, 1) else -1, (Outcome.PARTLY,))


def test_the_note_of_the_chosen_option_comes_along() -> None:
    assert make("single_choice").grade(("Moscow",)).notes == (("Moscow", "home of the agency"),)
    assert make("multiple_choice").grade(("China", "Pakistan")).notes == (("Pakistan", "had applied"),)
    assert make("short_answer").grade(("imanaliev",)).notes == (("Imanaliev", "came after him"),)
    assert make("single_choice").grade(("Almaty",)).notes == ()


def test_another_unit_is_wrong_and_says_so() -> None:
    verdict = make("numeric").grade(("118 years",))
    assert (verdict.outcome, verdict.difference) == (Outcome.WRONG, "the expected unit is people")


def test_a_cloze_with_a_typo_is_almost_right() -> None:
    verdict = make("cloze").grade(("Kabul", "Lonodn"))
    assert (verdict.outcome, verdict.credit) == (Outcome.ALMOST, 1)
    assert verdict.nearest == "Kabul; London"


OPTIONS = ("Almaty", "Beijing", "Moscow", "Tashkent")


@pytest.mark.parametrize(
    ("kind", "typed", "response"),
    [
        ("single_choice", "2", ("Beijing",)),
        ("single_choice", "beijing", ("Beijing",)),
        ("multiple_choice", "1 3", ("Almaty", "Moscow")),
        ("multiple_choice", "13", ("Almaty", "Moscow")),
        ("multiple_choice", "1, 3", ("Almaty", "Moscow")),
        ("true_false", "F", ("false",)),
        ("true_false", "yes", ("true",)),
        ("short_answer", " Nurgaliev ", ("Nurgaliev",)),
        ("numeric", "one hundred", ("one hundred",)),
        ("cloze", "Kabul; London", ("Kabul", "London")),
        ("matching", "2 3 4", ("Beijing", "Moscow", "Tashkent")),
        ("ordering", "4321", ("Tashkent", "Moscow", "Beijing", "Almaty")),
    ],
)
def test_reading_answers(kind: str, typed: str, response: tuple[str, ...]) -> None:
    assert make(kind).parse_answer(typed, OPTIONS) == response


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("single_choice", ""),
        ("single_choice", "5"),
        ("single_choice", "0"),
        ("single_choice", "12"),
        ("single_choice", "Rome"),
        ("single_choice", "²"),
        ("single_choice", "9" * 5000),
        ("multiple_choice", "1 1"),
        ("multiple_choice", "1 x"),
        ("true_false", "perhaps"),
        ("short_answer", "  "),
        ("numeric", "many"),
        ("cloze", "Kabul"),
        ("cloze", ";"),
        ("matching", "1 2"),
        ("ordering", "1 2 3"),
    ],
)
def test_unreadable_answers_are_asked_again(kind: str, typed: str) -> None:
    assert isinstance(make(kind).parse_answer(typed, OPTIONS), Unreadable)


def test_options_are_shuffled_by_the_seed_alone() -> None:
    question = make("single_choice", distractors=["a", "b", "c", "d", "e"])
    orders = {question.shown_options(Random(seed)) for seed in range(50)}
    assert len(orders) > 30
    assert question.shown_options(Random(1)) == question.shown_options(Random(1))
    assert all(sorted(order) == sorted(question.texts()) for order in orders)


def test_numbers_and_dates_are_shown_in_order() -> None:
    numbers = make("single_choice", answer="30", distractors=["118", "six", "1,000"])
    assert numbers.shown_options(Random(3)) == ("six", "30", "118", "1,000")
    dates = make("single_choice", answer="9 December 2009", distractors=["May 22, 2009", "3 February 2010"])
    assert dates.shown_options(Random(3)) == ("May 22, 2009", "9 December 2009", "3 February 2010")


def test_fixed_order_stays() -> None:
    question = make("single_choice", order="fixed")
    assert all(question.shown_options(Random(seed)) == ("Beijing", "Moscow", "Almaty") for seed in range(9))


def test_an_ordering_is_never_shown_solved() -> None:
    question = make("ordering", items=["a", "b", "c"])
    assert all(question.shown_options(Random(seed)) != ("a", "b", "c") for seed in range(200))


def test_text_of_a_cloze() -> None:
    question = make("cloze")
    assert isinstance(question, Cloze)
    assert question.stem.plain == "[…] follows [city]."
    assert question.stem.solved == "Kabul follows London."
    assert question.key == ("Kabul", "London")


def test_the_true_form_of_a_false_statement() -> None:
    question = make("true_false")
    assert isinstance(question, TrueFalse)
    assert question.statement == "It sits in Beijing."
