"""Turn content into HTML that Moodle, Canvas and others show: formulas in TeX, pictures at an address."""

import re
from collections.abc import Callable, Iterable
from html import escape

from sco_quiz.core.content import Content
from sco_quiz.core.markup.addresses import is_safe
from sco_quiz.core.markup.html import HtmlRenderer, attribute, image_html, open_gap, page_escape
from sco_quiz.core.nodes import (
    Block,
    GapMark,
    Image,
    Inline,
    Paragraph,
    Table,
)

Gap = Callable[[HtmlRenderer, GapMark], str]

_DELIMITER = re.compile(r"\\(?=[()\[\]])|\$")
_SPACES = re.compile(r"(?<=[ \n]) |^ (?= )", re.MULTILINE)


def tex(formula: str, display: bool) -> str:
    """Return a formula between the delimiters that MathJax in Moodle and Canvas reads."""
    opening, closing = (r"\[", r"\]") if display else (r"\(", r"\)")
    return f"{opening}{escape(formula, quote=False)}{closing}"


def text_html(text: str) -> str:
    r"""Return text as HTML that shows these characters: several spaces in a row stay, and none begins a formula.

    >>> text_html(r"a  < \(b\)")
    'a &nbsp;&lt; <span>\\</span>(b\\)'
    """
    return unlike_formulas(page_escape(_SPACES.sub("\0", text)).replace("\0", "&nbsp;"))


def unlike_formulas(html: str) -> str:
    """Return HTML of text in which no formula begins: MathJax looks for both delimiters in the same element."""
    return _DELIMITER.sub(r"<span>\g<0></span>", html) if _DELIMITER.search(html) else html


class _Renderer(HtmlRenderer):
    """Renders content for programs whose style sheets and editors are not ours."""

    __slots__ = ()

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Render blocks: a single paragraph is bare, several are elements."""
        match tuple(blocks):
            case (Paragraph(inlines),):
                return self.inline(inlines)
            case several:
                return "".join(map(self._block_among_others, several))

    def _block_among_others(self, block: Block) -> str:
        return f"<p>{self.inline(block.inlines)}</p>" if isinstance(block, Paragraph) else self._block(block)

    def _link(self, words: str, url: str) -> str:
        address = attribute(page_escape, url)  # in an attribute, nothing begins a formula
        return f'<a href="{address}">{words}</a>' if is_safe(url) else f"{words} ({self.escape(url)})"

    def _code(self, nodes: Iterable[Inline]) -> str:
        code = HtmlRenderer(self.math, self.image, gap=self.gap).inline(nodes).replace("<br>", "\n")
        return f"{code}\n" if code.endswith("\n") else code  # readers of HTML drop the last line feed

    def _table(self, table: Table) -> str:
        html = HtmlRenderer._table(self, table).removeprefix('<div class="table">').removesuffix("</div>")
        return html.replace(' class="align-', ' style="text-align: ')


def html_of(content: Content, address: Callable[[Image], str], gap: Gap = open_gap) -> str:
    """Return content as HTML. `address` gives where a picture will be, `gap` renders a gap."""
    renderer = _Renderer(tex, lambda image: image_html(image, address(image), page_escape), text_html, gap)
    return renderer.content(content)
