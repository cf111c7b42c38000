"""Typos: words that are near enough to the one that is meant, and are no other word.

A typo is accepted only if the typed word is not itself a known word: that would be another answer.
"""

from collections.abc import Collection

from sco_quiz.core.text import content_words, stem
from sco_quiz.core.typed.closeness import Comparison, Key, near
from sco_quiz.core.typed.differences import describe_words
from sco_quiz.core.typed.vocabulary import Vocabulary

# in shorter words one letter makes another word too often
ONE_TYPO_FROM = 4
TWO_TYPOS_FROM = 9


def compare_typos(typed: str, form: str, key: Key) -> Comparison | None:
    """Return NEAR when each word of what was typed is a word of the form, typos aside; None if not."""
    left, right = content_words(typed), content_words(form)
    # the words of rejected answers are as near to the typed one as those of the key
    rivals = key.known.bank | {word for rejected in key.rejected for word in content_words(rejected)}
    if left and len(left) == len(right):
        pairs = zip(left, right, strict=True)
        if all(is_typo(word, meant, rivals, key.known) for word, meant in pairs):
            return near(describe_words(left, right, form))
    return None


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
