"""The shipped list of known words, read when the first typo is judged."""

from functools import cached_property

from sco_quiz.loading.files import DATA


class KnownWords:
    """A container of folded words: English ones of four letters and more, and names of places and peoples."""

    @cached_property
    def _words(self) -> frozenset[str]:
        files = ("known_words.txt", "known_names.txt")
        return frozenset(word for name in files for word in (DATA / name).read_text("ascii").split())

    def __contains__(self, word: object) -> bool:
        return word in self._words


COMMON_WORDS = KnownWords()
