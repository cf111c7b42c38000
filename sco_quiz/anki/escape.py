"""Plain text made harmless for fields, deck names and tags."""

import html
import re
import unicodedata

from sco_quiz.core.errors import ExportError

_LIVE = str.maketrans({"[": "&#91;", "\\": "&#92;", "{": "&#123;", "}": "&#125;", "\r": None, "\n": "<br>"})
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def field_html(text: str) -> str:
    """Text as HTML in which nothing is markup, sound, LaTeX, a field or a gap; line ends become `<br>`."""
    return html.escape(text.strip(), quote=False).translate(_LIVE)


def inline_html(text: str) -> str:
    """Like `field_html` for a part of a text, whose outer spaces count."""
    return html.escape(text, quote=False).translate(_LIVE)


def gap_html(text: str) -> str:
    """Text inside a gap, where a colon could end it."""
    return inline_html(text).replace(":", "&#58;")


def deck_part(title: str, otherwise: str) -> str:
    """A title as one level of a deck name: no level separator, no quote that Anki drops; never empty."""
    text = unicodedata.normalize("NFC", title).replace('"', "'")
    text = re.sub(r":\s*:[:\s]*", ": ", " ".join(text.split())).strip(" :")
    return text or otherwise


def tag(group: str, value: str) -> str:
    """A tag such as `topic::security`; spaces and separators inside the value become hyphens."""
    safe = re.sub(r"[\s\u0000-\u001f\"]+|::+", "-", value).strip("-:") or "none"
    return f"{group}::{safe}"


def refuse_unsafe(text: str, where: str) -> None:
    """Raise ExportError, which says where, for a character that Anki would drop or choke on."""
    found = _UNSAFE.search(text)
    if found:
        raise ExportError(f"{where} holds the character U+{ord(found[0]):04X}, which Anki cannot keep")
