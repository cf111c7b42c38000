"""Choose the words of a card by the language of its bank; a quiz in the terminal does without."""

from sco_quiz.core.words import de, en, es, fr, ru, zh
from sco_quiz.core.words.language import ENGLISH, Language


def _singular_below_two(n: int) -> int:
    return int(n > 1)


def _slavic(n: int) -> int:
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2


def _translated(table: dict[str, str]) -> dict[str, str]:
    return ENGLISH.words | table  # a word that waits for its translation is English


_OTHERS = (
    Language("ru", _translated(ru.FIELDS | ru.SCRIPT), _slavic, page=ru.PAGE),
    Language("zh", _translated(zh.FIELDS | zh.SCRIPT), page=zh.PAGE),
    Language("de", _translated(de.FIELDS | de.SCRIPT), page=de.PAGE),
    Language("fr", _translated(fr.FIELDS | fr.SCRIPT), _singular_below_two, page=fr.PAGE),
    Language("es", _translated(es.FIELDS | es.SCRIPT), page=es.PAGE),
)
LANGUAGES = {language.code: language for language in (ENGLISH, *_OTHERS)}
SCRIPT_WORDS = {key: [language.words[key] for language in LANGUAGES.values()] for key in en.SCRIPT}
"""The words that scripts show, in the order of LANGUAGES."""


def language_of(tag: str) -> Language:
    """Return the language of a tag such as `pt-BR` by its first part, English for one that has no words here."""
    return LANGUAGES.get(tag.partition("-")[0].lower(), ENGLISH)
