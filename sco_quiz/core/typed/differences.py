"""What keeps an almost right answer from being right, as sentences for learners; cards have a twin."""

import re
from collections.abc import Iterable

from sco_quiz.core.letters import lower
from sco_quiz.core.typed.phrases import read_phrase, words_of
from sco_quiz.core.words.language import ENGLISH

_DISPLAYED = re.compile(r"[^\s\-‐‑‒–—―−/]+")


def describe(kind: str, **parts: str) -> str:
    """Return the sentence of a kind of difference; `parts` fill it.

    >>> describe("symbol", symbol=".", right=".NET")
    'the “.” of .NET is missing'
    """
    return ENGLISH.word(f"typed_{kind}", **parts)


def describe_words(pairs: Iterable[tuple[str, str]], form: str) -> str:
    """Say how each folded word differs from that of a form.

    >>> describe_words([("untied", "united"), ("natoins", "nations")], "United Nations")
    'United has “it” where you typed “ti”; Nations has “io” where you typed “oi”'
    """
    return ENGLISH.word("semicolon").join(describe_letters(typed, meant, form) for typed, meant in pairs)


def describe_letters(typed: str, meant: str, form: str, kind: str = "letters") -> str:
    """Say which letters differ in a typed word from the meant one, a folded word of `form`. Case never differs.

    >>> describe_letters("almati", "almaty", "Almaty")
    'Almaty has “y” where you typed “i”'
    >>> describe_letters("taskent", "tashkent", "the city of Tashkent")
    'Tashkent has “sh” where you typed “s”'
    >>> describe_letters("zürích", "zürich", "the city of Zürich", "accent")
    'Zürich is written with “i”, not “í”'
    """
    word = _as_written(meant, form)
    start, end, typed_end = _differing(typed, meant)
    right = word[start:end] if len(word) == len(meant) else meant[start:end]
    return describe(kind, word=word, right=right, typed=_cased(typed[start:typed_end], right))


def _as_written(meant: str, form: str) -> str:
    """Return a folded or lower-case word as its author wrote it."""
    for part in _DISPLAYED.findall(form):
        written = str(part.strip("()[]{}.,;:!?'\"“”‘’«»"))
        if lower(written) == meant or words_of(read_phrase(part, spelling=True)) == [meant]:
            return written
    return meant


def _differing(typed: str, meant: str) -> tuple[int, int, int]:
    """Return where the differing letters start in both words, where they end in `meant`, and where in `typed`."""
    start, tail = 0, 0
    shorter = min(len(typed), len(meant))
    while start < shorter and typed[start] == meant[start]:
        start += 1
    while tail < shorter - start and typed[-1 - tail] == meant[-1 - tail]:
        tail += 1
    # letters around them, until both stretches exist and occur only once
    while not _is_clear(typed, start, len(typed) - tail) or not _is_clear(meant, start, len(meant) - tail):
        if start:
            start -= 1
        elif tail:
            tail -= 1
        else:
            break
    return start, len(meant) - tail, len(typed) - tail


def _is_clear(word: str, start: int, end: int) -> bool:
    stretch = word[start:end]
    return bool(stretch) and word.find(stretch, word.find(stretch) + 1) < 0


def _cased(typed: str, right: str) -> str:
    """Return typed letters with the case of the right ones."""
    if right.isupper() and len(right) > 1:
        return typed.upper()
    return typed[:1].upper() + typed[1:].lower() if right[:1].isupper() else typed.lower()
