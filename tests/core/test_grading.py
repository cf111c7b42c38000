"""`grade` judges one answer, given by words."""

from collections.abc import Sequence

import pytest

from sco_quiz import SelectionError, grade
from sco_quiz.core.bank import Bank
from sco_quiz.core.verdict import Outcome
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def small() -> Bank:
    return load_bank(ROOT / "tests" / "terminal" / "eight-kinds.yaml")


@pytest.mark.parametrize(
    ("question", "answer", "outcome"),
    [
        ("seat", "Beijing", Outcome.RIGHT),
        ("seat", "beijing ", Outcome.RIGHT),
        ("seat", ["Beijing"], Outcome.RIGHT),
        ("seat", "Moscow", Outcome.WRONG),
        ("members", "China", Outcome.PARTLY),
        ("members", ["Russia", "China"], Outcome.RIGHT),
        ("members", ["Russia", "Iran"], Outcome.WRONG),
        ("statement", "false", Outcome.RIGHT),
        ("statement", "true", Outcome.WRONG),
        ("predecessor", "Nurgaliev", Outcome.RIGHT),
        ("staff", "thirty", Outcome.RIGHT),
        ("sequence", ["Moscow", "London"], Outcome.RIGHT),
        ("sequence", "Moscow; Paris", Outcome.PARTLY),
        ("homes", ["Beijing", "Tashkent", "Almaty"], Outcome.RIGHT),
        ("course", ["one", "two", "three", "four"], Outcome.RIGHT),
    ],
)
def test_an_answer_in_words(small: Bank, question: str, answer: str | Sequence[str], outcome: Outcome) -> None:
    assert grade(small, question, answer).outcome is outcome


def test_a_wrong_option_comes_with_its_note(small: Bank) -> None:
    assert grade(small, "seat", "Moscow").notes == (("Moscow", "home of the agency"),)


@pytest.mark.parametrize(("question", "answer"), [("seat", "Paris"), ("staff", "many"), ("no-such-id", "x")])
def test_what_cannot_be_graded_is_an_error(small: Bank, question: str, answer: str) -> None:
    with pytest.raises(SelectionError):
        grade(small, question, answer)
