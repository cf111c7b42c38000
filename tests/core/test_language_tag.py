"""Tags of languages: which are valid, how they are written, and what was meant by others."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from sco_quiz.core.language_tag import LanguageTag
from sco_quiz.loading.load import load_bank

TAG = TypeAdapter(LanguageTag)
QUESTION = "topic: T\nquestions:\n  - {id: seat, type: short_answer, prompt: Hvor?, answer: Oslo, level: remember}\n"


@pytest.mark.parametrize(
    ("given", "tag"),
    [
        ("en", "en"),
        ("RU", "ru"),
        ("pt-br", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("de-CH-1996", "de-CH-1996"),
        ("sl-Rozaj", "sl-rozaj"),
        ("gsw", "gsw"),  # a language that has no code of two letters
    ],
)
def test_a_tag_gets_its_usual_capitals(given: str, tag: str) -> None:
    assert TAG.validate_python(given) == tag


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("english", "en"),
        ("Deutsch", "de"),
        ("jp", "ja"),
        ("ua", "uk"),
        ("rus-RU", "ru-RU"),
        ("en_US", "en-US"),
        ("xx", ""),
        ("e", ""),
        ("", ""),
        ("pt-BR-", ""),
        ("en\n", ""),
        ('en"><script>', ""),
    ],
)
def test_another_text_is_refused(given: str, meant: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TAG.validate_python(given)
    (error,) = caught.value.errors()
    assert (error["type"], error["ctx"]["meant"]) == ("bad-language", meant)


@pytest.mark.parametrize(("line", "lang"), [("lang: no\n", "no"), ("lang: zh-hans\n", "zh-Hans"), ("", "")])
def test_the_language_of_a_bank(tmp_path: Path, line: str, lang: str) -> None:
    """`no` is Norwegian, though older YAML takes it for a truth value."""
    (tmp_path / "bank.yaml").write_text(f"id: b\ntitle: B\n{line}", encoding="utf-8")
    (tmp_path / "t.yaml").write_text(QUESTION, encoding="utf-8")
    assert load_bank(tmp_path).lang == lang
