"""Pairs of questions whose prompts are alike, found without comparing all with all."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from math import ceil

from sco_quiz.lint.facts import BankFacts, Facts

LEAST_WORDS = 2
LEAST_SHARE = 0.6


def similar_pairs(facts: BankFacts) -> Iterator[tuple[Facts, Facts, float]]:
    """Each question like an earlier one of its kind, after that one, and the Jaccard index of their content words.

    The index is 0.6 or more. Prefix filtering: two such sets share a word among the rarest of each (Chaudhuri, Ganti
    and Kaushik, ICDE 2006). Of several questions with the same words only the first is compared with later ones.
    """
    return iter(facts.once("similar pairs", lambda: tuple(_pairs(facts))))


def same_key(one: Facts, other: Facts) -> bool:
    """Whether two questions have the same key, in any order."""
    return one.folded_key == other.folded_key


def _pairs(facts: BankFacts) -> Iterator[tuple[Facts, Facts, float]]:
    counts = Counter(word for item in facts.questions for word in item.subject)
    index: dict[tuple[str, str], list[Facts]] = defaultdict(list)
    first: dict[tuple[str, frozenset[str]], Facts] = {}
    for item in facts.questions:
        kind, subject = item.question.type, item.subject
        if len(subject) < LEAST_WORDS:
            continue
        if (kind, subject) in first:
            yield first[kind, subject], item, 1.0
            continue
        first[kind, subject] = item
        rarest = sorted(subject, key=lambda word: (counts[word], word))
        prefix = rarest[: len(rarest) - ceil(LEAST_SHARE * len(rarest)) + 1]
        near = {id(other): other for word in prefix for other in index[kind, word]}
        for other in near.values():
            share = len(subject & other.subject) / len(subject | other.subject)
            if share >= LEAST_SHARE:
                yield other, item, share
        for word in prefix:
            index[kind, word].append(item)
