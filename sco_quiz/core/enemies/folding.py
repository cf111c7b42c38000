"""Text as sets of folded content words, and what their order tells."""

from collections.abc import Iterable
from functools import lru_cache

from sco_quiz.core.stop_words import STOP_WORDS
from sco_quiz.core.text import root, words

Words = frozenset[str]

RUN = 4
YEAR = len("2010")


@lru_cache(maxsize=8192)  # a question has the same string in several places
def fold_words(text: str) -> Words:
    """Return the content words of a string, with inflections folded.

    >>> sorted(fold_words("The members were strengthening the bodies"))
    ['body', 'member', 'strengthen']
    """
    return frozenset(map(root, frozenset(words(text)) - STOP_WORDS))


def fold_texts(texts: Iterable[str]) -> Words:
    """Return the content words of several strings, each read for itself; they are not kept, as those of one are.

    >>> sorted(fold_texts(["twenty members", "five bodies"]))
    ['20', '5', 'body', 'member']
    """
    # "the" is a function word, and numbers in words end before it
    sequence = words.__wrapped__("\nthe\n".join(texts))
    return frozenset(map(root, frozenset(sequence) - STOP_WORDS))


def numeric(found: Words) -> bool:
    """Whether words are numbers only."""
    return all(word[0].isdigit() for word in found)


@lru_cache(maxsize=1024)
def counted(text: str) -> frozenset[tuple[str, str]]:
    """Return each number in a string, except years, with each of the two content words that follow it.

    >>> sorted(counted("Thirty people from six nations"))
    [('30', '6'), ('30', 'people'), ('6', 'nation')]
    """
    content = [root(word) for word in words(text) if word not in STOP_WORDS]
    return frozenset(
        (word, after)
        for at, word in enumerate(content)
        if word[0].isdigit() and len(word) != YEAR
        for after in content[at + 1 : at + 3]
    )


@lru_cache(maxsize=8192)
def runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return each run of four words in a string, function words included.

    >>> sorted(runs("A joint way out of it"))
    [('a', 'joint', 'way', 'out'), ('joint', 'way', 'out', 'of'), ('way', 'out', 'of', 'it')]
    """
    sequence = words(text)
    return frozenset(zip(*(sequence[start:] for start in range(RUN)), strict=False))
