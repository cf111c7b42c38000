"""Other forms of the same words: articles, hyphens, word order."""

from sco_quiz.core.text import content_words
from sco_quiz.core.typed.closeness import SAME, Comparison, Key, near
from sco_quiz.core.typed.differences import describe
from sco_quiz.core.typed.typos import has_digit


def compare_forms(typed: str, form: str, key: Key) -> Comparison | None:
    """Compare the words of two strings whose symbols are the same; None when they differ in more than form."""
    left, right = content_words(typed), content_words(form)
    if not left:
        return None
    # "news paper" is "newspaper", but "1 1" is not 11
    if left == right or ("".join(left) == "".join(right) and not any(map(has_digit, left + right))):
        return SAME
    return near(describe("order")) if sorted(left) == sorted(right) else None
