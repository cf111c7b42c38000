"""Render content as HTML for the fields of a note."""

from collections.abc import Callable, Iterable

from sco_quiz.anki.escape import field_html, gap_html, inline_html
from sco_quiz.core.content import Content
from sco_quiz.core.nodes import GapMark, Inline, Plain
from sco_quiz.core.plain_text import plain_text

Escape = Callable[[str], str]


def content_html(content: Content) -> str:
    """Render content as a whole field or list item, without the white space around it."""
    match content.inlines:
        case (Plain(text),):
            return field_html(text)
        case nodes:
            # a line feed at the end stays as <br>: without it, published notes would count as changed
            return _inlines(nodes).strip()


def inline_content_html(content: Content) -> str:
    """Render content as part of a line, with the white space around it."""
    return _inlines(content.inlines)


def _inlines(nodes: Iterable[Inline], escape: Escape = inline_html) -> str:
    return "".join(_inline(node, escape) for node in nodes)


def _inline(node: Inline, escape: Escape) -> str:
    match node:
        case Plain(text):
            return escape(text)
        case GapMark(number, hidden, hint):
            shown = f"::{gap_html(hint)}" if hint else ""
            return f"{{{{c{number}::{_inlines(hidden, gap_html)}{shown}}}}}"  # the notation of Anki's cloze cards
        case _:
            return escape(plain_text((node,)))
