"""A side of a card as Anki renders it, as far as our templates go: fields, sections, gaps, the place to type."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from html import escape, unescape
from typing import Literal

Side = Literal["front", "back"]

_SECTION = re.compile(r"\{\{#(\w+)\}\}(.*?)\{\{/\1\}\}", re.DOTALL)
_FIELD = re.compile(r"\{\{(?:(\w+):)?(\w+)\}\}")
_GAP = re.compile(r"\{\{c(\d+)::(.*?)(?:::(.*?))?\}\}", re.DOTALL)
_EMPTY = re.compile(r"(?:\s|</?(?:br|div) ?/?>)*", re.IGNORECASE)
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_NOT_PLAIN = re.compile(r"[^0-9A-Za-z\u0100-\U0010ffff]")


def render_side(template: str, fields: Mapping[str, str], side: Side, ordinal: int = 0) -> str:
    """Fill a template; `ordinal` counts the cards of a note from 0. Nothing is typed on the front.

    Raises KeyError for a field or a filter that is not known here.
    """
    filters: dict[str, Callable[[str], str]] = {
        "": str,
        "cloze": partial(_cloze, side=side, number=ordinal + 1),
        "type": partial(_type_in, side=side),
    }
    kept = _SECTION.sub(lambda match: "" if _EMPTY.fullmatch(fields[match[1]]) else match[2], template)
    return _FIELD.sub(lambda match: filters[match[1] or ""](fields[match[2]]), kept)


def _cloze(text: str, side: Side, number: int) -> str:
    """The text with the gaps of one number open on the front and marked on the back."""

    def shown(gap: re.Match[str]) -> str:
        ordinal = f'data-ordinal="{gap[1]}"'
        if int(gap[1]) != number:
            return f'<span class="cloze-inactive" {ordinal}>{gap[2]}</span>'
        if side == "back":
            return f'<span class="cloze" {ordinal}>{gap[2]}</span>'
        return f'<span class="cloze" data-cloze="{_attribute(gap[2])}" {ordinal}>[{gap[3] or "..."}]</span>'

    return _GAP.sub(shown, text)


def _attribute(text: str) -> str:
    """Text in an attribute, as Anki escapes it."""
    return _NOT_PLAIN.sub(lambda sign: _NAMED.get(sign[0], f"&#x{ord(sign[0]):X};"), text)


def _type_in(expected: str, side: Side) -> str:
    """The desktop program's box on the front, and on the back what it expected."""
    if side == "front":
        return '<center><input type="text" id="typeans"></center>'
    return f"<div><code id=typeans>{escape(unescape(expected))}</code></div>"
