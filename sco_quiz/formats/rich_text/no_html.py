"""Markdown whose text other programs do not take for HTML: ours has none, so `<b>` is text in it."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_TAG = re.compile(r"(?<!\\)<(?=[A-Za-z/!?])")
_ROUNDS = 8  # an escape changes where blocks begin and end


def without_html(markdown: str) -> str:
    r"""Return Markdown that shows its tags as text; those in code stay as they are.

    >>> without_html("Is <b>x</b> or `<i>` bold?")
    'Is \\<b>x\\</b> or `<i>` bold?'
    """
    if "<" not in markdown:
        return markdown
    lines = markdown.split("\n")
    for _ in range(_ROUNDS):
        found = [token for token in _reader().parse("\n".join(lines)) if _has_html(token)]
        if not found:
            return "\n".join(lines)
        for token in found:
            first, last = token.map or (0, len(lines))
            lines[first:last] = _escaped("\n".join(lines[first:last]), token).split("\n")
    return "\n".join(lines).replace("<", "&lt;")


def _has_html(token: Token) -> bool:
    return token.type == "html_block" or any(child.type == "html_inline" for child in token.children or ())


def _escaped(text: str, token: Token) -> str:
    if token.type == "html_block":
        return _TAG.sub(r"\\<", text)
    end, parts = 0, []
    for child in token.children or ():
        # code is passed by, for it may have the same characters
        start = text.find(child.content, end) if child.type in ("html_inline", "code_inline") else -1
        if start >= 0:
            parts += [text[end:start], "\\" if child.type == "html_inline" else "", child.content]
            end = start + len(child.content)
    return "".join([*parts, text[end:]])


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")
