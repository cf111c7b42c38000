"""Formulas on all surfaces: each of formulas.txt as a line of text, in words, and as MathML."""

import re
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring

import pytest

from sco_quiz.core.markup.formulas import formula_problem, formula_text, formula_words, mathml
from sco_quiz.core.markup.tex import commands
from sco_quiz.core.markup.tex.symbols import LETTERS, OPERATORS
from tests.conftest import ROOT

TABLE = Path(__file__).with_name("formulas.txt")
GUIDE = ROOT / "questions" / "formatting.md"
CHILDREN = {
    **{"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3},
    **{"msqrt": 1, "menclose": 1, "mtd": 1, "mstyle": 1, "math": 1},
    **{"mi": 0, "mn": 0, "mo": 0, "mtext": 0, "mspace": 0},
}
ELEMENTS = {*CHILDREN, "mrow", "mtable", "mtr"}
ATTRIBUTES = {
    *("display", "alttext", "mathvariant", "displaystyle", "scriptlevel", "width", "linethickness", "notation"),
    *("stretchy", "fence", "form", "lspace", "rspace", "movablelimits", "accent", "accentunder", "columnalign"),
}


class Formula(NamedTuple):
    """A formula in TeX, as a line of text and in words."""

    tex: str
    text: str
    words: str


FORMULAS = [Formula(*block.splitlines()) for block in TABLE.read_text("utf-8").strip().split("\n\n")]
EACH = pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula.tex)


def elements(tex: str, display: bool = False) -> list[Element]:
    """Return the elements of a formula without their namespace, the outer one first."""
    found = list(fromstring(mathml(tex, display)).iter())
    for element in found:
        element.tag = element.tag.removeprefix("{http://www.w3.org/1998/Math/MathML}")
    return found


def test_the_table_has_enough_formulas() -> None:
    assert len({formula.tex for formula in FORMULAS}) == len(FORMULAS) > 120


@EACH
def test_text_and_words(formula: Formula) -> None:
    assert (formula_text(formula.tex), formula_words(formula.tex)) == formula[1:]


@EACH
def test_mathml_has_listed_elements_with_their_children(formula: Formula) -> None:
    assert formula_problem(formula.tex) is None
    math, *inside = elements(formula.tex, display=True)
    assert (math.get("display"), math.get("alttext")) == ("block", formula.words)
    for element in (math, *inside):
        assert element.tag in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES
        assert len(element) == CHILDREN.get(element.tag, len(element))
        assert (element.text is not None) == (element.tag in {"mi", "mn", "mo", "mtext"})


@EACH
def test_no_surface_shows_a_command_or_a_brace_of_tex(formula: Formula) -> None:
    leaves = "".join(element.text or "" for element in elements(formula.tex))
    for shown in (formula.text, formula.words, leaves):
        assert "\\" not in shown
    assert "}" not in formula.words
    assert leaves.count("{") == formula.tex.count("\\{") + formula.tex.count("cases") // 2


def symbols() -> list[str]:
    return [*LETTERS, *OPERATORS, *commands.FUNCTIONS, *commands.LIMIT_FUNCTIONS, *commands.ESCAPED]


@pytest.mark.parametrize("name", sorted(symbols()))
def test_every_symbol_has_a_character_and_words(name: str) -> None:
    tex = f"\\{name}"
    assert formula_problem(tex) is None
    assert "\\" not in formula_text(tex).replace("\\", "", name == "backslash")
    words = formula_words(tex)
    assert words.isascii()
    assert words


@pytest.mark.parametrize(
    ("tex", "part"),
    [
        (r"x = -1", '<mo form="prefix">−</mo>'),
        (r"\sin x", '<mi>sin</mi><mspace width="0.167em"></mspace><mi>x</mi>'),
        (r"\sum_i", '<munder><mo movablelimits="true">∑</mo><mi>i</mi></munder>'),
        (r"\sum\limits_i", '<munder><mo movablelimits="false">∑</mo><mi>i</mi></munder>'),
        (r"\int_0", "<msub><mo>∫</mo><mn>0</mn></msub>"),
        (r"\mathrm{kg}", "<mi>kg</mi>"),
        (r"\mathrm{d}x", '<mi mathvariant="normal">d</mi><mi>x</mi>'),
        (r"\Gamma", '<mi mathvariant="normal">Γ</mi>'),
        (r"\mathbf{x}\mathcal{L}\mathfrak{g}\mathbb{1}", "<mi>𝐱</mi><mi>ℒ</mi><mi>𝔤</mi><mi>𝟙</mi>"),
        (r"\text{a <b>}", "<mtext>a\u00a0&lt;b&gt;</mtext>"),
        (r"\dfrac{a}{b}", '<mstyle displaystyle="true" scriptlevel="0"><mrow><mfrac>'),
        (r"\begin{cases}a\end{cases}", '<mtd columnalign="left">'),
        (r"\overline{AB}", '<menclose notation="top"><mrow><mi>A</mi><mi>B</mi></mrow></menclose>'),
        (r"\underbrace{a}_n", '<munder><munder accentunder="true"><mi>a</mi><mo stretchy="true">⏟</mo></munder>'),
        (r"a<b\&c", "<mo>&lt;</mo><mi>b</mi><mi>&amp;</mi><mi>c</mi>"),
    ],
)
def test_parts_of_mathml(tex: str, part: str) -> None:
    assert part in mathml(tex)


def test_quotes_and_markup_in_words_stay_text() -> None:
    tex = r'\text{"><img src=x onerror=alert(1)>} + \text{<script>}'
    assert elements(tex)[0].get("alttext") == '"><img src=x onerror=alert(1)> plus <script>'
    assert not {"<img", "<script"} & set(mathml(tex).split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"\frac{a+b}{c+d}", r"a+\frac{b}{c}+d"),
        (r"\frac{a}{b}c", r"\frac{a}{bc}"),
        (r"\sqrt{a}b", r"\sqrt{ab}"),
        (r"x^{2n}", r"x^2n"),
        (r"x_{ij}", r"x_i j"),
        (r"{x^n}^m", r"x^{n^m}"),
        (r"\frac{\frac{a}{b}}{c}", r"\frac{a}{\frac{b}{c}}"),
        (r"\frac{1}{1+\frac{1}{x}}", r"\frac{1}{\frac{1+1}{x}}"),
        (r"\sin(x)y", r"\sin(xy)"),
        (r"|a|b|c|", r"|ab|c|"),
        (r"\overline{A}B", r"\overline{AB}"),
        (r"\mathbf{v}", "v"),
        (r"v_{\text{max}}t", r"v_{\text{maxt}}"),
    ],
)
def test_what_is_grouped_differently_is_shown_differently(one: str, other: str) -> None:
    for render in (mathml, formula_text, formula_words):
        assert render(one) != render(other)


def test_the_guide_shows_formulas_as_the_terminal_does() -> None:
    rows = re.findall(r"^\| [a-z, G]+ \| (`\$.+\$`) \| (.+) \|$", GUIDE.read_text("utf-8"), re.MULTILINE)
    assert len(rows) > 10
    for formulas, shown in rows:
        assert ", ".join(map(formula_text, re.findall(r"`\$(.+?)\$`", formulas))) == shown
