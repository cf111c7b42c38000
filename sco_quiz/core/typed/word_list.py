"""A list of words, searched for a word or for those that are a few typos away."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from hashlib import blake2b
from itertools import groupby
from string import ascii_lowercase

EDGE = 4
"""The number of letters by which words are grouped: those of English start in twenty thousand ways."""

LATIN = re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff]+")
"""Words in Latin letters, folded."""


def group_words(words: Iterable[str]) -> str:
    """Return sorted words as text with a line for each group, such as `" able abler ably "`."""
    groups = groupby(sorted(set(words)), key=lambda word: word[:EDGE])
    return "\n".join(f" {' '.join(group)} " for _, group in groups)


class WordList:
    """Folded words. `read` returns them as `group_words` does, and is called when the list is first searched."""

    def __init__(self, read: Callable[[], str]) -> None:
        self._read = read
        self._near: dict[tuple[str, int], tuple[str, ...]] = {}

    # a set of all words would take ten times the memory, and five times as long to make
    @cached_property
    def _groups(self) -> dict[str, str]:
        return {line[1 : EDGE + 1].rstrip(): line for line in self._read().split("\n")}

    @cached_property
    def _letters(self) -> str:
        """The letters of words that have a Latin one."""
        if all(map(str.isascii, self._groups)):
            return ascii_lowercase
        words = (word for line in self._groups.values() for word in line.split() if LATIN.search(word))
        return "".join(sorted(set(ascii_lowercase).union(*words)))

    @cached_property
    def digest(self) -> bytes:
        """A hash of all words."""
        return blake2b("\n".join(self._groups.values()).encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def __contains__(self, word: str) -> bool:
        return f" {word} " in self._groups.get(word[:EDGE], "")

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

        candidates = "".join(self._groups.get(start, "") for start in self._starts(word[: EDGE + 1])).split()
        for end in self._ends(word, distance):
            candidates += self._endings.get(end, ())
        found = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=distance, limit=None)
        return {other for other, _, _ in found}

    def _starts(self, start: str) -> set[str]:
        """Return how words start that have at most one typo in the first four letters."""
        # a swap with the fifth letter replaces the fourth
        starts = (start[:EDGE], start[: EDGE - 1] + start[EDGE])
        typos = set(starts).union(*(one_typo(start, self._letters) for start in starts))
        # where a letter is missing, any letter may follow
        short = {typo + letter for typo in typos if len(typo) < EDGE for letter in self._letters}
        return short.union(typo[:EDGE] for typo in typos)

    def _ends(self, word: str, distance: int) -> set[str]:
        """Return how words end that have at least two typos in the first four letters."""
        if distance > 2:
            return {word[-EDGE:], *(typo[-EDGE:] for typo in one_typo(word[-EDGE - 1 :], self._letters))}
        # no typo is left for the other letters: there may be only three
        return {(letter + word[EDGE:])[-EDGE:] for letter in self._letters}

    @cached_property
    def _endings(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in "".join(self._groups.values()).split():
            found[word[-EDGE:]].append(word)
        return found


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
