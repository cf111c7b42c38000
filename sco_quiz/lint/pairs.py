"""Pairs of questions whose prompts are alike, found without comparing all with all."""

from collections import defaultdict
from collections.abc import Iterator

from sco_quiz.core.text import fold
from sco_quiz.lint.facts import BankFacts, Facts

LEAST_WORDS = 2
LOWEST_SHARE = 0.6


def similar_pairs(facts: BankFacts) -> Iterator[tuple[Facts, Facts, float]]:
    """Each two questions of one kind whose content words have a Jaccard index of 0.6 or more, in study order.

    Prefix filtering: two such sets share a word among the rarest of each (Chaudhuri, Ganti and Kaushik, ICDE 2006).
    """
    return iter(facts.once("similar pairs", lambda: tuple(_pairs(facts))))


def same_key(one: Facts, other: Facts) -> bool:
    """Whether two questions have the same key, in any order."""
    return set(map(fold, one.question.key)) == set(map(fold, other.question.key))


def _pairs(facts: BankFacts) -> Iterator[tuple[Facts, Facts, float]]:
    counts: dict[str, int] = defaultdict(int)
    for item in facts.questions:
        for word in item.subject:
            counts[word] += 1
    index: dict[tuple[str, str], list[Facts]] = defaultdict(list)
    for item in facts.questions:
        if len(item.subject) < LEAST_WORDS:
            continue
        rarest = sorted(item.subject, key=lambda word: (counts[word], word))
        prefix = rarest[: len(rarest) - int(LOWEST_SHARE * len(rarest) + 0.999_999) + 1]
        seen: dict[int, Facts] = {}
        for word in prefix:
            for other in index[item.question.type, word]:
                seen[id(other)] = other
            index[item.question.type, word].append(item)
        for other in seen.values():
            share = len(item.subject & other.subject) / len(item.subject | other.subject)
            if share >= LOWEST_SHARE:
                yield other, item, share
