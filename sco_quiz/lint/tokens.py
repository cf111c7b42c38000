"""Strings as sequences of words with their symbols: C++ is another word than C, -5 another number than 5."""

import re
from collections.abc import Sequence
from functools import lru_cache

from sco_quiz.core.text import ARTICLES, fold

# "Almaty-based" contains Almaty, "x-1" is not x
_JOINED = re.compile(r"(?<=[^\W\d_])[-/](?=[^\W\d_])")
_BRACKET = re.compile(r"([()\[\]{}])")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_SYMBOL = re.compile(r"[-+*/=<>^#@$€£%&|~\\×÷°]")
_CODE = re.compile(r"```.*?(?:```|$)|`[^`\n]+`", re.DOTALL)
# small words without which a question stays the same
_GLUE = ARTICLES | {"of", "in", "on", "at"}


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """Split a string at spaces, brackets and hyphens, without quotation marks, possessives and final punctuation.

    >>> tokens("Is it -5 °C (or C++)?")
    ('is', 'it', '-5', '°c', '(', 'or', 'c++', ')')
    """
    folded = fold(text)
    # most strings have none of these characters: looking for one is cheaper than a substitution
    if "-" in folded or "/" in folded:
        folded = _JOINED.sub(" ", folded)
    if "," in folded:
        folded = _THOUSANDS.sub("", folded)
    parts = _BRACKET.sub(r" \1 ", folded).split()
    return tuple(bare for part in parts if (bare := part if part.isalnum() else _bare(part)))


def _bare(part: str) -> str:
    return part.strip("\"'`").rstrip(".,;:?!…").strip("\"'`").removesuffix("'s")


def with_symbols(text: str) -> frozenset[str]:
    """Return the tokens of a string that a symbol tells from other words."""
    # most strings have none, and hyphens between letters
    if not _SYMBOL.search(_JOINED.sub(" ", fold(text))):
        return frozenset()
    return frozenset(token for token in tokens(text) if _SYMBOL.search(token))


def prose(text: str) -> str:
    """Return a string without its code: what is between backticks."""
    return _CODE.sub(" ", text)


def occurs(wanted: Sequence[str], within: Sequence[str]) -> bool:
    """Return whether a sequence of tokens occurs in another one."""
    return bool(wanted) and any(within[at : at + len(wanted)] == wanted for at in _starts(wanted[0], within))


def _starts(first: str, within: Sequence[str]) -> list[int]:
    return [index for index, token in enumerate(within) if token == first]


def same_question(one: str, other: str) -> bool:
    """Return whether two prompts have the same words in the same order; a phrase may move from the end to the start.

    >>> same_question("In May, who came?", "Who came in May?"), same_question("Who saw Ann?", "Who, Ann, saw?")
    (True, False)
    """
    left, right = (tuple(token for token in tokens(text) if token not in _GLUE) for text in (one, other))
    return len(left) == len(right) and occurs(right, left + left)
