"""Markdown as content: a subset of CommonMark, read by markdown-it, with tables, scripts and formulas.

Read are emphasis, code, links, lists, tables, line breaks, pictures, `H~2~O`, `x^2^`, `$…$` and `$$…$$`. Everything
else stays as it is typed: HTML, headings, quotations, entities, rules. A line feed is a line break, since YAML has
joined the lines that its author only wrapped.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, image
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.dollarmath.index import math_inline_dollar
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from sco_quiz.core.content import Content
from sco_quiz.core.gap_syntax import MarkupError
from sco_quiz.core.markup.embedded import Embedded, ParseInline, plain_nodes
from sco_quiz.core.nodes import (
    MAX_DEPTH,
    Alignment,
    Block,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
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
from sco_quiz.core.plain_text import plain_text

_NOT_READ = ("code", "blockquote", "hr", "reference", "html_block", "heading", "lheading", "html_inline", "entity")
# stands for embedded nodes while the text around them is parsed; none is in the source, see `_with_stand_ins`
_STAND_INS = range(0xF0000, 0xFFFFE)
_ALIGNMENTS: dict[str, Alignment] = {
    "text-align:left": "left",
    "text-align:center": "center",
    "text-align:right": "right",
}
_PAIRS: dict[str, Callable[[tuple[Inline, ...]], Inline]] = {
    "em": Emphasis,
    "strong": Strong,
    "sub": Subscript,
    "sup": Superscript,
}


class _Refused(Exception):
    """Carries a MarkupError out of the tree."""

    def __init__(self, error: MarkupError) -> None:
        self.error = error


def parse_markdown(source: str, embedded: Sequence[Embedded] = ()) -> Content | MarkupError:
    """Parse Markdown around embedded nodes. A single line may begin with `-` or `1.` without being a list."""
    text, nodes = _with_stand_ins(source, embedded)
    reader = _reader()
    try:
        one_line = "\n" not in text.strip()
        tokens = reader.parseInline(text.strip()) if one_line else reader.parse(text)
        tree = _Tree(source, nodes)
        blocks = tuple(tree.line(tokens[0])) if one_line else tree.blocks(tokens)
    except _Refused as refused:
        return refused.error
    return Content(source, blocks or (Paragraph(()),))


def _with_stand_ins(source: str, embedded: Sequence[Embedded]) -> tuple[str, dict[str, Embedded]]:
    """Return the source with a character of its own for each embedded node, and the nodes by these characters."""
    free = (character for character in map(chr, _STAND_INS) if character not in source)
    parts, end, nodes = [], 0, {}
    for each, stand_in in zip(embedded, free, strict=False):
        parts += [source[end : each.start], stand_in]
        end, nodes[stand_in] = each.end, each
    return "".join([*parts, source[end:]]), nodes


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"maxNesting": 2 * MAX_DEPTH}).enable("table").disable(list(_NOT_READ))
    # which addresses are allowed, the checks of the bank say; none is re-encoded, for some are names of files
    reader.validateLink = lambda url: True  # type: ignore[method-assign]
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]
    reader.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    reader.use(sub_plugin).use(superscript_plugin)
    reader.use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False, double_inline=True)
    reader.inline.ruler.at("math_inline", _formula)
    reader.inline.ruler.at("image", _picture)
    return reader


_dollars = math_inline_dollar(allow_space=False, allow_digits=False, allow_double=True)


def _formula(state: StateInline, silent: bool) -> bool:
    """Read a formula; the dollar of a price such as US$5 opens none."""
    return not state.src[state.pos - 1 : state.pos].isalnum() and _dollars(state, silent)


def _picture(state: StateInline, silent: bool) -> bool:
    """Read a picture, and remember how it is written."""
    start = state.pos
    found = image(state, silent)
    if found and not silent:
        state.tokens[-1].meta["source"] = state.src[start : state.pos]
    return found


class _Tree:
    """Builds content from the tokens of markdown-it, with embedded nodes in place of their stand-ins."""

    def __init__(self, source: str, embedded: dict[str, Embedded]) -> None:
        self._source, self._embedded = source, embedded
        self._stand_in = re.compile(f"([{''.join(embedded)}])") if embedded else None

    def line(self, token: Token) -> Iterator[Block]:
        """Yield the block of a single line: a formula that is all of it is one of its own."""
        match token.children:
            case [Token(type="math_inline_double", content=tex)]:
                yield MathBlock(self._without_gaps(tex, "a formula"))
            case _:
                yield Paragraph(self.inlines(token))

    def blocks(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        """Build the blocks of a run of tokens."""
        if any(token.level > MAX_DEPTH for token in tokens):
            raise _Refused(MarkupError("", "lists are nested too deeply", name="broken-markup"))
        return tuple(block for run in _runs(tokens) for block in self._block(run))

    def _block(self, run: Sequence[Token]) -> Iterator[Block]:
        first, within = run[0], run[1:-1]
        match first.type:
            case "paragraph_open":
                yield from self.line(within[0])
            case "fence":
                yield CodeBlock(self._literal(first.content.removesuffix("\n")), first.info.split(" ")[0].strip())
            case "math_block":
                yield MathBlock(self._without_gaps(first.content.strip(), "a formula"))
            case "bullet_list_open":
                yield BulletList(self._items(within))
            case "ordered_list_open":
                yield NumberedList(self._items(within), int(first.attrGet("start") or 1))
            case "table_open":
                yield self._table(within)
            case _:  # pragma: no cover - no other rule is enabled
                raise AssertionError(first.type)

    def _items(self, tokens: Sequence[Token]) -> tuple[tuple[Block, ...], ...]:
        return tuple(self.blocks(run[1:-1]) for run in _runs(tokens))

    def _table(self, tokens: Sequence[Token]) -> Table:
        header, *rows = (self._row(run) for run in _rows(tokens))
        cells = (token for token in tokens if token.type == "th_open")
        alignments = tuple(_ALIGNMENTS.get(str(token.attrGet("style") or ""), "") for token in cells)
        return Table(header, tuple(rows), alignments)

    def _row(self, tokens: Sequence[Token]) -> Row:
        return tuple(self.inlines(token) for token in tokens if token.type == "inline")

    def inlines(self, token: Token) -> tuple[Inline, ...]:
        """Build the inline nodes of a token."""
        stack: list[tuple[Token, list[Inline]]] = [(token, [])]
        for child in token.children or ():
            if child.nesting == 1:
                stack.append((child, []))
                if len(stack) > MAX_DEPTH:
                    raise _Refused(MarkupError("", "emphasis is nested too deeply", name="broken-markup"))
            elif child.nesting == -1:
                opening, nodes = stack.pop()
                stack[-1][1].append(self._pair(opening, tuple(nodes)))
            else:
                stack[-1][1].extend(self._inline(child))
        return _joined(stack[0][1])

    def _pair(self, opening: Token, nodes: tuple[Inline, ...]) -> Inline:
        nodes = _joined(nodes)
        if opening.type == "link_open":
            return Link(nodes, self._without_gaps(str(opening.attrGet("href") or ""), "an address"))
        return _PAIRS[opening.tag](nodes)

    def _inline(self, token: Token) -> Iterator[Inline]:
        match token.type:
            case "text":
                yield from self._text(token.content, _inline_parser)
            case "softbreak" | "hardbreak":
                yield LineBreak()
            case "code_inline":
                yield Code(self._literal(token.content))
            case "math_inline" | "math_inline_double":
                yield Math(self._without_gaps(token.content, "a formula"))
            case "image":
                yield self._image(token)
            case _:  # pragma: no cover - no other rule is enabled
                raise AssertionError(token.type)

    def _image(self, token: Token) -> Image:
        written = self._without_gaps(token.meta["source"], "a picture")
        return Image(str(token.attrGet("src") or ""), plain_text(self.inlines(token)).strip(), written)

    def _literal(self, text: str) -> tuple[Inline, ...]:
        """Return code with its gaps."""
        return tuple(self._text(text, plain_nodes))

    def _text(self, text: str, parse: ParseInline) -> Iterator[Inline]:
        for part in self._stand_in.split(text) if self._stand_in else (text,):
            if part in self._embedded:
                yield self._embedded[part].node(parse)
            elif part:
                yield Plain(part)

    def _without_gaps(self, text: str, where: str) -> str:
        if self._stand_in and (found := self._stand_in.search(text)):
            gap = self._embedded[found[0]]
            raise _Refused(
                MarkupError(self._source[gap.start : gap.end], f"a gap inside {where}", "", "gap-inside-markup")
            )
        return text


def _inline_parser(text: str) -> tuple[Inline, ...]:
    """Parse what is hidden in a gap."""
    return _Tree(text, {}).inlines(_reader().parseInline(text)[0])


def _joined(nodes: Sequence[Inline]) -> tuple[Inline, ...]:
    """Join neighbors that are literal characters."""
    joined: list[Inline] = []
    for node in nodes:
        match joined, node:
            case [*_, Plain(before)], Plain(text):
                joined[-1] = Plain(before + text)
            case _:
                joined.append(node)
    return tuple(joined)


def _runs(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Divide tokens into runs that end where they began: a token alone, or an opening to its closing one."""
    start, depth = 0, 0
    for at, token in enumerate(tokens):
        depth += token.nesting
        if not depth:
            yield tokens[start : at + 1]
            start = at + 1


def _rows(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = 0
    for at, token in enumerate(tokens):
        if token.type == "tr_open":
            start = at
        elif token.type == "tr_close":
            yield tokens[start:at]
