"""Write any text as Markdown that means exactly this text."""

import re

_SPECIAL = re.compile(r"([\\`*_\[\]<>~^$!|#+-])")


def escaped(text: str) -> str:
    """Return Markdown whose content is the text, character by character."""
    return _SPECIAL.sub(r"\\\1", text)
