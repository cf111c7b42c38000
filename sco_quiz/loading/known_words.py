"""The words and names that a typed answer may be, so that none of them is taken for a typo of another."""

from functools import cached_property

from sco_quiz.loading.files import read_known_words


class KnownWords:
    """A container of folded words that reads its files when it is first asked: most commands never judge a typo."""

    @cached_property
    def _words(self) -> frozenset[str]:
        return read_known_words()

    def __contains__(self, word: object) -> bool:
        return word in self._words


KNOWN_WORDS = KnownWords()
