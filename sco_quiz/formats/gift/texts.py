"""Write text as GIFT: with escapes, as plain text or HTML, depending on what it needs."""

import re

from sco_quiz.core.content import Content
from sco_quiz.core.markup.html import HtmlRenderer, page_escape
from sco_quiz.core.nodes import GapMark
from sco_quiz.formats.exchange.item import marker
from sco_quiz.formats.exchange.setting import below_setting
from sco_quiz.formats.rich_text.writing import tex, unlike_formulas

_SPECIAL = re.compile(r"[\\#=~{}:]")
# the others have no meaning in items, and attributes need their equals sign
_IN_ITEMS = re.compile(r"[\\#{}]")
# what HTML, plain text and Moodle's own format read in the same way; a bracket would begin the name of a format, and
# these delimiters a formula
_SIMPLE = re.compile(r"(?!\[|[^\n]*(?:\\[(\[]|\$\$))(?:[^&<>\s\[]|\[|(?<! ) (?! ))+")
# to Moodle, an arrow between answers makes a question one of matching
_ARROW = "->"
_SPACES = re.compile(r"[^\S\n\xa0]{2}|[\t\v\f]|^ | $|\n ", re.MULTILINE)


def escaped(text: str) -> str:
    """Return text with the escapes of GIFT, on one line."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text).replace("\n", "\\n")


def rich(content: Content) -> str:
    """Return content as GIFT, with the name of its format where that matters."""
    text = content.plain
    if content.is_literal and _SIMPLE.fullmatch(text):
        return escaped(text)
    if content.is_literal:
        return f"[plain]{escaped(text)}"
    return f"[html]{escaped(html_of(content))}"


def without_arrow(content: Content) -> str:
    """Return content as GIFT that has no arrow."""
    return rich(content) if _ARROW not in content.plain else f"[html]{escaped(html_of(content))}"


def prompt(content: Content, setting: Content | None) -> str:
    """Return a prompt below its setting."""
    if setting is None and not content.gaps:
        return rich(content)
    return f"[html]{escaped(below_setting(html_of(setting) if setting else '', html_of(content)))}"


def typed(content: Content) -> str:
    """Return an answer to type, in which Moodle would take a star for any characters."""
    return escaped(content.plain.replace("*", "\\*"))


def html_of(content: Content) -> str:
    """Return content as HTML, with words for pictures and the marker of each gap."""
    return HtmlRenderer(tex, lambda image: page_escape(image.alt), _escape, _gap).content(content)


def _escape(text: str) -> str:
    return unlike_formulas(page_escape(text))


def _gap(_html: HtmlRenderer, gap: GapMark) -> str:
    return marker(gap.number)


def entities(content: Content) -> str:
    """Return HTML on one line without special characters, for items to order: Moodle undoes no escapes in them."""
    html = _IN_ITEMS.sub(lambda found: f"&#{ord(found[0])};", html_of(content)).replace("\n", "&#10;")
    # two slashes at the start of a line would make it a comment
    return re.sub("^//", "&#47;/", html)


def joins_spaces(content: Content) -> bool:
    """Return whether HTML would join spaces of text that is to be shown character by character."""
    return content.is_literal and bool(_SPACES.search(content.plain))
