"""Every formula that the checks allow is one that MathJax typesets, also with the packages that AnkiDroid loads."""

from typing import Any

import pytest

from sco_quiz.core.markup.tex import commands
from sco_quiz.core.markup.tex.symbols import LETTERS, OPERATORS
from tests.anki.card_apps import DESKTOP
from tests.anki.conftest import Open
from tests.core.markup.test_formulas import FORMULAS, symbols

pytestmark = pytest.mark.full  # MathJax comes with the desktop program, which nothing else needs

# without noerrors and noundefined, which hide what MathJax does not know
PACKAGES = ["base", "ams", "boldsymbol", "braket", "cancel", "extpfeil", "mathtools"]
RESTRICT = """packages => {
  const input = new MathJax._.input.tex_ts.TeX({ packages });
  const document = MathJax._.mathjax.mathjax.document("", { InputJax: input });
  const visitor = new MathJax._.core.MmlTree.SerializedMmlVisitor.SerializedMmlVisitor();
  window.toMathML = tex => visitor.visitTree(document.convert(tex, { end: MathJax._.core.MathItem.STATE.CONVERT }));
}"""
EACH = "formulas => formulas.map(tex => { try { return toMathML(tex) } catch (error) { return 'merror ' + error } })"


@pytest.fixture
def mathjax(view: Open) -> Any:
    """A page with MathJax."""
    viewer = view(DESKTOP, mathjax=True)
    viewer.show(r"\(x\)")
    viewer.page.evaluate(RESTRICT, PACKAGES)
    return viewer.page


def refused(page: Any, formulas: list[str]) -> list[str]:
    """Return the formulas that MathJax cannot typeset."""
    return [tex for tex, shown in zip(formulas, page.evaluate(EACH, formulas), strict=True) if "merror" in shown]


def every_command() -> list[str]:
    """Return a formula for each command and environment."""
    two = (*commands.FRACTIONS, *commands.BINOMIALS, *commands.STACKED)
    one = {*commands.ACCENTS, *commands.ENCLOSED, *commands.FONTS, *commands.TEXTS, *commands.STRETCHED}
    one |= {*commands.BRAKETS, *commands.MODULO, "sqrt", "substack", "operatorname", "operatorname*"}
    return [
        *(f"a\\{name} b" for name in (*symbols(), *commands.SPACES, "|")),
        *(rf"\{name}{{a}}{{b}}" for name in two),
        *(rf"x \{name}{{a}}" for name in sorted(one)),
        *(rf"\{name}( x \{name})" for name in sorted(commands.SIZES)),
        *(rf"\{name} x" for name in commands.STYLES),
        *(
            rf"\begin{{{name}}}{'{c}' if name == 'array' else ''} a \\ b \end{{{name}}}"
            for name in commands.ENVIRONMENTS
        ),
        *(r"\left\langle a \middle| b \right\rfloor", r"\sum\limits_i \int\nolimits_0", r"\not\in", "x'_n y''^2"),
        r"\begin{array}{c|c}\hline a & b \\[2pt] \hline\end{array}",
    ]


def test_mathjax_knows_every_command(mathjax: Any) -> None:
    formulas = every_command()
    assert len(formulas) > len(LETTERS) + len(OPERATORS) + 100
    assert refused(mathjax, formulas) == []


def test_mathjax_typesets_every_formula_of_the_table(mathjax: Any) -> None:
    assert refused(mathjax, [formula.tex for formula in FORMULAS]) == []


def test_mathjax_refuses_what_the_checks_refuse(mathjax: Any) -> None:
    formulas = [r"\foo", r"\degree", r"\bm{x}", "a & b", "{a", r"\frac{a}", "x^2^3", "5 €", r"\begin{foo}a\end{foo}"]
    assert refused(mathjax, formulas) == formulas
