"""The word lists in words/, one word or phrase per line, and patterns that find whole words."""

import re
from functools import cache, lru_cache
from importlib.resources import files

from sco_quiz.core.stop_words import STOP_WORDS
from sco_quiz.core.text import content_words, stem


@cache
def phrases(name: str) -> frozenset[str]:
    """Return the words and phrases of a list."""
    text = files(__package__).joinpath("words", f"{name}.txt").read_text("utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return a pattern that finds whole words and phrases of a list in folded text, or an ending such as n't."""
    # longest first: the first alternative that matches wins
    ordered = sorted(phrases(name), key=lambda phrase: (-len(phrase), phrase))
    whole = [("" if "'" in phrase else r"\b") + re.escape(phrase) for phrase in ordered]
    return re.compile(rf"(?:{'|'.join(whole)})\b")


@cache
def triggers(name: str) -> frozenset[str]:
    """Return a word of each phrase of a list, the longest: a string without any of them has no phrase of the list.

    >>> sorted(triggers("other-questions") | triggers("negations"))[:3]
    True
    """
    # the n of n't may be the end of another word
    return frozenset(max(re.findall(r"\w+", phrase)["'" in phrase :], key=len) for phrase in phrases(name))


@lru_cache(maxsize=8192)  # several rules ask for those of the same prompts and options
def subject_words(text: str) -> tuple[str, ...]:
    """Return the content words of a string, with numbers and names, without function words and stock phrases."""
    return content_words(text, STOP_WORDS)


def subject_of(text: str) -> frozenset[str]:
    """Return the content words of a string, without plural endings."""
    return frozenset(map(stem, subject_words(text)))
