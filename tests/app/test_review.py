"""Which questions a review or practice asks."""

from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest

from sco_quiz.app.review import in_sessions, likely_forgotten, plan_today, recently_missed
from sco_quiz.core.answer import Answer
from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
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


@pytest.fixture(scope="module")
def old() -> Bank:
    return load_bank(ROOT / "tests" / "released" / "0.1.0" / "sco-2010")


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


def enemies(bank: Bank, questions: Iterable[AnyQuestion]) -> list[tuple[str, str]]:
    return [pair for pair in combinations(ids(questions), 2) if bank.enemies.pair(*pair)]


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


def test_new_questions_are_no_enemies_of_each_other_or_of_what_is_due(store: Store, old: Bank) -> None:
    due, first = old.questions[:2], old.questions[:15]
    assert set(enemies(old, first)) > {*enemies(old, due), *enemies(old, first[2:])}  # pairs of each sort
    assert enemies(old, first[2:])
    for number in range(2):
        answer(store, old, number, NOW - 30 * DAY_MS)
    plan = plan_today(old, store, old.questions, 13, NOW)
    assert ids(plan.due) == ids(due)
    assert len(plan.new) == 13
    assert enemies(old, (*plan.due, *plan.new)) == enemies(old, plan.due)


def test_a_long_review_has_its_enemies_in_different_sessions(old: Bank) -> None:
    asked = in_sessions(old, old.questions, 10)
    assert sorted(ids(asked)) == sorted(ids(old.questions))
    assert [enemies(old, asked[at : at + 10]) for at in range(0, 100, 10)] == [[]] * 10
    assert in_sessions(old, (), 10) == ()


def test_practice_has_no_enemies(store: Store, old: Bank) -> None:
    for number in range(18):
        answer(store, old, number, NOW - (30 - number) * DAY_MS)
    asked = likely_forgotten(old, store, old.questions, 10, NOW)
    assert asked[0].id == old.questions[0].id
    assert len(asked) == 10
    assert enemies(old, asked) == []
