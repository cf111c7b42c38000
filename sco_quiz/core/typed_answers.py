"""Grading of typed answers: equal after folding, equal as values, a typo, or wrong.

A typo is accepted only if the typed word is not itself a known word: that would be another answer.
"""

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sco_quiz.core.text import ARTICLES, content_words, read_date, stem
from sco_quiz.core.verdict import Outcome, Verdict

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


def grade_typed(
    typed: str, accepted: Sequence[str], rejected: Iterable[str] = (), known: Vocabulary = NO_WORDS
) -> Verdict:
    """Grade typed words against the accepted forms.

    Case, accents, quotes, hyphens, articles and spacing are folded; number words, ordinals and dates are
    compared as values. One typo (insertion, deletion, substitution or swap of neighbors: the "optimal string
    alignment" distance) is almost right per word of four letters or more, two from nine letters, unless the
    typed word is known. Digits are never fuzzy. A rejected answer is wrong and cannot be claimed.
    """
    tokens = content_words(typed)
    if not tokens:
        return Verdict(Outcome.WRONG, Fraction(0))
    if any(same_form(typed, form) for form in accepted):
        return Verdict(Outcome.RIGHT, Fraction(1))
    rejected = tuple(rejected)
    if any(same_form(typed, form) for form in rejected):
        return Verdict(Outcome.WRONG, Fraction(0))
    # the words of rejected answers are as near to the typed one as those of the key
    rivals = known.bank | {word for form in rejected for word in content_words(form)}
    for form in accepted:
        if _near(tokens, content_words(form), rivals, known):
            return Verdict(Outcome.ALMOST, Fraction(0), nearest=form, claimable=True)
    return Verdict(Outcome.WRONG, Fraction(0), claimable=True)


def same_form(typed: str, form: str) -> bool:
    """Whether two forms are the same to the grader: equal words, equal letters except for spaces, or the same date."""
    left, right = content_words(typed), content_words(form)
    # "news paper" is "newspaper", but "1 1" is not 11
    if left == right or ("".join(left) == "".join(right) and not any(map(_has_digit, left + right))):
        return True
    date = read_date(typed)
    return date is not None and date == read_date(form)


def _near(typed: Sequence[str], form: Sequence[str], rivals: frozenset[str], known: Vocabulary) -> bool:
    if len(typed) != len(form):
        return False
    # the right words in another order are almost right
    if sorted(typed) == sorted(form):
        return True
    return all(_is_typo(word, meant, rivals, known) for word, meant in zip(typed, form, strict=True))


def _is_typo(typed: str, meant: str, rivals: Collection[str], known: Vocabulary) -> bool:
    """Whether a typed word is the meant one, its plural or singular, or has few enough typos."""
    if typed == meant:
        return True
    if _has_digit(typed) or _has_digit(meant) or len(meant) < ONE_TYPO_FROM:
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


def _has_digit(word: str) -> bool:
    return any(character.isdigit() for character in word)


def vocabulary_of(texts: Iterable[str], common: Container[str] = frozenset()) -> Vocabulary:
    """Return the words that grading never takes for typos."""
    return Vocabulary(frozenset(word for text in texts for word in content_words(text, ARTICLES)), common)
