"""Sessions hold no enemies, or the one that gives the other away comes last."""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations, permutations
from random import Random

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.enemies import graph
from sco_quiz.core.enemies.clues import Clue, best_clue
from sco_quiz.core.enemies.graph import Enemies
from sco_quiz.core.enemies.reading import Reading
from sco_quiz.core.enemies.sessions import giver_last, without_enemies
from sco_quiz.core.enemies.weights import Weights
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.selection import Filter, filter_questions, select
from sco_quiz.loading.load import read_bank
from tests.conftest import ROOT
from tests.core.enemies.among import among
from tests.core.enemies.test_clues import question

OLD = read_bank(ROOT / "tests/released/0.1.0/sco-2010").bank
SHIPPED = read_bank(ROOT / "questions").bank
NOUNS = "anchor barrel candle drawer engine feather garden hammer island jacket"


def pairs(bank: Bank, questions: Iterable[AnyQuestion]) -> list[tuple[str, str]]:
    names = [question.id for question in questions]
    return [pair for pair in combinations(names, 2) if bank.enemies.pair(*pair)]


def bank_with(*edges: tuple[int, int], count: int = 8) -> tuple[tuple[AnyQuestion, ...], Enemies]:
    """Return questions about different things, and the enemies that they name."""
    nouns = NOUNS.split()
    never = {n: [f"q{b}" for a, b in edges if a == n] for n in range(count)}
    asked = tuple(
        question(f"q{n}", prompt=f"What about the {nouns[n]}?", answer=nouns[n][::-1], never_with=never[n])
        for n in range(count)
    )
    return asked, among(asked)


def giver_first(bank: Bank, questions: Iterable[AnyQuestion]) -> list[tuple[str, str]]:
    """Return the pairs in which only the first question gives the other one away."""
    return [(one, other) for one, other in pairs(bank, questions) if not bank.enemies.clue(other, one)]


@pytest.mark.parametrize("bank", [OLD, SHIPPED], ids=["0.1.0", "shipped"])
def test_a_thousand_drawn_tens_have_no_pair(bank: Bank) -> None:
    drawn: Counter[str] = Counter()
    for seed in range(1000):
        ten = select(bank, Filter(), 10, Random(seed))
        assert len({question.id for question in ten}) == 10
        assert pairs(bank, ten) == []
        drawn.update(question.id for question in ten)
    # a question with many enemies has its turn, too
    assert set(drawn) == {question.id for question in filter_questions(bank, Filter())}
    assert max(drawn.values()) < 3.5 * min(drawn.values())


@pytest.mark.parametrize("bank", [OLD, SHIPPED], ids=["0.1.0", "shipped"])
def test_a_session_of_a_topic_is_full_and_the_giver_comes_last(bank: Bank) -> None:
    for topic in bank.topics:
        active = {question.id for question in filter_questions(bank, Filter(topics=[topic.id]))}
        left_out = set(active)
        for seed in range(200):
            ten = select(bank, Filter(topics=[topic.id]), 10, Random(seed))
            assert len(ten) == min(10, len(active))
            assert giver_first(bank, ten) == []
            left_out.difference_update(question.id for question in ten)
        # nor those that are in no session with as few pairs as possible
        assert left_out == set()


@pytest.mark.parametrize("topic", [topic.id for topic in OLD.topics])
def test_a_session_of_a_topic_has_about_as_few_pairs_as_possible(topic: str) -> None:
    active = filter_questions(OLD, Filter(topics=[topic]))
    enemies = {frozenset(pair) for pair in pairs(OLD, active)}
    masks = [sum(1 << place for place, question in enumerate(active) if question.id in pair) for pair in enemies]
    fewest = dict.fromkeys((question.id for question in active), len(enemies))
    for places in combinations(range(len(active)), 10):
        ten = sum(1 << place for place in places)
        count = sum(mask & ten == mask for mask in masks)
        for place in places:
            fewest[active[place].id] = min(fewest[active[place].id], count)
    for seed in range(20):
        drawn = Random(seed).sample(active, len(active))
        chosen = without_enemies(drawn, OLD.enemies, 10, first=True)
        assert drawn[0] in chosen
        assert len(pairs(OLD, chosen)) <= fewest[drawn[0].id] + 1


def test_all_questions_are_asked_and_most_givers_come_last() -> None:
    everything = select(OLD, Filter(), None, Random(1))
    shuffled = Random(1).sample(OLD.questions, len(OLD.questions))
    assert {question.id for question in everything} == {question.id for question in OLD.questions}
    assert len(giver_first(OLD, everything)) < len(giver_first(OLD, shuffled)) / 2


def test_a_draw_is_the_same_for_the_same_seed() -> None:
    again = read_bank(ROOT / "tests/released/0.1.0/sco-2010").bank
    assert again.enemies.clues  # even if all pairs were compared before
    for number in (5, 10, 40, None):
        assert select(OLD, Filter(), number, Random(3)) == select(again, Filter(), number, Random(3))


def test_a_session_compares_only_what_it_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def counted(giver: Reading, given: Reading, weights: Weights) -> Clue | None:
        compared.append((giver.id, given.id))
        return best_clue(giver, given, weights)

    monkeypatch.setattr(graph, "best_clue", counted)
    fresh = read_bank(ROOT / "tests/released/0.1.0/sco-2010").bank
    select(fresh, Filter(), 10, Random(5))
    # a learner waits for the first question
    assert 0 < len(compared) < 500


def test_without_enemies_a_draw_is_a_plain_sample() -> None:
    asked, enemies = bank_with()
    assert without_enemies(asked, enemies, 3) == asked[:3]
    assert without_enemies(asked, enemies) == asked


def test_no_enemy_of_what_is_asked_beside() -> None:
    asked, enemies = bank_with((0, 1), (0, 2))
    assert [q.id for q in without_enemies(asked[1:], enemies, 2, beside=asked[:1])] == ["q3", "q4"]


def test_the_largest_session_without_a_pair_is_found() -> None:
    # a star: any session with q0 in it has at most one question more
    asked, enemies = bank_with(*((0, n) for n in range(1, 7)), count=7)
    for order in list(permutations(asked))[::300]:
        assert {q.id for q in without_enemies(order, enemies, 6)} == {f"q{n}" for n in range(1, 7)}
    rng = Random(4)
    for _ in range(40):
        edges = [(a, b) for a, b in combinations(range(9), 2) if rng.random() < 0.4]
        asked, enemies = bank_with(*edges, count=9)
        free = max(
            size
            for size in range(1, 10)
            for some in combinations(range(9), size)
            if not any((a, b) in edges for a, b in combinations(some, 2))
        )
        chosen = [int(q.id[1:]) for q in without_enemies(asked, enemies, free)]
        assert len(chosen) == free
        assert not any((a, b) in edges for a, b in combinations(chosen, 2))


def test_the_number_is_kept_with_as_few_pairs_as_possible() -> None:
    asked, enemies = bank_with((0, 1), (1, 2), (0, 2), (2, 3), count=4)
    chosen = without_enemies(asked, enemies, 3)
    assert len(chosen) == 3
    assert sum(enemies.pair(a.id, b.id) for a, b in combinations(chosen, 2)) == 1


def test_the_giver_comes_last_and_the_others_keep_their_order() -> None:
    city = question("city", prompt="In which city did the finance ministers meet in 2009?", answer="Almaty")
    talks = question("talks", prompt="What did the finance ministers sign in Almaty?", answer="a charter")
    others = bank_with(count=4)[0]
    enemies = among((talks, city, *others))
    assert giver_last((talks, *others, city), enemies) == (*others, city, talks)
    assert giver_last((city, *others, talks), enemies) == (city, *others, talks)
