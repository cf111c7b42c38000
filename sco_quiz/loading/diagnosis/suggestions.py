"""Suggest the lines that were meant by a list or by pairs on one line."""

import re
from collections.abc import Mapping
from typing import Any

from sco_quiz.core.shorten import shorten
from sco_quiz.core.tag import tag_like
from sco_quiz.loading.hints import slugify

_BULLET = re.compile(r"\s*[•·*]\s*|(?:^|\s+)[-–—](?=\s*\S)\s*")
_NUMBER = re.compile(r"(?:^|(?<=\s))\d{1,2}[.)]\s")
_ARROW = re.compile(r"\s*(?:[-=–]+>|→|(?<=\s)[=–-](?=\s))\s*")
_MAX_SHOWN = 6  # items in a hint: enough to see the form
_MAX_READ = 2000  # characters: the time of a search grows with the square of a run of spaces


def as_list(field: str, given: Any) -> str:
    """Return the list that was meant, one line per item; tags and ids as they have to be written."""
    items = list_items(given)
    if field == "tags":
        items = [tag_like(item) or item for item in items]
    if field == "formerly":
        items = [slugify(item, default=item) for item in items]
    more = ["  - …"] if len(items) > _MAX_SHOWN else []
    return "\n".join([f"{field}:", *(f"  - {shorten(item)}" for item in items[:_MAX_SHOWN]), *more])


def list_items(given: Any) -> list[str]:
    """Return the items of one text, separated by semicolons, bullets, dashes or commas."""
    if isinstance(given, Mapping):
        return [f"{_plain(str(key))}: {value}" if value else _plain(str(key)) for key, value in given.items()]
    if not isinstance(given, str):
        return ["…"]
    text = given[:_MAX_READ].strip()
    if text[:1] == "(" and text[-1:] == ")" and "(" not in text[1:]:
        text = text[1:-1]
    if _NUMBER.match(text):
        return [part.strip() for part in _NUMBER.split(text) if part.strip()]
    for pattern in (r"\s*;\s*", _BULLET, r"\s*,\s*"):
        bulleted = pattern is _BULLET
        parts = [part for part in re.split(pattern, text) if part.strip()]
        # a dash within a sentence separates no items
        if len(parts) > 1 and (not bulleted or _BULLET.match(text) or re.search("[•·]", text)):
            return parts
    return [_plain(text)]


def as_pairs(field: str, given: Any) -> str:
    """Return the `left: right` lines that were meant, or an example of one."""
    if isinstance(given, list) and given and all(isinstance(item, Mapping) for item in given):
        pairs = [f"  {shorten(f'{left}: {right}')}" for item in given for left, right in item.items()]
        return "\n".join(["remove the dashes:", f"{field}:", *pairs[:_MAX_SHOWN]])
    if field == "correction":
        right = shorten(given) if isinstance(given, str) and ":" not in given else "the right words"
        lead = "write the wrong words exactly as in the prompt, then the right ones:"
        return f"{lead}\n{field}:\n  wrong words: {right}"
    if field == "allow":
        rule = shorten(str(list_items(given)[0] if isinstance(given, str) else (given or ["rule"])[0]))
        return f"give the reason after each rule:\n{field}:\n  {rule}: the reason"
    sides = _ARROW.split(given[:_MAX_READ], maxsplit=1) if isinstance(given, str) else []
    if len(sides) == 2 and not _ARROW.search(sides[1]):
        pair = f"{shorten(sides[0])}: {shorten(sides[1])}"
        return f"write one `left: right` line for each pair:\n{field}:\n  {pair}"
    return f"write one `left: right` line for each pair, below `{field}:`"


def _plain(text: str) -> str:
    return _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
