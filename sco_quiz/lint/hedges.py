"""Absolute and vague words in options and statements."""

import re
from collections.abc import Callable, Iterator
from typing import Literal

from sco_quiz.core.place import KeyPath
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.judgments import judges
from sco_quiz.lint.word_lists import pattern

# "almost all" and "not always" allow exceptions, "at all" and "all day" do not mean everything
_QUALIFIED = re.compile(
    r"\b(?:almost|hardly|nearly|not|virtually) (?:absolutely|all|always|completely|entirely|every\w*|totally)\b"
    r"|\b(?:above|after|at|for|in) all\b|\ball but\b"
    r"|\ball (?:along|around|day|evening|morning|month|night|over|round|season|summer|week|winter|year)\b"
)
# "the most", "at most" and "the very first" are exact
_EXACT = re.compile(r"\b(?:at|her|his|its|our|the|their|your) (?:most|very)\b")


def absolute(folded: str) -> str:
    """Return the absolute word of a folded text, or an empty string.

    >>> absolute("it rains every day"), absolute("it does not always rain all day")
    ('every', '')
    """
    found = pattern("absolute").search(_QUALIFIED.sub("", folded))
    return found[0] if found else ""


def vague(folded: str) -> str:
    """Return the vague word of a folded text, or an empty string.

    >>> vague("most ports"), vague("the most ports")
    ('most', '')
    """
    found = pattern("vague").search(_EXACT.sub("", folded))
    return found[0] if found else ""


_FINDERS: dict[str, Callable[[str], str]] = {"absolute": absolute, "vague": vague}


def telling(facts: Facts, sort: Literal["absolute", "vague"]) -> Iterator[tuple[KeyPath, str]]:
    """Yield the places and words of one sort: in the statement of a choice that judges it, or in some options."""
    if not facts.may_say(sort):
        return
    find = _FINDERS[sort]
    if judges(facts) and (word := find(facts.folded_stem)):
        yield ("prompt",), word
    if not any(find(folded) for _, _, folded in facts.folded):
        return
    # that "all of the above" contains `all` is the subject of another rule
    options = zip(facts.folded, facts.refers, strict=True)
    real = [(path, find(folded)) for (path, _, folded), refers in options if not refers]
    # a word in every option gives no hint at the right one
    if not all(word for _, word in real):
        yield from ((path, word) for path, word in real if word)
