"""Tell the elements that authors put into the text of a note from those of the program around it. Pure.

What is emphasized, code, a list, a table, a link or a picture is content; the program has other elements or attributes.
"""

import re
from collections.abc import Callable
from typing import Literal

from sco_quiz.core.html_tags import closed_part

# what each tag of content becomes; published hashes depend on these characters, which are in no field
_MARK = "\x02{}\x02"
# code keeps its spaces; in other text several are one
_IN_CODE = str.maketrans({" ": "\u2423", "\t": "\u2409"})
_ANY = re.compile(r'<(?:strong|em|code|sub|sup|img|table)\b|<[uo]l class="list"|<a [^<>]*rel=')
_CODE = re.compile(r"(<code\b[^<>]*>)(.*?)(?=</code>)", re.DOTALL)
_TAG = re.compile(r"<(/?)(strong|em|code|pre|sub|sup|img|tr|th|td|a|ul|ol|li)\b([^<>]*)>")
_ATTRIBUTE = re.compile(r'\b(src|alt|href|start)="([^"]*)"')

Element = Literal["content", "frame"]


def with_marks(html: str) -> str:
    """Return the HTML of a field in which the tags of content are marks that no longer look like tags."""
    if "<" not in html or not _ANY.search(html):  # the first is faster
        return html
    closed, rest = closed_part(html, "</code>")
    exact = _CODE.sub(lambda found: found[1] + found[2].translate(_IN_CODE), closed) + rest
    return _TAG.sub(_marker(), exact)


def _marker() -> Callable[[re.Match[str]], str]:
    """Return what replaces each tag in turn; lists and links are of either origin, and their ends do not say which."""
    open_ones: list[tuple[Element, Element]] = []  # the origin of each, and that of the list it is in

    def origin(closing: str, name: str, attributes: str) -> Element:
        if name == "li":
            return open_ones[-1][1] if open_ones else "frame"
        if name not in ("ul", "ol", "a"):
            return "content"
        if closing:
            return open_ones.pop()[0] if open_ones else "frame"
        own: Element = "content" if ("rel=" if name == "a" else 'class="list"') in attributes else "frame"
        around = open_ones[-1][1] if open_ones else "frame"
        open_ones.append((own, around if name == "a" else own))
        return own

    def mark(tag: re.Match[str]) -> str:
        closing, name, attributes = tag.groups()
        if origin(closing, name, attributes) == "frame":
            return tag[0]
        values = "".join(f" {key}={value}" for key, value in sorted(_ATTRIBUTE.findall(attributes)))
        return _MARK.format(f"{closing}{name}{values}")

    return mark
