"""Escape plain text for the HTML that cards and pages show."""

import html

# what Anki or the page still interprets in escaped HTML: media, LaTeX, fields, gaps
_LIVE = {"[": "&#91;", "\\": "&#92;", "{": "&#123;", "}": "&#125;", "\r": "", "\n": "<br>"}


def field_html(text: str) -> str:
    """Escape text so that none of it is markup, sound, LaTeX, a field or a gap; line feeds become `<br>`."""
    return inline_html(text.strip())


def inline_html(text: str) -> str:
    """Escape part of a line like `field_html`, but preserve the spaces around it."""
    escaped = html.escape(text, quote=False)
    for live, harmless in _LIVE.items():  # faster than `translate`, which looks at each character
        escaped = escaped.replace(live, harmless)
    return escaped


def attribute_html(text: str) -> str:
    """Escape text inside the double quotes of an attribute."""
    return inline_html(text).replace('"', "&quot;")


def gap_html(text: str) -> str:
    """Escape text inside a gap, where a colon could end it."""
    return inline_html(text).replace(":", "&#58;")
