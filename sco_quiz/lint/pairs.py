"""Pairs of questions with similar prompts, found without comparing all pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from math import ceil

from sco_quiz.lint.facts import BankFacts, Facts
from sco_quiz.lint.tokens import with_symbols

# one content word is too little to call two prompts similar
MIN_WORDS = 2
MIN_SHARE = 0.6


def similar_pairs(facts: BankFacts) -> Iterator[tuple[Facts, Facts, float]]:
    """Yield pairs of questions of one kind, the earlier one first, with the Jaccard index of their content words.

    The index is 0.6 or more. Prefix filtering: two such sets share a word among the rarest of each (Chaudhuri, Ganti
    and Kaushik, ICDE 2006). Of several questions with the same words only the first is compared with later ones.
    """
    return iter(facts.once("similar pairs", lambda: tuple(_pairs(facts))))


def same_key(one: Facts, other: Facts) -> bool:
    """Return whether two questions have the same answers, in any order."""
    return one.folded_key == other.folded_key


def _pairs(facts: BankFacts) -> Iterator[tuple[Facts, Facts, float]]:
    subjects = [item.subject | with_symbols(item.stem) for item in facts.questions]
    counts = Counter(word for subject in subjects for word in subject)
    index: dict[tuple[str, str], list[tuple[Facts, frozenset[str]]]] = defaultdict(list)
    first: dict[tuple[str, frozenset[str]], Facts] = {}
    for item, subject in zip(facts.questions, subjects, strict=True):
        kind = item.question.type
        if len(subject) < MIN_WORDS:
            continue
        if (kind, subject) in first:
            yield first[kind, subject], item, 1.0
            continue
        first[kind, subject] = item
        # ties are broken by the word itself, so that all prefixes follow one order
        rarest = sorted(subject, key=lambda word: (counts[word], word))
        prefix = rarest[: len(rarest) - ceil(MIN_SHARE * len(rarest)) + 1]
        # a dict: a pair that shares two words of its prefixes is compared once
        near = {id(other): (other, words) for word in prefix for other, words in index[kind, word]}
        for other, words in near.values():
            share = len(subject & words) / len(subject | words)
            if share >= MIN_SHARE:
                yield other, item, share
        for word in prefix:
            index[kind, word].append((item, subject))
