"""Grading of typed answers: equal after folding, equal as values, a typo, or wrong."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from sco_quiz.core.text import content_words, read_date
from sco_quiz.core.typed.differences import describe_words
from sco_quiz.core.typed.typos import NO_WORDS, Vocabulary, has_digit, is_typo
from sco_quiz.core.verdict import Outcome, Verdict


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
        meant = content_words(form)
        if _near(tokens, meant, rivals, known):
            difference = describe_words(tokens, meant, form)
            return Verdict(Outcome.ALMOST, Fraction(0), nearest=form, claimable=True, difference=difference)
    return Verdict(Outcome.WRONG, Fraction(0), claimable=True)


def same_form(typed: str, form: str) -> bool:
    """Whether two forms are the same to the grader: equal words, equal letters except for spaces, or the same date."""
    left, right = content_words(typed), content_words(form)
    # "news paper" is "newspaper", but "1 1" is not 11
    if left == right or ("".join(left) == "".join(right) and not any(map(has_digit, left + right))):
        return True
    date = read_date(typed)
    return date is not None and date == read_date(form)


def _near(typed: Sequence[str], form: Sequence[str], rivals: frozenset[str], known: Vocabulary) -> bool:
    if len(typed) != len(form):
        return False
    # the right words in another order are almost right
    if sorted(typed) == sorted(form):
        return True
    return all(is_typo(word, meant, rivals, known) for word, meant in zip(typed, form, strict=True))
