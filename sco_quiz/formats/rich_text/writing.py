"""Turn content into HTML that Moodle, Canvas and others show: formulas in TeX, pictures at an address."""

import re
from collections.abc import Callable
from html import escape

from sco_quiz.core.content import Content
from sco_quiz.core.markup.html import HtmlRenderer, image_html, open_gap, page_escape
from sco_quiz.core.nodes import GapMark, Image

_NOTHING = "<span></span>"
_DELIMITER = re.compile(r"(\\)([()\[\]])|(?<=\$)(?=\$)")
_ADDRESS = re.compile(r'href="[^"]*"')
Gap = Callable[[HtmlRenderer, GapMark], str]


def tex(formula: str, display: bool) -> str:
    """Return a formula between the delimiters that MathJax in Moodle and Canvas reads."""
    opening, closing = (r"\[", r"\]") if display else (r"\(", r"\)")
    return f"{opening}{escape(formula, quote=False)}{closing}"


def _literal(text: str) -> str:
    """Escape text; what would begin or end a formula is divided by an empty element."""
    return _DELIMITER.sub(lambda found: f"{found[1] or ''}{_NOTHING}{found[2] or ''}", page_escape(text))


def html_of(content: Content, address: Callable[[Image], str], gap: Gap = open_gap) -> str:
    """Return content as HTML. `address` gives where a picture will be, `gap` renders a gap."""
    renderer = HtmlRenderer(tex, lambda image: image_html(image, address(image), page_escape), _literal, gap)
    html = renderer.content(content)
    return _ADDRESS.sub(lambda found: found[0].replace(_NOTHING, ""), html) if _NOTHING in html else html
