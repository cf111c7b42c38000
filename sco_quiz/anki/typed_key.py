"""The key by which a card grades a typed answer, as JSON: forms as written, words that are not typos, a number."""

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal

from sco_quiz.anki.escape import field_html
from sco_quiz.core.text import content_words
from sco_quiz.core.typed import Vocabulary
from sco_quiz.core.typed.typos import near_words
from sco_quiz.core.typed.word_list import WordList


def forms_key(accepted: Sequence[str], rejected: Iterable[str], known: Vocabulary) -> str:
    """Return the key of typed words.

    It has the known words that could be taken for typos of these words. An edit of another question changes this note
    only when its answers are that near.
    """
    words = sorted({word for form in accepted for word in content_words(form)})
    rivals, others = (_near(words, each) for each in (known.bank, known.common))
    return _typed(accept=list(accepted), reject=list(rejected), rivals=rivals, known=others)


def number_key(answer: Decimal, tolerance: Decimal, unit: str) -> str:
    """Return the key of a number."""
    return _typed(value=f"{answer:f}", tolerance=f"{tolerance:f}", unit=unit)


def _typed(**key: str | list[str]) -> str:
    """Return the object that the script of the card passes to `judge`, without its empty values."""
    text = json.dumps({name: value for name, value in key.items() if value}, ensure_ascii=False)
    return f'<i data-f="typed">{field_html(text)}</i>'


def _near(words: Iterable[str], known: WordList) -> str:
    return " ".join(sorted({near for word in words for near in near_words(word, known)}))
