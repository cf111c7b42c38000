"""Every language has every word, with the same values in it, and the forms that its grammar asks for."""

import doctest
import re
from collections.abc import Mapping
from datetime import date

import pytest

from sco_quiz.core.typed.strictness import what_counts
from sco_quiz.core.words import de, en, es, fr, language, ru, zh
from sco_quiz.core.words.language import ENGLISH, Language
from sco_quiz.core.words.languages import LANGUAGES, language_of

OTHERS = [each for code, each in LANGUAGES.items() if code != "en"]
TABLES = {"ru": ru, "zh": zh, "de": de, "fr": fr, "es": es}
# what is no word, or the same word in that language
SAME = {
    "in_unit",
    "comma",
    "period",
    "semicolon",
    "first_day",
    "and",
    "date",
    "strict_articles",
    "strict_accents",
    "months",
    "months_alone",
    "month_of_year",
}
QUOTES = {"ru": "«»", "zh": "“”", "de": "„“", "fr": "«»", "es": "«»", "en": "“”"}


def values_of(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_examples_in_the_docstrings() -> None:
    result = doctest.testmod(language)
    assert result.attempted >= 4
    assert result.failed == 0


@pytest.mark.parametrize("other", OTHERS, ids=lambda each: each.code)
def test_a_language_has_every_word(other: Language) -> None:
    table = TABLES[other.code]
    assert (list(table.FIELDS), list(table.SCRIPT)) == (list(en.FIELDS), list(en.SCRIPT))
    for key, english in ENGLISH.words.items():
        for form in other.words[key].split("|"):
            assert values_of(form) == values_of(english), (key, form)
        assert key in SAME or other.words[key] != english, key


@pytest.mark.parametrize("spoken", LANGUAGES.values(), ids=lambda each: each.code)
def test_forms_and_punctuation(spoken: Language) -> None:
    forms = {spoken.plural_form(n) for n in range(130)}
    for key, text in spoken.words.items():
        assert "{{" not in text, "Anki would read it as a field"
        assert re.search(r"[<>&\"'\\]", text) is None, key
        assert text.count(QUOTES[spoken.code][0]) == text.count(QUOTES[spoken.code][1]), key
        others = set("«»„“”") - set(QUOTES[spoken.code])
        assert not others & set(text), key
        if "months" not in key and "|" in text:
            assert "n" in values_of(text) or key in ("strict", "cited"), key
            assert len(text.split("|")) == len(forms), key
    assert len(spoken.words["months"].split("|")) == 12


def test_chinese_has_full_width_punctuation() -> None:
    for key, text in language_of("zh").words.items():
        assert re.search(r"[,;:?!]|\.(?!\d)", text) is None, key


def test_french_has_spaces_before_double_punctuation() -> None:
    for key, text in language_of("fr").words.items():
        if key != "semicolon":
            assert re.search(r"(?<!\u00a0)[:;?!»%]|«(?!\u00a0)", text) is None, key


@pytest.mark.parametrize(
    ("tag", "code"),
    [("ru", "ru"), ("zh-Hans", "zh"), ("de-CH", "de"), ("pt-BR", "en"), ("ar", "en"), ("FR", "fr"), ("", "en")],
)
def test_the_language_of_a_tag(tag: str, code: str) -> None:
    assert language_of(tag).code == code


@pytest.mark.parametrize(
    ("code", "minutes"),
    [
        ("en", {0: "0 minutes", 1: "1 minute", 2: "2 minutes"}),
        ("fr", {0: "0 minute", 1: "1 minute", 2: "2 minutes"}),
        ("de", {0: "0 Minuten", 1: "1 Minute", 21: "21 Minuten"}),
        ("es", {1: "1 minuto", 2: "2 minutos"}),
        ("zh", {1: "1分钟", 2: "2分钟"}),
        ("ru", {1: "1 минута", 3: "3 минуты", 5: "5 минут", 11: "11 минут", 21: "21 минута", 112: "112 минут"}),
    ],
)
def test_plural_forms(code: str, minutes: Mapping[int, str]) -> None:
    for n, expected in minutes.items():
        assert expected in language_of(code).word("read_first", n=n)


@pytest.mark.parametrize(
    ("code", "first", "other"),
    [
        ("en", "1 February 2010", "13 August 2010"),
        ("ru", "1 февраля 2010 г.", "13 августа 2010 г."),
        ("zh", "2010年2月1日", "2010年8月13日"),
        ("de", "1. Februar 2010", "13. August 2010"),
        ("fr", "1er février 2010", "13 août 2010"),
        ("es", "1 de febrero de 2010", "13 de agosto de 2010"),
    ],
)
def test_dates(code: str, first: str, other: str) -> None:
    spoken = language_of(code)
    assert (spoken.date(date(2010, 2, 1)), spoken.date(date(2010, 8, 13))) == (first, other)


@pytest.mark.parametrize(
    ("code", "task"),
    [
        ("en", "Type the answer. Accents, capitals and articles count."),
        ("ru", "Введите ответ. Учитываются: диакритические знаки, заглавные буквы и артикли."),
        ("zh", "输入答案。重音符号、大小写和冠词须完全一致。"),
        ("de", "Antwort eingeben. Zu beachten: Akzente, Groß-/Kleinschreibung und Artikel."),
        ("fr", "Saisir la réponse. À respecter\u00a0: accents, majuscules et articles."),
        ("es", "Escribir la respuesta. Hay que respetar los acentos, las mayúsculas y los artículos."),
    ],
)
def test_what_counts_in_a_typed_answer(code: str, task: str) -> None:
    spoken = language_of(code)
    counts = what_counts(["case", "accents", "articles"], spoken)
    assert spoken.sentences(spoken.word("type_words"), counts) == task
