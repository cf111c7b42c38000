"""Which options a key means: by their letters, their numbers or their text."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from sco_quiz.core.letters import lower

KeyStyle = Literal["text", "letter", "number", "number from 0"]
Keyed = tuple[str, Sequence[str]]
"""The key of a row, and its options, with an empty string for each missing one."""

STYLES: tuple[KeyStyle, ...] = ("text", "letter", "number", "number from 0")
SHOWN: dict[KeyStyle, str] = {
    "text": "the text of the right option",
    "letter": "the letter of the right option",
    "number": "the number of the right option, counted from 1",
    "number from 0": "the number of the right option, counted from 0",
}
_BETWEEN = re.compile(r"\s*(?:[,;|/&+\n]|\band\b|\by\b|\be\b|\bund\b|\bet\b|\s)\s*")
_BETWEEN_TEXTS = re.compile(r"(?:(?<!\s)\s+)?[;|\n]\s*")
# what may be beside a letter or number: `(b)`, `B.`, `Option B`
_BESIDE = re.compile(r"^\w{3,}\s+(?=\S{1,3}$)|[()\[\].:]")
_LETTER = re.compile(r"^\s*\(?[A-Za-z][).:]\s*(?=\S)")  # of an option such as `A) Paris`
_MAX_DIGITS = 4  # of the number of an option
_ALPHABETS = ("абвгдежз", "abcdefghijklmnopqrstuvwxyz")


class Style(NamedTuple):
    """How the keys of a sheet are given; `rival` is another one that explains all of them, with other results."""

    style: KeyStyle
    rival: KeyStyle | None = None


def right_options(key: str, options: Sequence[str], style: KeyStyle) -> tuple[int, ...]:
    """Return the positions of the options that a key means, from 0; none if it means anything else.

    >>> right_options("B", ["x", "y"], "letter"), right_options("1,3", ["x", "y", "z"], "number")
    ((1,), (0, 2))
    """
    found = _by_text(key, options) if style == "text" else _by_position(key, style)
    if any(at >= len(options) or not options[at].strip() for at in found):
        return ()
    return tuple(dict.fromkeys(found))


def _by_text(key: str, options: Sequence[str]) -> tuple[int, ...]:
    numbered = list(enumerate(options))[::-1]
    bare = {folded(_LETTER.sub("", option)): at for at, option in numbered if option.strip()}
    texts = bare | {folded(option): at for at, option in numbered if option.strip()}
    if folded(key) in texts:
        return (texts[folded(key)],)
    parts = [folded(part) for part in _BETWEEN_TEXTS.split(key.strip()) if part]
    return tuple(texts[part] for part in parts) if len(parts) > 1 and all(part in texts for part in parts) else ()


def folded(text: str) -> str:
    """Return text as it is compared: without case, outer and double spaces."""
    return lower(" ".join(text.split()))


def _by_position(key: str, style: KeyStyle) -> tuple[int, ...]:
    marks = [part for part in _BETWEEN.split(_BESIDE.sub("", key.strip())) if part]
    if style == "letter" and len(marks) == 1 and marks[0].isupper() and list(marks[0]) == sorted(set(marks[0])):
        marks = list(marks[0])  # `AC`
    positions = [_position(mark, style) for mark in marks]
    return () if None in positions else tuple(at for at in positions if at is not None)


def _position(mark: str, style: KeyStyle) -> int | None:
    if style == "letter":
        if len(mark) != 1:
            return None
        # two letters in lower case, as of `\u0130`, are none
        return next((at for letters in _ALPHABETS if (at := letters.find(mark.lower())) >= 0), None)
    if not mark.isdecimal() or len(mark) > _MAX_DIGITS:
        return None
    at = int(mark) - (style == "number")
    return at if at >= 0 else None


def style_of(keyed: Iterable[Keyed]) -> Style:
    """Return the way of giving keys that explains most rows; of equal ones the one that matches least by chance."""
    rows = [(key, options) for key, options in keyed if key]
    meant = {style: [right_options(key, options, style) for key, options in rows] for style in STYLES}
    counts = {style: sum(map(bool, found)) for style, found in meant.items()}
    best = max(STYLES, key=lambda style: counts[style])
    rivals = (style for style in STYLES if style != best and counts[style] == counts[best] == len(rows))
    # numbers that never reach 0 or the last option can be counted from either; from 1 is how people count
    rival = next((style for style in rivals if meant[style] != meant[best] and style != "number from 0"), None)
    return Style(best, rival)
