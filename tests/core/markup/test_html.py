"""Content as HTML, with simple hooks."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from random import Random

import pytest

from sco_quiz.core.content import Content
from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.markup.html import HtmlRenderer, filled_gap, image_html, page_escape
from sco_quiz.core.markup.page_html import page_renderer
from sco_quiz.core.markup.parse import Markup, parse_content, parse_corrected
from sco_quiz.core.nodes import Code, CodeBlock, Image, Link, Plain

HTML = HtmlRenderer(
    math=lambda tex, display: f"<math{' block' * display}>{page_escape(tex)}</math>",
    image=lambda image: image_html(image, f"pictures/{image.file}", page_escape),
)


def content_of(source: str, markup: Markup = "markdown", gaps: bool = False) -> Content:
    content = parse_content(source, gaps=gaps, markup=markup)
    assert isinstance(content, Content)
    return content


TABLE = """\
| a | b |   |
|:--|:-:|--:|
| *x* | `y` | $z$ |
"""
RENDERED = [
    ("*a* **b** ***c***", "<em>a</em> <strong>b</strong> <em><strong>c</strong></em>"),
    ("H~2~O, x^2^", "H<sub>2</sub>O, x<sup>2</sup>"),
    ("`a  < b`", '<code dir="ltr">a  &lt; b</code>'),
    ("$a<b$ and", "<math>a&lt;b</math> and"),
    ("$$a$$", "<math block>a</math>"),
    ("so $$a$$", "so <math>a</math>"),
    ("one\ntwo\n\nthree", "one<br>two<br><br>three"),
    ("[*a*](https://a.example/?x=1&y=2)", '<a href="https://a.example/?x=1&amp;y=2" rel="noopener"><em>a</em></a>'),
    ("[a](javascript:alert(1))", "a (javascript:alert(1))"),
    ("![a *map*, \"new\"](media/m.svg)", '<img src="pictures/media/m.svg" alt="a map, &quot;new&quot;">'),
    ("- a\n- b\n  1. c", '<ul class="list"><li>a</li><li>b<ol class="list"><li>c</li></ol></li></ul>'),
    ("3. a\n4. b", '<ol class="list" start="3"><li>a</li><li>b</li></ol>'),
    ("- a\n\n  b\n- c", '<ul class="list"><li>a<br><br>b</li><li>c</li></ul>'),
    (
        "a\n```c++\nif (x) {\n\n\ty; }\n```\nb",
        'a<pre dir="ltr"><code class="language-c++">if (x) {\n\n\ty; }</code></pre>b',
    ),
    ('```a"onload=x\n<b>\n```\n', '<pre dir="ltr"><code class="language-aonloadx">&lt;b&gt;</code></pre>'),
    (
        TABLE,
        '<div class="table"><table><thead><tr><th class="align-left" dir="auto">a</th>'
        '<th class="align-center" dir="auto">b</th><td class="align-right" dir="auto"></td></tr></thead><tbody>'
        '<tr><td class="align-left" dir="auto"><em>x</em></td><td class="align-center" dir="auto">'
        '<code dir="ltr">y</code></td><td class="align-right" dir="auto"><math>z</math></td></tr></tbody>'
        "</table></div>",
    ),
    ("<script>alert(1)</script> &amp;", "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;"),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("source", "html"), RENDERED, ids=lambda value: value[:30])
def test_each_element(source: str, html: str) -> None:
    assert HTML.content(content_of(source)) == html


@pytest.mark.parametrize("text", ["a", "a & b\nc", "a\n\nb", "5 < 6 and $5 or $6", "see a_b_c (1. May)"])
def test_text_without_markup_is_the_same_under_both(text: str) -> None:
    assert HTML.content(content_of(text)) == HTML.content(content_of(text, "plain"))


def test_gaps_are_open_or_filled() -> None:
    content = content_of("In {{c1::`a < b`::a <hint>}} and {{c2::**x**}}.", gaps=True)
    assert HTML.content(content) == "In [a &lt;hint&gt;] and […]."
    filled = 'In <b><code dir="ltr">a &lt; b</code></b> and <b><strong>x</strong></b>.'
    assert replace(HTML, gap=filled_gap).content(content) == filled


def test_a_correction_shows_both() -> None:
    content = parse_corrected("It is `4` & *old*.", [("`4`", "`3`"), ("*old*", "new")], "markdown")
    assert isinstance(content, Content)
    assert HTML.content(content) == (
        'It is <del><code dir="ltr">4</code></del> <ins><code dir="ltr">3</code></ins> &amp; '
        "<del><em>old</em></del> <ins>new</ins>."
    )


def test_line_feeds_stay_in_code_alone() -> None:
    assert HTML.inline((Plain("a\nb"), Code((Plain("a\nb"),)))) == 'a<br>b<code dir="ltr">a\nb</code>'
    assert HTML.blocks([CodeBlock((Plain("<br>\n"),))]) == '<pre dir="ltr"><code>&lt;br&gt;\n</code></pre>'


def test_attributes_are_escaped_and_on_one_line() -> None:
    image = Image('a"b.png', 'one\n two"><script>')
    assert image_html(image, image.file, page_escape, (3, 4)) == (
        '<img src="a&quot;b.png" alt="one two&quot;&gt;&lt;script&gt;" width="3" height="4">'
    )
    unsafe = Link((Plain("a"),), 'https://a.example/"onclick="x')
    assert HTML.inline((unsafe,)) == 'a (https://a.example/"onclick="x)'


MARKS = (
    *("*", "**", "_", "~", "^", "$", "$$", "`", "```", "~~~", "\n", "\n\n", " ", "a", "b1", "(", ")", "[", "](", "!["),
    *("<", "http://a.bc", "> ", "\\", "|", "|-|", "{{c1::", "}}", "::", "{", "}", "文", "。", "&amp;", "<b>", "- "),
)


class Elements(HTMLParser):
    """Collects what is wrong with the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "a" and tag in self.open:
            self.wrong.append("a link in a link")
        if tag not in ("br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")


def test_any_text_gives_well_formed_html_and_keeps_its_words() -> None:
    chance = Random(14)
    for _ in range(1500):
        source = "".join(chance.choices(MARKS, k=chance.randint(1, 25)))
        content = parse_content(source, chance.random() < 0.5, "markdown")
        if isinstance(content, MarkupError):
            continue
        elements = Elements()
        elements.feed(page_renderer({}).content(content))
        assert (elements.open, elements.wrong) == ([], []), source
        if not re.search(r"```|~~~|\]\(|<http", source):  # names of languages and addresses are not words
            assert content.solved.count("文") == source.count("文"), source
