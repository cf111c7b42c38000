"""A list or pairs that were written in one line, as the lines that were meant."""

import re
from collections.abc import Mapping
from typing import Any

from sco_quiz.core.shorten import shorten
from sco_quiz.core.text import fold

_BULLET = re.compile(r"\s*[•·*]\s*|(?:^|\s+)[-–—](?=\s*\S)\s*")
_ARROW = re.compile(r"\s*(?:[-=–]+>|→|(?<=\s)[=–-](?=\s))\s*")
_MOST = 6


def as_list(field: str, given: Any) -> str:
    """The list that was meant, one line for each item; tags and ids as they have to be written."""
    shown = list_items(given)
    if field in ("tags", "formerly"):
        shown = [re.sub(r"[^a-z0-9]+", "-", fold(item)).strip("-") or item for item in shown]
    more = ["  - …"] if len(shown) > _MOST else []
    return "\n".join([f"{field}:", *(f"  - {shorten(item)}" for item in shown[:_MOST]), *more])


def list_items(given: Any) -> list[str]:
    """The items of a text that holds several: parted by semicolons or commas, or by bullets or dashes."""
    if isinstance(given, Mapping):
        return [f"{_plain(str(key))}: {value}" if value else _plain(str(key)) for key, value in given.items()]
    if not isinstance(given, str):
        return ["…"]
    text = given.strip()
    if text[:1] == "(" and text[-1:] == ")" and "(" not in text[1:]:
        text = text[1:-1]
    for pattern in (r"\s*;\s*", _BULLET, r"\s*,\s*"):
        bulleted = pattern is _BULLET
        parts = [part for part in re.split(pattern, text) if part.strip()]
        if len(parts) > 1 and (not bulleted or _BULLET.match(text) or re.search("[•·]", text)):
            return parts
    return [_plain(text)]


def as_pairs(field: str, given: Any) -> str:
    """The `left: right` lines that were meant, or an example of one."""
    if isinstance(given, list) and given and all(isinstance(item, Mapping) for item in given):
        lines = [f"  {shorten(f'{left}: {right}')}" for item in given for left, right in item.items()]
        return "take the dashes away:\n" + "\n".join([f"{field}:", *lines[:_MOST]])
    if field == "correction":
        right = f" {shorten(given)}" if isinstance(given, str) and ":" not in given else " the true words"
        return (
            f"write the wrong words as they stand in the prompt, then the true ones:\n{field}:\n  wrong words:{right}"
        )
    sides = _ARROW.split(given, maxsplit=1) if isinstance(given, str) else []
    if len(sides) == 2 and not _ARROW.search(sides[1]):
        return f"write one `left: right` line for each:\n{field}:\n  {shorten(sides[0])}: {shorten(sides[1])}"
    return f"write one `left: right` line for each, below `{field}:`"


def _plain(text: str) -> str:
    return _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
