"""Typos: words that are near enough to the one that is meant, and are no other word.

A typo is accepted only if the typed word is not itself a known word: that would be another answer.
"""

from collections.abc import Collection, Sequence

from sco_quiz.core.text import stem
from sco_quiz.core.typed.closeness import Comparison, Key, near
from sco_quiz.core.typed.differences import describe_words
from sco_quiz.core.typed.forms import word_pairs
from sco_quiz.core.typed.keyboards import FINAL_FORMS, NEIGHBORS
from sco_quiz.core.typed.numerals import same_numeral
from sco_quiz.core.typed.phrases import read_phrase, words_of
from sco_quiz.core.typed.spelling import american
from sco_quiz.core.typed.vocabulary import Vocabulary
from sco_quiz.core.typed.word_list import LATIN, WordList

# letters from which a word may have one, two, three typos: in shorter words one letter makes another word too often
TYPOS_FROM = (4, 7, 12)


def compare_typos(typed: str, form: str, key: Key) -> Comparison | None:
    """Return NEAR when each word of what was typed is a word of the form, typos aside; None if not."""
    if key.strict & {"spelling", "all"}:
        return None
    rejected = {word for other in key.rejected for word in words_of(read_phrase(other))}
    for left, right in word_pairs(typed, form, key):
        if len(left) == len(right):
            different = [
                (word, meant)
                for at, (word, meant) in enumerate(zip(left, right, strict=True))
                if american(word) != american(meant) and not same_numeral(word, meant, at)
            ]
            if all(is_typo(word, meant, key.known, rejected) for word, meant in different):
                return near(describe_words(different, form))
    return None


def is_typo(typed: str, meant: str, known: Vocabulary, rejected: Collection[str] = ()) -> bool:
    """Whether a typed word is the plural or singular of the meant one, or has few enough typos."""
    if has_digit(typed) or has_digit(meant):
        return False
    if len(meant) >= TYPOS_FROM[0] and stem(typed) == stem(meant):
        return True
    most = allowed_typos(meant)
    count = count_typos(typed, meant, most)
    if count > most or typed in known or typed in rejected:
        return False
    # of two words that are equally near nobody can tell which was meant
    rivals = (*near_words(meant, known.bank), *rejected)
    return all(_same_noun(rival, meant) or count_typos(typed, rival, count) > count for rival in rivals)


def _same_noun(rival: str, meant: str) -> bool:
    return stem(american(rival)) == stem(american(meant))


def allowed_typos(meant: str) -> int:
    """Return how many typos a word may have; only words in Latin letters may have several."""
    if not LATIN.fullmatch(meant):
        return 1
    return sum(len(meant) >= length for length in TYPOS_FROM)


def count_typos(typed: str, meant: str, most: int) -> int:
    """Return the number of typos, `most` + 1 if there are more: the "optimal string alignment" distance.

    There is no list of words in other scripts, so that only a letter that a hand confuses with its neighbor is a typo.
    """
    if not LATIN.fullmatch(meant):
        return 1 if typed in confused(meant) else most + 1
    from rapidfuzz.distance import OSA  # costs some 15 ms, and most answers need no distance

    return OSA.distance(typed, meant, score_cutoff=most)


def confused(word: str) -> list[str]:
    """Return a word with one letter replaced by its other form, or in longer words by a neighbor on the keyboard."""
    keys = NEIGHBORS if len(word) >= TYPOS_FROM[0] else {}
    others = (FINAL_FORMS.get(letter, "") + keys.get(letter, "") for letter in word)
    return [word[:at] + other + word[at + 1 :] for at, letters in enumerate(others) for other in letters]


def near_words(meant: str, words: WordList) -> Sequence[str]:
    """Return the other words of a list that might be typed for a word with the typos that it may have."""
    if LATIN.fullmatch(meant):
        most = allowed_typos(meant)
        return words.near(meant, most) if most else ()
    return sorted({word for word in confused(meant) if word in words})


def has_digit(word: str) -> bool:
    return any(character.isdigit() for character in word)
