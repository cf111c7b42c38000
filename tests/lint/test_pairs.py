"""Similar pairs of a large bank: the same as comparing all pairs, in less work, and bounded."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

import pytest

from sco_quiz.lint import pairs
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.pairs import MAX_COMPARED, MAX_SIMILAR, MIN_SHARE, similar_pairs
from tests.lint.builders import bank_of, several, statement

VOCABULARY = "cell wall energy water planet river mountain capital history light sound atom bond acid base salt"
WORDS = VOCABULARY.split()


def facts_of(prompts: Sequence[str]) -> BankFacts:
    return BankFacts(bank_of(several(*[statement(prompt) for prompt in prompts])))


def count_comparisons(prompts: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> int:
    calls, jaccard = [0], pairs._jaccard

    def counting(one: frozenset[str], other: frozenset[str]) -> float:
        calls[0] += 1
        return jaccard(one, other)

    with monkeypatch.context() as patch:
        patch.setattr(pairs, "_jaccard", counting)
        similar_pairs(facts_of(prompts))
    return calls[0]


@pytest.mark.parametrize("seed", range(10))
def test_the_pairs_are_those_of_comparing_all(seed: int) -> None:
    rng = Random(seed)
    sets = {frozenset(rng.choices(WORDS, k=rng.randrange(2, 9))) for _ in range(40)}
    words = [sorted(each) for each in sorted(map(sorted, sets)) if len(each) > 1]
    facts = facts_of([" ".join(each) for each in words])
    expected = {
        (one, other)
        for (one, first), (other, second) in combinations(enumerate(words), 2)
        if len({*first} & {*second}) / len({*first} | {*second}) >= MIN_SHARE
    }
    position = {item: number for number, item in enumerate(facts.questions)}
    found = similar_pairs(facts)
    pairs_found = [(position[pair.one], position[pair.other]) for pair in found.pairs]
    assert set(pairs_found) == expected if not found.partly else set(pairs_found) <= expected
    assert pairs_found == sorted(pairs_found, key=lambda pair: pair[::-1])


def test_numbered_prompts_of_few_words_are_not_compared_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    prompts = [f"{WORDS[n % 16]} {n + 100} {WORDS[n // 16 % 16]}" for n in range(800)]
    assert count_comparisons(prompts, monkeypatch) < 10 * len(prompts)


def test_similar_prompts_are_listed_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    prompts = [f"cell wall energy water planet river {n + 100}" for n in range(300)]
    assert count_comparisons(prompts, monkeypatch) <= 2 * (MAX_SIMILAR + 1) * len(prompts)
    found = similar_pairs(facts_of(prompts))
    assert len(found.pairs) < MAX_SIMILAR * len(prompts)
    assert len(found.partly) == len(prompts) - MAX_SIMILAR - 1


def test_prompts_that_share_common_words_are_compared_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "MAX_COMPARED", 20)
    assert MAX_COMPARED > 20
    prompts = [f"cell wall {n + 1000} {n + 3000} {n + 5000}" for n in range(100)]
    same = [f"cell wall {' '.join(sorted(Random(n).sample(WORDS[2:], 3)))}" for n in range(100)]
    assert similar_pairs(facts_of(prompts)).partly == ()
    assert similar_pairs(facts_of(same)).partly
