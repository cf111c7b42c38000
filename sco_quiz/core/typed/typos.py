"""Typos: words that are near enough to the one that is meant, and are no other word.

A typo is accepted only if the typed word is not itself a known word: that would be another answer.
"""

from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass

from sco_quiz.core.text import ARTICLES, content_words, stem

# in shorter words one letter makes another word too often
ONE_TYPO_FROM = 4
TWO_TYPOS_FROM = 9


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that are never typos: those of the bank, and a list of common ones."""

    bank: frozenset[str] = frozenset()
    common: Container[str] = frozenset()

    def __contains__(self, word: str) -> bool:
        return word in self.bank or word in self.common


NO_WORDS = Vocabulary()


def vocabulary_of(texts: Iterable[str], common: Container[str] = frozenset()) -> Vocabulary:
    """Return the words that grading never takes for typos."""
    return Vocabulary(frozenset(word for text in texts for word in content_words(text, ARTICLES)), common)


def is_typo(typed: str, meant: str, rivals: Collection[str], known: Vocabulary) -> bool:
    """Whether a typed word is the meant one, its plural or singular, or has few enough typos."""
    if typed == meant:
        return True
    if has_digit(typed) or has_digit(meant) or len(meant) < ONE_TYPO_FROM:
        return False
    if stem(typed) == stem(meant):
        return True
    from rapidfuzz.distance import OSA  # costs some 15 ms, and most answers need no distance

    allowed = 2 if len(meant) >= TWO_TYPOS_FROM else 1
    distance = OSA.distance(typed, meant, score_cutoff=allowed)
    if distance > allowed or typed in known or typed in rivals:
        return False
    # of two words that are equally near nobody can tell which was meant
    others = (word for word in rivals if stem(word) != stem(meant))
    return all(OSA.distance(typed, other, score_cutoff=distance) > distance for other in others)


def has_digit(word: str) -> bool:
    return any(character.isdigit() for character in word)
