"""The words of cards are in the language of the bank, in a real Chromium."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sco_quiz.anki.ids import FIELDS
from sco_quiz.anki.note_parts import note_parts
from sco_quiz.anki.notes import plan_note, plan_notes
from sco_quiz.anki.package import read_card_files, read_note_types
from sco_quiz.card.scripts import judge_script
from sco_quiz.core.bank import Bank
from sco_quiz.core.reference import Reference
from sco_quiz.core.words import en
from sco_quiz.core.words.languages import LANGUAGES
from sco_quiz.loading.load import read_bank
from sco_quiz.loading.writing.source_record import make_source
from tests.anki.card_apps import Deck, deck_of
from tests.anki.conftest import Open, collection
from tests.anki.test_cards import tap
from tests.conftest import ROOT

# everything that a card says, shown or folded, also to screen readers; ids are Latin in every language
SAID = """() => {
  const card = document.querySelector(".sq").cloneNode(true);
  card.querySelectorAll("script, .key, .id, [data-id]:not(.sq)").forEach(each => each.remove());
  const names = ["aria-label", "title", "placeholder", "alt", "data-place"];
  const attributes = [...card.querySelectorAll("*")].flatMap(each => names.map(name => each.getAttribute(name) || ""));
  return [card.textContent, ...attributes].join(" ");
}"""
# question, what is tapped or typed on the front
ANSWERS = [
    *(("single", answer) for answer in (["в Пекине"], ["в Москве"], [])),
    *(("multiple", answer) for answer in (["Китай", "Россия"], ["Китай"], ["Китай", "Россия", "Иран"], ["Иран"])),
    *(("truefalse", answer) for answer in (["Неверно"], ["Верно"])),
    *(("matching", answer) for answer in (["в Пекине", "в Москве", "в Лондоне"], ["в Алматы", "в Москве"], [])),
    *(("ordering", answer) for answer in (["основание", "устав", "расширение", "саммит"], ["устав", "саммит"], [])),
    ("retired", []),
    ("closed", []),
    ("cloze", []),
]
TYPED = [
    ("short", "Болат Нургалиев", "Верно"),
    ("short", "Нургалиев Болат", "Почти верно"),
    ("short", "Иманалиев", "Неверно"),
    ("spelling", "мост", "Неверно"),
    ("every-character", "садовая", "Неверно"),
    ("number", "1200 человек", "Верно"),
    ("number", "12", "Неверно"),
    ("number", "около", "Не оценено"),
    ("number", "12 и 15", "Не оценено"),
    ("number", "12 лет", "Не оценено"),
    ("number", "1 2 0 0", "Не оценено"),
]
WORDS = """([script, tag, rows]) => {
  const said = new Function('"use strict";' + script + "return [speak, word, pluralForm];")();
  said[0](tag);
  return [rows.map(([key, values]) => said[1](key, values)), [...Array(130).keys()].map(said[2])];
}"""


@pytest.fixture(scope="module")
def russian_bank() -> Bank:
    loaded = read_bank(ROOT / "tests" / "anki" / "russian.yaml")
    assert loaded.problems == ()
    reference = Reference(title="История края", publisher="Университет", date="2024-05")
    source = make_source("Доклад\n\nОн говорит.\n\nОн отвечает.\n", "Доклад", date(2010, 2, 3))
    summary = source.paragraphs[1].model_copy(update={"summary": "Где работает секретариат."})
    paragraphs = (source.paragraphs[0], summary, *source.paragraphs[2:])
    source = source.model_copy(update={"references": {"history": reference}, "paragraphs": paragraphs})
    return replace(loaded.bank, id="stolitsa", title="Столица", lang="ru", source=source)


@pytest.fixture(scope="module")
def russian(russian_bank: Bank, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deck]:
    folder = tmp_path_factory.mktemp("russian")
    for profile in collection(folder):
        yield deck_of(russian_bank, profile, folder / "russian.apkg")


def latin(said: str) -> list[str]:
    return [each for each in said.split() if any(letter.isascii() and letter.isalpha() for letter in each)]


def test_no_english_is_left_on_russian_cards(russian: Deck, show_on: Open, full: bool) -> None:
    viewer = show_on()
    for question, answer in ANSWERS if full else ANSWERS[1::2]:  # each kind is among these, with a wrong answer
        for card in range(2 if question == "cloze" else 1):
            viewer.show(russian.side(question, "front", card=card))
            assert latin(viewer.page.evaluate(SAID)) == [], question
            tap(viewer, *answer)
            assert latin(viewer.page.evaluate(SAID)) == [], (question, answer)
            viewer.show(russian.side(question, "back", card=card))
            assert latin(viewer.page.evaluate(SAID)) == [], (question, answer)


def test_struck_options_and_open_gaps_are_russian(russian: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(russian.side("single", "front"))
    viewer.page.get_by_role("button", name="Вычеркнуть: в Ташкенте").click()
    viewer.show(russian.side("single", "back"))
    assert latin(viewer.page.evaluate(SAID)) == []
    assert "вычеркнуто" in viewer.texts(".options .mark")
    viewer.show(russian.side("cloze", "front"))
    viewer.page.locator(".cloze").first.click()
    assert latin(viewer.page.evaluate(SAID)) == []


def test_no_english_is_left_beside_typed_answers(russian: Deck, show_on: Open) -> None:
    viewer = show_on()
    for question, typed, verdict in TYPED:
        viewer.show(russian.side(question, "front"))
        assert latin(viewer.page.evaluate(SAID)) == [], question
        viewer.show(russian.side(question, "back", typed))
        assert latin(viewer.page.evaluate(SAID)) == [], (question, typed)
        (shown,) = viewer.texts(".verdict")
        assert shown.lstrip("✓≈✗ ").startswith(verdict), (question, typed)


def test_feedback_on_the_front_is_russian(russian: Deck, show_on: Open) -> None:
    viewer = show_on()
    for question, answer in [("single", "в Москве"), ("matching", "в Алматы"), ("ordering", "устав")]:
        viewer.show(russian.side(question, "front"))
        tap(viewer, answer)
        viewer.page.get_by_role("button", name="Проверить").click()
        assert latin(viewer.page.evaluate(SAID)) == [], question


def test_the_scripts_say_the_words_as_python_does(browser: Any) -> None:
    values = {
        name: f"<{name}>" for name in ("difference", "sentence", "answer", "option", "word", "right", "typed", "share")
    }
    values |= dict.fromkeys(("wrong", "digits", "symbol"), "5")
    page = browser.new_page()
    for code, language in LANGUAGES.items():
        rows = [[key, values | {"n": 5, "total": 7}] for key in en.SCRIPT]
        said, forms = page.evaluate(WORDS, [judge_script(read_card_files()), f"{code}-XX", rows])
        assert said == [language.word(key, n=5, total=7, **values) for key in en.SCRIPT]
        if code != "zh":
            assert forms == [language.plural_form(n) for n in range(130)]
    browser.close(page)


def test_cards_say_their_language(russian: Deck, show_on: Open, cards: Deck) -> None:
    viewer = show_on()
    viewer.show(russian.side("single", "front"))
    assert viewer.page.locator(".sq").get_attribute("lang") == "ru"
    assert viewer.texts(".hint summary") == ["Подсказка"]
    viewer.show(cards.side("single", "front"))
    assert viewer.page.locator(".sq").get_attribute("lang") is None
    assert viewer.texts(".hint summary") == ["Hint"]


def test_a_language_without_words_has_english_ones(card_bank: Bank) -> None:
    arabic = plan_note(replace(card_bank, lang="ar"), card_bank.questions[0])
    english = plan_note(card_bank, card_bank.questions[0])
    changed = [name for name, one, other in zip(FIELDS, arabic.fields, english.fields, strict=True) if one != other]
    assert (changed, arabic.fields[FIELDS.index("Lang")]) == (["Lang"], "ar")


def test_english_words_read_from_left_to_right_on_arabic_cards(
    card_bank: Bank, show_on: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("arabic")
    for profile in collection(folder):
        arabic = deck_of(replace(card_bank, id="arabic", lang="ar"), profile, folder / "arabic.apkg")
        viewer = show_on()
        viewer.show(arabic.side("rtl", "back"))
        direction = "e => getComputedStyle(e).direction"
        directions = {at: viewer.page.locator(at).first.evaluate(direction) for at in (".stem", ".level", ".about")}
        assert directions == {".stem": "rtl", ".level": "ltr", ".about": "ltr"}
        assert viewer.page.locator(".sq").get_attribute("lang") == "ar"


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_the_words_are_no_content(card_bank: Bank, russian_bank: Bank, code: str) -> None:
    """A bank that gets its language later changes in nothing else: its answers are not listed as corrected."""
    for bank in (card_bank, russian_bank):
        english, others = (plan_notes(replace(bank, lang=tag)).notes for tag in ("", code))
        for one, other in zip(english, others, strict=True):
            parts = note_parts(other.fields, other.tags)
            assert parts.pop("language")
            assert parts == note_parts(one.fields, one.tags), one.question
            assert one.fields[FIELDS.index("Level")] != other.fields[FIELDS.index("Level")]


def test_the_words_keep_the_note_types_small() -> None:
    scripts = read_note_types()["standard"].front
    table = sum(len(text.encode()) for key in en.SCRIPT for text in (each.words[key] for each in LANGUAGES.values()))
    assert table < len(scripts.encode()) / 5
