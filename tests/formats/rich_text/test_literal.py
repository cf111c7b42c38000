"""Text as Markdown that means exactly this text, with few escapes."""

from random import Random

import pytest

from sco_quiz.core.content import Content
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.formats.rich_text.literal import escaped, escaped_in_gap, escaped_part

PIECES = (
    *"ab1 2 \n*_~^$`[]()<>!|:-+.#{}\\@/=é中。",
    *("**", "__", "$$", "```", "~~~", "1. ", "- ", "\n\n", "](", "<https:", "{{c1::", "}}", "|---|", "a|b", "&amp;"),
)


def parsed(source: str, gaps: bool = False) -> Content:
    content = parse_content(source, gaps, "markdown")
    assert isinstance(content, Content), (source, content)
    return content


def random_texts(seed: int, count: int) -> list[str]:
    random = Random(seed)
    return ["".join(random.choices(PIECES, k=random.randint(1, 14))) for _ in range(count)]


def lines(text: str) -> list[str]:
    """The lines of text without what Markdown cannot hold: white space around paragraphs, the width of indents."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("seed", range(3))
def test_every_text_means_itself(seed: int) -> None:
    for text in random_texts(seed, 1500):
        assert lines(parsed(escaped(text)).plain) == lines(text), text
        with_gap = parsed(f"{escaped(text, gaps=True)} {{{{c1::x}}}}", gaps=True)
        assert lines(with_gap.plain) == lines(f"{text.strip()} […]"), text


def test_every_line_may_hide_in_a_gap() -> None:
    for text in random_texts(7, 3000):
        line = " ".join(text.split())
        prompt = parsed(f"Q {{{{c1::{escaped_in_gap(line)}}}}} z", gaps=True)
        assert prompt.solved == f"Q {line} z", text


@pytest.mark.parametrize("around", ["{} **b** c", "**b**{} c", "a *{}*", "[a](https://example.org){} $x$"])
def test_a_part_of_a_line_means_itself_whatever_is_around_it(around: str) -> None:
    for text in random_texts(11, 1500):
        line = f"x{' '.join(text.split())}x"
        part = escaped_part(line)
        assert parsed(around.format(part)).plain == parsed(around.format("@@")).plain.replace("@@", line), text


@pytest.mark.parametrize(
    "text",
    [
        "5-6 o'clock costs $5, or $6 with sugar",
        "2*3*4 = 24 and x^2+y^2 = z^2",
        "snake_case, __init__ and vector<std::string>",
        "The capital of France is ____.",
        "(a) [b] a|b #1 5 * 3 ~5 C:\\Users",
        "- one line is no list",
        "1. April",
    ],
)
def test_what_marks_nothing_needs_no_escape(text: str) -> None:
    assert escaped(text) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("*this* and _that_ are", "\\*this\\* and \\_that\\_ are"),
        ("$a$ or $$b$$", "\\$a$ or \\$\\$b$$"),
        ("1. one\n- two\n~~~", "1\\. one\n\\- two\n\\~~~"),
        ("a|b\n-|-", "a|b\n\\-|-"),
        ("![x](y) <https://example.org>", "![x\\](y) \\<https://example.org>"),
        ("def f():\n    return 1\n\n\n\nend", "def f():\n\xa0\xa0\xa0\xa0return 1\n\nend"),
        ("a\r\nb\\\nc", "a\nb\\\\\nc"),
    ],
)
def test_only_what_needs_it_is_escaped(text: str, markdown: str) -> None:
    assert escaped(text) == markdown
