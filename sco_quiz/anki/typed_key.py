"""The key by which a card grades a typed answer, as JSON: forms as written, words that are not typos, a number."""

import json
from collections.abc import Container, Iterable, Iterator, Sequence
from decimal import Decimal
from string import ascii_lowercase

from sco_quiz.anki.escape import field_html
from sco_quiz.core.text import content_words
from sco_quiz.core.typed.typos import ONE_TYPO_FROM


def forms_key(accepted: Sequence[str], rejected: Iterable[str], common_words: Container[str]) -> str:
    """Return the key of typed words. A card forgives one typo per word.

    Unlike in a quiz, words of other questions are ignored: an edit of another question must not change this note.
    """
    words = sorted({word for form in accepted for word in content_words(form)})
    guards = sorted({guard for word in words for guard in _similar_words(word, common_words)} - set(words))
    return _typed(accept=list(accepted), reject=list(rejected), known=" ".join(guards))


def number_key(answer: Decimal, tolerance: Decimal, unit: str) -> str:
    """Return the key of a number."""
    return _typed(value=f"{answer:f}", tolerance=f"{tolerance:f}", unit=unit)


def _typed(**key: str | list[str]) -> str:
    """Return the object that the script of the card passes to `judge`, without its empty values."""
    text = json.dumps({name: value for name, value in key.items() if value}, ensure_ascii=False)
    return f'<i data-f="typed">{field_html(text)}</i>'


def _similar_words(word: str, common_words: Container[str]) -> Iterator[str]:
    """Yield the common words that are one typo away from a word."""
    # only ASCII letters are tried as replacements below
    if len(word) >= ONE_TYPO_FROM and word.isascii() and word.isalpha():
        yield from (other for other in _one_typo(word) if other in common_words)


def _one_typo(word: str) -> set[str]:
    cuts = [(word[:index], word[index:]) for index in range(len(word) + 1)]
    dropped = {head + tail[1:] for head, tail in cuts if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    replaced = {head + letter + tail[1:] for head, tail in cuts if tail for letter in ascii_lowercase}
    added = {head + letter + tail for head, tail in cuts for letter in ascii_lowercase}
    return dropped | swapped | replaced | added
