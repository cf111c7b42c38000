"""Formulas as Office Math: the elements of each node, and their texts in order."""

from xml.etree.ElementTree import Element, fromstring

import pytest

from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.markup.tex.commands import ACCENTS
from sco_quiz.core.markup.tex.parse import parse_tex
from sco_quiz.formats.paper.omml import render_omml

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def omml(tex: str) -> Element:
    parsed = parse_tex(tex)
    assert not isinstance(parsed, MarkupError)
    return fromstring(render_omml(parsed))


def text_of(element: Element, path: str) -> str:
    found = element.find("/".join(f"{M}{name}" for name in path.split("/")))
    assert found is not None, path
    return "".join(each.text or "" for each in found.iter(f"{M}t"))


def values(element: Element, name: str) -> list[str | None]:
    return [each.get(f"{M}val") for each in element.iter(f"{M}{name}")]


@pytest.mark.parametrize(
    ("tex", "parts"),
    [
        (r"\frac{a}{b+1}", {"f/num": "a", "f/den": "b+1"}),
        (r"\sqrt{x}", {"rad/deg": "", "rad/e": "x"}),
        (r"\sqrt[3]{x}", {"rad/deg": "3", "rad/e": "x"}),
        ("x_1", {"sSub/e": "x", "sSub/sub": "1"}),
        ("x^{n+1}", {"sSup/e": "x", "sSup/sup": "n+1"}),
        ("x_1^2", {"sSubSup/e": "x", "sSubSup/sub": "1", "sSubSup/sup": "2"}),
        (r"\lim_{n \to 0} n", {"limLow/e": "lim", "limLow/lim": "n→0"}),
        (r"\overset{!}{=}", {"limUpp/e": "=", "limUpp/lim": "!"}),
        (r"\sum_{i=1}^n i^2 + 1", {"nary/sub": "i=1", "nary/sup": "n", "nary/e": "i2"}),
        (r"\binom{n}{k}", {"d/e/f/num": "n", "d/e/f/den": "k"}),
        (r"\left[a, b\right)", {"d/e": "a,b"}),
        (r"\boxed{E}", {"borderBox/e": "E"}),
        (r"\vec{v}", {"acc/e": "v"}),
        (r"\overline{AB}", {"bar/e": "AB"}),
        (r"\begin{matrix} a & b \\ c & d \end{matrix}", {"m/mr": "ab"}),
        (r"\begin{cases} 1 & x \\ 0 & y \end{cases}", {"d/e/m/mr": "1x"}),
        (r"\text{mass of } m", {"r": "mass of "}),
    ],
)
def test_node_becomes_its_element(tex: str, parts: dict[str, str]) -> None:
    assert {path: text_of(omml(tex), path) for path in parts} == parts


@pytest.mark.parametrize(
    ("tex", "name", "expected"),
    [
        ("x", "sty", ["i"]),
        (r"\Omega", "sty", ["p"]),
        (r"\mathrm{kg}", "sty", ["p"]),
        (r"\mathsf{A}", "scr", ["sans-serif"]),
        (r"\left[a\right)", "begChr", ["["]),
        (r"\left[a\right)", "endChr", [")"]),
        (r"\sum_{i=1}^n i", "limLoc", ["undOvr"]),
        (r"\int_0^1 x", "limLoc", ["subSup"]),
        (r"\sum_i i", "supHide", ["1"]),
        (r"\binom{n}{k}", "type", ["noBar"]),
        (r"\begin{array}{lr} a & b \end{array}", "mcJc", ["left", "right"]),
        (r"\xcancel{x}", "strikeBLTR", ["1"]),
        (r"\bcancel{x}", "strikeTLBR", ["1"]),
        (r"\bcancel{x}", "strikeBLTR", []),
    ],
)
def test_property_of_a_node(tex: str, name: str, expected: list[str]) -> None:
    assert values(omml(tex), name) == expected


@pytest.mark.parametrize("name", ACCENTS)
def test_every_accent_has_an_element(name: str) -> None:
    [accent] = omml(rf"\{name}{{x}}")
    assert accent.tag in {f"{M}{tag}" for tag in ("acc", "bar", "groupChr")}
    assert text_of(omml(rf"\{name}{{x}}"), f"{accent.tag.removeprefix(M)}/e") == "x"


def test_functions_stand_off_from_their_arguments() -> None:
    assert [each.text for each in omml(r"2\sin x").iter(f"{M}t")] == ["2", "\u2009", "sin", "\u2009", "x"]


def test_hostile_text_stays_text() -> None:
    assert text_of(omml(r"\text{</m:t><w:p/>}"), "r") == "</m:t><w:p/>"
