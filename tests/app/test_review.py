"""Which questions a review or practice asks."""

from pathlib import Path

import pytest

from sco_quiz.app.review import likely_forgotten, plan_today, recently_missed
from sco_quiz.core.answer import Answer
from sco_quiz.core.bank import Bank
from sco_quiz.core.review import DAY_MS, Rating
from sco_quiz.core.verdict import Outcome
from sco_quiz.history.days import Days
from sco_quiz.history.store import Store, open_store
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT

NOW = 1_790_000_000_000


@pytest.fixture(scope="module")
def eight() -> Bank:
    return load_bank(ROOT / "tests" / "terminal" / "eight-kinds.yaml")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "progress.sqlite")


def answer(store: Store, bank: Bank, number: int, at: int, rating: Rating = Rating.GOOD) -> str:
    """Answer a question of the bank; gives its id."""
    question = bank.questions[number]
    outcome = Outcome.WRONG if rating is Rating.AGAIN else Outcome.RIGHT
    credit = float(outcome is Outcome.RIGHT)
    store.save(Answer(bank.id, question.first_id, at, ("x",), outcome, credit, 100, "review", rating))
    return question.id


def ids(questions: object) -> list[str]:
    return [question.id for question in questions]  # type: ignore[attr-defined]


def test_new_questions_of_today_count_until_the_day_ends(store: Store, eight: Bank) -> None:
    begin, _ = Days().bounds(NOW)
    answer(store, eight, 0, begin - 1)
    answer(store, eight, 1, begin)
    assert len(plan_today(eight, store, eight.questions, 3, NOW).new) == 2
    assert len(plan_today(eight, store, eight.questions, 1, NOW).new) == 0
    assert len(plan_today(eight, store, eight.questions, 3, NOW + DAY_MS).new) == 3


def test_what_was_missed_comes_latest_first_and_only_from_the_pool(store: Store, eight: Bank) -> None:
    old = answer(store, eight, 0, NOW - 8 * DAY_MS, Rating.AGAIN)
    first = answer(store, eight, 1, NOW - 3 * DAY_MS, Rating.AGAIN)
    second = answer(store, eight, 2, NOW - 2 * DAY_MS, Rating.AGAIN)
    answer(store, eight, 3, NOW - 2 * DAY_MS, Rating.AGAIN)
    answer(store, eight, 3, NOW - DAY_MS)  # right since
    assert ids(recently_missed(eight, store, eight.questions, 7, NOW)) == [second, first]
    assert ids(recently_missed(eight, store, eight.questions, 9, NOW)) == [second, first, old]
    assert ids(recently_missed(eight, store, eight.questions[:2], 7, NOW)) == [first]


def test_the_least_remembered_come_first_and_new_ones_last(store: Store, eight: Bank) -> None:
    longest = answer(store, eight, 3, NOW - 30 * DAY_MS)
    shorter = answer(store, eight, 5, NOW - 2 * DAY_MS)
    asked = ids(likely_forgotten(eight, store, eight.questions, 4, NOW))
    assert asked[:2] == [longest, shorter]
    assert asked[2:] == ids(eight.questions[:2])
