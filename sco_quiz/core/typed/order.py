"""The order of words: free for members joined by "and", fixed in a list, almost the same in a name."""

from collections import Counter

from sco_quiz.core.typed.numerals import is_numeral
from sco_quiz.core.typed.phrases import Phrase, words_of

# cards get the same tables, see sco_quiz/card/tables.py
# between these, words in another order say something else: "from a to b"
RELATING = (
    "in on at to from by for during into with among within inside or not no nor neither never none except without and "
    "is are has have was were than over under before after then but as if"
)
_RELATING = frozenset(RELATING.split())
# the longest names; more words are a sentence
MOST_IN_ANY_ORDER = 4


def same_members(typed: Phrase, meant: Phrase) -> bool:
    """Whether two phrases list the same members: in any order if the key joins them by "and"."""
    left, right = split_members(typed), split_members(meant)
    if len(left) < 2:
        return False
    return left == right or (any(token.word == "and" for token in meant) and Counter(left) == Counter(right))


def split_members(phrase: Phrase) -> list[tuple[str, ...]]:
    """Split a phrase at commas and "and"."""
    members: list[list[str]] = [[]]
    for token in phrase:
        if token.word != "and":
            members[-1].append(token.word)
        if token.cut or token.word == "and":
            members.append([])
    return [tuple(member) for member in members if member]


def other_order(typed: Phrase, meant: Phrase) -> bool:
    """Whether two names have the same words in another order, where the order has no meaning.

    It has one in a list, in a sentence, and where there are several numbers or letters.
    """
    if len(typed) != len(meant) or len(meant) > MOST_IN_ANY_ORDER or (_is_list(typed) and _is_list(meant)):
        return False
    words = words_of(meant)
    if any(word in _RELATING for word in words) or [*map(_is_sign, words)].count(True) > 1:
        return False
    return sorted(tied_words(typed, "-")) == sorted(tied_words(meant, "-"))


def _is_list(phrase: Phrase) -> bool:
    return any(token.cut for token in phrase[:-1])


def _is_sign(word: str) -> bool:
    return len(word) == 1 or is_numeral(word)


def tied_words(phrase: Phrase, tie: str) -> list[str]:
    """Return the words of a phrase, joined with `tie` where a hyphen or point is between them."""
    text = "".join(f"{token.word}{tie if token.tied else ' '}" for token in phrase)
    return text.split()
