"""Words that are never taken for typos."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sco_quiz.core.text import content_words
from sco_quiz.core.typed.word_list import EMPTY, WordList, list_words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that are never typos: those of the bank, and a list of English ones."""

    bank: WordList = EMPTY
    common: WordList = EMPTY

    def __contains__(self, word: str) -> bool:
        return word in self.bank or word in self.common


NO_WORDS = Vocabulary()


def vocabulary_of(texts: Iterable[str], common: WordList = EMPTY) -> Vocabulary:
    """Return the words of some prose, which is read when the first word is looked up."""
    return Vocabulary(list_words(words_of(texts)), common)


def words_of(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words that a vocabulary has of some prose."""
    return (word for text in texts for word in content_words(text))
