"""Letters that make up one name."""

import re
from collections.abc import Iterable

from sco_quiz.core.markup.tex.nodes import Font, Identifier, Node, Scripts

_WORD_FONTS: tuple[Font, ...] = ("upright", "italic", "sans-serif", "monospace")
# the symbol of an element or a unit at the end of letters
_SYMBOL = re.compile("(?:[A-Z]|(?<![A-Za-z]))[a-z]*$")


def joined(items: Iterable[Node]) -> list[Node]:
    r"""Join letters in a font for words: `\mathrm{kg}` is one name, and in `\mathrm{cm^2}` all of it is squared."""
    found: list[Node] = []
    for item in items:
        match found, item:
            case [*_, Identifier(before, font, False)], Identifier(text, same, False) if font == same in _WORD_FONTS:
                found[-1] = Identifier(before + text, font)
            case [*_, Identifier(before, "upright", False)], Scripts(Identifier(text, "upright", False), sub, sup):
                symbol = _SYMBOL.findall(before)[0] if text.islower() else ""
                rest = before.removesuffix(symbol)
                found[-1:] = [Identifier(rest, "upright")] if rest else []
                found.append(Scripts(Identifier(symbol + text, "upright"), sub, sup))
            case _:
                found.append(item)
    return found
