"""Render content as HTML, for cards and pages; what differs between them is given as hooks."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import assert_never

from sco_quiz.core.content import Content
from sco_quiz.core.markup.addresses import is_safe
from sco_quiz.core.nodes import (
    Alignment,
    Block,
    BulletList,
    Code,
    CodeBlock,
    Correction,
    Emphasis,
    GapMark,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    MathBlock,
    NumberedList,
    Paragraph,
    Plain,
    Row,
    Strong,
    Subscript,
    Superscript,
    Table,
)

Escape = Callable[[str], str]

_ELEMENTS: dict[type[Inline], str] = {Emphasis: "em", Strong: "strong", Subscript: "sub", Superscript: "sup"}
_NO_LANGUAGE = re.compile(r"[^\w.+#-]+")


def page_escape(text: str) -> str:
    """Escape text for a page; a line feed becomes `<br>`."""
    return escape(text, quote=False).replace("\n", "<br>")


def open_gap(html: "HtmlRenderer", gap: GapMark) -> str:
    """Render a gap that shows only its hint."""
    return html.escape(f"[{gap.hint or '…'}]")


def filled_gap(html: "HtmlRenderer", gap: GapMark) -> str:
    """Render what a gap hides."""
    return f"<b>{html.inline(gap.hidden)}</b>"


@dataclass(frozen=True, slots=True)
class HtmlRenderer:
    """Renders content as HTML that contains no script and no style.

    `math` renders a formula, on lines of its own if its second argument is true; `image` a picture; `gap` a gap.
    `escape` makes text literal, and line feeds `<br>`.
    """

    math: Callable[[str, bool], str]
    image: Callable[[Image], str]
    escape: Escape = page_escape
    gap: Callable[["HtmlRenderer", GapMark], str] = open_gap

    def content(self, content: Content) -> str:
        """Render content as a whole, without the white space around it."""
        match content.blocks:
            case (Paragraph((Plain(text),)),):
                return self.escape(text.strip())
            case blocks:
                # a line feed at the end stays as <br>: without it, published notes would count as changed
                return self.blocks(blocks).strip()

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Render blocks. Paragraphs are lines with an empty one between, as in text without markup."""
        parts = []
        for before, block in pairwise((None, *blocks)):
            if isinstance(before, Paragraph) and isinstance(block, Paragraph):
                parts.append("<br><br>")
            parts.append(self._block(block) if block else "")
        return "".join(parts)

    def inline(self, nodes: Iterable[Inline]) -> str:
        """Render inline nodes as part of a line, with the white space around them."""
        return "".join(map(self._inline, nodes))

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(inlines):
                return self.inline(inlines)
            case CodeBlock(inlines, language):
                name = _NO_LANGUAGE.sub("", language)
                known = f' class="language-{name}"' if name else ""
                return f'<pre dir="ltr"><code{known}>{self._code(inlines)}</code></pre>'
            case MathBlock(tex):
                return self.math(tex, True)
            case BulletList(items):
                return f'<ul class="list">{self._items(items)}</ul>'
            case NumberedList(items, start):
                number = f' start="{start}"' if start != 1 else ""
                return f'<ol class="list"{number}>{self._items(items)}</ol>'
            case Table():
                return self._table(block)
        assert_never(block)

    def _items(self, items: Iterable[tuple[Block, ...]]) -> str:
        return "".join(f"<li>{self.blocks(item)}</li>" for item in items)

    def _table(self, table: Table) -> str:
        header = self._row("th", table.header, table.alignments)
        rows = "".join(self._row("td", row, table.alignments) for row in table.rows)
        # the element around it scrolls where the table is wider than the page
        return f'<div class="table"><table><thead>{header}</thead><tbody>{rows}</tbody></table></div>'

    def _row(self, element: str, cells: Row, alignments: Iterable[Alignment]) -> str:
        inside = "".join(self._cell(element, *cell) for cell in zip(cells, alignments, strict=True))
        return f"<tr>{inside}</tr>"

    def _cell(self, element: str, nodes: tuple[Inline, ...], alignment: Alignment) -> str:
        name = element if nodes else "td"  # a header without words would have no name for a screen reader
        aligned = f' class="align-{alignment}"' if alignment else ""
        return f'<{name}{aligned} dir="auto">{self.inline(nodes)}</{name}>'

    def _inline(self, node: Inline) -> str:
        match node:
            case Plain(text):
                return self.escape(text)
            case Emphasis(nodes) | Strong(nodes) | Subscript(nodes) | Superscript(nodes):
                element = _ELEMENTS[type(node)]
                return f"<{element}>{self.inline(nodes)}</{element}>"
            case Code(nodes):
                return f'<code dir="ltr">{self._code(nodes)}</code>'
            case Math(tex):
                return self.math(tex, False)
            case Link(nodes, url):
                return self._link(self.inline(nodes), url)
            case LineBreak():
                return "<br>"
            case Image():
                return self.image(node)
            case GapMark():
                return self.gap(self, node)
            case Correction(wrong, right):
                return f"<del>{self.inline(wrong)}</del> <ins>{self.inline(right)}</ins>"
        assert_never(node)

    def _code(self, nodes: Iterable[Inline]) -> str:
        return self.inline(nodes).replace("<br>", "\n")  # code has no other line breaks, and its text keeps them

    def _link(self, words: str, url: str) -> str:
        if not is_safe(url):
            return f"{words} ({self.escape(url)})"
        return f'<a href="{attribute(self.escape, url)}" rel="noopener">{words}</a>'


def attribute(escape: Escape, text: str) -> str:
    """Escape text as a line inside the double quotes of an attribute."""
    return escape(" ".join(text.split())).replace('"', "&quot;")


def image_html(image: Image, source: str, escape: Escape, size: tuple[int, int] = (0, 0)) -> str:
    """Return a picture at an address, with its size in pixels if it is known."""
    known = ' width="{}" height="{}"'.format(*size) if all(size) else ""
    return f'<img src="{attribute(escape, source)}" alt="{attribute(escape, image.alt)}"{known}>'
