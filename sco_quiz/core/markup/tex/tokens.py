"""The tokens of a formula in TeX, and the error that points at some of them."""

import re
from typing import Literal, NamedTuple

from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.markup.tex.commands import TEXTS

PROBLEM = "bad-formula"

Kind = Literal["words", "name", "begin", "end", "command", "number", "character"]

_TOKEN = re.compile(
    rf"""
    \\(?:{"|".join(sorted(TEXTS, reverse=True))})\s*\{{(?P<words>[^{{}}\\$]*)\}}
  | \\operatorname\*?\s*\{{(?P<name>(?:[^{{}}\\$]|\\,)+)\}}
  | \\begin\s*\{{(?P<begin>[A-Za-z]+\*?)\}}
  | \\end\s*\{{(?P<end>[A-Za-z]+\*?)\}}
  | \\(?P<command>[A-Za-z]+|.)
  | (?P<number>\d+(?:(?:\.|\{{,\}})\d+)*|\.\d+)
  | (?P<character>\S)
    """,
    re.VERBOSE | re.DOTALL | re.ASCII,
)


class Token(NamedTuple):
    """A token with its offsets; `text` is without the backslash, or what is in the braces."""

    kind: Kind
    text: str
    start: int
    end: int

    @property
    def closes(self) -> bool:
        """Whether it ends or divides what is around it."""
        match self.kind:
            case "character":
                return self.text in ("}", "&")
            case "command":
                return self.text in ("\\", "right", "middle")
        return self.kind == "end"


class FormulaError(Exception):
    """Carries a MarkupError out of the tree."""

    def __init__(self, error: MarkupError) -> None:
        super().__init__(error.message)
        self.error = error


class Tokens:
    """The tokens of a formula, taken one by one."""

    def __init__(self, tex: str) -> None:
        self.tex = tex
        self._tokens = [
            Token(kind, found[kind], found.start(), found.end())  # every alternative has exactly one group
            for found in _TOKEN.finditer(tex)
            if (kind := _kind(found))
        ]
        self._at = 0

    def peek(self) -> Token | None:
        """Return the next token."""
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def take(self) -> Token:
        """Return the next token, and continue behind it."""
        self._at += 1
        return self._tokens[self._at - 1]

    def is_next(self, kind: Kind, *texts: str) -> bool:
        """Whether the next token is one of these."""
        token = self.peek()
        return token is not None and token.kind == kind and token.text in texts

    def skip(self, kind: Kind, *texts: str) -> bool:
        """Continue behind the next token if it is one of these."""
        found = self.is_next(kind, *texts)
        self._at += found
        return found

    def take_digit(self) -> str:
        """Return the first digit of the number that is next; the other digits stay."""
        number = self._tokens[self._at]
        self._tokens[self._at] = Token("number", number.text[1:], number.start + 1, number.end)
        return number.text[0]

    def source(self, start: Token, end: Token | None = None) -> str:
        """Return a token as it is typed, or all from one to another."""
        return self.tex[start.start : (end or start).end]

    @property
    def last(self) -> Token:
        """The token that was taken last."""
        return self._tokens[self._at - 1]

    def error(self, message: str, start: Token, end: Token | None = None, meant: str = "") -> FormulaError:
        """Return an error that points at a token, or at all from one to another."""
        return self.error_at(message, start.start, (end or start).end, meant)

    def error_at(self, message: str, start: int, end: int, meant: str = "") -> FormulaError:
        """Return an error that points at a part; it begins earlier where the same part occurs before."""
        while self.tex.find(self.tex[start:end]) < start:
            start -= 1
        return FormulaError(MarkupError(self.tex[start:end], message, meant, PROBLEM))


def _kind(found: re.Match[str]) -> Kind | None:
    return found.lastgroup  # type: ignore[return-value]  # the names of the groups are those of Kind
