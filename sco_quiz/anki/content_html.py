"""Render content as HTML for the fields of a note."""

from collections.abc import Iterable
from typing import assert_never

from sco_quiz.anki.escape import field_html, gap_html, inline_html
from sco_quiz.core.content import Content, GapMark, Inline, Plain


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


def _inlines(nodes: Iterable[Inline]) -> str:
    return "".join(map(_inline, nodes))


def _inline(node: Inline) -> str:
    match node:
        case Plain(text):
            return inline_html(text)
        case GapMark(number, hidden, hint):
            return _gap(number, hidden, hint)
    assert_never(node)


def _gap(number: int, hidden: Iterable[Inline], hint: str) -> str:
    """Return a gap in the notation of Anki's cloze cards."""
    words = "".join(gap_html(node.text) for node in hidden)
    return f"{{{{c{number}::{words}{'::' * bool(hint)}{gap_html(hint)}}}}}"
