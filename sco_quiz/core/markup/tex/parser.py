r"""The parser of formulas in TeX: the commands of MathJax without those that reach outside the formula.

It reads by an allow-list, since TeX can define commands, load packages and carry scripts: `\href`, `\class`, `\def`,
`\require` and all others that the tables of `commands` do not name are refused, with the words to point at.
"""

from collections.abc import Callable, Mapping

from sco_quiz.core.markup.tex import commands
from sco_quiz.core.markup.tex.characters import character_node, delimiter, symbol_node, wrong_character
from sco_quiz.core.markup.tex.errors import stray, unclosed, unsupported_command
from sco_quiz.core.markup.tex.fences import paired, row_of
from sco_quiz.core.markup.tex.names import joined
from sco_quiz.core.markup.tex.nodes import (
    Accent,
    Font,
    Identifier,
    Limits,
    Node,
    Number,
    Operator,
    Row,
    Scripts,
    Words,
)
from sco_quiz.core.markup.tex.tokens import Token, Tokens

MAX_DEPTH = 20
"""How deep braces and commands may be nested."""

EMPTY = Row(())


class Parser:
    """Reads tokens from left to right; each method reads what it is named after."""

    def __init__(self, tex: str, readers: Mapping[str, "Reader"]) -> None:
        self.tokens = Tokens(tex)
        self.font: Font = ""
        self._readers = readers
        self._depth = 0

    def formula(self) -> Node:
        """Read everything."""
        whole = self.row()
        if token := self.tokens.peek():
            raise stray(self.tokens, token)
        return whole

    # -- rows

    def row(self, bracket: str = "") -> Node:
        """Read until something closes or divides: `}`, `&`, a new line, the end of a pair, or a bracket."""
        items: list[Node] = []
        while (token := self.tokens.peek()) and not (token.closes or _is_bracket(token, bracket)):
            if token.kind == "command" and token.text in commands.STYLES:
                self.tokens.take()
                items.append(Row((self.row(bracket),), commands.STYLES[token.text]))
            else:
                items.append(self._scripted())
        return row_of(paired(joined(items)))

    def _scripted(self) -> Node:
        """Read a node with its scripts."""
        base = EMPTY if self.tokens.is_next("character", "^", "_", "'") else self._atom()
        under: Node | None = None
        over: Node | None = None
        limits: bool | None = None
        while token := self.tokens.peek():
            if self.tokens.skip("command", "limits", "nolimits"):
                if not _has_limits(base):
                    raise self.tokens.error(
                        f"{self.tokens.source(token)} must follow a sum, an integral or a function", token
                    )
                limits = token.text == "limits"
            elif over is None and self.tokens.skip("character", "'"):
                over = self._primes()
            elif over is None and self.tokens.skip("character", "^"):
                over = self.argument(token)
            elif under is None and self.tokens.skip("character", "_"):
                under = self.argument(token)
            elif self.tokens.is_next("character", "'", "^", "_"):
                raise self.tokens.error("a second script in the same place", token)
            else:
                break
        return _with_scripts(base, under, over, limits)

    def _primes(self) -> Node:
        """Read primes after the first one, and the power that follows them."""
        primes = "′"
        while self.tokens.skip("character", "'"):
            primes += "′"
        power = self.tokens.peek()
        if power and self.tokens.skip("character", "^"):
            return Row((Operator(primes), self.argument(power)))
        return Operator(primes)

    def argument(self, of: Token) -> Node:
        """Read what a command or script applies to: a group in braces, or the next token."""
        token = self.tokens.peek()
        if token is None or token.closes or self.tokens.is_next("character", "^", "_", "'"):
            raise self.tokens.error(f"missing {{…}} after {self.tokens.source(of)}", of, self.tokens.last)
        if self._needs_braces(of, token):
            raise self.tokens.error(f"missing braces after {self.tokens.source(of)}", of, token)
        if token.kind == "number" and len(token.text) > 1:
            return self._digit(of, token)
        argument = self._atom()
        number = self.tokens.peek()
        if of.text in ("^", "_") and token.text in ("-", "+") and number and _is_beside(number, token):
            sign = self.tokens.source(of)
            meant = f"{sign}{{{self.tokens.source(token, number)}}}"
            raise self.tokens.error(f"{sign} applies to the {token.text} only", of, number, meant)
        return argument

    def _needs_braces(self, of: Token, token: Token) -> bool:
        """Whether MathJax asks for braces: around names of functions, and after commands around all but symbols."""
        match token.kind:
            case "name" | "begin":
                return True
            case "words":
                return of.kind == "command"
            case "command":
                is_function = token.text in commands.FUNCTIONS or token.text in commands.LIMIT_FUNCTIONS
                return is_function or (of.kind == "command" and token.text in self._readers)
        return False

    def _digit(self, of: Token, number: Token) -> Node:
        r"""Read one digit of a number, as in `\frac12`; refused where all of it was meant."""
        sign = self.tokens.source(of)
        if of.text in ("^", "_", "sqrt"):
            raise self.tokens.error(f"{sign} applies to the first digit only", of, number, f"{sign}{{{number.text}}}")
        return Number(self.tokens.take_digit())

    def _group(self, opening: Token) -> Node:
        inside = self.row()
        if not self.tokens.skip("character", "}"):
            raise unclosed(self.tokens, opening, "a { without }")
        return inside

    # -- atoms

    def _atom(self) -> Node:
        token = self.tokens.take()
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self.tokens.error("a formula nested too deeply", token)
        node = self._of_kind(token)
        self._depth -= 1
        return node

    def _of_kind(self, token: Token) -> Node:
        match token.kind:
            case "words":
                return Words(" ".join(token.text.split("\n")))
            case "name":
                name = " ".join(token.text.replace("\\,", " ").split())
                return Identifier(name, "upright", True, self.tokens.source(token).startswith(r"\operatorname*"))
            case "begin":
                return self._readers["begin"](self, token)
            case "number":
                number = token.text.replace("{,}", ",")
                return Identifier(number, self.font) if self.font in ("bold", "double-struck") else Number(number)
            case "command":
                return self._command(token)
        if token.text == "{":
            return self._group(token)
        if wrong := wrong_character(token.text):
            raise self.tokens.error(wrong.message, token, meant=wrong.meant)
        return character_node(token.text, self.font)

    def _command(self, token: Token) -> Node:
        symbol = symbol_node(token.text, self.font)
        if symbol:
            return symbol
        read = self._readers.get(token.text)
        if not read or token.text == "begin":
            raise unsupported_command(self.tokens, token)
        return read(self, token)

    def optional(self, of: Token) -> Node | None:
        """Read what is in brackets."""
        if not self.tokens.skip("character", "["):
            return None
        inside = self.row("]")
        if not self.tokens.skip("character", "]"):
            raise self.tokens.error(f"a [ without ] after {self.tokens.source(of)}", of, self.tokens.last)
        return inside

    def delimiter(self, of: Token) -> str:
        """Read a bracket."""
        token = self.tokens.peek()
        found = delimiter(token.kind, token.text) if token else None
        if found is None:
            raise self.tokens.error(f"missing bracket after {self.tokens.source(of)}", of, token)
        self.tokens.take()
        return found


Reader = Callable[[Parser, Token], Node]
"""Reads what follows a command."""


def _is_bracket(token: Token, bracket: str) -> bool:
    return token.kind == "character" and token.text == bracket


def _has_limits(node: Node) -> bool:
    match node:
        case Identifier(function=True):
            return True
        case Operator(text):
            return text in commands.LARGE | commands.INTEGRALS
    return False


def _with_scripts(base: Node, under: Node | None, over: Node | None, limits: bool | None) -> Node:
    if under is None and over is None:
        return base
    match base:
        case Accent(name="underbrace" | "overbrace"):
            return Limits(base, under, over)
        case Identifier(movable=True):
            movable = True
        case Operator(text):
            movable = text in commands.LARGE
        case _:
            movable = False
    if limits or (movable and limits is None):
        return Limits(base, under, over, movable=limits is None)
    return Scripts(base, under, over)


def _is_beside(number: Token, sign: Token) -> bool:
    return number.kind == "number" and number.start == sign.end
