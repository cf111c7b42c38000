"""Tests of where a card says that its answer is in the article."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from sco_quiz.anki.ids import FIELDS
from sco_quiz.anki.notes import plan_note
from sco_quiz.core.article import Article
from sco_quiz.core.bank import Bank
from sco_quiz.core.source import Source
from sco_quiz.loading.load import read_bank
from sco_quiz.loading.writing.source_record import make_source
from tests.anki.card_apps import Deck, deck_of
from tests.anki.conftest import Open, collection
from tests.conftest import ROOT


def source_of(*summaries: str) -> Source:
    text = "A report\n\nIt tells <all>.\n\nIt answers.\n"
    source = make_source(text, "A <report>", date(2010, 2, 3))
    told = zip(source.paragraphs, summaries, strict=True)
    return source.model_copy(
        update={"paragraphs": tuple(each.model_copy(update={"summary": summary}) for each, summary in told)}
    )


def bank_of(name: str, lang: str, source: Source | None) -> Bank:
    return replace(read_bank(ROOT / "tests" / "anki" / f"{name}.yaml").bank, lang=lang, source=source)


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deck]:
    folder = tmp_path_factory.mktemp("arabic")
    for profile in collection(folder):
        yield deck_of(bank_of("rtl", "ar", source_of("", "Where it is.", "")), profile, folder / "arabic.apkg")


@pytest.mark.parametrize(
    ("lang", "numbers"),
    [
        ("en", "paragraphs 2, 3"),
        ("ru", "абзацы 2, 3"),
        ("zh", "第2、3段"),
        ("de", "Absätze 2, 3"),
        ("fr", "paragraphes 2, 3"),
        ("es", "párrafos 2, 3"),
    ],
)
def test_numbers_of_paragraphs_are_in_the_language_of_the_bank(lang: str, numbers: str) -> None:
    bank = bank_of("chinese", lang, source_of("", "", ""))
    several, one = (plan_note(bank, question).fields[FIELDS.index("Source")] for question in bank.questions)
    assert several == f'<span class="cite" dir="auto">A &lt;report&gt;</span> · <span>{numbers}</span>'
    assert "2" not in one.partition("</span>")[2]


def test_a_card_cites_the_article_that_its_paragraphs_are_in() -> None:
    source = source_of("", "", "").model_copy(update={"articles": (Article(first=3, title="A sequel"),)})
    bank = bank_of("chinese", "en", source)
    several = plan_note(bank, bank.questions[0]).fields[FIELDS.index("Source")]
    cited = '<span class="cite" dir="auto">A &lt;report&gt;; A sequel</span>'
    assert several == f"{cited} · <span>paragraphs 2, 3</span>"
    alone = replace(bank, source=source.model_copy(update={"articles": (Article(first=2, title="A sequel"),)}))
    only = plan_note(alone, bank.questions[0]).fields[FIELDS.index("Source")]
    assert only.startswith('<span class="cite" dir="auto">A sequel</span>')


def test_without_an_article_only_the_paragraphs_are_named() -> None:
    bank = bank_of("chinese", "en", None)
    one = plan_note(bank, bank.questions[1]).fields[FIELDS.index("Source")]
    assert one == "<span>paragraph 3</span>"


def test_summaries_of_paragraphs_are_folded(arabic: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(arabic.side("rtl-single", "back"))
    source = viewer.page.locator(".source")
    assert source.inner_text().strip() == "A <report> · paragraphs 2, 3"
    source.locator("summary").click()
    assert source.locator(".paragraph:visible").all_text_contents() == ["Paragraph 2: Where it is."]
    viewer.show(arabic.side("rtl-matching", "back"))  # its paragraph has no summary
    assert viewer.page.locator(".source details").count() == 0


def test_how_many_are_left_over_reads_from_left_to_right(arabic: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(arabic.side("rtl-matching", "front"))
    assert viewer.texts(".task") == ["Match the pairs · 1 left over"]
    assert viewer.page.locator(".spare").get_attribute("dir") == "auto"
