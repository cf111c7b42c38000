"""Content for the screen and for a screen reader."""

import pytest

from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Choice, Option, TextEntry
from sco_quiz.core.markup.parse import Markup, parse_content
from sco_quiz.loading.load import read_bank
from sco_quiz.terminal.content_text import spoken_text, text_of
from sco_quiz.terminal.content_view import key_texts, shown_response
from sco_quiz.terminal.shown import fill_gaps, join, shown
from tests.conftest import ROOT


def content(source: str, markup: Markup = "plain") -> Content:
    parsed = parse_content(source, gaps=True, markup=markup)
    assert isinstance(parsed, Content)
    return parsed


@pytest.mark.parametrize(
    ("source", "written", "spoken"),
    [
        ("No gap.", "No gap.", "No gap."),
        ("In {{c1::2001}}.", "In […].", "In (gap)."),
        ("In {{c1::2001::year}}.", "In [year].", "In (gap: year)."),
        ("{{c2::a}}, […] and {{c1::b::x}}", "[…], […] and [x]", "(gap 1), […] and (gap 2: x)"),
        ("{{c1::a}} {{c1::b}}", "[…] […]", "(gap 1) (gap 2)"),
    ],
)
def test_gaps_are_shown_in_brackets_and_spoken_by_name(source: str, written: str, spoken: str) -> None:
    blocks = content(source).blocks
    assert (text_of(blocks), spoken_text(blocks)) == (written, spoken)


def test_a_response_is_shown_by_its_options() -> None:
    choice = Choice((Option(content("{{c1::a}} b")),))
    assert [str(text) for text in shown_response(choice, ["{{c1::a}} b", "typed"])] == ["[…] b", "typed"]
    assert shown_response(TextEntry(()), ["{{c1::a}}"]) == ("{{c1::a}}",)


def test_a_key_is_a_part_of_a_line_in_the_form_of_its_reader() -> None:
    bank = read_bank(ROOT / "tests" / "marked_up").bank
    keys = {question.id: (key_texts(question), key_texts(question, spoken_text)) for question in bank.questions}
    assert keys["everything"] == (("gap", "1/2", "β", "`return`"), ("gap", "1 over 2", "beta", "`return`"))
    assert keys["print-a-text"][0] == ('`print("Hello")`', "`print('Hello')`")
    assert keys["order-of-lines"][0][2] == "print(n) n -= 1"
    assert keys["signs-of-python"][1][0] == "`**` = a power, x to the power n"


SPOKEN = {
    "It is *not* **so**.": "It is not so.",
    "What does `is` do?": "What does `is` do?",
    "H~2~O, x^2^ and 10^-9^ m": "H sub 2 O, x squared and 10 to the power minus 9 m",
    "^14^C and ^14^N": "superscript 14 C and superscript 14 N",
    "the 1^st^, Ca^2+^": "the 1st, Ca superscript 2 plus",
    "![a map](media/map.svg)": "(picture: a map)",
    "[the site](https://example.org)": "the site (https://example.org)",
    "[https://example.org](https://example.org)": "https://example.org",
    "<ann@example.org>": "ann@example.org",
    "- one\n- two": "list, 2 items:\n- one\n- two",
    "- one\n  1. two\n- three": "list, 2 items:\n- one\n   list, 1 item:\n   1. two\n- three",
    "3. three\n4. four": "list, 2 items:\n3. three\n4. four",
    "```python\nif x:\n    y\n```": "code, python:\nif x:\n    y\nend of code",
    "| a | b |\n|---|---|\n| 1 | |": "table, 2 columns, 1 row:\nrow 1: a: 1; b: empty",
    "In {{c1::`x`}} and *{{c2::y}}*:\n\n```\nz = {{c3::1}}\n```": (
        "In (gap 1) and (gap 2):\n\ncode:\nz = (gap 3)\nend of code"
    ),
}


@pytest.mark.parametrize(("source", "spoken"), SPOKEN.items())
def test_a_screen_reader_gets_words(source: str, spoken: str) -> None:
    assert spoken_text(content(source, "markdown").blocks) == spoken


def test_only_what_may_depend_on_it_has_its_emphasis_marked() -> None:
    blocks = content("Which is *not* ***ever*** a **`b`**?", "markdown").blocks
    assert spoken_text(blocks, stressed=True) == "Which is *not* *ever* a *`b`*?"


def test_several_pictures_have_numbers() -> None:
    blocks = content("![a](a.png) ![b](b.png)", "markdown").blocks
    assert spoken_text(blocks, pictures=("a.png", "b.png")) == "(picture 1: a) (picture 2: b)"


def test_gaps_are_filled_where_they_are() -> None:
    source = "In *{{c1::a}}*:\n\n```\nz = {{c2::1}}\n```"
    filled = fill_gaps(content(source, "markdown"), ["✓ a", "✗ 2 → " + shown(content("`1`", "markdown"))])
    assert str(filled) == "In [✓ a]:\n\nz = [✗ 2 → `1`]"


def test_text_is_joined_but_blocks_keep_their_lines() -> None:
    code = shown(content("```\nx\n```", "markdown"))
    words = shown(content("*a*", "markdown"))
    assert str(join("; ", [words, "b", words])) == "a; b; a"
    assert str(join("; ", [code, code])) == "x\n\nx"
    assert str("Right answer: " + words + " (yours)") == "Right answer: a (yours)"
    assert (code + "c").blocks[0] == code.blocks[0]
