"""Letters and digits of the fonts of formulas, in Unicode."""

import unicodedata
from collections.abc import Iterator

from sco_quiz.core.markup.tex.nodes import Font

_STYLES: dict[Font, str] = {
    "bold": "BOLD",
    "double-struck": "DOUBLE-STRUCK",
    "script": "SCRIPT",
    "fraktur": "FRAKTUR",
}


def styled(text: str, font: Font) -> str:
    """Return text in a font, as far as Unicode has its characters; fonts that carry no meaning change nothing.

    >>> styled("R", "double-struck"), styled("x2", "bold"), styled("L", "script"), styled("kg", "upright")
    ('ℝ', '𝐱𝟐', 'ℒ', 'kg')
    """
    return "".join(map(_styled, text, [_STYLES[font]] * len(text))) if font in _STYLES else text


def _styled(character: str, style: str) -> str:
    for name in _names(character, style):
        try:
            return unicodedata.lookup(name)
        except KeyError:
            continue
    return character


def _names(character: str, style: str) -> Iterator[str]:
    """Yield what Unicode may call a character in a style: some letters are older than the block for formulas."""
    name = unicodedata.name(character, "")
    for word in ("LATIN ", "GREEK ", "LETTER "):
        name = name.replace(word, "")
    yield f"MATHEMATICAL {style} {name}"
    yield f"{'BLACK-LETTER' if style == 'FRAKTUR' else style} {name}"
