"""Brackets: parts of a form that may be missing, and the acronym behind a name."""

import re
from collections.abc import Sequence
from functools import lru_cache

from sco_quiz.core.typed.phrases import read_phrase, words_of

_BRACKETS = re.compile(r"(?:(?<!\s)\s+)?[(\[]([^()\[\]]*)[)\]]\s*")
_ACRONYM = re.compile(r"(.*[^\s(\[])\s*[(\[]\s*([^\s()\[\]]{2,8})\s*[)\]]")


@lru_cache(maxsize=4096)
def key_readings(form: str) -> tuple[str, ...]:
    """Return the readings of a form: without its brackets, with them, with each of the choices in them."""
    if not (match := _BRACKETS.search(form)):
        return (form,)
    choices = match[1].split("/") if "/" in match[1] else []
    inner = [f"{form[: match.start()]} {choice} {form[match.end() :]}" for choice in choices]
    whole = re.sub(r"[()\[\]]", " ", form)
    return tuple(text for text in (_BRACKETS.sub(" ", form), whole, *inner) if text.strip())


def typed_readings(typed: str, accepted: Sequence[str]) -> list[str]:
    """Return the readings of what was typed: as it is, and without the acronym behind it."""
    match = _ACRONYM.fullmatch(typed.strip()) if typed.rstrip().endswith((")", "]")) else None
    if match and (_abbreviates(match[2], match[1]) or match[2].casefold() in map(str.casefold, accepted)):
        return [match[1], typed]
    return [typed]


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether an acronym has the first letters of a name, and others in their order: RATS, UN."""
    letters = [letter for letter in acronym.casefold() if letter.isalnum()]
    initials = "".join(word.word[0] for word in read_phrase(name))
    rest = iter("".join(words_of(read_phrase(name))))
    return bool(letters) and initials.startswith(letters[0]) and all(letter in rest for letter in letters)
