"""The source trace: which numbers, names and key words of a question occur in the paragraphs it cites.

A trace shows that a citation is on topic and contains the answer, never that the answer is right.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from math import sqrt

from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.source import Source, fingerprint, word_hash
from sco_quiz.core.text import stem
from sco_quiz.lint.word_lists import phrases, subject_words

KEY_WEIGHT = 1.5  # the answer says more about the paragraph than the prompt, which names the subject of several
_US = ("us",)
_NOWHERE: frozenset[int] = frozenset()
_LONG = re.compile(r"[^\W\d_]{4,}")
_DOUBLED = re.compile(r"(?<=(.))\1$")
_OTHER_END = {"i": "y", "y": "i"}
_VERB_ENDING = re.compile(r"(?<=[^\W\d_]{3})(?:ed|ing|e)$")


@dataclass(frozen=True, slots=True)
class Rival:
    """The best of the paragraphs that are not cited: its lead over the cited ones, and the words only it has."""

    number: int
    lead: float
    words: tuple[str, ...]


class Mentions(dict[str, frozenset[int]]):
    """The paragraphs that contain a word in any form: each word is looked up once for all questions."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source

    def __missing__(self, word: str) -> frozenset[int]:
        places = self.source.places
        found = self[word] = _NOWHERE.union(*[places[mark] for mark in _inflected(word) if mark in places])
        return found


@dataclass(frozen=True, slots=True)
class CitedText:
    """The cited paragraphs, by their numbers, among those of the article; `setting` has the hashes of its words, which
    a prompt takes for granted as it does those of the context."""

    mentions: Mentions
    numbers: frozenset[int]
    setting: frozenset[str]

    @property
    def source(self) -> Source:
        """The record of the article."""
        return self.mentions.source

    def contains(self, name: str) -> bool:
        """Return whether a name or number occurs in a cited paragraph, or is in its `understood` field."""
        return not self.numbers.isdisjoint(self.places(name))

    def allows(self, name: str) -> bool:
        """Return whether a name or number occurs there, in the context or in the setting."""
        return self.contains(name) or self._is_given(word_hash(name))

    def places(self, name: str) -> frozenset[int]:
        """Return the numbers of the paragraphs of the article that contain a name or number."""
        places = self.source.places
        found = places.get(word_hash(name), _NOWHERE)
        others = other_names(stem(name))
        for other in others - {_US} if others else ():
            found |= frozenset.intersection(*(places.get(word_hash(word), _NOWHERE) for word in other))
        return found

    def may_contain(self, name: str) -> bool:
        """Return whether the cited paragraphs may mean a name by "US", whose hash is that of "us"."""
        return _US in other_names(stem(name)) and not self.numbers.isdisjoint(self.places(*_US))

    def knows(self, name: str) -> bool:
        """Return whether a name or number occurs anywhere in the article and its record, or in the setting."""
        return self._is_given(word_hash(name)) or self.records(name)

    def records(self, name: str) -> bool:
        """Return whether a name or number occurs in the article, its context, its background or its citation."""
        mark = word_hash(name)
        return bool(self.places(name)) or mark in self.source.background_hashes or mark in self.source.citation_hashes

    def share(self, text: str) -> float:
        """Return the share of the content words that occur in the cited paragraphs; 1 without content words."""
        found = [not self.numbers.isdisjoint(where) for where in self._mentions(text).values()]
        return sum(found) / len(found) if found else 1.0

    def share_elsewhere(self, text: str) -> tuple[float, int]:
        """Return the largest share that occurs in one other paragraph, and the number of that paragraph."""
        mentions = self._mentions(text).values()
        others = self.source.by_number.keys() - self.numbers
        shares = ((sum(number in where for where in mentions) / len(mentions), number) for number in others)
        return max(shares, default=(0.0, 0))

    def rival(self, prompt: str, key: str) -> Rival:
        """Return the other paragraph that matches best; a word counts less the more paragraphs it occurs in."""
        in_prompt, in_key = self._mentions(prompt), self._mentions(key)
        lead: defaultdict[int, float] = defaultdict(float)
        only: defaultdict[int, list[str]] = defaultdict(list)
        mine = 0.0
        for word, where in (in_prompt | in_key).items():
            if not where or self._is_given(word_hash(word)):
                continue
            value = (KEY_WEIGHT if word in in_key else 1.0) / sqrt(len(where))
            found = not self.numbers.isdisjoint(where)
            mine += value if found else 0.0
            for number in where - self.numbers:
                lead[number] += value
                only[number] += [] if found else [word]
        best = max(lead, key=lambda number: (lead[number], -number), default=0)
        return Rival(best, lead[best] - mine, tuple(only[best]))

    def _mentions(self, text: str) -> dict[str, frozenset[int]]:
        """Return the content words, each with the paragraphs that contain it in any form."""
        return {word: self.mentions[word] for word in subject_words(text)}

    def _is_given(self, mark: str) -> bool:
        return mark in self.setting or mark in self.source.context_hashes


def cited_text(mentions: Mentions, question: AnyQuestion) -> CitedText | None:
    """Return the cited paragraphs; None without a citation."""
    numbers = mentions.source.by_number.keys() & question.source
    if not numbers:
        return None
    setting = question.content(question.setting).plain if question.setting else ""
    return CitedText(mentions, frozenset(numbers), _setting_hashes(setting))


@lru_cache(maxsize=256)  # many questions have the same setting
def _setting_hashes(text: str) -> frozenset[str]:
    return fingerprint([text])


@lru_cache(maxsize=8192)
def _inflected(word: str) -> frozenset[str]:
    """Return the hashes of a word and of its regular forms, such as stop, stops, stopped and stopping."""
    if not _LONG.fullmatch(word):
        return frozenset({word_hash(word)})
    root = _VERB_ENDING.sub("", stem(word))
    # stopped: stopp, then stop; carry: carry, then carri
    other = root[:-1] + _OTHER_END[root[-1]] if root[-1] in _OTHER_END else _DOUBLED.sub("", root)
    other = root + root[-1] if other == root else other
    forms = map("".join, product((root, other), ("", "e", "ed", "ing")))
    return frozenset(map(word_hash, (word, *forms)))


def other_names(word: str) -> frozenset[tuple[str, ...]]:
    """Return the other names of the same, each as its words, of the name that a stemmed word is part of."""
    return _other_names().get(word, frozenset())


@cache
def _other_names() -> dict[str, frozenset[tuple[str, ...]]]:
    """Return for each word of a name the other names of the same, each as its words."""
    found: dict[str, frozenset[tuple[str, ...]]] = {}
    for line in phrases("same-names"):
        names = [tuple(name.split()) for name in line.split(" = ")]
        for word in {stem(word) for name in names for word in name}:
            found[word] = found.get(word, frozenset()).union(name for name in names if word not in map(stem, name))
    return found


def understood_hint(word: str) -> str:
    """Return the hint for a word that the paragraph means but does not contain."""
    return f"if the paragraph means it, add {word} to its `understood` in source.yaml, or to `context` for all prompts"
