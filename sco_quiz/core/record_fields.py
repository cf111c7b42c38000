"""Fields of a row or line of unknown origin, looked at before they are believed."""

from collections.abc import Mapping
from typing import Any

LATEST = 32_503_680_000_000
"""The year 3000 in ms since 1970: a later moment is a mistake, and no calendar reaches much further."""


def text_in(values: Mapping[str, Any], name: str) -> str:
    """A text that can be written anywhere. Raises TypeError or ValueError for anything else, as do those below."""
    value = values[name]
    if not isinstance(value, str):
        raise TypeError(f"`{name}` is a text")
    if value.encode("utf-8", "ignore").decode() != value:
        raise ValueError(f"`{name}` holds half of a character")
    return value


def whole_in(values: Mapping[str, Any], name: str) -> int:
    """A whole number, such as a moment or a duration in ms."""
    value = values[name]
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LATEST:
        raise TypeError(f"`{name}` is a whole number from 0 to {LATEST}")
    return value


def yes_in(values: Mapping[str, Any], name: str) -> bool:
    """True or false."""
    if not isinstance(values[name], bool):
        raise TypeError(f"`{name}` is true or false")
    return bool(values[name])
