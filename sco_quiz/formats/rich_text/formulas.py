r"""Find formulas in text, between the delimiters `\(…\)`, `\[…\]`, `$$…$$`, and `$…$` where it must be TeX."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sco_quiz.formats.rich_text.literal import line_starts
from sco_quiz.formats.rich_text.marks import GAP, SPACE

_FORMULA = re.compile(
    r"\\\((?P<inline>(?:(?!\\[()]).)++)\\\)|\\\[(?P<display>(?:(?!\\[][]).)++)\\\]"
    r"|\$\$(?P<dollars>(?:\\.|[^\\$])++)\$\$"
    r"|(?<![\w$\\])\$(?=[^$]*[\\^_{])(?P<single>(?![\s$])(?:\\.|[^\\$])+(?<!\s))\$(?![\d$])",
    re.DOTALL,
)
_ENVIRONMENT = re.compile(r"^\\begin\{(equation|displaymath|math|align)(\*?)\}(.*)\\end\{\1\2\}$", re.DOTALL)
_OPENING = re.compile(r"\\[(\[]|\$")
_PROSE = re.compile(r"[^\W\d_]{2},? [^\W\d_]{2}")
_BRACES = re.compile(r"(?<=\{)(?=\{)|(?<=\})(?=\})")


class Formula(NamedTuple):
    """A formula in TeX, and whether it is on lines of its own."""

    tex: str
    display: bool


def split_formulas(text: str) -> Iterator[str | Formula]:
    """Yield the formulas in text and what is between them; a formula that contains a gap is text."""
    end = 0
    for found, tex in _formulas(text):
        if GAP in tex:
            continue
        yield text[end : found.start()]
        yield Formula(tex, not (found["inline"] or found["single"]))
        end = found.end()
    yield text[end:]


def has_gap_in_formula(text: str) -> bool:
    """Whether a formula contains a gap."""
    return GAP in text and any(GAP in tex for _, tex in _formulas(text))


def _formulas(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for found in _FORMULA.finditer(text) if _OPENING.search(text) else ():
        tex = _tex(next(filter(None, found.groups())))
        if tex and not (found["single"] and is_like_prose(tex)):
            yield found, tex


def is_like_prose(tex: str) -> bool:
    """Whether what is between single dollars is words, as between two prices."""
    return "\\" not in tex and bool(_PROSE.search(tex))


def _tex(source: str) -> str:
    source = _ENVIRONMENT.sub(_unnumbered, source.replace(SPACE, " ").strip())
    lines = [" ".join(line.split()) for line in source.strip().split("\n") if line.strip()]
    tex = "\n".join(lines)
    if any(line_starts(tex)):  # a line of a formula may begin like a list
        tex = " ".join(lines)
    trailing = len(tex) - len(tex.rstrip("\\"))
    return f"{tex} {{}}" if trailing % 2 else tex  # a space behind the last backslash is gone


def _unnumbered(found: re.Match[str]) -> str:
    """Return what is in an environment of LaTeX that only numbers it or puts it on lines of its own."""
    return f"\\begin{{aligned}}{found[3]}\\end{{aligned}}" if found[1] == "align" else found[3]


def without_double_braces(tex: str) -> str:
    """Return TeX that means the same and has no two braces in a row, which mark gaps."""
    return _BRACES.sub(" ", tex)
