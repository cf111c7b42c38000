"""Formulas that are refused, with the words to point at and what was meant."""

import pytest

from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.markup.formulas import formula_problem, formula_text, formula_words, mathml
from sco_quiz.core.markup.tex import commands
from sco_quiz.core.markup.tex.parse import MAX_LENGTH


@pytest.mark.parametrize(
    ("tex", "part", "message", "meant"),
    [
        ("", "", "empty formula", ""),
        (r"a + \lamda", r"\lamda", r"unsupported command \lamda", r"\lambda"),
        (r"\bm{x}", r"\bm", r"unsupported command \bm", r"\boldsymbol"),
        (r"x \in \R", r"\R", r"unsupported command \R", r"\mathbb{R}"),
        (r"\color{red}{x}", r"\color", r"unsupported command \color", ""),
        (r"20\degree", r"\degree", r"unsupported command \degree", r"^\circ"),
        (r"\ce{H2O} = 5", r"\ce{H2O}", r"unsupported command \ce", r"\mathrm{H_{2}O}"),
        (r"\ce{SO4^{2-}}", r"\ce{SO4^{2-}}", r"unsupported command \ce", r"\mathrm{SO_{4}^{2-}}"),
        (r"a \over b", r"\over", r"unsupported command \over", r"\frac{…}{…}"),
        (r"\begin{alinged}a\end{alinged}", r"\begin{alinged}", "unsupported environment alinged", r"\begin{aligned}"),
        (r"\begin{tikzpicture}", r"\begin{tikzpicture}", "unsupported environment tikzpicture", ""),
        ("50% of x", "%", "a % without backslash", r"\%"),
        ("a # b", "#", "a # without backslash", r"\#"),
        ("a & b", "&", "a & outside of a matrix", r"\&"),
        (r"a \\ b", r"\\", r"a new line outside of \begin{aligned}", ""),
        ("{a + b", "{", "a { without }", ""),
        (r"\frac{1}{2 + 3", "}{", "a { without }", ""),
        ("{a}b}", "b}", "a } without {", r"\}"),
        ("a}", "}", "a } without {", r"\}"),
        (r"\frac{a}", r"\frac{a}", r"missing {…} after \frac", ""),
        (r"\sqrt[3", r"\sqrt[3", r"a [ without ] after \sqrt", ""),
        ("x^", "^", "missing {…} after ^", ""),
        ("x^10", "^10", "^ applies to the first digit only", "^{10}"),
        (r"v = \SI{5}{m/s}", r"\SI{5}{m/s}", r"unsupported command \SI", r"5 \, \mathrm{m/s}"),
        (r"\unit{m}", r"\unit{m}", r"unsupported command \unit", r"\mathrm{m}"),
        ("10^-3", "^-3", "^ applies to the - only", "^{-3}"),
        ("a_12", "_12", "_ applies to the first digit only", "_{12}"),
        (r"\sqrt 12", r"\sqrt 12", r"\sqrt applies to the first digit only", r"\sqrt{12}"),
        (r"\frac\sqrt2 3", r"\frac\sqrt", r"missing braces after \frac", ""),
        (r"x^\sin y", r"^\sin", "missing braces after ^", ""),
        (r"x^'", "^", "missing {…} after ^", ""),
        (r"a\limits_b", r"\limits", r"\limits must follow a sum, an integral or a function", ""),
        (r"\big} x", r"\big}", r"missing bracket after \big", ""),
        ("x^2^3", "2^", "a second script in the same place", ""),
        ("x'_n^2", "^", "a second script in the same place", ""),
        (r"\cancel[x]", r"\cancel", r"missing {…} after \cancel", ""),
        ("x^2'", "'", "a second script in the same place", ""),
        (r"\left( x", r"\left", r"a \left without \right", ""),
        (r"x \right)", r"\right", r"\right without \left", ""),
        (r"\left x \right)", r"\left x", r"missing bracket after \left", ""),
        (r"\begin{matrix}a", r"\begin{matrix}", r"missing \end{matrix}", ""),
        (r"a\end{matrix}", r"\end{matrix}", r"\end{matrix} without \begin", ""),
        (
            r"\begin{array}1\end{array}",
            r"\begin{array}",
            r"missing alignments after \begin{array}",
            r"\begin{array}{cc}",
        ),
        (r"\text{50\%}", r"\text", r"\text{…} takes words without \, $ and braces", ""),
        (r"\text{a $\href{x}{y}$}", r"\text", r"\text{…} takes words without \, $ and braces", ""),
        (r"\not a", r"\not a", "only relations can be negated", ""),
        ("5 €", "€", r"a € outside of \text", r"\text{€}"),
        ("a\u202eb", "\u202e", "invisible character U+202E", ""),
    ],
)
def test_what_is_wrong(tex: str, part: str, message: str, meant: str) -> None:
    assert formula_problem(tex) == MarkupError(part, message, meant, "bad-formula")


@pytest.mark.parametrize(
    "command",
    [
        *("href", "class", "style", "cssId", "require", "def", "let", "newcommand", "renewcommand", "newenvironment"),
        *("unicode", "mmlToken", "data", "bbox", "toggle", "mathtip", "texttip", "tooltip", "html", "includegraphics"),
        *("color", "definecolor", "textcolor", "colorbox", "fcolorbox", "tag", "label", "ref", "eqref", "rule", "verb"),
        *("raise", "lower", "kern", "hskip", "hspace", "mspace", "url", "input", "DeclareMathOperator", "special"),
    ],
)
def test_dangerous_commands_are_refused(command: str) -> None:
    """Nothing that can run a script, load, define, style or name anything outside the formula."""
    problem = formula_problem(rf"a + \{command}{{javascript:alert(1)}}{{b}}")
    assert problem
    assert (problem.part, problem.message) == (rf"\{command}", rf"unsupported command \{command}")
    assert command not in commands.KNOWN


def test_a_long_formula_is_refused() -> None:
    assert formula_problem("x" * MAX_LENGTH) is None
    assert formula_problem("x" * (MAX_LENGTH + 1)) == MarkupError(
        "x" * 40, "a formula of 1001 characters, the maximum is 1000", "", "bad-formula"
    )


@pytest.mark.parametrize(
    "tex",
    [
        "{" * 10_000,
        "{" * 499 + "x" + "}" * 499,
        r"\frac" * 190,
        r"\sqrt" * 190 + "x",
        "x" + "^{x" * 330,
        r"\left(" * 160,
        r"\begin{matrix}" * 70,
        "(" * 1000,
        "|" * 1000,
        "'" * 1000,
        "x_" * 500,
        "x&" * 500,
        r"\text{" * 160,
        r"\not" * 250,
        "{a}" * 333,
        r"\begin{matrix}" + "&" * 960 + r"\end{matrix}",
        "a" + r"\\[" * 300,
        "x^{" + "1" * 990 + "}",
    ],
)
def test_hostile_formulas_are_shown(tex: str) -> None:
    for render in (mathml, formula_text, formula_words):
        assert render(tex)


def test_a_wrong_formula_is_shown_as_its_source() -> None:
    tex = r"\href{javascript:alert(1)}{<img src=x onerror=alert(1)>}"
    assert formula_text(tex) == formula_words(tex) == tex
    assert mathml(tex) == r"<code>\href{javascript:alert(1)}{&lt;img src=x onerror=alert(1)&gt;}</code>"
