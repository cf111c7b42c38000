"""Explain formulas that cannot be read."""

import re
from collections.abc import Iterable

from sco_quiz.core.markup.tex import commands
from sco_quiz.core.markup.tex.chemistry import from_mhchem
from sco_quiz.core.markup.tex.tokens import FormulaError, Token, Tokens

SIMILARITY = 0.74
"""How similar a command must be to be suggested (difflib's ratio): `\\lamda` is, `\\href` is not."""

# quantities in LaTeX's packages for units
_UNIT = re.compile(r"\\(?:(?:SI|qty)\s*\{(?P<number>[^{}\\]*)\}|(?:si|unit))\s*\{(?P<unit>[^{}\\]*)\}")


def stray(tokens: Tokens, token: Token) -> FormulaError:
    """Explain a token that closes or divides nothing."""
    source = tokens.source(token)
    match token.kind, token.text:
        case "character", "}":
            return tokens.error("a } without {", token, meant=r"\}")
        case "character", _:
            return tokens.error("a & outside of a matrix", token, meant=r"\&")
        case "end", _:
            return tokens.error(rf"{source} without \begin", token)
        case "command", "\\":
            return tokens.error(r"a new line outside of \begin{aligned}", token)
    return tokens.error(rf"{source} without \left", token)


def unclosed(tokens: Tokens, opening: Token, message: str) -> FormulaError:
    """Explain what is not closed, or the token that closes something else."""
    token = tokens.peek()
    if token and token.kind == "end":
        return stray(tokens, token)
    return tokens.error(message, opening)


def unsupported_command(tokens: Tokens, token: Token) -> FormulaError:
    """Explain a command that is in no table."""
    command = tokens.source(token)
    message = f"unsupported command {command}"
    if token.text in ("ce", "pu") and tokens.is_next("character", "{"):
        end = _end_of_braces(tokens.tex, token.end)
        chemical = tokens.tex[token.end : end].strip()[1:-1]
        return tokens.error_at(message, token.start, end, from_mhchem(chemical))
    if found := _UNIT.match(tokens.tex, token.start):
        number = rf"{found['number']} \, " if found["number"] else ""
        return tokens.error_at(message, *found.span(), rf"{number}\mathrm{{{found['unit']}}}")
    if token.text in commands.TEXTS or token.text == "operatorname":
        return tokens.error(rf"{command}{{…}} takes words without \, $ and braces", token)
    meant = commands.INSTEAD.get(token.text, "")
    if not meant and token.text not in commands.REFUSED:
        meant = _similar(token.text, commands.KNOWN, "\\{}")
    return tokens.error(message, token, meant=meant)


def unsupported_environment(tokens: Tokens, begin: Token) -> FormulaError:
    """Explain an environment that is in no table."""
    meant = _similar(begin.text, commands.ENVIRONMENTS, r"\begin{{{}}}")
    return tokens.error(f"unsupported environment {begin.text}", begin, meant=meant)


def _similar(name: str, known: Iterable[str], form: str) -> str:
    from difflib import get_close_matches  # only a misspelled command needs it

    return next((form.format(found) for found in get_close_matches(name, known, 1, SIMILARITY)), "")


def _end_of_braces(tex: str, start: int) -> int:
    """Return the end of what is in the next braces, or of everything."""
    depth = 0
    for at in range(start, len(tex)):
        depth += {"{": 1, "}": -1}.get(tex[at], 0)
        if tex[at] == "}" and not depth:
            return at + 1
    return len(tex)
