"""Names of decks and tags, and what Anki cannot store."""

import re
import unicodedata
from functools import lru_cache

from sco_quiz.core.errors import ExportError

_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def deck_part(title: str, otherwise: str) -> str:
    """Return a title as one level of a deck name: without level separators and quotes, which Anki drops.

    An empty one becomes `otherwise`.
    """
    # Anki normalizes names: decks that differ in their composition alone would be one
    text = unicodedata.normalize("NFC", title).replace('"', "'")
    text = re.sub(r":\s*:[:\s]*", ": ", " ".join(text.split())).strip(" :")
    return text or otherwise


@lru_cache(maxsize=4096)  # most notes share their tags with others
def tag(group: str, *levels: str) -> str:
    """Return a tag such as `topic::security`; spaces and separators inside a level become hyphens."""
    safe = [re.sub(r"[\s\u0000-\u001f\"]+|::+", "-", level).strip("-:") for level in levels]
    return "::".join((group, *filter(None, safe))) if any(safe) else f"{group}::none"


def has_unsafe(text: str) -> bool:
    """Return whether text has a character that Anki drops or fails to import."""
    return bool(_UNSAFE.search(text))


def refuse_unsafe(text: str, where: str) -> None:
    """Raise ExportError, which says where, for a character that Anki drops or fails to import."""
    found = _UNSAFE.search(text)
    if found:
        raise ExportError(f"{where} contains the character U+{ord(found[0]):04X}, which Anki cannot store")
