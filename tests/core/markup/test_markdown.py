"""Markdown as content: what is read, what stays literal, what is refused, and how long hostile text takes."""

import sys
from collections.abc import Callable
from random import Random

import pytest

from sco_quiz.core.content import Content
from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.markup.markdown import parse_markdown
from sco_quiz.core.markup.parse import parse_content, parse_corrected
from sco_quiz.core.nodes import (
    Block,
    BulletList,
    Code,
    CodeBlock,
    Correction,
    Emphasis,
    GapMark,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    MathBlock,
    NumberedList,
    Paragraph,
    Plain,
    Strong,
    Subscript,
    Superscript,
    Table,
)


def parsed(source: str, gaps: bool = False) -> Content:
    content = parse_content(source, gaps, "markdown")
    assert isinstance(content, Content), content
    assert content.source == source
    return content


def text(words: str) -> tuple[Plain]:
    return (Plain(words),)


def paragraph(*nodes: Inline | str) -> Paragraph:
    return Paragraph(tuple(Plain(node) if isinstance(node, str) else node for node in nodes))


def em(words: str) -> Emphasis:
    return Emphasis(text(words))


def strong(words: str) -> Strong:
    return Strong(text(words))


def code(words: str) -> Code:
    return Code(text(words))


def sub(words: str) -> Subscript:
    return Subscript(text(words))


def sup(words: str) -> Superscript:
    return Superscript(text(words))


def nested(mark: Callable[[tuple[Inline, ...]], Inline], times: int, inside: Inline | str) -> Inline:
    node: Inline = Plain(inside) if isinstance(inside, str) else inside
    for _ in range(times):
        node = mark((node,))
    return node


LINES: list[tuple[str, tuple[Inline | str, ...], str]] = [
    ("a *b* _c_ **d e**", ("a ", em("b"), " ", em("c"), " ", strong("d e")), "a b c d e"),
    ("***a***", (Emphasis((strong("a"),)),), "a"),
    ("un**happy** and walk*ed*", ("un", strong("happy"), " and walk", em("ed")), "unhappy and walked"),
    ("**`x`**", (Strong((code("x"),)),), "x"),
    ("`a*b*` and `` a`b ``", (code("a*b*"), " and ", code("a`b")), "a*b* and a`b"),
    ("H~2~SO~4~, Ca^2+^", ("H", sub("2"), "SO", sub("4"), ", Ca", sup("2+")), "H₂SO₄, Ca²⁺"),
    ("x^2^3, a~b~~, a^b^^", ("x^2^3, a~b~~, a^b^^",), "x^2^3, a~b~~, a^b^^"),
    ("__Init__ and __all__", ("__Init__ and __all__",), "__Init__ and __all__"),
    (r"$x \text{ so many words }$", (Math(r"x \text{ so many words }"),), r"x \text{ so many words }"),
    ("![ a ](b.png)", (Image("b.png", "a"),), "a"),
    ("これは**「中国」**です", ("これは", strong("「中国」"), "です"), "これは「中国」です"),
    ("これは_「中国」_です", ("これは_「中国」_です",), "これは_「中国」_です"),
    ("*" * 37 + "a" + "*" * 37, (nested(Emphasis, 1, nested(Strong, 18, "a")),), "a"),
    ("SO~4~^2-^ ions", ("SO", sub("4"), sup("2-"), " ions"), "SO₄²⁻ ions"),
    ("10^-9^m, ^14^C, V~gas~", ("10", sup("-9"), "m, ", sup("14"), "C, V", sub("gas")), "10⁻⁹m, ¹⁴C, V_gas"),
    (r"x^a\ b^ 2^\~^", ("x", sup("a b"), " 2", sup("~")), "x^a b 2^~"),
    ("[a *b*](https://c.org/d_e_f 'title')", (Link((Plain("a "), em("b")), "https://c.org/d_e_f"),), "a b"),
    ("[a [b](c) d](e)", ("[a ", Link(text("b"), "c"), " d](e)"), "[a b d](e)"),
    ("<https://a.b/?c=1&d> <e@f.org>", (Link(text("https://a.b/?c=1&d"), "https://a.b/?c=1&d"), " ",
     Link(text("e@f.org"), "mailto:e@f.org")), "https://a.b/?c=1&d e@f.org"),
    ("[](https://c.d)", (Link(text("https://c.d"), "https://c.d"),), "https://c.d"),
    ("[<https://a.b>](https://c.d)", (Link(text("<https://a.b>"), "https://c.d"),), "<https://a.b>"),
    ("See ![a *map* of `x`](media/a.png 'b').", ("See ", Image("media/a.png", "a map of x"), "."), "See a map of x."),
    ("[![a](b.png)](https://c.d)", (Link((Image("b.png", "a"),), "https://c.d"),), "a"),
    ("![a](<media/b c.png>)", (Image("media/b c.png", "a"),), "a"),
    (r"$\frac{1}{2}$ of $x_1$s", (Math(r"\frac{1}{2}"), " of ", Math("x_1"), "s"), r"\frac{1}{2} of x_1s"),
    ("$x$ has 5", (Math("x"), " has 5"), "x has 5"),
    (r"$a=\$5$, ($b$)", (Math(r"a=\$5"), ", (", Math("b"), ")"), r"a=\$5, (b)"),
    ("so $$x^2$$ holds", ("so ", Math("x^2"), " holds"), "so x^2 holds"),
    ("a\nb\\\nc  \nd", ("a", LineBreak(), "b", LineBreak(), "c", LineBreak(), "d"), "a\nb\nc\nd"),
    ("a\r\nb", ("a", LineBreak(), "b"), "a\nb"),
    ("これは**重要**。**「中国」**です",
     ("これは", strong("重要"), "。", strong("「中国」"), "です"), "これは重要。「中国」です"),
    ("א*ב*ג و*نص*", ("א", em("ב"), "ג و", em("نص")), "אבג ونص"),
    ("**a** 😀 *é*", (strong("a"), " 😀 ", em("é")), "a 😀 é"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "nodes", "plain"), LINES)
def test_marks_within_lines(source: str, nodes: tuple[Inline | str, ...], plain: str) -> None:
    content = parsed(source)
    assert content.blocks == (paragraph(*nodes),)
    assert content.plain == content.solved == plain


@pytest.mark.parametrize(
    "source",
    [
        *("$5 and $6", "US$5-US$6", "5$ to 10$", "$5-$6", "$5/$6", "costs $5.", "a$b$c", "$ x $", "$x$2", "$$", "$$x"),
        *("$5 or $6; how much is it in US$?", "a tip of $2, and then all the rest in US$."),
        *("snake_case_name", "__init__", "the __init__.py of __a__b__", "2*3*4", "2 * 3 * 4", "2**10 or 2**3**2"),
        *("x*2*y", "x^2+y^2", "a^2 + b^2", "2^n+k^-1", "~5-~10 km", "(~5-~10)", "~/a and ~/b", "~~gone~~", "a^^b^^"),
        *("- 5", "1. May", "* a", "+ 3", "# a", "> a", "---", "| a |", "``` a", "[x]", "[x] and (y)", "[a]: https://b"),
        *("a<br>b", "<b>a</b>", "<!-- a -->", "&amp; &#65;", "vector<std::string>", "<javascript:alert(1)>"),
        *("**a", "a **b", "`a", "![a](b c.png)", "https://a.b/c_d_e", "C:\\new", "a\tb", "😀", "*", "_", "a * b *"),
    ],
)
def test_what_is_no_markup_stays_literal(source: str) -> None:
    assert parsed(source).blocks == (paragraph(source),)
    assert parsed(source).plain == source


@pytest.mark.parametrize("character", "*_`~^$[]()!<>#|-+.\\{}\"'&:")
def test_a_backslash_makes_punctuation_literal(character: str) -> None:
    assert parsed(f"a \\{character}b\\{character} c").plain == f"a {character}b{character} c"


def test_what_no_editor_shows() -> None:
    assert parsed("  ").blocks == parsed("\n").blocks == (paragraph(),)
    assert parsed(" a ").plain == "a"
    assert parsed("a\0b").plain == "a\ufffdb"
    assert parsed("a\rb").plain == "a\nb"


def nested_lists(depth: int, block: Block) -> tuple[Block, ...]:
    for _ in range(depth):
        block = BulletList(((block,),))
    return (block,)


BLOCKS: list[tuple[str, tuple[Block, ...], str]] = [
    ("a\n\nb *c*", (paragraph("a"), paragraph("b ", em("c"))), "a\n\nb c"),
    ("a\n- b\n- *c*\nd", (paragraph("a"), BulletList(((paragraph("b"),), (paragraph(em("c"), LineBreak(), "d"),)))),
     "a\n\n- b\n- c\n  d"),
    ("9. a\n10. b\n    - c\n    - d", (NumberedList(((paragraph("a"),), (paragraph("b"), BulletList(((paragraph("c"),),
     (paragraph("d"),))))), 9),), "9. a\n10. b\n    - c\n    - d"),
    ("0. a\n1. b", (NumberedList(((paragraph("a"),), (paragraph("b"),)), 0),), "0. a\n1. b"),
    ("- a\n\n  b\n-", (BulletList(((paragraph("a"), paragraph("b")), ())),), "- a\n  b\n-"),
    ("a:\n```py\nif x:\n\ty()\n```\nb", (paragraph("a:"), CodeBlock(text("if x:\n\ty()"), "py"), paragraph("b")),
     "a:\n\nif x:\n\ty()\n\nb"),
    ("~~~\na\n\n```\n~~~", (CodeBlock(text("a\n\n```")),), "a\n\n```"),
    ("- a\n  ``` c\n  int x;\n  ```", (BulletList(((paragraph("a"), CodeBlock(text("int x;"), "c")),)),),
     "- a\n  int x;"),
    ("```\n```", (CodeBlock(()),), ""),
    ("``` py numbered\na\n````", (CodeBlock(text("a"), "py"),), "a"),
    ("- $$a\n- b$$", (BulletList(((paragraph("$$a"),), (paragraph("b$$"),))),), "- $$a\n- b$$"),
    ("- " * 9 + "a\nb", nested_lists(9, paragraph("a", LineBreak(), "b")), "- " * 9 + "a\n" + " " * 18 + "b"),
    ("$$x$$", (MathBlock("x"),), "x"),
    ("Solve\n$$\nx +\ny\n$$\nfor $x$", (paragraph("Solve"), MathBlock("x +\ny"), paragraph("for ", Math("x"))),
     "Solve\n\nx +\ny\n\nfor x"),
    ("$$x\n\ny$$", (paragraph("$$x"), paragraph("y$$")), "$$x\n\ny$$"),
    ("| a | *b* |\n|:--|:-:|\n| `x\\|y` | $z$ |\n| c |", (Table((text("a"), (em("b"),)), (((code("x|y"),),
     (Math("z"),)), (text("c"), ())), ("left", "center")),), "a | b\nx|y | z\nc | "),
    ("a | b\n--|--:\n1 | 2",
     (Table((text("a"), text("b")), ((text("1"), text("2")),), ("", "right")),), "a | b\n1 | 2"),
    ("- |a|b|\n  |-|-|\n  |c|d|", (BulletList(((Table((text("a"), text("b")), ((text("c"), text("d")),), ("", "")),),)),
     ), "- a | b\n  c | d"),
    ("    a\n    b", (paragraph("a", LineBreak(), "b"),), "a\nb"),
    ("# a\n> b\n---\n<p>\nc\n===", (paragraph("# a", LineBreak(), "> b", LineBreak(), "---", LineBreak(), "<p>",
     LineBreak(), "c", LineBreak(), "==="),), "# a\n> b\n---\n<p>\nc\n==="),
]  # fmt: skip


@pytest.mark.parametrize(("source", "blocks", "plain"), BLOCKS)
def test_blocks(source: str, blocks: tuple[Block, ...], plain: str) -> None:
    assert parsed(source).blocks == blocks
    assert parsed(source).plain == plain


GAPS: list[tuple[str, tuple[Block, ...], str]] = [
    ("a **{{c1::b *c*::d}}**", (paragraph("a ", Strong((GapMark(1, (Plain("b "), em("c")), "d"),))),), "a b c"),
    ("H~{{c1::2}}~O", (paragraph("H", Subscript((GapMark(1, text("2")),)), "O"),), "H₂O"),
    ("a {{c1::$x^{2}$}} {{c2::`y{`}}", (paragraph("a ", GapMark(1, (Math("x^{2}"),)), " ",
     GapMark(2, (code("y{"),))),), "a x^{2} y{"),
    ("{{c1::`std::x`}}", (paragraph(GapMark(1, (code("std::x"),))),), "std::x"),
    (r"{{c1::a\:\:b}} \{", (paragraph(GapMark(1, text("a::b")), " {"),), "a::b {"),
    (r"`std{{c1::\:\:}}x`", (paragraph(Code((Plain("std"), GapMark(1, text("::"), in_code=True), Plain("x")))),),
     "std::x"),
    ("```c\nif {{c1::\\{}} *x*\n```", (CodeBlock((Plain("if "), GapMark(1, text("{"), in_code=True), Plain(" *x*")),
     "c"),), "if { *x*"),
    ("{{c1::$5}} or {{c2::$6}}", (paragraph(GapMark(1, text("$5")), " or ", GapMark(2, text("$6"))),), "$5 or $6"),
    ("- {{c1::a}}\n- b", (BulletList(((paragraph(GapMark(1, text("a"))),), (paragraph("b"),))),), "- a\n- b"),
    ("|a|b|\n|-|-|\n|{{c1::x|y}}|`{{c2::z}}`|", (Table((text("a"), text("b")), (((GapMark(1, text("x|y")),),
     (Code((GapMark(2, text("z"), in_code=True),)),)),), ("", "")),), "a | b\nx|y | z"),
    ("[{{c1::a}}](https://b.c)", (paragraph(Link((GapMark(1, text("a")),), "https://b.c")),), "a"),
    ("{{c1::- a}}", (paragraph(GapMark(1, text("- a"))),), "- a"),
    (r"{{c1::$\{a\}$::\{b}}", (paragraph(GapMark(1, (Math(r"\{a\}"),), "{b")),), r"\{a\}"),
    ("\U000f0000 {{c1::a}}", (paragraph("\U000f0000 ", GapMark(1, text("a"))),), "\U000f0000 a"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "blocks", "solved"), GAPS)
def test_gaps(source: str, blocks: tuple[Block, ...], solved: str) -> None:
    assert parsed(source, gaps=True).blocks == blocks
    assert parsed(source, gaps=True).solved == solved


_INSIDE = "gap-inside-markup"


@pytest.mark.parametrize(
    ("name", "source", "part", "message", "meant"),
    [
        (_INSIDE, "a $b{{c1::c}}$", "$b{{c1::c}}$", "a gap inside a formula", "{{c1::$bc$}}"),
        (_INSIDE, "$$\n{{c2::c}}\n$$", "$$\n{{c2::c}}\n$$", "a gap inside a formula", "{{c2::$$\nc\n$$}}"),
        (_INSIDE, "[a](https://{{c1::b}})", "https://{{c1::b}}", "a gap inside an address", ""),
        (_INSIDE, "[a](https://b.c '{{c1::d}}')", "{{c1::d}}", "a gap inside the title of a link", ""),
        (_INSIDE, "```{{c1::py}}\na\n```", "{{c1::py}}", "a gap inside the name of a language", ""),
        (_INSIDE, "![{{c1::a}}](b.png)", "![{{c1::a}}](b.png)", "a gap inside a picture", ""),
        ("unclosed-code-block", "a\n```py\nb", "```py", "a code block is not closed", ""),
        ("unclosed-code-block", "a\n```", "```", "a code block is not closed", ""),
        ("unclosed-code-block", "````\na\n```", "````", "a code block is not closed", ""),
        ("unclosed-code-block", "```\na\n```b", "```", "a code block is not closed", ""),
        ("unclosed-code-block", "- ~~~\n  b\n- c", "~~~", "a code block is not closed", ""),
        ("too-many-cells", "|a|\n|-|\n|`b|c`|", "|`b|c`|", "more cells than in the first row of the table", ""),
        ("broken-markup", "a\n" + "- " * 10 + "b", "- " * 10 + "b", "lists are nested too deeply", ""),
        ("broken-markup", "*a " * 20 + "b*" * 20, "*a " * 20, "emphasis is nested too deeply", ""),
        ("broken-markup", "*a " * 30 + "b*" * 30, ("*a " * 30)[:60], "emphasis is nested too deeply", ""),
    ],
)
def test_what_is_refused(name: str, source: str, part: str, message: str, meant: str) -> None:
    assert parse_content(source, gaps=True, markup="markdown") == MarkupError(part, message, meant, name)


def test_nodes_know_where_they_are_in_the_source() -> None:
    source = "[a {{c1::b}}](https://c 'd') <https://e> $f$ g $$h$$ ![i](j)"
    nodes = [node for node in parsed(source, gaps=True).inlines if isinstance(node, Link | Math | Image)]
    written = ["[a {{c1::b}}](https://c 'd')", "<https://e>", "$f$", "$$h$$", "![i](j)"]
    assert [node.markup for node in nodes] == written


def test_wrong_words_of_a_statement() -> None:
    content = parse_corrected("It is **in Almaty** in $x$.", [("Almaty", "*Beijing*"), ("$x$", "$y$")], "markdown")
    assert isinstance(content, Content)
    assert content.blocks == (
        paragraph(
            "It is ",
            Strong((Plain("in "), Correction(text("Almaty"), (em("Beijing"),)))),
            " in ",
            Correction((Math("x"),), (Math("y"),)),
            ".",
        ),
    )
    assert (content.plain, content.solved) == ("It is in Almaty in x.", "It is in Beijing in y.")


UNITS = (
    *("*", "_", "[", "`", "$", "~a", "^", "|", "![", "](", "<", "\\", "(", "\n", " ", "*a ", "a**", "__a", "x^2+"),
    *("**「", "1*", "`a``b", "$$ab\n", "$$a", "![a](", "[a](", "[a][", "<http:", "- ", "1. ", "- a\n", "|a\n|-\n"),
    *("~~~\n", "```\n", "a|b\n-|-\n", "{{c1::", "{{c1::`", "{{c1::$", "{{c1::*a*}}", "`{{c1::a}}`", "$x{{c1::a}}$"),
    *("![*[`$~a^|", "a\n\n- ", "\u202e*", "*\u0300", "\U000f0000{{c1::a}}"),
)


def hostile(size: int) -> dict[str, str]:
    """Return texts of about so many characters by what they repeat."""
    half = size // 6
    return {unit: unit * (size // len(unit)) for unit in UNITS} | {
        "nested lists": "".join(f"{'  ' * depth}- a\n" for depth in range(size // 250)),
        "nested lists on lines": "\n".join("- " * depth + "a" for depth in range(size // 160)),
        "nested pictures": "![" * half + "](x)" * half,
        "nested links": "[" * half + "](x)" * half,
        "nested emphasis": "*a " * half + "b*" * half,
        "wide table": "|a" * (half // 28) + "\n" + "|-" * (half // 28) + "\n" + "|b\n" * (size // 3),
        "braces": "{{c1::" + "{" * (size - 1000) + "}}",
    }


HOSTILE_CASES = [
    # without --full each text once: as a cloze where it begins a gap
    pytest.param(name, gaps, id=f"{name!r}-{gaps}", marks=() if gaps == ("{{c" in text) else pytest.mark.full)
    for name, text in hostile(2000).items()
    for gaps in (False, True)
]


@pytest.mark.parametrize(("name", "gaps"), HOSTILE_CASES)
def test_hostile_text_is_read_or_refused(name: str, gaps: bool, full: bool) -> None:
    text = hostile(50_000 if full else 10_000)[name]
    content = parse_content(text, gaps, "markdown")
    if isinstance(content, Content):
        assert content.plain is not None
    else:
        assert content.message
        assert content.part in text
        assert len(content.part) <= 60


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        " a  b ",
        "- a",
        "1. a",
        "# a",
        "> a",
        "| a | b |",
        "a\tb",
        "&amp; x",
        "http://x.y",
        "](x)",
        "!",
        "a\u2028b",
        "---",
        "\xa0a\xa0",
        "\x0ba",
        "\x85a",
        "  ",
        "",
        "x @ y.z",
        "{{c1::a}}",
        "“a” - 'b'",
    ],
)
def test_text_without_marks_is_what_the_parser_makes_of_it(text: str) -> None:
    parsed = parse_content(text, markup="markdown")
    assert isinstance(parsed, Content)
    by_parser = parse_markdown(text)
    assert isinstance(by_parser, Content)
    assert parsed.blocks == by_parser.blocks


PIECES = (
    "**",
    "** ",
    " **",
    "a",
    "b c",
    "1",
    "é",
    "中",
    ".",
    ", ",
    "(",
    ")",
    "“",
    "\xa0",
    "-",
    "!",
    "*",
    " ",
    "{{c1::x}}",
)


def test_simple_text_is_what_the_parser_makes_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = Random(1)
    texts = {"".join(rng.choices(PIECES, k=rng.randint(1, 9))) for _ in range(600)}
    gapped = [(text, gaps) for text in texts for gaps in (False, True)]
    simple = [parse_content(text, gaps, "markdown") for text, gaps in gapped]
    corrected = [parse_corrected(text, [("b c", "*d*"), ("é", " e ")], "markdown") for text in texts]
    monkeypatch.setattr("sco_quiz.core.markup.parse._simple", lambda source, embedded: None)
    parse_content.cache_clear()
    assert list(map(_read, simple)) == [_read(parse_content(text, gaps, "markdown")) for text, gaps in gapped]
    by_parser = [parse_corrected(text, [("b c", "*d*"), ("é", " e ")], "markdown") for text in texts]
    assert list(map(_read, corrected)) == list(map(_read, by_parser))


def _read(content: Content | MarkupError) -> object:
    return content.blocks if isinstance(content, Content) else content


@pytest.mark.parametrize(
    "text", ["One.", "He **left**.", "*All* left.", "It **was {{c1::Beijing}}**.", "It was {{c1::Beijing}}."]
)
def test_simple_text_needs_no_parser(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sco_quiz.core.markup.markdown", None)
    parse_content.cache_clear()
    assert isinstance(parse_content(text, "{{" in text, "markdown"), Content)
