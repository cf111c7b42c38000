"""Content as Rich draws it: nothing is cut, nothing untrusted controls the terminal."""

import io
import re
import subprocess
import sys

import pytest
from rich.console import Console
from rich.style import Style

from sco_quiz.core.content import Content
from sco_quiz.core.markup.parse import parse_content, parse_corrected
from sco_quiz.terminal.content_drawing import Gallery, draw_content
from tests.conftest import ROOT
from tests.terminal.test_hostile import HARMFUL, MARKUP, SGR, assert_harmless


def drawn(source: str, width: int = 60, **settings: object) -> str:
    """Draw Markdown as a terminal gets it."""
    content = parse_content(source, gaps=True, markup="markdown")
    assert isinstance(content, Content)
    out = io.StringIO()
    environment = {"TERM": "xterm-256color"} | ({"NO_COLOR": "1"} if settings.pop("no_color", False) else {})
    console = Console(file=out, width=width, force_terminal=True, highlight=False, _environ=environment)
    console.print(draw_content(content.blocks, Style.null(), **settings))  # type: ignore[arg-type]
    return out.getvalue()


def plain(source: str, width: int = 60) -> list[str]:
    text = re.sub(r"\x1b]8;[^\x1b]*\x1b\\", "", drawn(source, width))
    return [line.rstrip() for line in SGR.sub("", text).splitlines()]


def test_emphasis_needs_no_color() -> None:
    shown = drawn("It is *not* **so**.", no_color=True)
    assert shown == "It is \x1b[3;4mnot\x1b[0m \x1b[1;4mso\x1b[0m.\n"


def test_code_keeps_its_indents_and_a_long_line_is_folded_visibly() -> None:
    source = "```python\ndef f():\n\n    return 'a long line of code that does not fit' + g()\n```"
    assert plain(source, 30) == [
        "│ def f():",
        "│",
        "│     return 'a long line of",
        "↪ code that does not fit' +",
        "↪ g()",
    ]


@pytest.mark.parametrize("language", ["python", "no-such-language", ""])
def test_the_language_only_changes_colors(language: str) -> None:
    source = f"```{language}\nx = 1  # y\n\n```"
    assert plain(source) == ["│ x = 1  # y", "│"]
    assert ("\x1b[2;3m# y" in drawn(source)) == (language == "python")


TABLE = "| name | value | unit |\n|:-|:-:|-:|\n| length | some words that wrap | m |\n| mass | `2` | kg |"


def test_a_table_is_aligned_and_its_cells_wrap() -> None:
    assert plain(TABLE, 30) == [
        "name         value        unit",
        "──────────────────────────────",
        "length     some words        m",
        "           that wrap",
        "mass          `2`           kg",
    ]


def test_a_table_that_is_too_narrow_for_columns_is_shown_row_by_row() -> None:
    wide = "|" + "|".join(f"h{n}" for n in range(12)) + "|\n" + "|-" * 12 + "|\n"
    wide += "|" + "|".join(f"words {n}" for n in range(12)) + "|"
    assert plain(wide, 36) == [f"h{n}: words {n}" for n in range(12)]


def test_a_list_is_indented_and_a_long_word_is_not_cut() -> None:
    assert plain("Two:\n\n- one\n  1. " + "x" * 20 + "\n- two", 16) == [
        "Two:",
        " • one",
        "    1. xxxxxxxxx",
        "       xxxxxxxxx",
        "       xx",
        " • two",
    ]
    assert plain("One:\n- a\n\nb") == ["One:", " • a", "", "b"]


def test_a_link_shows_its_address_and_only_a_safe_one_is_live() -> None:
    shown = drawn("[a](https://example.org/b)")
    assert re.search(r"\x1b]8;id=\d+;https://example.org/b\x1b\\", shown)
    assert plain("[a](https://example.org/b)") == ["a (https://example.org/b)"]
    assert plain("[https://example.org](https://example.org)") == ["https://example.org"]
    assert "]8;" not in drawn("[a](https://example.org/\u00e9)")
    shown = drawn("[a](javascript:alert)")
    assert "]8;" not in shown
    assert "a\x1b[2m (javascript:alert)" in shown


def test_scripts_and_formulas_are_unicode() -> None:
    assert plain("H~2~O, x^2^, $a^2$\n\n$$\\frac{1}{2}$$") == ["H₂O, x², a²", "", "  1/2"]


def test_a_correction_shows_the_right_words_also_in_scripts() -> None:
    content = parse_corrected("Water is H~3~O, in *jars*.", [("3", "2"), ("jars", "lakes")], "markdown")
    assert isinstance(content, Content)
    console = Console(file=io.StringIO(), width=60)
    console.print(draw_content(content.blocks, Style.null()))
    assert console.file.getvalue() == "Water is H₂O, in lakes.\n"  # type: ignore[attr-defined]


def test_a_table_has_columns_as_long_as_each_has_eight_characters_with_its_gap() -> None:
    table = "|one|two and two|three and three|\n|-|-|-|\n|a|b|c|"
    assert "one: a" not in plain(table, 19)
    assert plain(table, 18)[0] == "one: a"


def test_pictures_have_numbers_if_there_are_several() -> None:
    source = "![a](a.png) ![b](b.png)"
    assert "[picture: a]" in drawn(source, pictures=Gallery(("a.png",)))
    assert "[picture 2: b]" in drawn(source, pictures=Gallery(("a.png", "b.png")))


@pytest.mark.parametrize(
    "form", ["{}", "*{}*", "`{}`", "```js\n{}\n```", "- {}\n- b", "| a |\n|-|\n| {} |", "$\\text{{{}}}$"]
)
def test_nothing_in_it_controls_the_terminal(form: str) -> None:
    text = "".join(HARMFUL).replace("\r", "").replace("\n", "") + MARKUP
    shown = SGR.sub("", drawn(form.format(text)))
    assert_harmless(shown)
    assert "\\u001b" in shown
    assert "[red]red[/red]" in shown.replace("\n", "") or "text" in form


def test_a_tab_becomes_spaces() -> None:
    assert plain("```\nif x:\n\ty\n```") == ["│ if x:", "│     y"]


PLAIN_BANK = """
import sys
from pathlib import Path
from sco_quiz.core.session import Session
from sco_quiz.loading.load import load_bank
from sco_quiz.terminal.drawing import print_blocks
from sco_quiz.terminal.question_view import question_block
bank = load_bank(Path("tests/terminal/eight-kinds.yaml"))
for question in bank.questions:
    print_blocks([question_block(bank, Session((question,), 1), question)])
packages = {"markdown_it", "sco_quiz.core.markup.tex", "pygments", "textual_image", "PIL"}
print(sorted(packages & sys.modules.keys()))
"""


def test_a_bank_without_markup_does_without_the_packages_for_it() -> None:
    command = [sys.executable, "-c", PLAIN_BANK]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, check=False)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
