"""What is strict, and accents: differences that compare as the same are found here once more."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Literal, get_args

from sco_quiz.core.letters import ACCENTS, POINTS, STROKES, as_written, fold, lower, without_accents
from sco_quiz.core.text import ARTICLES, letter_runs
from sco_quiz.core.words.language import ENGLISH, Language

Level = Literal["accents", "case", "spelling", "articles", "signs", "all"]
LEVELS: tuple[Level, ...] = get_args(Level)

_LETTER = re.compile(f"(.)([{ACCENTS}{POINTS}]*)", re.DOTALL)
_SYMBOLS = re.compile(r"[^\w\s]|_")
_STROKES = str.maketrans(STROKES)


def breaks(typed: str, form: str, strict: Iterable[str], *, almost: bool = False) -> bool:
    """Whether what was typed differs from a form in something that is strict.

    In an almost right answer words differ, so that all its accents and capitals are compared with those of the form.
    """
    return any(
        _BREAKS[level](typed, form) or (almost and level in _STRICT and _STRICT[level](typed) != _STRICT[level](form))
        for level in strict
        if level in _BREAKS
    )


def what_counts(strict: Collection[str], language: Language = ENGLISH) -> str:
    """Return what is strict as a sentence for learners; empty if nothing is.

    >>> what_counts(["accents"]), what_counts(["case", "accents", "articles"]), what_counts(["all"])
    ('Accents count.', 'Accents, capitals and articles count.', 'Every character counts.')
    """
    if "all" in strict:
        return language.word("strict_all")
    levels = [level for level in LEVELS if level in strict]
    if not levels:
        return ""
    names = language.listed([language.word(f"strict_{level}") for level in levels])
    # the one name in the singular
    sentence = language.word("strict", n=1 if levels == ["spelling"] else 2, names=names)
    return sentence[0].upper() + sentence[1:]


def extra_accent(typed: str, form: str) -> tuple[str, str] | None:
    """Return a typed word with an accent that its twin in the form does not have, and the twin.

    >>> extra_accent("der schöne", "schone"), extra_accent("Besancon", "Besançon")
    (('schöne', 'schone'), None)
    """
    if typed.isascii():
        return None
    twins = letter_runs(lower(form))
    for word in letter_runs(lower(typed)):
        same = [twin for twin in twins if fold(twin) == fold(word)]
        if same and not any(_fits(word, twin) for twin in same):
            return word, same[0]
    return None


def _fits(word: str, twin: str) -> bool:
    pairs = zip(_letters(word), _letters(twin), strict=False)
    return all(marks in ("", meant) for (_, marks), (_, meant) in pairs)


def _letters(word: str) -> list[tuple[str, str]]:
    return _LETTER.findall(unicodedata.normalize("NFD", word.translate(_STROKES)))


def _changed(typed: str, form: str, written: Callable[[str], str]) -> bool:
    """Whether a typed word is a folded word of the form, but not as it is written there."""
    twins = letter_runs(written(form))
    folded = set(map(fold, twins))
    return any(word not in twins and fold(word) in folded for word in letter_runs(written(typed)))


def _cased(text: str) -> str:
    return without_accents(as_written(text))


def _articles(text: str) -> list[str]:
    return [word for word in letter_runs(fold(text)) if word in ARTICLES]


def _accented(text: str) -> list[tuple[str, str]]:
    return sorted((letter, marks) for letter, marks in _letters(lower(text)) if marks)


def _capitals(text: str) -> list[str]:
    return sorted(letter for letter in _cased(text) if letter != letter.lower())


_STRICT: dict[str, Callable[[str], Sequence[object]]] = {"accents": _accented, "case": _capitals}
_BREAKS: dict[str, Callable[[str, str], bool]] = {
    "accents": lambda typed, form: _changed(typed, form, lower),
    "case": lambda typed, form: _changed(typed, form, _cased),
    "articles": lambda typed, form: _articles(typed) != _articles(form),
    "signs": lambda typed, form: _SYMBOLS.findall(as_written(typed)) != _SYMBOLS.findall(as_written(form)),
    "all": lambda typed, form: as_written(typed) != as_written(form),
}
