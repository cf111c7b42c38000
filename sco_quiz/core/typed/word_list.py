"""A list of words, searched for a word or for those that are a few typos away."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import groupby
from string import ascii_lowercase

HEAD = 4
"""How many letters the words of a group start with: about twenty thousand groups for all English words."""

LAST = "\U0010ffff"

LATIN = re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff]+")
"""Words in Latin letters, folded."""


def group_words(words: Iterable[str]) -> str:
    """Return sorted words as text with a line for each group, such as `" able abler ably "`."""
    groups = groupby(sorted(words), key=lambda word: word[:HEAD])
    return "\n".join(f" {' '.join(group)} " for _, group in groups)


class WordList:
    """Folded words. `read` returns them as `group_words` does, and is called when the list is first searched."""

    def __init__(self, read: Callable[[], str]) -> None:
        self._read = read
        self._near: dict[tuple[str, int], tuple[str, ...]] = {}

    # a set of all words would take ten times the memory, and five times as long to make
    @cached_property
    def _groups(self) -> dict[str, str]:
        return {line[1 : HEAD + 1].rstrip(): line for line in self._read().split("\n")}

    @cached_property
    def _letters(self) -> str:
        """The letters of words that have a Latin one."""
        if all(map(str.isascii, self._groups)):
            return ascii_lowercase
        words = (word for line in self._groups.values() for word in line.split() if LATIN.search(word))
        return "".join(sorted(set(ascii_lowercase).union(*words)))

    def __contains__(self, word: str) -> bool:
        return f" {word} " in self._groups.get(word[:HEAD], "")

    def near(self, word: str, distance: int) -> tuple[str, ...]:
        """Return the other words that are at most `distance` typos (1 to 3) away from a word in Latin letters.

        With two typos the word must have seven letters, with three twelve.
        """
        key = (word, distance)
        if key not in self._near:
            found = self._one_away(word) if distance == 1 else self._further_away(word, distance)
            self._near[key] = tuple(sorted(found - {word}))
        return self._near[key]

    def _one_away(self, word: str) -> set[str]:
        return {other for other in one_typo(word, self._letters) if other in self}

    def _further_away(self, word: str, distance: int) -> set[str]:
        from rapidfuzz import process  # costs some 15 ms
        from rapidfuzz.distance import OSA

        # two or three typos leave one half of the word with one at most
        half = len(word) // 2
        # a swap of letters across the middle replaces the last letter of the first half
        starts = [typo for start in (word[:half], word[: half - 1] + word[half]) for typo in self._with_typo(start)]
        ends = [word[half:]] if distance == 2 else self._with_typo(word[half:])
        backward = _starting(self._backward, {end[::-1] for end in ends})
        candidates = {*_starting(self._forward, set(starts)), *(other[::-1] for other in backward)}
        found = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=distance, limit=None)
        return {other for other, _, _ in found}

    def _with_typo(self, stretch: str) -> set[str]:
        return {stretch, *one_typo(stretch, self._letters)}

    @cached_property
    def _forward(self) -> list[str]:
        return sorted(word for line in self._groups.values() for word in line.split())

    @cached_property
    def _backward(self) -> list[str]:
        return sorted(word[::-1] for word in self._forward)


def _starting(words: Sequence[str], starts: Iterable[str]) -> Iterator[str]:
    """Yield the words of a sorted list that start with one of the strings."""
    for start in starts:
        yield from words[bisect_left(words, start) : bisect_left(words, start + LAST)]


def list_words(words: Iterable[str]) -> WordList:
    """Return a list of these folded words."""
    return WordList(partial(group_words, words))


EMPTY = list_words(())


def one_typo(word: str, letters: str) -> set[str]:
    """Return what a word becomes when a letter is dropped, added, replaced or swapped with its neighbor."""
    cuts = [(word[:index], word[index:]) for index in range(len(word) + 1)]
    dropped = {head + tail[1:] for head, tail in cuts if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    replaced = {head + letter + tail[1:] for head, tail in cuts if tail for letter in letters}
    added = {head + letter + tail for head, tail in cuts for letter in letters}
    return dropped | swapped | replaced | added
