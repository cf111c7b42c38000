"""Pairs of questions with similar prompts, found without comparing all pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from math import ceil

from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.tokens import with_symbols
from sco_quiz.lint.word_lists import subject_of

# one content word is too little to call two prompts similar
MIN_WORDS = 2
MIN_SHARE = 0.6


def similar_pairs(facts: BankFacts) -> Iterator[tuple[Facts, Facts, float]]:
    """Yield pairs of questions of one kind, the earlier one first, with the Jaccard index of their content words.

    The index is that of the prompts, or of settings and prompts together if that is lower, and 0.6 or more. Prefix
    filtering: two such sets share a word among the rarest of each (Chaudhuri, Ganti and Kaushik, ICDE 2006). Of several
    questions with the same words only the first is compared with later ones. Prompts with other pictures are not
    similar.
    """
    return iter(facts.once("similar pairs", lambda: tuple(_pairs(facts))))


def same_key(one: Facts, other: Facts) -> bool:
    """Return whether two questions have the same answers, in any order."""
    return one.folded_key == other.folded_key


def _pairs(facts: BankFacts) -> Iterator[tuple[Facts, Facts, float]]:
    subjects = [_Subject(item) for item in facts.questions]
    counts = Counter(word for subject in subjects for word in subject.whole)
    index: dict[tuple[str, str], list[_Subject]] = defaultdict(list)
    first: dict[tuple[str, *tuple[frozenset[str], ...]], Facts] = {}
    for subject in subjects:
        item, kind = subject.item, subject.item.question.type
        if len(subject.prompt) < MIN_WORDS:
            continue
        same = (kind, subject.prompt, subject.whole, subject.pictures)
        if same in first:
            yield first[same], item, 1.0
            continue
        first[same] = item
        # ties are broken by the word itself, so that all prefixes follow one order
        rarest = sorted(subject.whole, key=lambda word: (counts[word], word))
        prefix = rarest[: len(rarest) - ceil(MIN_SHARE * len(rarest)) + 1]
        # a dict: a pair that shares two words of its prefixes is compared once
        near = {id(other): other for word in prefix for other in index[kind, word]}
        for other in near.values():
            share = min(_jaccard(subject.prompt, other.prompt), _jaccard(subject.whole, other.whole))
            if share >= MIN_SHARE and other.pictures == subject.pictures:
                yield other.item, item, share
        for word in prefix:
            index[kind, word].append(subject)


class _Subject:
    """The words by which a question is compared: those of its prompt, and with those of its setting."""

    def __init__(self, item: Facts) -> None:
        self.item = item
        self.prompt = item.subject | with_symbols(item.stem)
        # the same prompt below another setting asks something else
        self.whole = self.prompt | subject_of(item.setting)
        # and so does the same prompt with another picture
        self.pictures = frozenset(image.file for image in item.question.stem.images)


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
