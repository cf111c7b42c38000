"""Our content as HTML for other programs, and back."""

from collections.abc import Iterator

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.content import Content, literal
from sco_quiz.core.markup.html import HtmlRenderer
from sco_quiz.core.markup.parse import Markup, parse_content
from sco_quiz.core.nodes import GapMark, Image, Link, walk
from sco_quiz.formats.exchange.item import RichText, marker
from sco_quiz.formats.rich_text.reading import Converted, to_markdown
from sco_quiz.formats.rich_text.writing import html_of
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT
from tests.formats.rich_text.test_literal import lines, parsed, random_texts

PICTURES = {"png": b"\x89PNG and so on", "svg": b"<svg/>", "ebp": b"RIFF", "jpg": b"\xff\xd8\xff", "gif": b"GIF8"}


def and_back(content: Content) -> Converted:
    files = {image.file.removeprefix("media/"): PICTURES[image.file[-3:]] for image in content.images}
    return to_markdown(RichText(html_of(content, address, gap), "html", files))


def address(image: Image) -> str:
    return f"@@PLUGINFILE@@/{image.file.removeprefix('media/')}"


def gap(html: HtmlRenderer, mark: GapMark) -> str:
    return marker(mark.number)


def contents(bank: Bank) -> Iterator[Content]:
    yield from (part.content for question in bank.questions for part in question.parts() if not part.content.gaps)


@pytest.mark.parametrize("folder", ["questions", "tests/marked_up", "tests/other_article/bank"])
def test_the_text_of_banks_comes_back(folder: str) -> None:
    for content in contents(load_bank(ROOT / folder)):
        back = and_back(content)
        assert not back.lost, content.source
        assert lines(parsed(back.markdown).plain) == lines(content.plain)
        if not content.is_literal:
            assert parsed(back.markdown).blocks == content.blocks


@pytest.mark.parametrize(
    "source",
    [
        "*a* **b** ***c*** `d ` e` ``f`g`` H~2~O x^2^ x^a\\ b^",
        "$x^2$ and $$y$$ in a line",
        "text\n\n$$\\frac{1}{2}$$\n\nmore",
        "$$a\n= b$$",
        "- a\n- b\n\n  c\n  - d\n    1. e\n\n+ f\n+ g",
        "7. a\n8. b",
        "```python\n\nif a:\n\n\n    b\n\n```",
        "| a | b | c |\n|:--|:-:|--:|\n| `x \\| y` | $a \\mid b$ | *z* |\n|  | ![p](media/p.png) | y |",
        "one\ntwo\n\nthree",
        "[the *words*](https://example.org/a_(b)?c=d&e) <https://example.org>",
        '![a \\[map\\] "q"](media/map.png)',
        "\\$x^2\\$ \\$$y$$ \\\\(z\\\\) <b> &amp; &nbsp; a\\*b\\*",
        "a  b   c",
        "x\xa0y",
    ],
)
def test_every_node_comes_back(source: str) -> None:
    content = parsed(source)
    back = and_back(content)
    assert not back.lost
    assert parsed(back.markdown).blocks == content.blocks


@pytest.mark.parametrize("markup", ["plain", "markdown"])
def test_any_text_comes_back(markup: Markup) -> None:
    for text in random_texts(23, 400):
        content = parse_content(text, markup=markup)
        if isinstance(content, Content) and not {Link, Image} & set(map(type, walk(content.inlines))):
            back = parsed(and_back(content).markdown)
            assert lines(back.plain) == lines(content.plain), text


@pytest.mark.parametrize("text", [r"\(x\)", r"\[x\]", "$$x$$", r"$\alpha$"])
def test_text_that_looks_like_a_formula_is_none_for_mathjax(text: str) -> None:
    html = html_of(literal(text), address)
    assert text not in html
    assert html.startswith("<span>")


def test_formulas_are_those_of_mathjax() -> None:
    assert html_of(parsed("$a<b$ is\n\n$$c$$"), address) == r"<p>\(a&lt;b\) is</p>\[c\]"


def test_gaps_are_rendered_by_the_format() -> None:
    assert html_of(parsed("A {{c1::b}}", gaps=True), address, gap) == f"A {marker(1)}"
    assert html_of(parsed("A {{c1::b::hint}}", gaps=True), address) == "A [hint]"
