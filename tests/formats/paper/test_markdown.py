"""Tests on paper as Markdown."""

from sco_quiz.formats.paper.markdown import write_markdown
from sco_quiz.formats.paper.settings import PaperSettings
from tests.formats.paper.test_pdf import marked, versions
from tests.formats.paper.test_sheet import bank_of, sheet

CLOZE = {"type": "cloze", "prompt": "The {{c1::canal}} is *long*."}


def test_gaps_hide_their_words_and_plain_text_is_escaped() -> None:
    [test, key] = write_markdown([sheet(bank_of(CLOZE))], PaperSettings(key="after")).files.values()
    assert "canal" not in test.decode()
    assert r"\*long\*" in test.decode()
    assert "1. **canal** (2 points)" in key.decode()


def test_markup_stays_markup() -> None:
    [test] = write_markdown([sheet(marked("This is *so* $x^2$."))], PaperSettings()).files.values()
    assert "1. This is *so* $x^2$.\n" in test.decode()


def test_versions_are_files() -> None:
    assert list(write_markdown(versions(bank_of(CLOZE)), PaperSettings(), "t").files) == ["t-A.md", "t-B.md"]
