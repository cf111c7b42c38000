"""Due dates agree with py-fsrs, and with Anki after the same reviews."""

import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from datetime import time as clock
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sco_quiz.anki.package import write_deck
from sco_quiz.core.answer import Answer
from sco_quiz.core.bank import Bank
from sco_quiz.core.preferences import Preferences
from sco_quiz.core.review import DAY_MS, Given, Memory, Progress, Rating, State
from sco_quiz.history.database import Database
from sco_quiz.history.days import Days, date_of
from sco_quiz.history.preferences import preferences, save_preferences
from sco_quiz.history.schedule import Schedule
from sco_quiz.history.store import Store, store_of
from tests.anki.profile import NOW, Profile
from tests.conftest import absent
from tests.history.simulated import START, answer, studied


@pytest.fixture(scope="module")
def answers(bank: Bank, full: bool) -> list[Answer]:
    rng = Random(9)
    each = 73 if full else 12  # of more than 130 questions
    found = [
        item
        for number, question in enumerate(bank.questions)
        for item in studied(bank.id, question.first_id, number, each, rng)
    ]
    assert len(found) >= (10_000 if full else 1_500)
    return sorted(found, key=lambda item: item.at)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, answers: list[Answer]) -> Store:
    """Save the answers to every other question one by one; import the others at once."""
    database = Database(tmp_path_factory.mktemp("progress") / "p.sqlite")
    save_preferences(database, Preferences(fuzz=False))
    store = store_of(database)
    names = sorted({item.question for item in answers})
    one_by_one = set(names[::2])
    store.add(item for item in answers if item.question not in one_by_one)
    for item in answers:
        if item.question in one_by_one:
            store.save(item)
    return store


def test_thousands_of_reviews_agree_with_the_library(bank: Bank, store: Store, answers: list[Answer]) -> None:
    """The library gets each answer at noon of its day, so that its spans of 24 hours are days."""
    from fsrs import Card, Scheduler
    from fsrs import Rating as FsrsRating

    scheduler = Scheduler(enable_fuzzing=False)
    cards: dict[str, Card] = defaultdict(lambda: Card(card_id=1))
    for item in answers:
        assert item.rating
        noon = datetime.combine(date_of(Days().number(item.at)), clock(12), UTC)
        cards[item.question], _ = scheduler.review_card(cards[item.question], FsrsRating(item.rating), noon)
    memories = store.memories(bank.id)
    assert memories.keys() == cards.keys()
    for name, card in cards.items():
        memory = memories[name]
        assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
        assert memory.state == State(card.state)


@pytest.fixture
def in_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_utc")
def test_thousands_of_reviews_agree_with_anki(bank: Bank, store: Store, tmp_path: Path) -> None:
    """Anki computes in single precision from whole days; its stability is within a thousandth of ours."""
    try:
        from anki.collection import Collection
    except ImportError:
        absent("anki")
    reviews, memories = store.reviews(bank.id)
    present = {question.first_id: question.id for question in bank.questions}
    assert {name: present[name] for name in memories} == {name: name for name in memories}, "no id was changed yet"
    deck = write_deck(bank, tmp_path / "d.apkg", NOW, Progress(tuple(reviews), memories))
    col = Collection(str(tmp_path / "c.anki2"))
    try:
        col.set_config("fsrs", True)
        Profile(col).load(deck.path, with_progress=True)
        compared = 0
        for number in col.find_cards(""):
            name = col.get_card(number).note()["Id"].split("/")[-1]
            if name in memories:
                theirs = col.compute_memory_state(number)
                assert theirs.stability == pytest.approx(memories[name].stability, rel=1e-3), name
                assert theirs.difficulty == pytest.approx(memories[name].difficulty, abs=1e-3), name
                if memories[name].state is State.REVIEW:
                    agree_on_what_follows(store, memories[name], col._backend.get_scheduling_states(number))
                compared += 1
        assert compared >= len(memories)
    finally:
        col.close()


def agree_on_what_follows(store: Store, memory: Memory, states: Any) -> None:
    """If the card were answered now, Anki would choose the same day, apart from its random shift."""
    ours = store.schedule.intervals("", memory, int(time.time() * 1000), None)
    worse = 0
    for rating, state in ((Rating.HARD, states.hard), (Rating.GOOD, states.good), (Rating.EASY, states.easy)):
        days, theirs = ours[rating] / DAY_MS, state.normal.review.scheduled_days
        # a better rating is due at least a day after a worse one, which chance may have shifted, too
        assert abs(theirs - days) <= left_to_chance(days) or theirs == worse + 1, rating
        worse = theirs


def left_to_chance(days: float) -> float:
    """Return by how many days Anki may shift a due date, and one more for rounding (rslib, states/fuzz.rs)."""
    parts = ((2.5, 7, 0.15), (7, 20, 0.1), (20, float("inf"), 0.05))
    return 2 + sum(share * max(0, min(days, end) - start) for start, end, share in parts)


def test_a_higher_retention_asks_sooner(tmp_path: Path, bank: Bank) -> None:
    database = Database(tmp_path / "p.sqlite")
    assert preferences(database).desired_retention == 0.9
    given = list(studied("b", "q", 0, 9, Random(1))) + list(studied("c", "r", 1, 5, Random(2)))
    store_of(database).add(given)
    before = store_of(database).memories("b")["q"]
    told: list[tuple[int, int]] = []
    assert Store(database, Schedule(Preferences(0.97))).replay_all(lambda *done: told.append(done)) == 2
    assert told == [(1, 2), (2, 2)]
    assert preferences(database).desired_retention == 0.97
    after = store_of(database).memories("b")["q"]
    assert (after.stability, after.difficulty) == (before.stability, before.difficulty)
    if before.state is State.REVIEW:
        assert after.due < before.due

    def broken_off(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Store(database, Schedule(Preferences(0.8))).replay_all(broken_off)
    assert preferences(database).desired_retention == 0.97
    assert store_of(database).memories("b")["q"] == after


def test_the_intervals_offered_are_those_that_come_true() -> None:
    schedule = Schedule()
    memory: Memory | None = None
    at = START
    for item in studied("b", "q", 0, 12, Random(4)):
        offered = schedule.intervals("q", memory, item.at, None)
        assert item.rating
        memory = schedule.after("q", memory, Given(item.rating, item.at))
        assert offered[item.rating] == (memory.interval * DAY_MS or memory.due - item.at)
        assert list(offered.values()) == sorted(offered.values())
        at = item.at
    assert memory
    assert schedule.retrievability(memory, at) == pytest.approx(1)
    later = schedule.retrievability(memory, memory.due)
    assert later == pytest.approx(0.9, abs=0.01) or memory.state is not State.REVIEW
    assert schedule.retrievability(memory, memory.due + 30 * DAY_MS) < later


def test_a_clock_that_was_set_back_counts_as_stopped() -> None:
    schedule = Schedule()
    first = schedule.after("q", None, Given(Rating.GOOD, START))
    before, same = (schedule.after("q", first, Given(Rating.GOOD, at)) for at in (START - DAY_MS, START))
    assert before == same
    assert schedule.replay("q", []) is None
    assert answer("b", "q", START).rating is Rating.GOOD
