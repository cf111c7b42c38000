"""Text of other programs as our Markdown."""

import re
import sys
from base64 import b64encode

import pytest

from sco_quiz.core.errors import ScoQuizError
from sco_quiz.formats.exchange.item import RichText, TextForm, marker
from sco_quiz.formats.rich_text.reading import Converted, to_markdown

PNG = b"\x89PNG and so on"


def read(source: str, form: TextForm = "html", **files: bytes) -> Converted:
    return to_markdown(RichText(source, form, {f"{name}.png": data for name, data in files.items()}))


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>Which planet is largest?</p>", "Which planet is largest?"),
        ('<p dir="ltr" style="text-align: left;">Which?<br></p>', "Which?"),
        ("<p>one</p>\n<p>&nbsp;</p><div><p>two</p></div>", "one\n\ntwo"),
        ('<span lang="de" class="x">a</span><o:p></o:p> <font size="3">b</font>', "a b"),
        ("a<br>b<br /><br/>c", "a\nb\n\nc"),
        ("a <b>big</b>, <STRONG>bad</STRONG> <i>wolf</i>", "a **big**, **bad** *wolf*"),
        ('<span style="font-weight: bold">a</span> <span style="font-style:italic">b</span>', "**a** *b*"),
        ("<b>Note:</b>text and a<i>“b”</i>c", "**Note**:text and a“*b*”c"),
        ("中文<b>“字”</b>中文", "中文**“字”**中文"),
        ("<p><b>1.</b> a</p><p>b</p>", "**1.** a\n\nb"),
        ("<b>a</b><b>b</b> <b><strong>c</strong></b> <b> d </b>e", "**ab** **c** **d** e"),
        ("<b>a<br><br>b</b>", "**a**\n\n**b**"),
        ("H<sub>2</sub>O, x<sup>n+1</sup>, e<sup>a b</sup>", "H~2~O, x^n\\+1^, e^a\\ b^"),
        ("x<sub>1</sub>2 <sup>14</sup>C", "x₁2 ^14^C"),
        ("<h3>Title</h3>text", "**Title**\n\ntext"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>d", "- a\n  - b\n- c\n\nd"),
        ('<ol start="3"><li>a</li><li><p>b</p><p>c</p></li></ol>', "3. a\n4. b\n\n   c"),
        ("<ul><li>a</li><li>b</li></ul><ul><li>c</li></ul>", "- a\n- b\n\n+ c"),
        ("<ul><li>alone</li></ul>", "alone"),
        ("<p>1. April</p>", "1. April"),
        ("<p>1. April</p><p>- x</p>", "1\\. April\n\n\\- x"),
        ("<code>a ` b</code> and <tt>x  y</tt>", "``a ` b`` and `x  y`"),
        ('<pre><code class="language-python">if a:\n    b\n</code></pre>', "```python\nif a:\n    b\n```"),
        ("<pre>a\n```\nb</pre>", "````\na\n```\nb\n````"),
        (
            '<table><tr><th>a</th><th style="text-align: right">b|c</th></tr><tr><td>1</td></tr></table>',
            "| a | b\\|c |\n| --- | ---: |\n| 1 |  |",
        ),
        ("<table><tr><td><p>lay</p><p>out</p></td></tr></table>", "lay\n\nout"),
        ('<a href="https://example.org/a_(b)">the [x]</a>', "[the \\[x\\]](<https://example.org/a_(b)>)"),
        ("*a* _b_ 5 &lt; 6 &amp;amp; <i>x</i>", "\\*a\\* \\_b\\_ 5 < 6 &amp; *x*"),
        ("tea costs $5 and $6", "tea costs $5 and $6"),
        ("a<!-- [if gte mso 9] --><style>p{}</style>b", "ab"),
        ("def f():<br>&nbsp;&nbsp;return 1", "def f():\n\xa0\xa0return 1"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)"),
        (
            f"<p>A {marker(1)} {{{{c1::b}}}} <b>{marker(2)}</b></p>",
            f"A {marker(1)} \\{{\\{{c1::b\\}}\\}} **{marker(2)}**",
        ),
        ("<b>\ufdd2-</b> x", "**\N{REPLACEMENT CHARACTER}-** x"),
        ("<html><head><title>a</title></head><body>b</body></html>", "b"),
    ],
)
def test_html_becomes_markdown_without_a_loss(html: str, markdown: str) -> None:
    assert read(html) == Converted(markdown)


def test_what_browsers_take_for_a_tag_stays_as_text_and_is_named() -> None:
    text = "vector<int>, a < b, #include <stdio.h>, if a <b and c> d, 1 <2"
    assert read(text) == Converted(text, hidden=("<int>", "<stdio.h>", "<b and c>"))


@pytest.mark.parametrize("text", ["what is the <head> of a page?", "<b>", "<xs:list>", "<meta charset>"])
def test_tags_that_a_text_is_about_stay(text: str) -> None:
    (tag,) = re.findall("<.*?>", text)
    assert read(text) == Converted(text, hidden=(tag,))


@pytest.mark.parametrize("frame", ["a {} b", "a <b>{}</b> b"])
def test_references_of_characters(frame: str) -> None:
    digits, zeros = "9" * 5_000, "0" * 5_000
    assert read(frame.format(f"&#{digits};&#{zeros}65;&eacute;")) == read(frame.format("\ufffdA\xe9"))


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (r"\(x^2\) is <b>\(y_1\)</b>", "$x^2$ is **$y_1$**"),
        (r"\(\text{if&nbsp;}&nbsp;x\)", r"$\text{if } x$"),
        (r"2\(x\) and <span>n</span>\(y\)1", "2 $x$ and n $$y$$1"),
        (r"so \[ \frac{1}{2} \] and $$y$$", "so\n\n$$\\frac{1}{2}$$\n\nand\n\n$$y$$"),
        ("what is $\\sqrt{2}$ or $x^2$", "what is $\\sqrt{2}$ or $x^2$"),
        (
            "<math><semantics><mi>x</mi><annotation encoding='application/x-tex'>x^2</annotation></semantics></math>",
            "$x^2$",
        ),
        ("<math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>", "$E = m c^{2}$"),
        (
            "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><msqrt><mi>b</mi></msqrt></mfrac></math>",
            r"$\frac{a + 1}{\sqrt{b}}$",
        ),
        (
            "<math><msup><mfenced><mi>x</mi></mfenced><mn>2</mn></msup><mo>&lt;</mo><mn>5</mn><mo>%</mo></math>",
            r"${(x)}^{2} < 5 \%$",
        ),
        (
            "<math><mroot><mi>x</mi><mn>3</mn></mroot><mtext>if</mtext><mi>sin</mi></math>",
            r"$\sqrt[3]{x} \text{if} \mathrm{sin}$",
        ),
        ('<img class="equation_image" data-equation-content="\\frac12" src="/equation_images/1">', "$\\frac12$"),
        ('<script type="math/tex; mode=display">x</script>', "$$x$$"),
        (f"{marker(1)} \\({{{{a}}}}\\)", f"{marker(1)} ${{ {{a}} }}$"),
    ],
)
def test_formulas(html: str, markdown: str) -> None:
    assert read(html) == Converted(markdown)


@pytest.mark.parametrize(
    ("html", "markdown", "lost"),
    [
        ("the <u>word</u> in <span style='color: #ff0000'>red</span>", "the word in red", ("underlining", "color")),
        ("<s>not</s> <mark>this</mark>", "not this", ("strikethrough", "highlighting")),
        ("<p>listen <audio src='a.mp3'>no audio</audio></p>", "listen", ("a recording (audio)",)),
        ("<p>a <script>alert(1)</script><iframe src='x'></iframe></p>", "a", ("a script", "an embedded page")),
        ("<a href='javascript:x'>words</a> b", "words b", ("the link to javascript:x",)),
        ("<math><mtable><mtr><mtd>x</mtd></mtr></mtable></math>", "x", ("a formula in MathML, which became text",)),
        (r"\(\nonsense{x}\)", "`\\nonsense{x}`", ("the formula \\nonsense{x}, which became code",)),
        ("<blockquote>a</blockquote>b", "a\n\nb", ("a quotation",)),
        (
            '<table><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr></table>',
            "| a |  |\n| --- | --- |\n| b | c |",
            ("merged cells of a table",),
        ),
        (f"\\(a = {marker(1)}\\)", f"\\\\(a = {marker(1)}\\\\)", ("a formula with a gap in it, which became text",)),
        ("{mlang en}Cat{mlang}{mlang de}Katze{mlang}",) * 2 + (("the choice of a language",),),
        (
            '<span class="multilang" lang="en">Cat</span> <span class="multilang" lang="de">Katze</span>',
            "Cat Katze",
            ("the choice of a language",),
        ),
        ("x<sub>\u0444</sub>2", "x\u04442", ("a subscript",)),
        ("a<b>*</b>b <i>c</i>", "a\\*b c", ("bold or italic type",)),
        ("<div>" * 100 + "deep", "deep", ("all markup, since it is nested too deeply",)),
    ],
)
def test_what_has_no_place_is_named(html: str, markdown: str, lost: tuple[str, ...]) -> None:
    assert read(html) == Converted(markdown, lost=lost)


def test_pictures_that_do_not_come_with_their_text() -> None:
    found = read('a <img src="https://example.org/m.png" alt="map">')
    message = "the file does not contain the picture https://example.org/m.png; words stand for it"
    assert found == Converted("a [map]", unseen=(message,))
    found = read("<div>" * 100 + "<img src=cell.png>deep")
    assert (found.markdown, found.unseen) == ("[picture]deep", ("the pictures of this text are not imported",))


@pytest.mark.parametrize(
    "html", ["<u>all of it</u>", "<p style='color: rgb(29, 33, 37)'>a <b>b</b></p>", "a <font color=black>b</font>"]
)
def test_decoration_is_no_loss(html: str) -> None:
    assert not read(html).lost


@pytest.mark.parametrize(
    "address",
    [
        "@@PLUGINFILE@@/a%20map.png",
        "$IMS-CC-FILEBASE$/a%20map.png?canvas_download=1",
        "%24IMS-CC-FILEBASE%24/img/a map.png",
        "a map.png",
        f"data:image/png;base64,{b64encode(PNG).decode()}",
    ],
)
def test_a_picture_of_the_file_comes_along(address: str) -> None:
    converted = read(f'<p>See <img src="{address}" alt="a [map]"></p>', **{"a map": PNG})
    path = "media/picture.png" if address.startswith("data:") else "media/a-map.png"
    assert converted == Converted(f"See ![a \\[map\\]]({path})", {path: PNG})


def test_a_picture_without_alternative_text_has_its_name() -> None:
    converted = read('<img src="@@PLUGINFILE@@/cell.png">', cell=PNG)
    assert converted.markdown == "![cell](media/cell.png)"
    assert converted.unseen == ("the picture media/cell.png has no alternative text; its file name stands for it",)


@pytest.mark.parametrize(
    ("shown", "markdown", "says"),
    [
        ('src="cell.png" alt="cell.png"', "![cell](media/cell.png)", "`cell.png`, which says nothing; its file name"),
        ('src="cell.png" alt="Image"', "![cell](media/cell.png)", "`Image`, which says nothing; its file name"),
        (
            f'src="data:image/png;base64,{b64encode(PNG).decode()}"',
            "media/picture.png",
            "no alternative text; `picture w",
        ),
        ('src="image.png" alt="the picture"', "![picture without a description](media/image.png)", "`picture without"),
    ],
)
def test_an_alternative_text_that_says_nothing_is_replaced(shown: str, markdown: str, says: str) -> None:
    converted = read(f"<img {shown}>", cell=PNG, image=PNG)
    assert markdown in converted.markdown
    assert says in converted.unseen[0]


def test_a_file_that_is_no_picture_is_none() -> None:
    assert read('<img src="cell.png" alt="c">', cell=b"<html>").media == {}


@pytest.mark.parametrize(
    ("form", "source", "markdown"),
    [
        ("plain", "a <b> *c*\nd", "a <b> \\*c\\*\nd"),
        ("moodle", "a\nb <b>c</b>", "a\nb **c**"),
        ("moodle", "<p>a\nb</p>\n<p>c</p>", "a\nb\n\nc"),
        ("markdown", "a **b** $x$ H~2~O", "a **b** $x$ H~2~O"),
        ("markdown", "she**'s been** here, didn**'t** go", "she'**s been** here, didn'**t** go"),
        ("markdown", "2**3, 4**5, `a**(b)**c`", "2**3, 4**5, `a**(b)**c`"),
        ("markdown", "Type\n \n    a *b*\n    # c\n\nnow", "Type\n\n```\na *b*\n# c\n```\n\nnow"),
        ("markdown", "# Head\n\ntext **b** &amp; $a_b$", "**Head**\n\ntext **b** & $a_b$"),
    ],
)
def test_every_form_of_text(form: TextForm, source: str, markdown: str) -> None:
    assert read(source, form) == Converted(markdown)


@pytest.mark.parametrize(
    "source",
    [
        "\\(" * 20000,
        "<!--" * 20000,
        "x</b>" * 20000,
        "<a '" * 20000,
        "<br>" * 20000,
        "*a" * 20000,
        "a<" * 20000,
        "$" * 20000,
    ],
)
def test_long_and_broken_text_is_read(source: str) -> None:
    """A pattern that tries every way to divide it would never end."""
    assert bool(read(source).markdown) is (source[:4] != "<br>")


@pytest.mark.parametrize("package", ["bs4", "markdownify"])
def test_a_missing_package_is_named_where_html_needs_it(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "sco_quiz.formats.rich_text.converter", raising=False)
    monkeypatch.setitem(sys.modules, package, None)
    assert to_markdown(RichText("<p>words</p>", "html")).markdown == "words"
    with pytest.raises(ScoQuizError, match="pip install beautifulsoup4 markdownify "):
        to_markdown(RichText("<b>words</b>", "html"))


@pytest.mark.filterwarnings("error")
def test_text_that_looks_like_xml_is_read_without_warnings_of_the_library() -> None:
    assert read('<?xml version="1.0"?><quiz><b>one</b></quiz>').markdown
    assert read("https://example.org/<br>").markdown
