"""Typos: words that are near enough to the one that is meant, and are no other word.

A typo is accepted only if the typed word is not itself a known word: that would be another answer.
"""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from sco_quiz.core.text import fold, letter_runs
from sco_quiz.core.typed.closeness import Comparison, Key, near
from sco_quiz.core.typed.differences import describe_words
from sco_quiz.core.typed.forms import word_pairs
from sco_quiz.core.typed.keyboards import FINAL_FORMS, NEIGHBORS
from sco_quiz.core.typed.numerals import is_numeral, same_numeral
from sco_quiz.core.typed.phrases import read_phrase, words_of
from sco_quiz.core.typed.plurals import same_noun, singular
from sco_quiz.core.typed.spelling import american
from sco_quiz.core.typed.vocabulary import Vocabulary
from sco_quiz.core.typed.word_list import LATIN, WordList

# letters from which a word may have one, two, three typos: in shorter words one letter makes another word too often
TYPOS_FROM = (4, 7, 12)
# words that differ in one of these, or have it or not, are two words: overheat, underheat, heat
PREFIXES = (
    "anti bi co de dis ecto endo exo extra hyper hypo il im in inter intra ir iso macro mal max mega micro mid min "
    "mini mis mono multi non out over poly post pre pro proto re semi sub super tri ultra under up"
)
LEAST_STEM = 3
# in code, a letter makes another name: ngOnInit, TableA, .xlsx, /usr/lib, max_size, a::b; so it does in NaCl
CODE = (
    r"^(?:[./~@#$][A-Za-z0-9].*|.*[A-Za-z0-9][_:\\][A-Za-z0-9].*|.*[A-Za-z]{2}\.[a-z].*|.*[A-Za-z][0-9].*"
    r"|(?:.*/)?[^A-Za-z0-9]*(?:[a-z]{2,}[A-Z][A-Za-z0-9]*|[a-z][A-Z]{2,}|(?:[A-Z][a-z]+){3,}|[A-Za-z]*[a-z][A-Z]"
    r"|[A-Z]+(?:-[A-Z]+)+)[^A-Za-z0-9]*"
    r"|(?!Ma?c)(?=.*[a-z])(?:[A-Z][a-z]?){2,6})$"
)
_CODE = re.compile(CODE)


def compare_typos(typed: str, form: str, key: Key) -> Comparison | None:
    """Return NEAR when each word of what was typed is a word of the form, typos aside; None if not."""
    if key.strict & {"spelling", "all"}:
        return None
    rejected, exact = words_in(key.rejected), code_words(form)
    for left, right in word_pairs(typed, form, key):
        if len(left) == len(right):
            different = [
                (word, meant)
                for at, (word, meant) in enumerate(zip(left, right, strict=True))
                if american(word) != american(meant) and not same_numeral(word, meant, at)
            ]
            if all(meant not in exact and is_typo(word, meant, key.known, rejected) for word, meant in different):
                return near(describe_words(different, form))
    return None


@lru_cache(maxsize=1024)
def words_in(forms: tuple[str, ...]) -> frozenset[str]:
    """Return all words of the forms."""
    return frozenset(word for form in forms for word in words_of(read_phrase(form)))


@lru_cache(maxsize=4096)
def code_words(form: str) -> frozenset[str]:
    """Return the words of a form that are written as in code, where no letter may differ.

    >>> sorted(code_words("call onClick in /usr/lib, not McAdam's .css"))
    ['css', 'lib', 'onclick', 'usr']
    """
    return frozenset(word for piece in form.split() if _CODE.search(piece) for word in letter_runs(fold(piece)))


def is_typo(typed: str, meant: str, known: Vocabulary, rejected: Collection[str] = ()) -> bool:
    """Whether a typed word is the plural or singular of the meant one, or has few enough typos."""
    if has_digit(typed) or has_digit(meant) or is_numeral(meant):
        return False
    if same_noun(typed, meant):
        return True
    most = allowed_typos(meant)
    count = count_typos(typed, meant, most)
    if count > most or typed in known or typed in rejected or other_prefix(typed, meant):
        return False
    # of two words that are equally near nobody can tell which was meant
    rivals = (*near_words(meant, known.bank), *rejected)
    return all(_other_form(rival, meant) or count_typos(typed, rival, count) > count for rival in rivals)


def other_prefix(typed: str, meant: str) -> bool:
    """Whether two words differ in nothing but a prefix or two first letters, or one of them has none.

    >>> other_prefix("hypotension", "hypertension"), other_prefix("serialize", "deserialize"), other_prefix("inn", "in")
    (True, True, False)
    """
    # "uncluding" is a typo of "including", so only "un" before the whole word counts
    if f"un{meant}" == typed or f"un{typed}" == meant:
        return True
    if typed[2:] == meant[2:] and typed[:1] != meant[:1] and typed[1:2] != meant[1:2]:
        return sorted(typed[:2]) != sorted(meant[:2])
    return not _stems(typed).isdisjoint(_stems(meant))


def _stems(word: str) -> set[str]:
    """Return a word, and what is left of it without a prefix."""
    cut = {word[len(prefix) :] for prefix in PREFIXES.split() if word.startswith(prefix)}
    return {each for each in cut | {word} if len(each) >= LEAST_STEM}


def _other_form(rival: str, meant: str) -> bool:
    return singular(american(rival)) == singular(american(meant))


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
