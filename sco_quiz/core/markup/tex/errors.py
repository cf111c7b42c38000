"""Explain formulas that cannot be read."""

from collections.abc import Iterable

from sco_quiz.core.markup.tex import commands
from sco_quiz.core.markup.tex.chemistry import from_mhchem
from sco_quiz.core.markup.tex.tokens import FormulaError, Token, Tokens

SIMILARITY = 0.74
"""How similar a command must be to be suggested (difflib's ratio): `\\lamda` is, `\\href` is not."""


def stray(token: Token, part: str) -> FormulaError:
    """Explain a token that closes or divides nothing."""
    match token.kind, token.text:
        case "character", "}":
            return FormulaError(part, "a } without {", r"\}")
        case "character", _:
            return FormulaError(part, "a & outside of a matrix", r"\&")
        case "end", _:
            return FormulaError(part, rf"{part} without \begin")
        case "command", "\\":
            return FormulaError(part, r"a new line outside of \begin{aligned}")
    return FormulaError(part, rf"{part} without \left")


def unclosed(tokens: Tokens, opening: Token, message: str) -> FormulaError:
    """Explain what is not closed, or the token that closes something else."""
    token = tokens.peek()
    if token and token.kind == "end":
        return stray(token, tokens.source(token))
    return FormulaError(tokens.source(opening), message)


def unsupported_command(tokens: Tokens, token: Token) -> FormulaError:
    """Explain a command that is in no table."""
    command = tokens.source(token)
    if token.text in ("ce", "pu") and tokens.is_next("character", "{"):
        part = _with_braces(tokens.tex, token)
        return FormulaError(part, f"unsupported command {command}", from_mhchem(part[len(command) :].strip()[1:-1]))
    if token.text in commands.TEXTS or token.text == "operatorname":
        return FormulaError(command, rf"{command}{{…}} takes words without \, $ and braces")
    meant = commands.INSTEAD.get(token.text) or _similar(token.text, commands.KNOWN, "\\{}")
    return FormulaError(command, f"unsupported command {command}", meant)


def unsupported_environment(tokens: Tokens, begin: Token) -> FormulaError:
    """Explain an environment that is in no table."""
    meant = _similar(begin.text, commands.ENVIRONMENTS, r"\begin{{{}}}")
    return FormulaError(tokens.source(begin), f"unsupported environment {begin.text}", meant)


def _similar(name: str, known: Iterable[str], form: str) -> str:
    from difflib import get_close_matches  # only a misspelled command needs it

    return next((form.format(found) for found in get_close_matches(name, known, 1, SIMILARITY)), "")


def _with_braces(tex: str, command: Token) -> str:
    """Return a command with what is in the braces after it, or all that follows."""
    depth = 0
    for at in range(command.end, len(tex)):
        depth += {"{": 1, "}": -1}.get(tex[at], 0)
        if tex[at] == "}" and not depth:
            return tex[command.start : at + 1]
    return tex[command.start :]
