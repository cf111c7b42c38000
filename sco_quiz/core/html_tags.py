"""Leave the tags out of HTML."""

import re

_TAG = re.compile(r"<[^>]*>")


def without_tags(html: str, instead: str = " ") -> str:
    """Return HTML with something else in place of each tag.

    >>> without_tags("a<br>b < c")
    'a b < c'
    """
    closed, rest = closed_part(html, ">")
    return _TAG.sub(instead, closed) + rest


def closed_part(text: str, closing: str) -> tuple[str, str]:
    """Split text behind its last closing mark; behind it, each opening one would be searched through all of the rest.

    >>> closed_part("<b>x</b> <b <b", "</b>")
    ('<b>x</b>', ' <b <b')
    """
    before, mark, rest = text.rpartition(closing)
    return before + mark, rest
