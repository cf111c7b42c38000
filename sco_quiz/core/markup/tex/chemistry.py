r"""Formulas of chemistry in the notation `\ce{…}` of mhchem, in commands that every program knows."""

import re

_ARROWS = {"<=>": r"\rightleftharpoons", "<->": r"\leftrightarrow", "->": r"\to", "<-": r"\gets"}
_PART = re.compile(
    r"(?P<arrow><=>|<->|->|<-)"
    r"|\^(?P<above>\{[^{}]*\}|\d*[+-])"
    r"|_(?P<below>\{[^{}]*\}|\d+)"
    r"|(?<=[A-Za-z)\]])(?P<count>\d+)"
    r"|(?<=[A-Za-z0-9)\]])(?P<charge>[+-])(?=\s|$)"
)


def from_mhchem(chemical: str) -> str:
    r"""Return a formula of mhchem in plain TeX.

    >>> from_mhchem("2H2 + O2 -> 2H2O"), from_mhchem("SO4^2-"), from_mhchem("Na+")
    ('\\mathrm{2H_{2} + O_{2} \\to 2H_{2}O}', '\\mathrm{SO_{4}^{2-}}', '\\mathrm{Na^{+}}')
    """
    return rf"\mathrm{{{_PART.sub(_part, chemical)}}}"


def _part(found: re.Match[str]) -> str:
    if arrow := found["arrow"]:
        return _ARROWS[arrow]
    if above := found["above"] or found["charge"]:
        return f"^{{{above.strip('{}')}}}"
    return f"_{{{(found['below'] or found['count']).strip('{}')}}}"
