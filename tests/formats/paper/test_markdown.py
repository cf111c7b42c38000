"""Tests on paper as Markdown."""

import re

import pytest
from markdown_it import MarkdownIt

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


def test_a_key_keeps_formulas_and_marks() -> None:
    bank = marked("How large?", answer="$x^2$", accept=["*x* \\* x"], explanation="By $a_1$.")
    [_, key] = write_markdown([sheet(bank)], PaperSettings(key="after")).files.values()
    text = key.decode()
    assert "1. **$x^2$** (2 points)" in text
    assert "Also right: ***x* * x**" in text
    assert "By $a_1$." in text


def test_a_hint_is_plain_text() -> None:
    cloze = {"type": "cloze", "prompt": "The {{c1::canal::<b>*x*</b>}} is long."}
    [test] = write_markdown([sheet(bank_of(cloze))], PaperSettings()).files.values()
    assert r"(\<b>\*x\*\</b>)" in test.decode()


def test_an_explanation_is_printed_once_for_all_versions() -> None:
    short = {"type": "short_answer", "answer": "x", "explanation": "Since it is."}
    bank = bank_of({**short, "prompt": "One?"}, {**short, "prompt": "Two?", "explanation": "So."})
    key = write_markdown(versions(bank), PaperSettings(key="only")).files["test-key.md"].decode()
    assert (key.count("Since it is."), key.count("So.")) == (1, 1)
    assert key.count("→ Version A, 2") == 1
    assert key.index("→ Version A, 2") < key.index("→ Version A, 1")


HTML = (
    "<script>x</script>",
    "<img src=x onerror=y>",
    "a <b>c",
    "<!-- d",
    "<?php e ?>",
    "<div\n\nf",
    "</p>",
    "<![CDATA[g]]>",
)


@pytest.mark.parametrize("markup", ["", "markdown"])
def test_text_is_no_html_for_other_programs(markup: str) -> None:
    choice = {"type": "single_choice", "answer": "<i>yes", "distractors": ["`<i>` no", "<u>"], "explanation": "<p>"}
    questions = [{**choice, "prompt": f"What is {text}?"} for text in HTML] + [
        {**choice, "prompt": text} for text in HTML
    ]
    bank = bank_of(*questions)
    if markup:
        bank = marked(*(str(each["prompt"]) for each in questions), explanation="<p>")
    for text in write_markdown([sheet(bank)], PaperSettings(key="after")).files.values():
        html = MarkdownIt("commonmark").render(text.decode())
        assert set(re.findall(r"<(?!/)(\w+)", html)) <= {
            "h1",
            "p",
            "ol",
            "ul",
            "li",
            "strong",
            "code",
            "em",
            "pre",
            "br",
        }
        assert not re.search(r"<[!?]", html)


def test_tags_in_code_stay_as_they_are() -> None:
    [test] = write_markdown([sheet(marked("Is `<b>` <b>bold</b>?"))], PaperSettings()).files.values()
    assert r"Is `<b>` \<b>bold\</b>?" in test.decode()
