"""Render a side of a card as Anki does, as far as our templates need it: fields, sections, gaps, the input box."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from typing import Literal

from sco_quiz.core.character_references import decoded

Side = Literal["front", "back"]

_SECTION = re.compile(r"\{\{([#^])(\w+)\}\}(.*?)\{\{/\2\}\}", re.DOTALL)
_FIELD = re.compile(r"\{\{(?:(\w+):)?(\w+)\}\}")
_GAP = re.compile(r"\{\{c(\d+)::(.*?)(?:::(.*?))?\}\}", re.DOTALL)
_EMPTY = re.compile(r"(?:\s|</?(?:br|div) ?/?>)*", re.IGNORECASE)
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_NOT_PLAIN = re.compile(r"[^0-9A-Za-z\u0100-\U0010ffff]")


def render_side(template: str, fields: Mapping[str, str], side: Side, ordinal: int = 0) -> str:
    """Fill a template. `ordinal` counts the cards of a note from 0; the input box of the front is empty.

    Raise KeyError for an unknown field or filter.
    """
    filters: dict[str, Callable[[str], str]] = {
        "": str,
        "cloze": partial(_cloze, side=side, number=ordinal + 1),
        "type": partial(_type_in, side=side),
    }
    kept = _SECTION.sub(
        lambda match: match[3] if (match[1] == "^") == bool(_EMPTY.fullmatch(fields[match[2]])) else "", template
    )
    return _FIELD.sub(lambda match: filters[match[1] or ""](fields[match[2]]), kept)


def _cloze(text: str, side: Side, number: int) -> str:
    """Open the gaps of one number on the front, and mark them on the back."""

    def shown(gap: re.Match[str]) -> str:
        ordinal = f'data-ordinal="{gap[1]}"'
        if int(gap[1]) != number:
            return f'<span class="cloze-inactive" {ordinal}>{gap[2]}</span>'
        if side == "back":
            return f'<span class="cloze" {ordinal}>{gap[2]}</span>'
        return f'<span class="cloze" data-cloze="{_attribute(gap[2])}" {ordinal}>[{gap[3] or "..."}]</span>'

    return _GAP.sub(shown, text)


def _attribute(text: str) -> str:
    """Escape text in an attribute as Anki does."""
    return _NOT_PLAIN.sub(lambda found: _NAMED.get(found[0], f"&#x{ord(found[0]):X};"), text)


def _type_in(expected: str, side: Side) -> str:
    """Return the desktop program's input box on the front, and the expected answer on the back."""
    if side == "front":
        return '<center><input type="text" id="typeans"></center>'
    return f"<div><code id=typeans>{escape(decoded(expected))}</code></div>"
